SELECT day AS period, currency,
       count(DISTINCT order_id) FILTER (WHERE kind = 'sale') AS orders,
       coalesce(sum(quantity) FILTER (WHERE kind = 'sale'), 0) AS units,
       coalesce(sum(amount) FILTER (WHERE kind = 'sale'), 0) AS gross,
       coalesce(-sum(amount) FILTER (WHERE kind = 'refund'), 0) AS refunds,
       sum(amount) AS net,
       count(DISTINCT person) FILTER (WHERE kind = 'sale') AS customers
FROM order_lines WHERE {range}
GROUP BY GROUPING SETS ((day, currency), (currency))
ORDER BY day NULLS LAST
