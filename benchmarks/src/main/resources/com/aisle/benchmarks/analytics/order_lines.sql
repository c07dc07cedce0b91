-- Four lines in a hundred come back, 3 to 20 days later, if the year lasts that long.
INSERT INTO order_lines
WITH
    length(steps) AS i,
    started + toIntervalMillisecond(toUInt32(1000 * pace * (i - 1 + 0.8 * (cityHash64(session, i) % 1000) / 1000))) AS placed_at,
    3 + cityHash64(order_id, number_of_line, 'back') % 18 AS days_later
SELECT
    if(kind = 'sale', day, day + days_later) AS line_day,
    if(kind = 'sale', placed_at, placed_at + toIntervalDay(days_later)) AS time,
    order_id,
    kind,
    if(kind = 'sale', concat('OrderPlaced:', order_id), concat('OrderRefunded:', order_id, ':', toString(number_of_line))),
    number_of_line - 1,
    concat('p-', toString(line.product)),
    if(kind = 'sale', 1, -1) * line.quantity AS signed_quantity,
    line.unit_price,
    signed_quantity * line.unit_price,
    'GBP',
    if(user != 0, user, client),
    client,
    user,
    country,
    placed_at,
    time + toIntervalSecond(2)
FROM generated_visits
ARRAY JOIN lines AS line, arrayEnumerate(lines) AS number_of_line
ARRAY JOIN if(cityHash64(order_id, number_of_line, 'refund') % 100 < 4, ['sale', 'refund'], ['sale']) AS kind
WHERE order_id != '' AND device != 'bot' AND (kind = 'sale' OR day + days_later < {start:Date} + {days:UInt32})
