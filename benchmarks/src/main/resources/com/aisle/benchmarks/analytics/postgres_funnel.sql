-- A session as the sequence of its steps; the index on (day, session, time) has them in this order.
WITH ways AS (
    SELECT string_agg(
               CASE action WHEN 'product_view' THEN 'v' WHEN 'add_to_cart' THEN 'c' WHEN 'checkout' THEN 'k' ELSE 'b' END,
               '' ORDER BY time) AS way
    FROM events
    WHERE {range} AND device != 'bot' AND action IN ('product_view', 'add_to_cart', 'checkout', 'purchase')
    GROUP BY day, session
), counted AS (
    SELECT ARRAY[count(*) FILTER (WHERE way LIKE '%v%'),
                 count(*) FILTER (WHERE way LIKE '%v%c%'),
                 count(*) FILTER (WHERE way LIKE '%v%c%k%'),
                 count(*) FILTER (WHERE way LIKE '%v%c%k%b%')] AS counts
    FROM ways
)
SELECT step, counts[step] AS count FROM counted, generate_series(1, 4) AS step
