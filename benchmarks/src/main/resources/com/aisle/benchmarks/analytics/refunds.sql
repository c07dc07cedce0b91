-- What came back, as the state of its order.
INSERT INTO orders
SELECT day, time, order_id, 'refunded', event_id, person, client, user, amount, currency, country, ingested_at
FROM order_lines
WHERE kind = 'refund'
