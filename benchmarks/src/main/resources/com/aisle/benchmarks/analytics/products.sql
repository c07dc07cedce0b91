INSERT INTO products
SELECT
    concat('p-', toString(rank)),
    concat('Article ', toString(rank)),
    '',
    concat('Brand ', toString(cityHash64('brand', rank) % 200)),
    [concat('Department ', toString(rank % 20)), concat('Shelf ', toString(rank % 240))],
    toDecimal64(round(exp(1.2 + 2.6 * (cityHash64('price', rank) % 10000) / 10000), 2), 4),
    'GBP',
    '',
    false,
    toDateTime64({start:Date}, 3, 'UTC')
FROM (SELECT number + 1 AS rank FROM numbers(20000))
