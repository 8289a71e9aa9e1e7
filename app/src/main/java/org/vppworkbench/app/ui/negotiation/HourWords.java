package org.vppworkbench.app.ui.negotiation;

import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.app.ui.control.Numbers;
import org.vppworkbench.model.event.HourSummary;
import org.vppworkbench.model.event.RunEvent;
import org.vppworkbench.model.inputs.RunInputs;
import org.vppworkbench.model.market.ClearedOffer;
import org.vppworkbench.model.market.Opportunity;
import org.vppworkbench.model.time.Horizon;

/** What became of an hour or a day and why, in words with numbers; all of them from the events of the run. */
final class HourWords {
    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("EEE d MMM HH:mm", Locale.ENGLISH);
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEE d MMM", Locale.ENGLISH);

    private final RunInputs inputs;
    private final double minStakeUsd;
    private final HourBook book;
    private final IntFunction<@Nullable HourSummary> summaries;

    /**
     * @param minStakeUsd smallest gross stake that is traded [$]
     * @param summaries what became of an hour, {@code null} where it is not known
     */
    HourWords(RunInputs inputs, double minStakeUsd, HourBook book, IntFunction<@Nullable HourSummary> summaries) {
        this.inputs = inputs;
        this.minStakeUsd = minStakeUsd;
        this.book = book;
        this.summaries = summaries;
    }

    /** Heading of an hour: local time, and what became of it. */
    String title(int hour, @Nullable ZonedDateTime gate) {
        ZonedDateTime start = inputs.horizon().localStart(Horizon.firstInterval(hour));
        HourSummary summary = summaries.apply(hour);
        return HOUR.format(start) + "–" + CLOCK.format(start.plusHours(1)) + " · "
                + (summary == null ? "not computed yet" : TimelineStrip.words(summary.kind()))
                + (gate == null ? "" : " · traded " + HOUR.format(gate));
    }

    /** Everything known of an hour, a line a product. */
    List<String> lines(int hour) {
        HourBook.Page page = book.page(hour).orElse(null);
        HourSummary summary = summaries.apply(hour);
        List<String> lines = new ArrayList<>();
        if (page == null) {
            lines.add(summary == null ? "The run has not come here yet." : "Nothing was up for trade in this hour.");
            return lines;
        }
        page.chances().forEach(chance -> lines.add(chance(chance, page.offers())));
        page.skipped().forEach(stake -> lines.add(stake(stake)));
        if (summary != null && summary.proposals() + summary.refusals() > 0) {
            lines.add(summary.proposals() + " proposals, " + summary.refusals() + " refusals, " + summary.contracts() + " contracts");
        }
        return lines;
    }

    private String stake(HourBook.Stake stake) {
        Opportunity o = stake.opportunity();
        return Words.product(o.product()) + ": not traded. " + Words.kw(o.requiredKw()) + " at " + Words.price(o.product(), o.forecastPrice())
                + " expected is a stake of " + Words.usd(stake.stakeUsd()) + "; at the realised " + realised(o)
                + " it is below the minimum of " + Words.usd(minStakeUsd);
    }

    private String chance(HourBook.Chance chance, List<ClearedOffer> offers) {
        Opportunity o = chance.opportunity();
        String head = Words.product(o.product()) + ": up to " + Words.kw(o.requiredKw()) + ", published "
                + Words.price(o.product(), o.forecastPrice()) + ", realised " + realised(o);
        for (ClearedOffer offer : offers) {
            if (offer.opportunity().equals(o)) {
                double mean = offer.contracts().stream().mapToDouble(c -> c.kw() * c.pricePerMwh()).sum() / Math.max(1e-9, offer.totalKw());
                return head + ". " + (offer.cleared() ? "Sold " : "Offered, not cleared: ") + Words.kw(offer.totalKw()) + " by "
                        + offer.contracts().size() + (offer.contracts().size() == 1 ? " home" : " homes") + " at " + Words.price(o.product(), mean) + " on average";
            }
        }
        return head + ". " + why(chance);
    }

    /** Why an open opportunity brought no contract. */
    private static String why(HourBook.Chance chance) {
        Opportunity o = chance.opportunity();
        if (chance.homes() == 0) {
            return "What homes could gain is not recorded under this mechanism";
        }
        RunEvent.Standing best = chance.best();
        if (best == null) {
            return "None of " + chance.homes() + " homes can deliver: " + hindered(chance);
        }
        if (chance.gaining() == 0) {
            return "No hour pays more than a home’s own bill here: the cheapest is " + best.prosumer() + " at "
                    + Words.price(o.product(), best.reservationPerMwh()) + ", a surplus of " + Numbers.format("%.3f $", chance.bestSurplusUsd())
                    + " for " + Words.kw(best.kw()) + (chance.hindered().isEmpty() ? "" : "; " + hindered(chance));
        }
        return chance.gaining() + " of " + chance.homes() + " homes could gain, most " + best.prosumer() + " with "
                + Numbers.format("%.3f $", chance.bestSurplusUsd()) + " (" + Words.kw(best.kw()) + " at a cost of "
                + Words.price(o.product(), best.reservationPerMwh()) + "); no contract came of it";
    }

    private static String hindered(HourBook.Chance chance) {
        return chance.hindered().entrySet().stream()
                .sorted(Map.Entry.<org.vppworkbench.model.physics.BindingConstraint, Integer>comparingByValue().reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .map(e -> e.getValue() + " × " + e.getKey().words())
                .collect(Collectors.joining(", "));
    }

    private String realised(Opportunity o) {
        return Words.price(o.product(), inputs.prices().hourMean(o.product(), o.hour()));
    }

    /** A day in a line: what was sold, or why nothing was worth trading; what is not computed yet is said. */
    String day(int day) {
        Horizon horizon = inputs.horizon();
        String name = DAY.format(horizon.date(day)) + ": ";
        int first = Horizon.hourOf(horizon.dayStart(day));
        int end = Horizon.hourOf(horizon.dayStart(day + 1));
        int known = 0;
        int traded = 0;
        double energyKwh = 0;
        double reserveKwh = 0;
        HourBook.Stake stake = null;
        HourBook.Chance chance = null;
        for (int hour = first; hour < end; hour++) {
            HourSummary summary = summaries.apply(hour);
            if (summary == null) {
                continue;
            }
            known++;
            traded += summary.kind() == HourSummary.Kind.TRADED ? 1 : 0;
            energyKwh += summary.soldKw();
            reserveKwh += summary.reserveKw();
            HourBook.Page page = book.page(hour).orElse(HourBook.Page.empty());
            for (HourBook.Stake s : page.skipped()) {
                stake = stake == null || s.stakeUsd() > stake.stakeUsd() ? s : stake;
            }
            for (HourBook.Chance c : page.chances()) {
                boolean better = c.best() != null && (chance == null || c.bestSurplusUsd() > chance.bestSurplusUsd());
                chance = better ? c : chance;
            }
        }
        String rest = known < end - first ? " (" + known + " of " + (end - first) + " hours computed)" : "";
        if (known == 0) {
            return name + "not computed yet";
        }
        if (traded > 0) {
            return name + traded + (traded == 1 ? " hour" : " hours") + " with contracts, " + Numbers.format("%.1f kWh energy", energyKwh)
                    + (reserveKwh > 0 ? " and " + Numbers.format("%.1f", reserveKwh) + " kW-h reserve" : "") + " sold" + rest;
        }
        return name + "nothing was worth trading" + rest + ". " + quiet(stake, chance);
    }

    private String quiet(HourBook.@Nullable Stake stake, HourBook.@Nullable Chance chance) {
        List<String> reasons = new ArrayList<>();
        if (chance != null) {
            Opportunity o = chance.opportunity();
            reasons.add("Best surplus of an open hour: " + Numbers.format("%.3f $", chance.bestSurplusUsd()) + " (" + Words.brief(o.product())
                    + " at " + at(o) + ", published " + Words.price(o.product(), o.forecastPrice()) + ")");
        }
        if (stake != null) {
            Opportunity o = stake.opportunity();
            reasons.add("Largest stake left out: " + Words.usd(stake.stakeUsd()) + " (" + Words.brief(o.product()) + " at " + at(o)
                    + "), minimum " + Words.usd(minStakeUsd));
        }
        return reasons.isEmpty() ? "Nothing was up for trade" : String.join(". ", reasons);
    }

    private String at(Opportunity o) {
        return CLOCK.format(inputs.horizon().localStart(Horizon.firstInterval(o.hour())));
    }
}
