-- Visits of a shop that does not exist, a batch at a time: the tables of facts are filled from here. A step is an event, or the
-- request for a search or a recommendation that comes before the events of its round.
CREATE TABLE IF NOT EXISTS generated_visits
(
    number   UInt64,
    day      Date,
    started  DateTime64(3, 'UTC'),
    pace     Float64 COMMENT 'seconds between two steps',
    client   UInt64,
    user     UInt64,
    session  UInt64,
    device   LowCardinality(String),
    country  LowCardinality(String),
    locale   LowCardinality(String),
    source   LowCardinality(String),
    products Array(UInt32) COMMENT 'rank of the product that each round is about',
    queries  Array(UInt32) COMMENT 'rank of the query of each round',
    steps    Array(Tuple(action LowCardinality(String), round UInt8, position UInt16)),
    order_id String COMMENT 'empty without a purchase',
    lines    Array(Tuple(product UInt32, quantity UInt32, unit_price Decimal(18, 4)))
)
ENGINE = Memory
