-- Searches of a client within 30 seconds of which one begins with the other are one intent, named by its last query.
WITH clicked_searches AS (
    SELECT day, query_id, count(*) AS clicks
    FROM events WHERE {range} AND action = 'click' AND query_id != '' AND device != 'bot'
    GROUP BY day, query_id
), asked AS (
    SELECT day, time, client, query_id, query, locale, hits
    FROM searches WHERE {range} AND page <= 1 AND query != '' AND device != 'bot'
), numbered AS (
    SELECT asked.*, clicks,
           coalesce(
               date_trunc('second', time) - date_trunc('second', lag(time) OVER w) <= interval '30 seconds'
                   AND (starts_with(query, lag(query) OVER w) OR starts_with(lag(query) OVER w, query)),
               false) AS continues
    FROM asked LEFT JOIN clicked_searches USING (day, query_id)
    WINDOW w AS (PARTITION BY day, client ORDER BY time, query_id)
), intended AS (
    SELECT *, sum((NOT continues)::int) OVER (PARTITION BY day, client ORDER BY time, query_id) AS intent
    FROM numbered
), intents AS (
    SELECT (array_agg(query ORDER BY time DESC))[1] AS query, (array_agg(locale ORDER BY time DESC))[1] AS locale,
           (array_agg(hits ORDER BY time DESC))[1] AS hits, count(*) AS searches, sum(clicks) AS clicks
    FROM intended GROUP BY day, client, intent
)
SELECT query, locale, count(*) AS intents, sum(searches) AS searches,
       count(*) FILTER (WHERE clicks > 0) AS clicked, count(*) FILTER (WHERE hits = 0) AS without_result
FROM intents
GROUP BY query, locale
ORDER BY intents DESC, query, locale
LIMIT 100
