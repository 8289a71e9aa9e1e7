package org.vppworkbench.model.metrics;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.vppworkbench.model.event.EventSink;
import org.vppworkbench.model.event.LoggedEvent;
import org.vppworkbench.model.event.RunEvent;
import org.vppworkbench.model.market.ClearedOffer;
import org.vppworkbench.model.market.CoalitionSolver;
import org.vppworkbench.model.market.Contract;
import org.vppworkbench.model.market.MeritOrderCoalition;
import org.vppworkbench.model.market.Opportunity;
import org.vppworkbench.model.message.NegotiationMessage;

/** Folds the event stream into {@link ProcessCounts}. */
public final class ProcessObserver implements EventSink {
    private final Map<String, Double> possible = new HashMap<>();
    private final Map<String, Boolean> countered = new HashMap<>();
    private int traded;
    private int rounds;
    private int messages;
    private int judged;
    private int invalid;
    private int infeasible;
    private int refusals;
    private int rejections;
    private int counterAcceptances;
    private double lost;

    @Override
    public void accept(LoggedEvent logged) {
        switch (logged.event()) {
            case RunEvent.OpportunityOpened opened -> opened(opened);
            case RunEvent.MessageSent sent -> message(sent);
            case RunEvent.OfferSettled settled -> settled(settled.offer());
            case RunEvent.OpportunityClosed closed -> {
                rounds += closed.rounds();
                traded += closed.outcome() == RunEvent.Outcome.TRADED ? 1 : 0;
            }
            default -> {}
        }
    }

    private void opened(RunEvent.OpportunityOpened opened) {
        Opportunity opportunity = opened.opportunity();
        List<CoalitionSolver.Ask> truthful = new ArrayList<>();
        for (RunEvent.Standing standing : opened.standings()) {
            if (standing.kw() > 0) {
                truthful.add(new CoalitionSolver.Ask(standing.prosumer(), standing.kw(), standing.reservationPerMwh()));
            }
        }
        double best = new MeritOrderCoalition()
                .solve(truthful, opportunity.forecastPrice(), opportunity.requiredKw())
                .expectedProfitUsd();
        possible.put(opportunity.id(), best);
        lost += best;
    }

    private void message(RunEvent.MessageSent sent) {
        messages++;
        NegotiationMessage message = sent.message();
        judged++;
        switch (message) {
            case NegotiationMessage.Refusal r -> refusals++;
            case NegotiationMessage.Rejection r -> rejections++;
            case NegotiationMessage.CounterOffer c -> countered.put(c.envelope().id(), true);
            case NegotiationMessage.Acceptance a -> {
                String answered = a.envelope().inReplyTo();
                if (answered != null && countered.containsKey(answered)) {
                    counterAcceptances++;
                }
            }
            default -> {}
        }
        if (!sent.verdict().passed()) {
            if (sent.verdict().check().equals("physics")) {
                infeasible++;
            } else {
                invalid++;
            }
        }
    }

    private void settled(ClearedOffer offer) {
        if (!offer.cleared()) {
            return;
        }
        for (Contract contract : offer.contracts()) {
            lost -= (offer.opportunity().forecastPrice() - contract.reservationPerMwh()) * contract.kw() / 1000;
        }
    }

    public ProcessCounts counts() {
        return new ProcessCounts(
                possible.size(),
                traded,
                rounds,
                messages,
                judged,
                invalid,
                infeasible,
                refusals,
                rejections,
                counterAcceptances,
                lost);
    }
}
