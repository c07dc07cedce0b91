package com.aisle.alerts;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How an alert stands.
 *
 * @param firing whether its condition held when it was last judged
 * @param since when that began
 * @param toldFiring whether the last message said that it holds
 * @param toldAt when that was; null before the first message
 * @param sendingSince when a run began to send a message that it has not finished; null otherwise
 * @param judgedAt when a number was last judged
 * @param value the number then
 * @param problem why the last run could not judge; null if it could
 */
record AlertState(
    boolean firing,
    @Nullable Instant since,
    boolean toldFiring,
    @Nullable Instant toldAt,
    @Nullable Instant sendingSince,
    @Nullable Instant judgedAt,
    @Nullable String value,
    @Nullable String problem) {

  /** A run that has not finished its message after so long has died. */
  private static final Duration LONGEST_SENDING = Duration.ofMinutes(2);

  static final AlertState NEW = new AlertState(false, null, false, null, null, null, null, null);

  /** What a message is about. */
  enum News {
    NONE,
    FIRED,
    REPEATED,
    RECOVERED
  }

  /** This after the number was judged. */
  AlertState judged(boolean holds, String number, Instant now) {
    Instant begun = since == null || holds != firing ? now : since;
    return new AlertState(holds, begun, toldFiring, toldAt, sendingSince, now, number, null);
  }

  /** This after the number could not be judged: no number is no zero, so nothing changes. */
  AlertState unjudged(String reason) {
    return new AlertState(firing, since, toldFiring, toldAt, sendingSince, judgedAt, value, reason);
  }

  /**
   * What is to be told now. It compares with what was told last, so that what came and went during
   * quiet hours is never told.
   */
  News news(AlertDefinition definition, Instant now) {
    boolean underWay = sendingSince != null && now.isBefore(sendingSince.plus(LONGEST_SENDING));
    if (underWay || definition.isQuiet(now)) {
      return News.NONE;
    }
    if (firing != toldFiring) {
      return firing ? News.FIRED : News.RECOVERED;
    }
    Duration repeatAfter = definition.repeatAfter();
    boolean repeat =
        firing && repeatAfter != null && toldAt != null && !now.isBefore(toldAt.plus(repeatAfter));
    return repeat ? News.REPEATED : News.NONE;
  }

  AlertState sending(Instant now) {
    return new AlertState(firing, since, toldFiring, toldAt, now, judgedAt, value, problem);
  }

  AlertState told(Instant now) {
    return new AlertState(firing, since, firing, now, null, judgedAt, value, problem);
  }
}
