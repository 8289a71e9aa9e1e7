package org.vppworkbench.app.cli;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.vppworkbench.model.time.Horizon;
import org.vppworkbench.optimizer.explain.Explanation;
import org.vppworkbench.optimizer.explain.LimitPrice;
import org.vppworkbench.optimizer.explain.RequiredPrice;
import org.vppworkbench.optimizer.explain.WhyNotMore;

/** What binds in an optimum, in two dozen lines; {@code explanations.csv} holds all of it. */
final class ExplanationTable {
    private static final int ROWS = 8;

    private ExplanationTable() {}

    static void print(Explanation explanation, Horizon horizon, Console console) {
        console.line("");
        console.line("  more bought would earn        hour               bought      sold  $/kW, the hour");
        List<RequiredPrice> required = explanation.required().stream()
                .filter(price -> price.hourUsdPerKw() > 0)
                .sorted((a, b) -> Double.compare(b.hourUsdPerKw(), a.hourUsdPerKw()))
                .limit(ROWS)
                .toList();
        for (RequiredPrice price : required) {
            console.line(String.format(Locale.ROOT, "  %-28s  %-16s %7.2f kW %6.2f kW  %.4f", price.product(),
                    horizon.localStart(Horizon.firstInterval(price.hour())).toLocalDateTime(), price.requiredKw(),
                    price.providedKw(), price.hourUsdPerKw()));
        }
        console.line("");
        console.line("  relief of a home's limit would earn, at the optimum");
        for (LimitPrice price : explanation.dearest(ROWS)) {
            console.line(String.format(Locale.ROOT, "  %-28s  %-18s %7.2f %-11s  %.4f $ per unit%s%s", price.home(), price.limit(),
                    price.value(), price.limit().unit(), price.slopeUsdPerUnit(), bound(price),
                    most(price, horizon)));
        }
        Map<WhyNotMore.Reason, Integer> counts = new EnumMap<>(WhyNotMore.Reason.class);
        explanation.reasons().forEach(why -> counts.merge(why.reason(), 1, Integer::sum));
        console.line("");
        console.line("  why not more, home by home, product and hour");
        counts.forEach((reason, count) -> console.line(String.format(Locale.ROOT, "  %-54s  %d", reason.words(), count)));
    }

    /** What is proven, where that is more than the slope: for power in quarter hours that are split. */
    private static String bound(LimitPrice price) {
        return price.usdPerUnit() - price.slopeUsdPerUnit() < 1e-4
                ? ""
                : String.format(Locale.ROOT, " (at most %.4f)", price.usdPerUnit());
    }

    /** The hour, or day, with the largest part in a price. */
    private static String most(LimitPrice price, Horizon horizon) {
        return price.parts().stream()
                .max(Comparator.comparingDouble(LimitPrice.Part::slopeUsdPerUnit))
                .map(part -> String.format(Locale.ROOT, ", of it %.4f %s", part.slopeUsdPerUnit(), price.limit().perDay()
                        ? "on " + horizon.localStart(horizon.dayStart(part.number())).toLocalDate()
                        : "in the hour of " + horizon.localStart(Horizon.firstInterval(part.number())).toLocalDateTime()))
                .orElse("");
    }
}
