-- Placed at the last step of the visit, paid a minute later by all but two in a hundred.
INSERT INTO orders
WITH
    length(steps) AS i,
    started + toIntervalMillisecond(toUInt32(1000 * pace * (i - 1 + 0.8 * (cityHash64(session, i) % 1000) / 1000))) AS placed_at
SELECT
    day,
    if(state = 'placed', placed_at, placed_at + toIntervalSecond(60)) AS time,
    order_id,
    state,
    concat(if(state = 'placed', 'OrderPlaced:', 'OrderPaid:'), order_id),
    if(user != 0, user, client),
    client,
    user,
    arraySum(line -> line.quantity * line.unit_price, lines),
    'GBP',
    country,
    time + toIntervalSecond(2)
FROM generated_visits
ARRAY JOIN if(cityHash64(order_id) % 100 < 2, ['placed'], ['placed', 'paid']) AS state
WHERE order_id != '' AND device != 'bot'
