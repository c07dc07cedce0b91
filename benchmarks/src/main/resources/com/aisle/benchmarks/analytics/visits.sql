-- Everything about visit N is a hash of seed, N and a word, so that a batch can be made again, alone and in any order.
-- A visit has rounds: a search, a look around or a recommendation, which perhaps lead to a product and into the cart. Ranks are
-- Zipf distributed (exponent 1: the logarithm of the rank is uniform). Clients come back, the newer ones more often.
INSERT INTO generated_visits
WITH
    (word, round) -> cityHash64({seed:UInt64}, number, word, round) % 16777216 / 16777216 AS chance,
    arrayFirstIndex(edge -> edge > number, {edges:Array(UInt64)}) - 1 AS day_index,
    {start:Date} + day_index AS day_of_visit,
    {clients:UInt64} * (0.1 + 0.9 * (day_index + 1) / {days:UInt32}) AS clients_so_far,
    toUInt64(clients_so_far * (1 - pow(chance('client', 0), 3))) AS client_number,
    (word) -> cityHash64({seed:UInt64}, client_number, word) AS of_client,
    ['GB', 'GB', 'GB', 'GB', 'GB', 'GB', 'DE', 'DE', 'FR', 'FR', 'IE', 'NL', 'ES', 'HK', 'HK', 'TW', 'US', 'US', 'AU', 'BE'] AS countries,
    countries[1 + of_client('country') % 20] AS country_of_client,
    ['', '', '', '', '', 'google', 'google', 'google', 'google', 'newsletter', 'newsletter', 'bing', 'instagram', 'instagram', 'facebook', 'partner'] AS sources,
    if(chance('bounce', 0) < 0.33, 0, 1 + least(11, toUInt8(-3.25 * log(1 - chance('rounds', 0))))) AS rounds,
    arrayMap(k -> toUInt8(k), range(1, rounds + 1)) AS numbers,
    arrayMap(k -> toUInt32(pow(20000, chance('product', k))), numbers) AS product_ranks,
    arrayMap(k -> toUInt32(pow(5000, chance('query', k))), numbers) AS query_ranks,
    k -> multiIf(chance('kind', k) < 0.4, 'search', chance('kind', k) < 0.75, 'browse', 'recommend') AS kind,
    k -> cityHash64('hits', query_ranks[k]) % 100 >= 7 AS found,
    k -> multiIf(kind(k) = 'search', found(k) AND chance('click', k) < 0.65, kind(k) = 'browse', 1, chance('click', k) < 0.35) AS viewed,
    k -> viewed(k) AND chance('cart', k) < 0.16 AS carted,
    k -> carted(k) AND chance('remove', k) < 0.08 AS removed,
    arrayFilter(k -> carted(k) AND NOT removed(k), numbers) AS kept,
    notEmpty(kept) AND chance('checkout', 0) < 0.6 AS checked_out,
    checked_out AND chance('purchase', 0) < 0.72 AS purchased,
    k -> toUInt16(1 + 9 * pow(chance('position', k), 3)) AS clicked_position,
    k -> arrayConcat(
        multiIf(
            kind(k) = 'search',
                arrayConcat(
                    [('search', k, 0), ('page_view', k, 0)],
                    if(found(k), [('impression', k, 1), ('impression', k, 2), ('impression', k, 3)], []),
                    if(viewed(k), [('click', k, clicked_position(k))], [])),
            kind(k) = 'browse', [('page_view', k, 0)],
            arrayConcat(
                [('recommendation', k, 0), ('recommendation_impression', k, 1), ('recommendation_impression', k, 2)],
                if(viewed(k), [('recommendation_click', k, 1 + toUInt16(2 * chance('position', k)))], []))),
        if(viewed(k), [('product_view', k, 0)], []),
        if(carted(k), [('add_to_cart', k, 0)], []),
        if(removed(k), [('remove_from_cart', k, 0)], [])) AS steps_of_round
SELECT
    number,
    day_of_visit,
    toDateTime64(day_of_visit, 3, 'UTC')
        + toIntervalMillisecond(toUInt32(80000000 * (chance('hour', 1) + chance('hour', 2) + chance('hour', 3)) / 3)),
    8 + 45 * chance('pace', 0),
    of_client('client') AS client,
    if(of_client('account') % 10 < 3, of_client('user'), 0) AS user,
    cityHash64({seed:UInt64}, number, 'session') AS session,
    multiIf(of_client('device') % 100 < 57, 'mobile', of_client('device') % 100 < 92, 'desktop', of_client('device') % 100 < 98, 'tablet', 'bot'),
    country_of_client,
    if(country_of_client IN ('HK', 'TW'), 'zh-Hant', 'en'),
    sources[1 + toUInt8(16 * chance('source', 0))],
    product_ranks,
    query_ranks,
    CAST(
        arrayConcat(
            [('page_view', 0, 0)],
            arrayFlatten(arrayMap(steps_of_round, numbers)),
            if(checked_out, [('page_view', 0, 0), ('checkout', 0, 0)], []),
            if(purchased, [('purchase', 0, 0)], [])),
        'Array(Tuple(action LowCardinality(String), round UInt8, position UInt16))'),
    if(purchased, concat('o', toString(number)), ''),
    if(purchased,
        arrayMap(
            k -> (product_ranks[k],
                  toUInt32(1 + 3 * pow(chance('quantity', k), 3)),
                  toDecimal64(round(exp(1.2 + 2.6 * (cityHash64('price', product_ranks[k]) % 10000) / 10000), 2), 4)),
            kept),
        [])
FROM numbers({first:UInt64}, {count:UInt64})
