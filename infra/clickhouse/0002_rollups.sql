-- Roll-ups are facts of a day, built from the deduplicated rows and put in place of the old ones by REPLACE PARTITION, so
-- that no message can count twice and a repetition heals what was wrong. A day is open when a row came for it after (or up
-- to a minute before) its last roll-up; reports read open days from the rows themselves, through the same views.

-- Ingest says here, before and after it writes, which days it touches.
CREATE TABLE IF NOT EXISTS touched_days
(
    day Date,
    at  SimpleAggregateFunction(max, DateTime64(3, 'UTC'))
)
ENGINE = AggregatingMergeTree ORDER BY day;

CREATE TABLE IF NOT EXISTS rolled_up_days
(
    day  Date,
    at   SimpleAggregateFunction(max, DateTime64(3, 'UTC')) COMMENT 'when the roll-up began'
)
ENGINE = AggregatingMergeTree ORDER BY day;

-- First day that a person was seen; a repeated insert changes nothing.
CREATE TABLE IF NOT EXISTS people
(
    person    UInt64,
    first_day SimpleAggregateFunction(min, Date)
)
ENGINE = AggregatingMergeTree ORDER BY person;

CREATE TABLE IF NOT EXISTS rollup_minutes
(
    day     Date,
    minute  DateTime('UTC'),
    action  LowCardinality(String),
    device  LowCardinality(String),
    country LowCardinality(String),
    events  UInt64,
    people  AggregateFunction(uniqCombined64, UInt64)
)
ENGINE = MergeTree PARTITION BY day ORDER BY (day, action, minute)
TTL day + INTERVAL 800 DAY;

-- A session ends after 30 minutes without an event (the tracker's rule) and at the shop's midnight.
-- `steps` is the sequence of its actions, one letter each, repetitions collapsed; `offsets` their seconds after the start:
-- p page_view, q search, i impression, s click (on a search result), v product_view, n recommendation_impression,
-- m recommendation_click, c add_to_cart, r remove_from_cart, k checkout, b purchase, f refund, o anything else.
CREATE TABLE IF NOT EXISTS rollup_sessions
(
    day             Date,
    person          UInt64,
    client          UInt64,
    session         UInt64,
    started_at      DateTime('UTC'),
    ended_at        DateTime('UTC'),
    device          LowCardinality(String),
    country         LowCardinality(String),
    locale          LowCardinality(String),
    source          LowCardinality(String),
    landing_page    String,
    exit_page       String,
    events          UInt32,
    page_views      UInt16,
    searches        UInt16,
    search_clicks   UInt16,
    product_views   UInt16,
    recommendation_impressions UInt16,
    recommendation_clicks UInt16,
    carts           UInt16,
    checkouts       UInt16,
    purchases       UInt16,
    steps           String,
    offsets         Array(UInt32)
)
ENGINE = MergeTree PARTITION BY day ORDER BY (day, person, started_at)
TTL day + INTERVAL 800 DAY;

CREATE TABLE IF NOT EXISTS rollup_products
(
    day         Date,
    product     String,
    impressions UInt64,
    search_clicks UInt64,
    recommendation_impressions UInt64,
    recommendation_clicks UInt64,
    views       UInt64,
    carts       UInt64,
    removals    UInt64,
    viewers     AggregateFunction(uniqCombined64, UInt64)
)
ENGINE = MergeTree PARTITION BY day ORDER BY (day, product)
TTL day + INTERVAL 800 DAY;

-- By search intent: the keystrokes of one search are one intent, named by its last query.
CREATE TABLE IF NOT EXISTS rollup_queries
(
    day            Date,
    query          String,
    locale         LowCardinality(String),
    device         LowCardinality(String),
    country        LowCardinality(String),
    intents        UInt64,
    searches       UInt64,
    without_result UInt64,
    clicked        UInt64 COMMENT 'intents with at least one click',
    clicks         UInt64,
    positions      UInt64 COMMENT 'sum of the positions of those clicks',
    degraded       UInt64,
    took_ms        Float64 COMMENT 'sum over the searches'
)
ENGINE = MergeTree PARTITION BY day ORDER BY (day, query, locale)
TTL day + INTERVAL 800 DAY;

CREATE TABLE IF NOT EXISTS rollup_recommendations
(
    day         Date,
    kind        LowCardinality(String),
    product     String,
    impressions UInt64,
    clicks      UInt64
)
ENGINE = MergeTree PARTITION BY day ORDER BY (day, kind, product)
TTL day + INTERVAL 800 DAY;

-- Order lines, deduplicated, with the last touch before the order was placed: the newest click of the same person on the
-- same product, from search and from recommendations, up to 30 days before. Age in seconds; 4294967295 = none.
CREATE TABLE IF NOT EXISTS rollup_sales
(
    day        Date,
    time       DateTime('UTC'),
    order_id   String,
    kind       Enum8('sale' = 1, 'refund' = 2),
    line       UInt32,
    product    String,
    quantity   Int32,
    unit_price Decimal(18, 4),
    amount     Decimal(18, 4),
    currency   LowCardinality(String),
    person     UInt64,
    client     UInt64,
    user       UInt64,
    country    LowCardinality(String),
    search_age UInt32,
    search_query_id String,
    recommendation_age UInt32,
    recommendation_id String,
    recommendation_kind LowCardinality(String)
)
ENGINE = MergeTree PARTITION BY day ORDER BY (day, product, order_id)
TTL day + INTERVAL 10 YEAR;
