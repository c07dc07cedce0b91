package com.aisle.productformat;

import com.aisle.catalog.Money;
import java.math.BigDecimal;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * What makes a document a product beyond its schema: currencies and their decimals, times and
 * addresses that exist, text that is text. Looks only at documents that the schema accepts.
 */
final class DomainRules {

  private static final Set<String> CURRENCIES =
      Currency.getAvailableCurrencies().stream()
          .map(Currency::getCurrencyCode)
          .collect(Collectors.toUnmodifiableSet());

  private final List<Violation> violations = new ArrayList<>();

  private DomainRules() {}

  static List<Violation> violations(JsonNode document) {
    DomainRules rules = new DomainRules();
    rules.checkText("", document);
    rules.checkPrice(document.path("price"));
    rules.checkTime(document.path("updatedAt"));
    rules.checkImage(document.path("image"));
    rules.checkAttributeNames(document.path("attributes"));
    return rules.violations;
  }

  /** Queues refuse these characters, and a whole batch with them. */
  private void checkText(String where, JsonNode node) {
    if (node.isString() && !isText(node.stringValue())) {
      report(where, "holds a control character or half a character");
    }
    for (int i = 0; node.isArray() && i < node.size(); i++) {
      checkText(where + "/" + i, node.get(i));
    }
    for (Map.Entry<String, JsonNode> member : node.properties()) {
      String pointer = where + "/" + escape(member.getKey());
      if (!isText(member.getKey())) {
        report(pointer, "has a name with a control character or half a character");
      }
      checkText(pointer, member.getValue());
    }
  }

  private static boolean isText(String text) {
    return text.codePoints().allMatch(DomainRules::isText);
  }

  private static boolean isText(int codePoint) {
    boolean control =
        codePoint < ' ' && codePoint != '\t' && codePoint != '\n' && codePoint != '\r';
    boolean loneSurrogate = Character.getType(codePoint) == Character.SURROGATE;
    boolean nonCharacter = (codePoint & 0xFFFE) == 0xFFFE;
    return !control && !loneSurrogate && !nonCharacter;
  }

  private void checkPrice(JsonNode price) {
    if (price.isMissingNode()) {
      return;
    }
    String code = price.get("currency").stringValue();
    if (!CURRENCIES.contains(code)) {
      report("/price/currency", code + " is no currency of ISO 4217");
      return;
    }
    try {
      new Money(new BigDecimal(price.get("amount").stringValue()), Currency.getInstance(code));
    } catch (IllegalArgumentException e) {
      report("/price/amount", String.valueOf(e.getMessage()));
    }
  }

  private void checkTime(JsonNode time) {
    try {
      OffsetDateTime.parse(time.stringValue());
    } catch (DateTimeException e) {
      report("/updatedAt", time.stringValue() + " is no time of RFC 3339");
    }
  }

  private void checkImage(JsonNode image) {
    if (image.isMissingNode()) {
      return;
    }
    try {
      new URI(image.stringValue());
    } catch (URISyntaxException e) {
      report("/image", "is no address: " + e.getReason());
    }
  }

  private void checkAttributeNames(JsonNode attributes) {
    for (String name : attributes.propertyNames()) {
      if (!name.equals(name.toLowerCase(Locale.ROOT))) {
        report("/attributes/" + escape(name), "the name must be in lower case");
      }
    }
  }

  private void report(String where, String what) {
    violations.add(new Violation(where, what));
  }

  private static String escape(String name) {
    return name.replace("~", "~0").replace("/", "~1");
  }
}
