-- The index on (day, session, time) holds all that the first step needs, in the order in which it groups.
WITH visits_with_events AS (
    SELECT day, session, max(person) AS person,
           count(*) FILTER (WHERE action = 'page_view') AS page_views
    FROM events WHERE {range} AND device != 'bot'
    GROUP BY day, session
), visits_with_searches AS (
    SELECT day, session, count(*) AS searches
    FROM searches WHERE {range} AND device != 'bot'
    GROUP BY day, session
), visited AS (
    SELECT day, count(DISTINCT person) AS visitors, count(*) AS sessions, sum(page_views) AS page_views,
           coalesce(sum(searches), 0) AS searches
    FROM visits_with_events LEFT JOIN visits_with_searches USING (day, session)
    GROUP BY ROLLUP (day)
), sold AS (
    SELECT day, count(DISTINCT order_id) FILTER (WHERE kind = 'sale') AS orders,
           sum(quantity) FILTER (WHERE kind = 'sale') AS units, sum(amount) AS revenue
    FROM order_lines WHERE {range} GROUP BY ROLLUP (day)
)
SELECT visited.day, visitors, sessions, page_views, searches,
       coalesce(orders, 0) AS orders, coalesce(units, 0) AS units, coalesce(revenue, 0) AS revenue
FROM visited LEFT JOIN sold ON visited.day = sold.day OR visited.day IS NULL AND sold.day IS NULL
ORDER BY visited.day NULLS LAST
