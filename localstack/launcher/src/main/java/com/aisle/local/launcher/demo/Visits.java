package com.aisle.local.launcher.demo;

import com.aisle.local.launcher.demo.Order.Line;
import com.aisle.local.launcher.shop.Device;
import com.aisle.local.launcher.shop.Sender;
import com.aisle.local.launcher.shop.Shopper;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.BiConsumer;
import java.util.random.RandomGenerator;
import tools.jackson.databind.node.ObjectNode;

/**
 * Visits that might have gone with the shop's orders. The source has none: one order in twenty gets
 * the visit in which it was placed (the others came by phone and letter, as they do to a
 * wholesaler), and around it are visits from which nothing came. Seeded by the orders.
 */
final class Visits {
  private static final int ORDERS_FOR_A_VISIT = 20;
  private static final int MOST_LINES = 4;
  private static final double OTHER_VISITS_OF_AN_ORDER = 0.8;
  private static final int REMEMBERED_PRODUCTS = 3_000;
  private static final int REMEMBERED_SHOPPERS = 1_500;
  private static final List<String> SOURCES =
      List.of("", "", "", "google", "google", "google", "newsletter", "bing", "instagram");

  private final Shift shift;
  private final Clock clock;
  private final BiConsumer<Sender, List<ObjectNode>> taker;
  private final List<String> products = new ArrayList<>();
  private final List<Shopper> shoppers = new ArrayList<>();
  private long visits;
  private double owed;

  /** Visits up to now; each is handed over whole. */
  Visits(Shift shift, Clock clock, BiConsumer<Sender, List<ObjectNode>> taker) {
    this.shift = shift;
    this.clock = clock;
    this.taker = taker;
  }

  long count() {
    return visits;
  }

  /** The visits that go with an order; orders come oldest first. */
  void around(Order order) {
    List<Line> lines = order.lines().stream().filter(Visits::isArticle).toList();
    if (order.isRefund() || lines.isEmpty()) {
      return;
    }
    RandomGenerator random = new SplittableRandom(order.invoice().hashCode() * 0x9E3779B97F4A7C15L);
    lines.forEach(line -> remember(products, line.product(), REMEMBERED_PRODUCTS, random));
    Sender sender = new Sender(Device.any(random), Countries.code(order.country()).orElse("GB"));
    Instant time = shift.apply(order.date());
    if (random.nextInt(ORDERS_FOR_A_VISIT) == 0) {
      Shopper buyer = order.shopper();
      remember(shoppers, buyer, REMEMBERED_SHOPPERS, random);
      handOver(sender, buying(order, lines, buyer, random), time);
    }
    for (owed += OTHER_VISITS_OF_AN_ORDER; owed >= 1; owed--) {
      Instant end = time.plus(Duration.ofMinutes(random.nextInt(-300, 480)));
      if (end.isBefore(clock.instant())) {
        handOver(sender, looking(order, random), end);
      }
    }
  }

  /** Postage, fees and vouchers are lines too. */
  private static boolean isArticle(Line line) {
    return line.product().matches("or-[0-9]{5}.*");
  }

  private Visit buying(Order order, List<Line> lines, Shopper buyer, RandomGenerator random) {
    Visit visit = visit(buyer, random, order);
    visit.seePage("/");
    for (Line line : lines.subList(0, Math.min(MOST_LINES, lines.size()))) {
      find(visit, line.product(), true, random);
      visit.addToCart(line.product(), line.quantity());
    }
    visit.checkOut();
    visit.purchase(order.invoice());
    return visit;
  }

  private Visit looking(Order order, RandomGenerator random) {
    Visit visit = visit(visitor(random), random, order);
    visit.seePage("/");
    int rounds = random.nextInt(100) < 38 ? 0 : 1 + random.nextInt(3);
    Optional<String> inCart = Optional.empty();
    for (int i = 0; i < rounds; i++) {
      String product = any(products, random);
      if (find(visit, product, random.nextInt(100) < 55, random) && random.nextInt(100) < 14) {
        visit.addToCart(product, 1 + random.nextInt(3));
        inCart = Optional.of(product);
      }
    }
    if (inCart.isPresent() && random.nextInt(100) < 12) {
      visit.removeFromCart(inCart.get());
    } else if (inCart.isPresent() && random.nextInt(100) < 35) {
      visit.checkOut();
    }
    return visit;
  }

  /** Whether the product was looked at in the end. */
  private boolean find(Visit visit, String product, boolean taken, RandomGenerator random) {
    int way = random.nextInt(100);
    if (way < 45) {
      visit.findBySearch(product, List.of(any(products, random), any(products, random)));
      return true;
    }
    if (way < 75) {
      visit.seePage("/category/" + product.charAt("or-".length()));
      visit.seeProduct(product);
      return true;
    }
    visit.findByRecommendation(product, any(products, random), taken);
    return taken;
  }

  private Visit visit(Shopper shopper, RandomGenerator random, Order order) {
    String id = "demo-%s-%d".formatted(order.invoice(), ++visits);
    String locale = order.country().equals("Hong Kong") ? "zh-Hant" : "en";
    return new Visit(id, shopper, any(SOURCES, random), locale, random);
  }

  /** Four in ten have been here before. */
  private Shopper visitor(RandomGenerator random) {
    if (!shoppers.isEmpty() && random.nextInt(100) < 40) {
      return any(shoppers, random);
    }
    Shopper shopper = new Shopper("demo-visitor-" + visits, Optional.empty());
    remember(shoppers, shopper, REMEMBERED_SHOPPERS, random);
    return shopper;
  }

  private void handOver(Sender sender, Visit visit, Instant end) {
    taker.accept(sender, visit.endingAt(end));
  }

  private static <T> T any(List<T> list, RandomGenerator random) {
    return list.get(random.nextInt(list.size()));
  }

  private static <T> void remember(List<T> list, T item, int most, RandomGenerator random) {
    if (list.size() < most) {
      list.add(item);
    } else {
      list.set(random.nextInt(most), item);
    }
  }
}
