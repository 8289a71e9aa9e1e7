package org.vppworkbench.negotiation.agent;

import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.vppworkbench.model.market.Opportunity;
import org.vppworkbench.model.market.Product;
import org.vppworkbench.model.message.Terms;
import org.vppworkbench.model.time.Horizon;

/** Numbers and hours in plain words, with units, in local time. */
public record Wording(Horizon horizon) {
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    /** Local hour of delivery, such as {@code 19:00}. */
    public String at(Opportunity opportunity) {
        return horizon.localStart(Horizon.firstInterval(opportunity.hour())).format(CLOCK);
    }

    public static String price(double perMwh) {
        return String.format(Locale.ROOT, "%.2f $/MWh", Math.abs(perMwh) < 0.005 ? 0 : perMwh);
    }

    public static String kw(double kw) {
        return String.format(Locale.ROOT, "%.2f kW", kw);
    }

    public static String usd(double usd) {
        return String.format(Locale.ROOT, "%.2f $", Math.abs(usd) < 0.005 ? 0 : usd);
    }

    public static String terms(Terms terms) {
        return kw(terms.kw()) + " at " + price(terms.pricePerMwh());
    }

    public static String product(Product product) {
        return switch (product) {
            case ENERGY -> "energy";
            case SPIN -> "spinning reserve";
            case NONSPIN -> "non-spinning reserve";
        };
    }

    /** To be followed by what it costs: "Selling 5.00 kW at 19:00". */
    public String doing(Opportunity opportunity, double kw) {
        return opportunity.product().isReserve()
                ? "Holding " + kw(kw) + " of " + product(opportunity.product()) + " at " + at(opportunity)
                : "Selling " + kw(kw) + " at " + at(opportunity);
    }
}
