-- The facts of some days, from the rows: what the roll-ups are built from, and what reports read for open days.

CREATE OR REPLACE VIEW minutes_of_days AS
SELECT day, toStartOfMinute(toDateTime(time, 'UTC')) AS minute, action, device, country,
       count() AS events, uniqCombined64StateIf(person, person != 0) AS people
FROM events FINAL
WHERE day IN {days:Array(Date)} AND device != 'bot'
GROUP BY day, minute, action, device, country;

CREATE OR REPLACE VIEW sessions_of_days AS
WITH
    taken AS
    (
        SELECT day, session, client, user, time, device, country, locale, source, page, true AS on_page,
               transform(toString(action),
                   ['page_view', 'search', 'impression', 'click', 'product_view', 'recommendation_impression',
                    'recommendation_click', 'add_to_cart', 'remove_from_cart', 'checkout', 'purchase', 'refund'],
                   ['p', 'q', 'i', 's', 'v', 'n', 'm', 'c', 'r', 'k', 'b', 'f'], 'o') AS step
        FROM events FINAL
        WHERE day IN {days:Array(Date)} AND session != 0 AND device != 'bot'
        UNION ALL
        SELECT day, session, client, if(person = client, 0, person) AS user, time, device, country, locale, '', '', false, 'q'
        FROM searches FINAL
        WHERE day IN {days:Array(Date)} AND session != 0 AND device != 'bot'
    ),
    grouped AS
    (
        SELECT t.day AS day, t.session AS session,
               argMaxIf(t.user, t.time, t.user != 0) AS last_user, argMaxIf(t.client, t.time, t.client != 0) AS client,
               if(last_user != 0, last_user, client) AS person,
               toDateTime(min(t.time), 'UTC') AS started_at, toDateTime(max(t.time), 'UTC') AS ended_at,
               anyIf(t.device, t.device != '') AS device, anyIf(t.country, t.country != '') AS country,
               anyIf(t.locale, t.locale != '') AS locale, argMinIf(t.source, t.time, t.on_page) AS source,
               argMinIf(t.page, t.time, t.page != '') AS landing_page, argMaxIf(t.page, t.time, t.page != '') AS exit_page,
               toUInt32(count()) AS events,
               arraySort(groupArray((toUnixTimestamp64Milli(t.time), t.step))) AS all_steps
        FROM taken AS t
        GROUP BY day, session
    )
SELECT day, person, client, session, started_at, ended_at, device, country, locale, source, landing_page, exit_page, events,
       toUInt16(least(65535, countEqual(all_steps.2, 'p'))) AS page_views,
       toUInt16(least(65535, countEqual(all_steps.2, 'q'))) AS searches,
       toUInt16(least(65535, countEqual(all_steps.2, 's'))) AS search_clicks,
       toUInt16(least(65535, countEqual(all_steps.2, 'v'))) AS product_views,
       toUInt16(least(65535, countEqual(all_steps.2, 'n'))) AS recommendation_impressions,
       toUInt16(least(65535, countEqual(all_steps.2, 'm'))) AS recommendation_clicks,
       toUInt16(least(65535, countEqual(all_steps.2, 'c'))) AS carts,
       toUInt16(least(65535, countEqual(all_steps.2, 'k'))) AS checkouts,
       toUInt16(least(65535, countEqual(all_steps.2, 'b'))) AS purchases,
       arrayStringConcat(collapsed.2) AS steps,
       arrayMap(at -> toUInt32(intDiv(at - collapsed[1].1, 1000)), collapsed.1) AS offsets
FROM
(
    SELECT *,
           arraySlice(arrayFilter((s, i) -> i = 1 OR s.2 != all_steps[i - 1].2, all_steps, arrayEnumerate(all_steps)), 1, 200)
               AS collapsed
    FROM grouped
);

CREATE OR REPLACE VIEW products_of_days AS
SELECT day, product,
       countIf(action = 'impression') AS impressions,
       countIf(action = 'click') AS search_clicks,
       countIf(action = 'recommendation_impression') AS recommendation_impressions,
       countIf(action = 'recommendation_click') AS recommendation_clicks,
       countIf(action = 'product_view') AS views,
       countIf(action = 'add_to_cart') AS carts,
       countIf(action = 'remove_from_cart') AS removals,
       uniqCombined64StateIf(person, action = 'product_view' AND person != 0) AS viewers
FROM events FINAL
WHERE day IN {days:Array(Date)} AND product != '' AND device != 'bot'
GROUP BY day, product;

-- Searches of one client that follow within 30 seconds, of which one begins with the other, are the keystrokes of one
-- intent. Its query is its last one.
CREATE OR REPLACE VIEW queries_of_days AS
WITH
    clicks_of AS
    (
        SELECT day, query_id, count() AS clicks, sum(position) AS positions
        FROM events FINAL
        WHERE day IN {days:Array(Date)} AND action = 'click' AND query_id != '' AND device != 'bot'
        GROUP BY day, query_id
    ),
    one AS
    (
        SELECT s.day AS day, s.time AS time, s.client AS client, s.query_id AS query_id, s.query AS query, s.locale AS locale,
               s.device AS device, s.country AS country, s.hits AS hits, notEmpty(s.degraded) AS degraded, s.took_ms AS took,
               c.clicks AS clicks, c.positions AS positions
        FROM (SELECT * FROM searches FINAL WHERE day IN {days:Array(Date)} AND page <= 1 AND query != '' AND device != 'bot') AS s
        LEFT JOIN clicks_of AS c ON c.day = s.day AND c.query_id = s.query_id
    ),
    numbered AS
    (
        SELECT *,
               client != 0
                 AND dateDiff('second', lagInFrame(time, 1, toDateTime64(0, 3, 'UTC')) OVER w, time) <= 30
                 AND (startsWith(query, lagInFrame(query, 1, '') OVER w) OR startsWith(lagInFrame(query, 1, '') OVER w, query))
                 AND lagInFrame(query, 1, '') OVER w != '' AS continues
        FROM one
        WINDOW w AS (PARTITION BY day, client ORDER BY time, query_id ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW)
    ),
    intended AS
    (
        SELECT *, sum(NOT continues) OVER (PARTITION BY day, client ORDER BY time, query_id ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS intent
        FROM numbered
    ),
    intents AS
    (
        SELECT i.day AS day, i.client AS client, if(i.client = 0, cityHash64(i.query_id), i.intent) AS intent,
               argMax(i.query, i.time) AS query, argMax(i.locale, i.time) AS locale, argMax(i.device, i.time) AS device,
               argMax(i.country, i.time) AS country, argMax(i.hits, i.time) AS hits, count() AS searches, sum(i.clicks) AS clicks,
               sum(i.positions) AS positions, countIf(i.degraded) AS degraded, sum(i.took) AS took
        FROM intended AS i
        GROUP BY day, client, intent
    )
SELECT day, query, locale, device, country,
       count() AS intents, sum(n.searches) AS searches, countIf(n.hits = 0) AS without_result, countIf(n.clicks > 0) AS clicked,
       sum(n.clicks) AS clicks, sum(n.positions) AS positions, sum(n.degraded) AS degraded, sum(n.took) AS took_ms
FROM intents AS n
GROUP BY day, query, locale, device, country;

CREATE OR REPLACE VIEW recommendations_of_days AS
SELECT day, recommendation_kind AS kind, product,
       countIf(action = 'recommendation_impression') AS impressions, countIf(action = 'recommendation_click') AS clicks
FROM events FINAL
WHERE day IN {days:Array(Date)} AND action IN ('recommendation_impression', 'recommendation_click') AND device != 'bot'
GROUP BY day, kind, product;

CREATE OR REPLACE VIEW sales_of_days AS
WITH
    lines AS (SELECT * FROM order_lines FINAL WHERE day IN {days:Array(Date)}),
    -- Who bought: a click before signing in is known by the client only, one after signing out as well.
    buyers AS
    (
        SELECT DISTINCT arrayJoin([person, client]) AS who FROM lines WHERE who != 0
    ),
    touches AS
    (
        SELECT arrayJoin(arrayDistinct([person, client])) AS who, product, action, time, query_id, recommendation_id,
               recommendation_kind
        FROM events FINAL
        WHERE action IN ('click', 'recommendation_click') AND device != 'bot'
          -- A refund may lack the time of its order; without the bound below it would push the days out of the calendar.
          AND day BETWEEN (SELECT toDate(greatest(min(placed_at), toDateTime64('1971-01-01 00:00:00', 3, 'UTC'))) - 31 FROM lines)
                  AND (SELECT toDate(max(placed_at)) + 1 FROM lines)
          AND (person IN (SELECT who FROM buyers) OR client IN (SELECT who FROM buyers))
    ),
    touched AS
    (
        SELECT l.day AS day, l.order_id AS order_id, l.kind AS kind, l.event_id AS event_id, l.line AS line,
               maxIf((t.time, t.query_id), t.action = 'click') AS search,
               maxIf((t.time, t.recommendation_id, t.recommendation_kind), t.action = 'recommendation_click') AS recommendation
        FROM (SELECT *, arrayJoin(arrayDistinct([person, client])) AS who FROM lines) AS l
        INNER JOIN touches AS t ON t.who = l.who AND t.product = l.product
        WHERE l.who != 0 AND t.time <= l.placed_at AND t.time >= l.placed_at - INTERVAL 30 DAY
        GROUP BY day, order_id, kind, event_id, line
    )
SELECT l.day AS day, toDateTime(l.time, 'UTC') AS time, l.order_id AS order_id, l.kind AS kind, l.line AS line, l.product AS product,
       l.quantity AS quantity, l.unit_price AS unit_price, l.amount AS amount, l.currency AS currency, l.person AS person,
       l.client AS client, l.user AS user, l.country AS country,
       if(t.search.1 > toDateTime64(0, 3, 'UTC'), toUInt32(dateDiff('second', t.search.1, l.placed_at)), 4294967295) AS search_age,
       t.search.2 AS search_query_id,
       if(t.recommendation.1 > toDateTime64(0, 3, 'UTC'), toUInt32(dateDiff('second', t.recommendation.1, l.placed_at)), 4294967295) AS recommendation_age,
       t.recommendation.2 AS recommendation_id, t.recommendation.3 AS recommendation_kind
FROM lines AS l
LEFT JOIN touched AS t ON t.day = l.day AND t.order_id = l.order_id AND t.kind = l.kind AND t.event_id = l.event_id AND t.line = l.line;
