-- Three in ten searches were answered twice: once while the shopper was typing.
INSERT INTO searches
WITH
    ['red', 'blue', 'small', 'large', 'vintage', 'white', 'wooden', 'metal', 'heart', 'glass', 'retro', 'pink', 'garden', 'kitchen',
     'paper', 'party', 'christmas', 'travel', 'baby', 'cotton', 'silver', 'gold', 'green', 'black', 'mini'] AS first_words,
    ['mug', 'lamp', 'bag', 'box', 'candle', 'clock', 'card', 'cushion', 'frame', 'bowl', 'plate', 'sign', 'basket', 'hook', 'mirror',
     'bottle', 'tray', 'bunting', 'ribbon', 'notebook', 'pen', 'doll', 'game', 'puzzle', 'wrap', 'apron', 'teapot', 'vase', 'stool', 'shelf',
     'hanger', 'lantern', 'chalk', 'scales', 'jar', 'tin', 'purse', 'charm', 'necklace', 'bracelet'] AS second_words,
    ['', ' set', ' gift', ' for children', ' holder'] AS third_words,
    queries[step.round] - 1 AS rank,
    concat(first_words[1 + rank % 25], ' ', second_words[1 + intDiv(rank, 25) % 40], third_words[1 + intDiv(rank, 1000)]) AS text,
    cityHash64('hits', rank + 1) AS of_query,
    cityHash64(session, step.round, 'search') AS of_search,
    concat('q', lower(hex(session)), '-', toString(step.round)) AS id
SELECT
    day,
    started + toIntervalMillisecond(toUInt32(1000 * pace * (i - 1 + 0.8 * (cityHash64(session, i) % 1000) / 1000)) - 1500 * early) AS time,
    if(early, concat(id, 't'), id),
    if(user != 0, user, client),
    client,
    session,
    if(early, substring(text, 1, length(text) - 2), text),
    locale,
    '',
    '',
    1,
    multiIf(early, 3, of_query % 100 < 7, 0, of_query % 400 + 1) AS hits,
    if(hits = 0, [], [concat('p-', toString(products[step.round]))]),
    4 + of_search % 20000 / 1000,
    if(of_search % 1000 < 3, ['vectors'], []),
    device,
    country,
    time + toIntervalSecond(2)
FROM generated_visits
ARRAY JOIN steps AS step, arrayEnumerate(steps) AS i
ARRAY JOIN if(cityHash64(session, step.round, 'search') % 10 < 3, [1, 0], [0]) AS early
WHERE step.action = 'search'
