INSERT INTO events
    (day, time, action, event_id, person, client, user, session, product, query_id, recommendation_id, recommendation_kind,
     position, order_id, quantity, amount, currency, page, source, device, country, locale, received_at, ingested_at)
WITH
    lower(hex(session)) AS visit,
    multiIf(
        step.round = 0, 0,
        step.action IN ('impression', 'recommendation_impression') AND step.position != 1,
            toUInt32(pow(20000, cityHash64(session, step.round, step.position) % 16777216 / 16777216)),
        products[step.round]) AS rank,
    step.action = 'purchase' AS bought
SELECT
    day,
    started + toIntervalMillisecond(toUInt32(1000 * pace * (i - 1 + 0.8 * (cityHash64(session, i) % 1000) / 1000))) AS time,
    step.action,
    concat(visit, '-', toString(i)),
    if(user != 0, user, client),
    client,
    user,
    session,
    if(rank = 0 OR step.action = 'page_view', '', concat('p-', toString(rank))) AS product,
    if(step.action IN ('impression', 'click'), concat('q', visit, '-', toString(step.round)), ''),
    if(startsWith(step.action, 'recommendation_'), concat('r', visit, '-', toString(step.round)), '') AS recommendation,
    if(recommendation = '', '', ['personal', 'similar', 'bought_together', 'trending'][1 + cityHash64(session, step.round) % 4]),
    step.position,
    if(bought, order_id, ''),
    if(step.action IN ('add_to_cart', 'remove_from_cart'), 1, 0),
    if(bought, arraySum(line -> line.quantity * line.unit_price, lines), toDecimal64(0, 4)),
    if(bought, 'GBP', ''),
    multiIf(step.action = 'page_view' AND step.round = 0, if(i = 1, '/', '/checkout'),
            step.action = 'page_view', concat('/category/', toString(products[step.round] % 20)),
            step.action = 'product_view', concat('/product/', product),
            ''),
    source,
    device,
    country,
    locale,
    time + toIntervalMillisecond(300),
    time + toIntervalSecond(2)
FROM generated_visits
ARRAY JOIN steps AS step, arrayEnumerate(steps) AS i
WHERE step.action NOT IN ('search', 'recommendation')
