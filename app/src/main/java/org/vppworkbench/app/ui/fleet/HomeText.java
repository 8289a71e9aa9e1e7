package org.vppworkbench.app.ui.fleet;

import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.Locale;
import java.util.stream.Collectors;
import org.vppworkbench.app.ui.control.Numbers;
import org.vppworkbench.model.fleet.Bess;
import org.vppworkbench.model.fleet.CarPlanKind;
import org.vppworkbench.model.fleet.Ev;
import org.vppworkbench.model.fleet.Home;
import org.vppworkbench.model.fleet.HomePlanKind;
import org.vppworkbench.model.fleet.NegotiatorStyle;
import org.vppworkbench.model.fleet.Preference;
import org.vppworkbench.model.fleet.Strength;
import org.vppworkbench.model.fleet.TariffPlan;
import org.vppworkbench.model.fleet.Trip;

/** A home in words. */
public final class HomeText {
    private HomeText() {}

    /** A retail plan in words. */
    public static String tariff(TariffPlan plan) {
        return switch (plan) {
            case TOU_D_PRIME_NBT -> "PRIME / NBT";
            case TOU_D_4_9PM_NEM2 -> "4–9PM / NEM2";
            case FLAT -> "flat";
            case WHOLESALE -> "wholesale";
        };
    }

    /** What the battery does without a contract. */
    public static String plan(HomePlanKind plan) {
        return switch (plan) {
            case BILL_OPTIMAL -> "bill-optimal";
            case SELF_CONSUMPTION -> "self-consumption";
            case TOU -> "time of use";
            case BACKUP_ONLY -> "backup only";
        };
    }

    /** When the car charges. */
    public static String carPlan(CarPlanKind plan) {
        return switch (plan) {
            case CHEAPEST -> "cheapest hours";
            case ON_ARRIVAL -> "on arrival";
            case OFF_PEAK -> "off-peak";
        };
    }

    /** Everything of a home that a filter may look for, in lower case. */
    static String searched(Home home) {
        StringBuilder words = new StringBuilder(160);
        words.append(home.id()).append(' ').append(home.homePlan()).append(' ').append(plan(home.homePlan())).append(' ')
                .append(tariff(home.tariff())).append(' ').append(home.loadProfile()).append(' ').append(style(home.style()));
        Bess bess = home.bess();
        if (bess != null) {
            words.append(" battery ").append(bess.product());
        }
        Ev ev = home.ev();
        if (ev != null) {
            words.append(" car ").append(ev.model()).append(ev.v2gKw() > 0 ? " v2g" : "");
        }
        if (home.pv() != null) {
            words.append(" solar ");
        }
        home.preferences().forEach(p -> words.append(' ').append(preference(p)));
        return words.toString().toLowerCase(Locale.ROOT);
    }

    static String car(Home home) {
        Ev ev = home.ev();
        return ev == null ? "–" : ev.model() + ", " + Numbers.format("%.0f kWh", ev.capacityKwh());
    }

    static String style(NegotiatorStyle style) {
        double beta = style.concessionExponent();
        return beta < 0.8 ? "Boulware" : beta > 1.25 ? "Conceder" : "linear";
    }

    static String preference(Preference preference) {
        String words = switch (preference) {
            case Preference.ReserveFloor p -> n("keep at least %.1f kWh in the battery", p.kwh()) + price(p, "kWh·h below");
            case Preference.EvReadyBy p -> n("%.1f kWh in the car ", p.kwh()) + p.when() + price(p, "kWh missing");
            case Preference.BlackoutWindow p -> "sell nothing from " + p.from() + " to " + p.to() + price(p, "kWh sold");
            case Preference.DailyDischargeCap p -> n("sell at most %.1f kWh a day", p.kwh()) + price(p, "kWh above");
            case Preference.PriceFloor p -> n("never below %.3f $/kWh", p.usdPerKwh());
            case Preference.MaxEventsPerDay p -> "at most " + p.count() + " contracts a day";
        };
        String strength = preference.strength() == Strength.HARD ? "HARD" : "SOFT";
        String source = preference.source().isEmpty() ? "" : "  “" + preference.source() + "”";
        return strength + "  " + words + source;
    }

    static String trip(Trip trip) {
        String days = trip.days().stream()
                .map((DayOfWeek d) -> d.getDisplayName(TextStyle.SHORT, Locale.ENGLISH))
                .collect(Collectors.joining(" "));
        return trip.departure() + "–" + trip.arrival() + n(", %.1f kWh, ", trip.drivenKwh()) + days
                + (trip.plugIn() ? "" : ", not plugged in afterwards");
    }

    static String all(Home home) {
        StringBuilder text = new StringBuilder();
        text.append("Load  ").append(home.loadProfile()).append(n(" × %.2f", home.loadScale())).append('\n');
        text.append(n("Meter  import up to %.0f kW, ", home.importLimitKw())).append(n("export up to %.0f kW", home.exportLimitKw())).append('\n');
        Bess b = home.bess();
        if (b != null) {
            text.append("\nBATTERY  ").append(b.product()).append('\n');
            text.append(n("%.1f kWh, ", b.capacityKwh())).append(n("charge %.1f kW, ", b.chargeKw())).append(n("discharge %.1f kW\n", b.dischargeKw()));
            text.append(n("round trip %.0f %%, ", 100 * b.roundTripEfficiency())).append(n("window %.0f", 100 * b.minSocFraction()))
                    .append(n("–%.0f %%, ", 100 * b.maxSocFraction())).append(n("starts at %.0f %%\n", 100 * b.initialSocFraction()));
            text.append(n("wear %.3f $ per kWh discharged\n", b.degradationPerKwh()));
        }
        Ev ev = home.ev();
        if (ev != null) {
            text.append("\nCAR  ").append(ev.model()).append('\n');
            text.append(n("%.1f kWh, ", ev.capacityKwh())).append(n("charger %.1f kW, ", ev.chargeKw())).append(n("starts at %.0f %%\n", 100 * ev.initialSocFraction()));
            ev.trips().forEach(trip -> text.append("Trip  ").append(trip(trip)).append('\n'));
        }
        text.append("\nPREFERENCES\n");
        if (home.preferences().isEmpty()) {
            text.append("none\n");
        }
        home.preferences().forEach(p -> text.append(preference(p)).append('\n'));
        text.append("\nAGENT (RULE)  ").append(style(home.style()))
                .append(n(", β = %.2f, ", home.style().concessionExponent())).append(n("opening markup %.2f\n", home.style().openingMarkup()));
        return text.toString();
    }

    private static String price(Preference p, String per) {
        return p.strength() == Strength.SOFT ? n(", %.2f $ per ", p.usdPerUnit()) + per : "";
    }

    private static String n(String format, double value) {
        return Numbers.format(format, value);
    }
}
