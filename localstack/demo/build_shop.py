#!/usr/bin/env python3
"""Makes the demo shop from the UCI Online Retail data: products.jsonl.gz and orders.csv.gz beside this file.

    python3 localstack/demo/build_shop.py online_retail.csv[.gz]

The input is the data set as CSV in UTF-8 with the columns InvoiceNo, StockCode, Description, Quantity,
InvoiceDate (YYYY-MM-DD HH:MM), UnitPrice, CustomerID, Country. The same input gives the same bytes.
Run by hand when the tables in titles.py or taxonomy.py change; the build only reads the results.
What is changed on the way is told in README.md.
"""

import collections
import csv
import datetime
import gzip
import io
import json
import math
import pathlib
import re
import statistics
import sys

import taxonomy
import titles

HERE = pathlib.Path(__file__).parent
# Fixed, so that a second import changes nothing and whatever the shop says later is newer.
UPDATED_AT = "2026-01-01T00:00:00Z"
# Icecat's products, which benchmarks load beside the shop, have bare numbers as ids.
ID_PREFIX = "or-"
ORDER_COLUMNS = ["invoice", "stock_code", "quantity", "date", "unit_price", "customer", "country"]

Line = collections.namedtuple("Line", "invoice code description quantity date price customer country")


def read(path):
    """All order lines; stock codes in capitals, as the till wrote some in both forms."""
    opened = gzip.open(path, "rt", encoding="utf-8", newline="") if path.endswith(".gz") else open(path, encoding="utf-8", newline="")
    with opened as file:
        rows = csv.reader(file)
        next(rows)
        for invoice, code, description, quantity, date, price, customer, country in rows:
            yield Line(invoice, code.strip().upper(), " ".join(description.split()), int(quantity), date, price, customer, country)


def names_of(lines):
    """The commonest real description of each stock code; codes that are no article are left out."""
    seen = collections.defaultdict(collections.Counter)
    for line in lines:
        if line.description and not titles.is_note(line.description):
            seen[line.code][line.description] += 1
    names = {code: min(counts, key=lambda text: (-counts[text], text)) for code, counts in seen.items()}
    return {code: name for code, name in names.items() if not titles.is_charge(name)}


def median_prices(lines):
    """The median of the positive prices of each code, in pounds with two decimals."""
    prices = collections.defaultdict(list)
    for line in lines:
        if float(line.price) > 0:
            prices[line.code].append(round(float(line.price) * 100))
    return {code: "%.2f" % (statistics.median_low(values) / 100) for code, values in prices.items() if statistics.median_low(values)}


def stocks(lines):
    """Pieces on the shelf: two weeks of the sales of the last 60 days, else of the last 180, else none."""
    last = max(datetime.date.fromisoformat(line.date[:10]) for line in lines)
    recent, earlier = collections.Counter(), collections.Counter()
    for line in lines:
        age = (last - datetime.date.fromisoformat(line.date[:10])).days
        if age < 180:
            earlier[line.code] += line.quantity
        if age < 60:
            recent[line.code] += line.quantity
    return {
        code: math.ceil(recent[code] * 14 / 60) if recent[code] > 0 else max(0, math.ceil(earlier[code] * 14 / 180))
        for code in earlier
    }


def groups(product_titles):
    """Codes with one stem are variants (15056BL, 15056N, 15056P), if their titles share a word."""
    stems = collections.defaultdict(list)
    for code in product_titles:
        stem = re.fullmatch(r"(\d{5})[A-Z]{1,2}", code)
        if stem:
            stems[stem[1]].append(code)
    found = {}
    for stem, codes in stems.items():
        shared = set.intersection(*(set(product_titles[code].lower().split()) for code in codes))
        if len(codes) > 1 and shared:
            found.update((code, ID_PREFIX + stem) for code in codes)
    return found


def products(lines):
    names, prices, stock = names_of(lines), median_prices(lines), stocks(lines)
    writer = titles.Titles(names.values())
    product_titles = {code: writer.title_of(name) for code, name in names.items() if code in prices}
    group = groups(product_titles)
    for code in sorted(product_titles):
        title = product_titles[code]
        product = {"id": ID_PREFIX + code, "sku": code}
        if code in group:
            product["group"] = group[code]
        yield product | {
            "title": {"en": title},
            "category": taxonomy.category_of(title),
            "price": {"amount": prices[code], "currency": "GBP"},
            "stock": stock.get(code, 0),
            "attributes": taxonomy.attributes_of(title),
            "updatedAt": UPDATED_AT,
        }


def write(name, text):
    with open(HERE / name, "wb") as file, gzip.GzipFile("", "wb", 9, file, mtime=0) as packed:
        packed.write(text.encode("utf-8"))
    print("%s: %d bytes" % (name, (HERE / name).stat().st_size))


def write_products(all_products):
    write("products.jsonl.gz", "".join(json.dumps(product, ensure_ascii=False, separators=(",", ":")) + "\n" for product in all_products))


def write_orders(lines):
    text = io.StringIO()
    rows = csv.writer(text, lineterminator="\n")
    rows.writerow(ORDER_COLUMNS)
    rows.writerows((line.invoice, line.code, line.quantity, line.date, line.price, line.customer, line.country) for line in lines)
    write("orders.csv.gz", text.getvalue())


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    lines = list(read(sys.argv[1]))
    all_products = list(products(lines))
    write_products(all_products)
    write_orders(lines)
    other = sum(product["category"] == taxonomy.OTHER for product in all_products)
    print("%d products, %d order lines; category Other: %.1f %%" % (len(all_products), len(lines), 100 * other / len(all_products)))


if __name__ == "__main__":
    main()
