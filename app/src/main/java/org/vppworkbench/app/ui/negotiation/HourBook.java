package org.vppworkbench.app.ui.negotiation;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.model.event.EventLog;
import org.vppworkbench.model.event.LoggedEvent;
import org.vppworkbench.model.event.RunEvent;
import org.vppworkbench.model.market.ClearedOffer;
import org.vppworkbench.model.market.Opportunity;
import org.vppworkbench.model.physics.BindingConstraint;

/** What the events say of every hour beyond its colour: stakes, what homes could gain, prices. Grows with the log. */
final class HourBook {
    /**
     * An opportunity that nobody may trade.
     *
     * @param stakeUsd gross stake at the published price [$]
     */
    record Stake(Opportunity opportunity, double stakeUsd) {}

    /**
     * An opportunity that was open.
     *
     * @param homes asked
     * @param able homes that could deliver something
     * @param gaining homes whose own cost lies below the published price
     * @param best the home with the largest surplus at the published price, or {@code null} where none can deliver
     * @param bestSurplusUsd its surplus, below 0 where no home gains [$]
     * @param hindered homes that can deliver nothing, by what keeps them
     */
    record Chance(
            Opportunity opportunity, int homes, int able, int gaining, RunEvent.@Nullable Standing best, double bestSurplusUsd,
            Map<BindingConstraint, Integer> hindered) {
        Chance {
            hindered = Map.copyOf(hindered);
        }

        static Chance of(RunEvent.OpportunityOpened opened) {
            int able = 0;
            int gaining = 0;
            RunEvent.Standing best = null;
            double most = Double.NEGATIVE_INFINITY;
            Map<BindingConstraint, Integer> hindered = new EnumMap<>(BindingConstraint.class);
            for (RunEvent.Standing standing : opened.standings()) {
                if (standing.kw() <= 0) {
                    hindered.merge(standing.binding(), 1, Integer::sum);
                    continue;
                }
                able++;
                double surplus = standing.kw() * (opened.opportunity().forecastPrice() - standing.reservationPerMwh()) / 1000;
                gaining += surplus > 0 ? 1 : 0;
                if (surplus > most) {
                    most = surplus;
                    best = standing;
                }
            }
            return new Chance(
                    opened.opportunity(), opened.standings().size(), able, gaining, best, best == null ? 0 : most, hindered);
        }
    }

    /**
     * One hour.
     *
     * @param skipped below the minimum stake
     * @param chances that were open
     * @param offers that the market answered
     */
    record Page(List<Stake> skipped, List<Chance> chances, List<ClearedOffer> offers) {
        static Page empty() {
            return new Page(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        }
    }

    private final EventLog log;
    private final TreeMap<Integer, Page> pages = new TreeMap<>();
    private int read;

    HourBook(EventLog log) {
        this.log = log;
    }

    /** Reads the log up to a position. */
    void catchUp(int end) {
        if (end > read) {
            for (LoggedEvent logged : log.range(read, end)) {
                read(logged.event());
            }
            read = end;
        }
    }

    Optional<Page> page(int hour) {
        return Optional.ofNullable(pages.get(hour));
    }

    private void read(RunEvent event) {
        switch (event) {
            case RunEvent.OpportunitySkipped e -> of(e.opportunity()).skipped().add(new Stake(e.opportunity(), e.forecastStakeUsd()));
            case RunEvent.OpportunityOpened e -> of(e.opportunity()).chances().add(Chance.of(e));
            case RunEvent.OfferSettled e -> of(e.offer().opportunity()).offers().add(e.offer());
            default -> { }
        }
    }

    private Page of(Opportunity opportunity) {
        return pages.computeIfAbsent(opportunity.hour(), h -> Page.empty());
    }
}
