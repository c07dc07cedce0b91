-- What happened, as it came. Every message may come twice: rows are keyed so that the second one replaces the first, and
-- everything that counts reads FINAL or a roll-up that was built from FINAL. `day` is the day in the shop's time zone.
-- People are 64-bit pseudonyms (HMAC, the key is not in here); 0 = unknown or without consent.

CREATE TABLE IF NOT EXISTS events
(
    day               Date,
    time              DateTime64(3, 'UTC'),
    action            LowCardinality(String),
    event_id          String,
    person            UInt64 COMMENT 'the user if known, else the client',
    client            UInt64,
    user              UInt64,
    session           UInt64,
    product           String,
    query_id          String,
    recommendation_id String,
    recommendation_kind LowCardinality(String),
    position          UInt16 COMMENT 'from 1; 0 = none',
    order_id          String,
    quantity          UInt32,
    amount            Decimal(18, 4),
    currency          LowCardinality(String),
    page              String COMMENT 'path without query',
    source            LowCardinality(String) COMMENT 'utm source or host of the referrer; empty = direct',
    device            LowCardinality(String) COMMENT 'desktop, mobile, tablet, bot or empty',
    country           LowCardinality(String) COMMENT 'ISO 3166-1 alpha-2 or empty',
    locale            LowCardinality(String),
    network           LowCardinality(String) COMMENT 'truncated address',
    attributes        String COMMENT 'the rest, JSON',
    received_at       DateTime64(3, 'UTC'),
    ingested_at       DateTime64(3, 'UTC') DEFAULT now64(3)
)
ENGINE = ReplacingMergeTree
PARTITION BY toYYYYMM(day)
ORDER BY (day, action, time, event_id)
TTL day + INTERVAL 400 DAY;

-- One row for each search that the search function answered.
CREATE TABLE IF NOT EXISTS searches
(
    day         Date,
    time        DateTime64(3, 'UTC'),
    query_id    String,
    person      UInt64,
    client      UInt64,
    session     UInt64,
    query       String COMMENT 'folded: trimmed, lower case, single spaces',
    locale      LowCardinality(String),
    filter      String,
    sort        LowCardinality(String),
    page        UInt16,
    hits        UInt32,
    products    Array(String) COMMENT 'the page that was shown',
    took_ms     Float32,
    degraded    Array(LowCardinality(String)),
    device      LowCardinality(String),
    country     LowCardinality(String),
    ingested_at DateTime64(3, 'UTC') DEFAULT now64(3)
)
ENGINE = ReplacingMergeTree
PARTITION BY toYYYYMM(day)
ORDER BY (day, time, query_id)
TTL day + INTERVAL 400 DAY;

-- One row for each answer of recommendations.
CREATE TABLE IF NOT EXISTS recommendations
(
    day               Date,
    time              DateTime64(3, 'UTC'),
    recommendation_id String,
    kind              LowCardinality(String),
    person            UInt64,
    client            UInt64,
    session           UInt64,
    model             LowCardinality(String),
    variant           LowCardinality(String),
    products          Array(String),
    took_ms           Float32,
    degraded          Array(LowCardinality(String)),
    ingested_at       DateTime64(3, 'UTC') DEFAULT now64(3)
)
ENGINE = ReplacingMergeTree
PARTITION BY toYYYYMM(day)
ORDER BY (day, time, recommendation_id)
TTL day + INTERVAL 400 DAY;

-- What became of orders: one row for each OrderPlaced, OrderPaid, OrderRefunded.
CREATE TABLE IF NOT EXISTS orders
(
    day         Date,
    time        DateTime64(3, 'UTC'),
    order_id    String,
    kind        Enum8('placed' = 1, 'paid' = 2, 'refunded' = 3),
    event_id    String,
    person      UInt64,
    client      UInt64,
    user        UInt64,
    amount      Decimal(18, 4) COMMENT 'negative for a refund',
    currency    LowCardinality(String),
    country     LowCardinality(String),
    ingested_at DateTime64(3, 'UTC') DEFAULT now64(3)
)
ENGINE = ReplacingMergeTree
PARTITION BY toYYYYMM(day)
ORDER BY (day, order_id, kind, event_id)
TTL day + INTERVAL 10 YEAR;

-- The goods of an order, and what of them was given back (negative quantity and amount, on the day of the refund).
CREATE TABLE IF NOT EXISTS order_lines
(
    day         Date,
    time        DateTime64(3, 'UTC'),
    order_id    String,
    kind        Enum8('sale' = 1, 'refund' = 2),
    event_id    String,
    line        UInt32,
    product     String,
    quantity    Int32,
    unit_price  Decimal(18, 4),
    amount      Decimal(18, 4),
    currency    LowCardinality(String),
    person      UInt64,
    client      UInt64,
    user        UInt64,
    country     LowCardinality(String),
    placed_at   DateTime64(3, 'UTC') COMMENT 'when the order was placed',
    ingested_at DateTime64(3, 'UTC') DEFAULT now64(3)
)
ENGINE = ReplacingMergeTree
PARTITION BY toYYYYMM(day)
ORDER BY (day, order_id, kind, event_id, line)
TTL day + INTERVAL 10 YEAR;

CREATE TABLE IF NOT EXISTS products
(
    product    String,
    title_en   String,
    title_zh   String,
    brand      LowCardinality(String),
    category   Array(LowCardinality(String)),
    price      Decimal(18, 4),
    currency   LowCardinality(String),
    image      String,
    deleted    Bool,
    updated_at DateTime64(3, 'UTC')
)
ENGINE = ReplacingMergeTree(updated_at)
ORDER BY product;

-- What was refused, with its reason; can be replayed.
CREATE TABLE IF NOT EXISTS rejected_events
(
    day         Date,
    rejected_at DateTime64(3, 'UTC'),
    rejection_id String,
    source      LowCardinality(String) COMMENT 'events, orders, searches',
    reason      String,
    event_id    String,
    person      UInt64,
    client      UInt64,
    user        UInt64,
    payload     String,
    replayed_at Nullable(DateTime64(3, 'UTC'))
)
ENGINE = ReplacingMergeTree
PARTITION BY toYYYYMM(day)
ORDER BY (day, rejection_id)
TTL day + INTERVAL 30 DAY;

-- Who was erased, by pseudonym; never expires.
CREATE TABLE IF NOT EXISTS erasures
(
    erasure_id   String,
    person       UInt64,
    requested_at DateTime64(3, 'UTC'),
    finished_at  Nullable(DateTime64(3, 'UTC')),
    rows_erased  UInt64,
    details      String
)
ENGINE = ReplacingMergeTree(requested_at)
ORDER BY erasure_id;
