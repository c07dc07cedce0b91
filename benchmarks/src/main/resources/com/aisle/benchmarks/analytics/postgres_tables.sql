CREATE TYPE action AS ENUM ('page_view', 'impression', 'click', 'product_view', 'recommendation_impression',
    'recommendation_click', 'add_to_cart', 'remove_from_cart', 'checkout', 'purchase');
CREATE TYPE device AS ENUM ('desktop', 'mobile', 'tablet', 'bot');
CREATE TYPE kind AS ENUM ('sale', 'refund');
-- Pseudonyms are unsigned in the warehouse and keep their bits here.
CREATE TABLE events
(
    day date NOT NULL,
    time timestamptz NOT NULL,
    action action NOT NULL,
    event_id text NOT NULL,
    person bigint NOT NULL,
    client bigint NOT NULL,
    user_of_shop bigint NOT NULL,
    session bigint NOT NULL,
    product text NOT NULL,
    query_id text NOT NULL,
    recommendation_id text NOT NULL,
    recommendation_kind text NOT NULL,
    position int NOT NULL,
    order_id text NOT NULL,
    quantity int NOT NULL,
    amount numeric(18, 4) NOT NULL,
    currency text NOT NULL,
    page text NOT NULL,
    source text NOT NULL,
    device device NOT NULL,
    country text NOT NULL,
    locale text NOT NULL
);
CREATE TABLE searches
(
    day date NOT NULL,
    time timestamptz NOT NULL,
    query_id text NOT NULL,
    person bigint NOT NULL,
    client bigint NOT NULL,
    session bigint NOT NULL,
    query text NOT NULL,
    locale text NOT NULL,
    page int NOT NULL,
    hits int NOT NULL,
    took_ms real NOT NULL,
    device device NOT NULL,
    country text NOT NULL
);
CREATE TABLE order_lines
(
    day date NOT NULL,
    time timestamptz NOT NULL,
    order_id text NOT NULL,
    kind kind NOT NULL,
    event_id text NOT NULL,
    line int NOT NULL,
    product text NOT NULL,
    quantity int NOT NULL,
    unit_price numeric(18, 4) NOT NULL,
    amount numeric(18, 4) NOT NULL,
    currency text NOT NULL,
    person bigint NOT NULL,
    country text NOT NULL
);
