package org.vppworkbench.app.figure;

import org.jfree.chart.axis.DateTickUnit;
import org.jfree.chart.axis.DateTickUnitType;

/** How many days lie between two dates on an axis as wide as a page, and what a date looks like there. */
final class DayTicks {
    /** Dates that stand beside each other on {@link Figure#TWO_COLUMNS}, beside a colour legend too. */
    private static final int MOST_DATES = 10;

    /** Shown days up to which there is room for the day of the week. */
    private static final int DAYS_WITH_NAMES = 9;

    private DayTicks() {}

    static DateTickUnit unit(int days) {
        return new DateTickUnit(DateTickUnitType.DAY, Math.max(1, Math.ceilDiv(days, MOST_DATES)));
    }

    static String pattern(int days) {
        return days <= DAYS_WITH_NAMES ? "EEE d MMM" : days <= 366 ? "d MMM" : "d MMM yy";
    }
}
