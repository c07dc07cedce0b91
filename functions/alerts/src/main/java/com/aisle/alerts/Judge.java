package com.aisle.alerts;

import com.aisle.alerts.AlertDefinition.Range;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** Looks at the numbers of an alert. */
final class Judge {

  private final ReportSource reports;

  Judge(ReportSource reports) {
    this.reports = reports;
  }

  /**
   * Whether the alert's condition holds now.
   *
   * @throws ReportUnavailableException when that cannot be told
   */
  Judgement judge(AlertDefinition alert, Instant now) {
    ReportNumbers numbers = numbers(alert, alert.range(now));
    BigDecimal value = value(alert, numbers);
    return switch (alert.condition()) {
      case Condition.Above(BigDecimal limit) -> {
        requireEnough(alert, numbers);
        yield new Judgement(value.compareTo(limit) > 0, value, limit, null);
      }
      case Condition.Below(BigDecimal limit) -> {
        requireEnough(alert, numbers);
        yield new Judgement(value.compareTo(limit) < 0, value, limit, null);
      }
      case Condition.Change change -> {
        ReportNumbers before = numbers(alert, alert.earlier(now, change.against()));
        requireEnough(alert, before);
        yield judge(change, value, value(alert, before));
      }
    };
  }

  private static Judgement judge(Condition.Change change, BigDecimal value, BigDecimal earlier) {
    if (earlier.signum() == 0) {
      throw new ReportUnavailableException("the earlier number is 0: no change can be told");
    }
    BigDecimal difference = Condition.Change.of(value, earlier);
    boolean enough = difference.abs().compareTo(change.by()) >= 0;
    boolean meant =
        switch (change.direction()) {
          case UP -> difference.signum() > 0;
          case DOWN -> difference.signum() < 0;
          case ANY -> true;
        };
    return new Judgement(enough && meant, value, change.by(), earlier);
  }

  private static BigDecimal value(AlertDefinition alert, ReportNumbers numbers) {
    BigDecimal measure = numbers.measure(alert.measure(), alert.row());
    if (alert.per() == null) {
      return measure;
    }
    BigDecimal per = numbers.measure(alert.per(), alert.row());
    if (per.signum() == 0) {
      throw new ReportUnavailableException(alert.per() + " is 0: nothing to divide by");
    }
    return measure.divide(per, 6, RoundingMode.HALF_EVEN).stripTrailingZeros();
  }

  private static void requireEnough(AlertDefinition alert, ReportNumbers numbers) {
    BigDecimal minimum = alert.minimum();
    if (minimum == null) {
      return;
    }
    BigDecimal count = numbers.measure(alert.minimumOf(), alert.row());
    if (count.compareTo(minimum) < 0) {
      throw new ReportUnavailableException(
          "%s is %s, too few to judge".formatted(alert.minimumOf(), count.toPlainString()));
    }
  }

  private ReportNumbers numbers(AlertDefinition alert, Range range) {
    Map<String, String> parameters = new HashMap<>(alert.parameters());
    parameters.put("from", range.from().toString());
    parameters.put("to", range.to().toString());
    parameters.put("timezone", alert.timezone().getId());
    return new ReportNumbers(reports.get(alert.report(), parameters));
  }
}
