package org.vppworkbench.negotiation.persona;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Pattern;
import org.vppworkbench.model.market.Product;
import org.vppworkbench.model.message.Terms;
import org.vppworkbench.model.scenario.LanguageSettings.Guards;
import org.vppworkbench.model.time.Horizon;
import org.vppworkbench.negotiation.agent.Cents;

/**
 * Numbers and times as a model is told them, with units, and back again. The guards against a model that knows the week by
 * heart act here and nowhere else: all money is multiplied by the price scale, and days may go without their date.
 */
public record Figures(Horizon horizon, Guards guards) {
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
    private static final Pattern NUMBER = Pattern.compile("\\d+(?:[.,]\\d+)*");

    /** Whether prices are scaled, so that a number in foreign words would give the true ones away. */
    public boolean scaled() {
        return guards.priceScale() != 1;
    }

    /** A price as the model sees it, to the cent. */
    public String price(double perMwh, Product product) {
        return cents(shown(perMwh)) + " " + unit(product);
    }

    /** The same rounded up, so that asking it is not below what it stands for. */
    public String priceUp(double perMwh, Product product) {
        return cents(Cents.up(shown(perMwh))) + " " + unit(product);
    }

    /** What a price of the model means [$/MWh]. */
    public double unscaled(double shownPerMwh) {
        return shownPerMwh / guards.priceScale();
    }

    /** The largest price the model may name for a cap [$/MWh]. */
    public double shown(double perMwh) {
        return perMwh * guards.priceScale();
    }

    public String usd(double usd) {
        return String.format(Locale.ROOT, "%.3f $", usd * guards.priceScale());
    }

    public String perKwh(double usdPerKwh) {
        return String.format(Locale.ROOT, "%.3f $/kWh", usdPerKwh * guards.priceScale());
    }

    /** Kilowatts in whole watts, rounded down. */
    public static String kw(double kw) {
        return watts(kw) + " kW";
    }

    public static String kwh(double kwh) {
        return plain(BigDecimal.valueOf(kwh).setScale(2, RoundingMode.HALF_UP)) + " kWh";
    }

    public String terms(Terms terms, Product product) {
        return kw(terms.kw()) + " at " + price(terms.pricePerMwh(), product);
    }

    public static String unit(Product product) {
        return product.isReserve() ? "$/MW-h" : "$/MWh";
    }

    /** The local day that holds an hour: {@code day 2}, or its date. */
    public String day(int hour) {
        return guards.relativeDates() ? "day " + dayNumber(hour) : horizon.date(dayNumber(hour) - 1).toString();
    }

    /** The local day that holds an hour, from 1. */
    public int dayNumber(int hour) {
        return horizon.dayOf(Horizon.firstInterval(hour)) + 1;
    }

    /** Local beginning and end of an hour, such as {@code 19:00-20:00}. */
    public String clock(int hour) {
        ZonedDateTime start = horizon.localStart(Horizon.firstInterval(hour));
        return start.format(CLOCK) + "-" + start.plusHours(1).format(CLOCK);
    }

    /** Words of others under the same guards: no dates and weekdays where days are relative, no numbers where prices are scaled. */
    public String guarded(String words) {
        String undated = guards.relativeDates() ? SpokenDates.struck(words) : words;
        return scaled() ? NUMBER.matcher(undated).replaceAll("#") : undated;
    }

    /** Kilowatts in whole watts, rounded down, without the unit. */
    static String watts(double kw) {
        return plain(BigDecimal.valueOf(kw + 1e-9).setScale(3, RoundingMode.FLOOR));
    }

    /** Money with two decimals. */
    static String cents(double value) {
        return BigDecimal.valueOf(value).setScale(2, RoundingMode.HALF_UP).toPlainString();
    }

    private static String plain(BigDecimal value) {
        return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    }
}
