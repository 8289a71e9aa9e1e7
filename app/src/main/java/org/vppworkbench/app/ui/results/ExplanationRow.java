package org.vppworkbench.app.ui.results;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.app.ui.control.Numbers;
import org.vppworkbench.app.ui.negotiation.Words;
import org.vppworkbench.model.market.Product;
import org.vppworkbench.model.time.Horizon;
import org.vppworkbench.optimizer.explain.Explanation;
import org.vppworkbench.optimizer.explain.HomeLimit;
import org.vppworkbench.optimizer.explain.LimitPrice;
import org.vppworkbench.optimizer.explain.RequiredPrice;
import org.vppworkbench.optimizer.explain.WhyNotMore;

/**
 * One thing that binds in an optimum, or does not.
 *
 * @param kind which table it belongs to
 * @param hour local beginning of the hour, or of the day, {@code null} where it is about the whole run
 * @param home id, or empty where it is about the fleet
 * @param product what is sold, or {@code null}
 * @param soldKw what the optimum sells there, mean over the hour; NaN where it is about the whole run [kW]
 * @param what the constraint
 * @param limit as it is [unit]
 * @param used how much of it is used; NaN where it is about the whole run [unit]
 * @param unit of limit and use
 * @param usd what relief is worth [$ per kW throughout the hour, or per unit over the run]
 * @param detail all of it in a sentence
 */
public record ExplanationRow(
        Kind kind,
        @Nullable LocalDateTime hour,
        String home,
        @Nullable Product product,
        double soldKw,
        String what,
        double limit,
        double used,
        String unit,
        double usd,
        String detail) {

    /** The tables. */
    public enum Kind {
        REQUIRED("If more were bought", "What one more kW of D in an hour would earn the fleet, at most"),
        LIMITS("Limits of homes", "What relief of a home's limit would be worth at most, over the whole run (no hour named) or in one hour or day"),
        REASONS("Why not more", "What keeps a home from selling more of a product in an hour");

        private final String text;
        private final String tooltip;

        Kind(String text, String tooltip) {
            this.text = text;
            this.tooltip = tooltip;
        }

        public String text() {
            return text;
        }

        public String tooltip() {
            return tooltip;
        }
    }

    /** Less than is shown [$]. */
    private static final double LEAST_USD = 5e-5;

    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("EEE d MMM HH:mm", Locale.ENGLISH);

    /** All of an explanation. */
    static List<ExplanationRow> of(Explanation explanation, Horizon horizon) {
        List<ExplanationRow> rows = new ArrayList<>();
        explanation.required().forEach(price -> rows.add(required(price, local(horizon, price.hour()))));
        explanation.limits().forEach(price -> rows.addAll(limits(price, horizon)));
        // what is worth most first
        rows.sort(Comparator.comparing(ExplanationRow::kind).thenComparing(Comparator.comparingDouble(ExplanationRow::usd).reversed()));
        explanation.reasons().forEach(why -> rows.add(reason(why, local(horizon, why.hour()))));
        return rows;
    }

    /** An hour as people read it. */
    static String text(@Nullable LocalDateTime hour) {
        return hour == null ? "" : HOUR.format(hour);
    }

    private static LocalDateTime local(Horizon horizon, int hour) {
        return horizon.localStart(Horizon.firstInterval(hour)).toLocalDateTime();
    }

    private static ExplanationRow required(RequiredPrice price, LocalDateTime hour) {
        double usd = price.hourUsdPerKw();
        String bought = String.format(Locale.ROOT, "%s, %s: the aggregator buys at most %.2f kW, the optimum sells %.2f kW. ",
                text(hour), Words.product(price.product()).toLowerCase(Locale.ROOT), price.requiredKw(), price.providedKw());
        String worth = usd > LEAST_USD
                ? Numbers.format("One more kW throughout the hour would earn the fleet %.4f $ at most.", usd)
                : "More bought would earn nothing: what is bought is not used up.";
        return new ExplanationRow(Kind.REQUIRED, hour, "", price.product(), price.providedKw(), "required by the aggregator",
                price.requiredKw(), price.providedKw(), "kW", usd, bought + worth);
    }

    /** Relief over the whole run first, then of single hours or days. */
    private static List<ExplanationRow> limits(LimitPrice price, Horizon horizon) {
        List<ExplanationRow> rows = new ArrayList<>();
        rows.add(limit(price, null, "over the whole run", price.usdPerUnit()));
        for (LimitPrice.Part part : price.parts()) {
            LocalDateTime when = price.limit().perDay()
                    ? horizon.localStart(horizon.dayStart(part.number())).toLocalDateTime()
                    : local(horizon, part.number());
            rows.add(limit(price, when, price.limit().perDay() ? "on this day" : "in this hour", part.usdPerUnit()));
        }
        return rows;
    }

    private static ExplanationRow limit(LimitPrice price, @Nullable LocalDateTime when, String span, double usd) {
        String detail = String.format(Locale.ROOT, "%s%s, %s of %.2f %s: one %s %s %s would be worth %.4f $ at most.",
                when == null ? "" : text(when) + ", ", price.home(), words(price.limit()), price.value(), price.limit().unit(),
                price.limit().perDay() ? "kWh" : price.limit().unit(), isFloor(price.limit()) ? "less" : "more", span, usd);
        return new ExplanationRow(Kind.LIMITS, when, price.home(), null, Double.NaN, words(price.limit()), price.value(),
                Double.NaN, price.limit().unit(), usd, detail);
    }

    private static ExplanationRow reason(WhyNotMore why, LocalDateTime hour) {
        String unit = why.reason().unit();
        String sold = String.format(Locale.ROOT, "%s, %s: %s sells %.2f kW of %s", why.home(), text(hour), "the optimum",
                why.soldKw(), Words.product(why.product()).toLowerCase(Locale.ROOT));
        String because = switch (why.reason()) {
            case REQUIRED -> String.format(Locale.ROOT,
                    "; no more is bought: the fleet sells %.2f of %.2f kW", why.used(), why.limit());
            case BLACKOUT -> "; the owner sells nothing in this hour";
            case NO_DEVICE -> "; there is no battery, and no car that could discharge is plugged in";
            case DISCHARGE_POWER -> String.format(Locale.ROOT,
                    "; battery and car give all the power they have, %.2f of %.2f kW", why.used(), why.limit());
            case RESERVE_ENERGY -> String.format(Locale.ROOT,
                    "; the %.2f kWh stored above the floor sustain no more reserve for 30 minutes", why.used());
            case DAILY_CAP -> String.format(Locale.ROOT,
                    "; the owner's cap for the day is used up, %.2f of %.2f kWh", why.used(), why.limit());
            case METER_LIMIT -> String.format(Locale.ROOT,
                    "; the meter is at its limit, %.2f of %.2f kW", why.used(), why.limit());
            case CAR_AWAY -> "; only the car could discharge, and it is away";
            case STORED_ENERGY -> String.format(Locale.ROOT,
                    "; battery or car is down to what must be left in it, %.2f of %.2f kWh", why.used(), why.limit());
            case NOTHING_TO_GAIN -> elsewhere(why, "nothing to gain");
            case WORTH_AS_MUCH_ELSEWHERE -> elsewhere(why, "nothing binds, and it earns as much elsewhere");
        };
        String worth = why.usdPerKw() > LEAST_USD
                ? Numbers.format(". One more kW throughout the hour would be worth %.4f $ at most.", why.usdPerKw())
                : ".";
        return new ExplanationRow(Kind.REASONS, hour, why.home(), why.product(), why.soldKw(), why.reason().words(), why.limit(),
                why.used(), unit, why.usdPerKw(), sold + because + worth);
    }

    private static String elsewhere(WhyNotMore why, String words) {
        return String.format(Locale.ROOT, "; %s: selling costs %.2f $/%s here, the market pays %.2f $", words, why.limit(),
                why.product().isReserve() ? "MW-h" : "MWh", why.used());
    }

    private static boolean isFloor(HomeLimit limit) {
        return limit == HomeLimit.BATTERY_FLOOR || limit == HomeLimit.CAR_FLOOR || limit == HomeLimit.CAR_NEED;
    }

    private static String words(HomeLimit limit) {
        return switch (limit) {
            case BATTERY_CHARGE -> "charge power of the battery";
            case BATTERY_DISCHARGE -> "discharge power of the battery";
            case BATTERY_ENERGY -> "capacity of the battery";
            case BATTERY_FLOOR -> "floor of the battery";
            case DAILY_CAP -> "owner's cap per day";
            case CAR_CHARGE -> "charge power of the car";
            case CAR_DISCHARGE -> "discharge power of the car";
            case CAR_ENERGY -> "capacity of the car";
            case CAR_FLOOR -> "floor of the car";
            case CAR_NEED -> "energy needed in the car";
            case IMPORT_LIMIT -> "import limit of the meter";
            case EXPORT_LIMIT -> "export limit of the meter";
        };
    }
}
