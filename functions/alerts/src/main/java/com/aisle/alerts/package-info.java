/** Alerts: conditions on numbers of reports, looked at on a schedule, told to a topic. */
@NullMarked
package com.aisle.alerts;

import org.jspecify.annotations.NullMarked;
