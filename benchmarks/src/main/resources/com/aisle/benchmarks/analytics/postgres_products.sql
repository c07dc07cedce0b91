WITH seen AS (
    SELECT product, count(*) FILTER (WHERE action = 'product_view') AS views,
           count(*) FILTER (WHERE action = 'add_to_cart') AS carts,
           count(DISTINCT person) FILTER (WHERE action = 'product_view') AS viewers
    FROM events WHERE {range} AND product != '' AND device != 'bot'
    GROUP BY product
), sold AS (
    SELECT product, count(DISTINCT order_id) FILTER (WHERE kind = 'sale') AS orders,
           sum(quantity) FILTER (WHERE kind = 'sale') AS units,
           sum(amount) AS revenue, -sum(amount) FILTER (WHERE kind = 'refund') AS refunds
    FROM order_lines WHERE {range}
    GROUP BY product
)
SELECT product, coalesce(views, 0) AS views, coalesce(viewers, 0) AS viewers, coalesce(carts, 0) AS carts,
       coalesce(orders, 0) AS orders, coalesce(units, 0) AS units,
       coalesce(revenue, 0) AS revenue, coalesce(refunds, 0) AS refunds
FROM seen FULL JOIN sold USING (product)
ORDER BY revenue DESC, product
LIMIT 100
