INSERT INTO recommendations
SELECT
    day,
    started + toIntervalMillisecond(toUInt32(1000 * pace * (i - 1 + 0.8 * (cityHash64(session, i) % 1000) / 1000))) AS time,
    concat('r', lower(hex(session)), '-', toString(step.round)),
    ['personal', 'similar', 'bought_together', 'trending'][1 + cityHash64(session, step.round) % 4],
    if(user != 0, user, client),
    client,
    session,
    'generated',
    '',
    [concat('p-', toString(products[step.round]))],
    3 + cityHash64(session, i) % 9000 / 1000,
    [],
    time + toIntervalSecond(2)
FROM generated_visits
ARRAY JOIN steps AS step, arrayEnumerate(steps) AS i
WHERE step.action = 'recommendation'
