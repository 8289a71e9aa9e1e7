package org.vppworkbench.model.metrics;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.model.event.EventSink;
import org.vppworkbench.model.event.LoggedEvent;
import org.vppworkbench.model.event.RunEvent;
import org.vppworkbench.model.market.ClearedOffer;
import org.vppworkbench.model.market.CoalitionSolver;
import org.vppworkbench.model.market.Contract;
import org.vppworkbench.model.market.MarketRules;
import org.vppworkbench.model.market.MeritOrderCoalition;
import org.vppworkbench.model.market.Opportunity;
import org.vppworkbench.model.message.Envelope;
import org.vppworkbench.model.message.MessageSource;
import org.vppworkbench.model.message.NegotiationMessage;
import org.vppworkbench.model.metrics.behaviour.BehaviourObserver;
import org.vppworkbench.model.simulation.PresentationOrder;

/** Folds the event stream into a {@link ProcessRecord}. */
public final class ProcessObserver implements EventSink {
    /** A price is below the reservation if it is by more than this [$/MWh]. */
    private static final double PRICE = 1e-6;

    /** Less than this is rounding [$]. */
    private static final double DEFICIT_USD = 1e-6;

    /** Check on record where the budget of a model left no decision. */
    private static final String BUDGET = "budget";

    private final MarketRules rules;
    private final BehaviourObserver behaviour;
    private final TreeMap<Integer, Map<ProcessCount, Double>> hours = new TreeMap<>();
    private final Map<String, OfferBook> books = new LinkedHashMap<>();
    private final Set<String> countered = new HashSet<>();
    private final Set<String> waiting = new HashSet<>();
    private final Set<String> talks = new HashSet<>();
    private final List<Opportunity> skipped = new ArrayList<>();
    private @Nullable String lastRefused;
    private RunEvent.@Nullable PricesCoordinated plan;

    /**
     * Of a run whose agents hear the homes in the order of the fleet and see prices as they are.
     *
     * @param rules what offers the best coalition may make
     */
    public ProcessObserver(MarketRules rules) {
        this(rules, PresentationOrder.FLEET, 1);
    }

    /**
     * @param rules what offers the best coalition may make
     * @param order in which homes are presented to the agent that chooses among them
     * @param priceScale factor on all prices the agents see, above 0
     */
    public ProcessObserver(MarketRules rules, PresentationOrder order, double priceScale) {
        this.rules = rules;
        this.behaviour = new BehaviourObserver(rules, order, priceScale);
    }

    @Override
    public void accept(LoggedEvent logged) {
        switch (logged.event()) {
            case RunEvent.OpportunitySkipped none -> {
                add(none.opportunity().hour(), ProcessCount.SKIPPED, 1);
                skipped.add(none.opportunity());
            }
            case RunEvent.OpportunityOpened opened -> opened(opened);
            case RunEvent.PricesCoordinated agreed -> plan = agreed;
            case RunEvent.MessageSent sent -> message(sent);
            case RunEvent.AgentDecided decided -> decided(decided);
            case RunEvent.CoalitionFormed formed -> {
                Double gap = formed.gapUsd();
                add(formed.opportunity().hour(), ProcessCount.COALITION_GAP_USD, gap == null ? 0 : gap);
            }
            case RunEvent.OfferSettled settled -> settled(settled.offer());
            case RunEvent.OpportunityClosed closed -> closed(closed);
            default -> {}
        }
    }

    /** What was counted so far. */
    public ProcessRecord record() {
        TreeMap<Integer, ProcessCounts> counts = new TreeMap<>();
        hours.forEach((hour, values) -> counts.put(hour, new ProcessCounts(values)));
        List<SeenOffer> offers = new ArrayList<>();
        books.values().forEach(book -> offers.addAll(book.seen()));
        return new ProcessRecord(counts, offers, skipped, plan, behaviour.record());
    }

    private void opened(RunEvent.OpportunityOpened opened) {
        Opportunity opportunity = opened.opportunity();
        List<CoalitionSolver.Ask> truthful = new ArrayList<>();
        for (RunEvent.Standing standing : opened.standings()) {
            if (standing.kw() > 0) {
                truthful.add(new CoalitionSolver.Ask(standing.prosumer(), standing.kw(), standing.reservationPerMwh()));
            }
        }
        CoalitionSolver.Coalition best = new MeritOrderCoalition()
                .solve(truthful, opportunity.forecastPrice(), opportunity.requiredKw(), rules);
        add(opportunity.hour(), ProcessCount.OPPORTUNITIES, 1);
        add(opportunity.hour(), ProcessCount.ZONE_USD, best.expectedProfitUsd());
        behaviour.opened(opened, bought(opened.standings(), best.kw()));
        books.put(opportunity.id(), new OfferBook(opportunity, opened.standings()));
    }

    /** What is bought of every standing; the coalition knows those that offer something. */
    private static List<Double> bought(List<RunEvent.Standing> standings, List<Double> kw) {
        List<Double> bought = new ArrayList<>();
        int next = 0;
        for (RunEvent.Standing standing : standings) {
            bought.add(standing.kw() > 0 ? kw.get(next++) : 0);
        }
        return bought;
    }

    private void message(RunEvent.MessageSent sent) {
        NegotiationMessage message = sent.message();
        Envelope envelope = message.envelope();
        int hour = envelope.hour();
        add(hour, ProcessCount.MESSAGES, 1);
        if (message instanceof NegotiationMessage.ProtocolViolation refused && refused.rule().equals(BUDGET)) {
            // where the budget of a model is spent nobody decides: it is no reply that was refused
            lastRefused = null;
            return;
        }
        boolean reply = !(message instanceof NegotiationMessage.CallForProposals)
                && !(message instanceof NegotiationMessage.Award);
        add(hour, ProcessCount.REPLIES, reply ? 1 : 0);
        switch (message) {
            case NegotiationMessage.Proposal p -> talk(envelope);
            case NegotiationMessage.Refusal r -> add(hour, ProcessCount.REFUSALS, 1);
            case NegotiationMessage.Rejection r -> add(hour, ProcessCount.REJECTIONS, 1);
            case NegotiationMessage.CounterOffer c -> {
                countered.add(envelope.id());
                talk(envelope);
            }
            case NegotiationMessage.Acceptance a -> {
                String answered = envelope.inReplyTo();
                add(hour, ProcessCount.COUNTER_ACCEPTANCES, answered != null && countered.contains(answered) ? 1 : 0);
                talk(envelope);
            }
            default -> {}
        }
        verdict(sent);
        behaviour.message(sent);
        OfferBook book = books.get(opportunity(envelope));
        if (book != null && sent.verdict().passed()) {
            book.message(message, sent.whatIf());
        }
    }

    private void verdict(RunEvent.MessageSent sent) {
        Envelope envelope = sent.message().envelope();
        String turn = opportunity(envelope) + "/r" + envelope.round() + "/" + envelope.sender() + "/" + envelope.receiver();
        if (sent.verdict().passed()) {
            lastRefused = null;
            return;
        }
        boolean physics = sent.verdict().check().equals("physics");
        add(envelope.hour(), physics ? ProcessCount.INFEASIBLE : ProcessCount.INVALID, 1);
        boolean again = envelope.source() == MessageSource.RULE && turn.equals(lastRefused);
        add(envelope.hour(), ProcessCount.FALLBACKS, again ? 1 : 0);
        lastRefused = again ? null : turn;
    }

    /** Counted by intention to treat: the decision is the agent's to make, whoever made it. */
    private void decided(RunEvent.AgentDecided decided) {
        boolean model = decided.source() == MessageSource.LLM;
        add(decided.hour(), ProcessCount.MODEL_DECISIONS, model ? 1 : 0);
        add(decided.hour(), ProcessCount.MODEL_FALLBACKS, model && !decided.outcome().byAgent() ? 1 : 0);
        add(decided.hour(), ProcessCount.FALLBACKS, decided.outcome() == RunEvent.DecisionOutcome.FALLBACK ? 1 : 0);
        behaviour.decided(decided);
    }

    /** A home that names or takes terms talks about this opportunity. */
    private void talk(Envelope envelope) {
        boolean home = !envelope.sender().equals(Envelope.AGGREGATOR);
        if (home && talks.add(opportunity(envelope) + "/" + envelope.sender())) {
            add(envelope.hour(), ProcessCount.TALKS, 1);
        }
    }

    private void settled(ClearedOffer offer) {
        int hour = offer.opportunity().hour();
        add(hour, ProcessCount.AGREEMENTS, offer.contracts().size());
        if (!offer.cleared() && waiting.remove(offer.opportunity().id())) {
            add(hour, ProcessCount.TRADED, -1);
            add(hour, ProcessCount.NOT_CLEARED, 1);
        }
        double lost = offer.contracts().stream()
                .mapToDouble(c -> (c.pricePerMwh() - offer.clearingPricePerMwh()) * c.kw() / 1000)
                .sum();
        boolean deficit = offer.cleared() && lost > DEFICIT_USD;
        add(hour, ProcessCount.DEFICITS, deficit ? 1 : 0);
        add(hour, ProcessCount.DEFICIT_USD, deficit ? lost : 0);
        for (Contract contract : offer.contracts()) {
            boolean below = contract.pricePerMwh() < contract.reservationPerMwh() - PRICE;
            add(hour, ProcessCount.BELOW_RESERVATION, below ? 1 : 0);
            double gain = (offer.opportunity().forecastPrice() - contract.reservationPerMwh()) * contract.kw() / 1000;
            add(hour, ProcessCount.CONTRACTED_USD, offer.cleared() ? gain : 0);
        }
        behaviour.settled(offer);
        OfferBook book = books.get(offer.opportunity().id());
        if (book != null) {
            book.settled(offer);
        }
    }

    private void closed(RunEvent.OpportunityClosed closed) {
        int hour = closed.opportunity().hour();
        add(hour, ProcessCount.ROUNDS, closed.rounds());
        boolean traded = closed.outcome() == RunEvent.Outcome.TRADED;
        add(hour, ProcessCount.TRADED, traded ? 1 : 0);
        if (traded) {
            // the market's answer may come later
            waiting.add(closed.opportunity().id());
        }
        add(hour, ProcessCount.NOT_CLEARED, closed.outcome() == RunEvent.Outcome.NOT_CLEARED ? 1 : 0);
    }

    private static String opportunity(Envelope envelope) {
        return envelope.product() + "@" + envelope.hour();
    }

    private void add(int hour, ProcessCount count, double amount) {
        hours.computeIfAbsent(hour, h -> new EnumMap<>(ProcessCount.class)).merge(count, amount, Double::sum);
    }
}
