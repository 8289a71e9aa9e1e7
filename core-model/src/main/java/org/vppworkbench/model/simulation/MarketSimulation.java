package org.vppworkbench.model.simulation;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.Set;
import org.vppworkbench.model.event.EventSink;
import org.vppworkbench.model.event.RunEvent;
import org.vppworkbench.model.inputs.HomeOutlook;
import org.vppworkbench.model.inputs.ProsumerInputs;
import org.vppworkbench.model.inputs.RunInputs;
import org.vppworkbench.model.market.ClearedOffer;
import org.vppworkbench.model.market.Contract;
import org.vppworkbench.model.market.MarketRules;
import org.vppworkbench.model.market.Opportunity;
import org.vppworkbench.model.market.Product;
import org.vppworkbench.model.physics.Commitments;
import org.vppworkbench.model.physics.DayGrid;
import org.vppworkbench.model.physics.DispatchTable;
import org.vppworkbench.model.physics.HomeController;
import org.vppworkbench.model.physics.HomeInterval;
import org.vppworkbench.model.physics.HomePlans;
import org.vppworkbench.model.physics.HomeSimulator;
import org.vppworkbench.model.scenario.Behaviour;
import org.vppworkbench.model.scenario.OwnerChange;
import org.vppworkbench.model.scenario.OwnerChanges;
import org.vppworkbench.model.scenario.OwnerMessage;
import org.vppworkbench.model.scenario.ResolvedScenario;
import org.vppworkbench.model.scenario.Timeline;

/**
 * A run through the market ({@code model.md} §3): at each gate of the {@link TradingCalendar} its hours are traded in time
 * order, the products of an hour one after the other by descending forecast price; then every interval is dispatched.
 * Traders see forecasts; the market clears at realised prices. One instance is one run.
 */
public final class MarketSimulation {
    private final ResolvedScenario scenario;
    private final RunInputs inputs;
    private final OpportunityTrader trader;
    private final EventStream events;
    private final CancelToken cancel;
    private final Controllers controllers;
    private final DayGrid days;
    private final List<HomeSimulator> homes;
    private final Map<String, Integer> index = new HashMap<>();
    private final List<ClearedOffer> offers = new ArrayList<>();
    private final DailyContracts contractsPerDay;
    private final Queue<Pending> pending = new ArrayDeque<>();
    private final boolean hourly;
    private int publication;
    private final Map<Integer, List<Opportunity>> skippedByHour;
    private final RandomStreams random;
    private final MarketRules rules;
    private final List<HomeOutlook> outlooks;
    private final List<OwnerMessage> messages;
    private int learnt;
    private int heard;

    /** How a home's controller is made; replaced in tests by adversaries. */
    @FunctionalInterface
    public interface Controllers {
        HomeController of(HomeOutlook home, Behaviour behaviour, DayGrid days);
    }

    public MarketSimulation(
            ResolvedScenario scenario, OpportunityTrader trader, Controllers controllers, EventSink sink, CancelToken cancel) {
        this.scenario = scenario;
        this.inputs = scenario.inputs();
        this.trader = trader;
        this.events = new EventStream(sink, inputs.horizon().start(), scenario.scenario().branches());
        this.cancel = cancel;
        this.controllers = controllers;
        this.rules = scenario.scenario().market().rules();
        this.hourly = scenario.scenario().market().timeline() == Timeline.HOURLY;
        this.random = new RandomStreams(scenario.scenario().seed());
        this.days = new DayGrid(inputs.horizon());
        this.outlooks = new ArrayList<>(inputs.outlooks());
        this.messages = scenario.scenario().told().stream()
                .sorted(Comparator.comparing(OwnerMessage::at))
                .toList();
        Set<Integer> calls = Set.copyOf(inputs.calledIntervals());
        HomeSimulator[] made = new HomeSimulator[inputs.prosumers().size()];
        HomeController[] plans = new HomeController[made.length];
        for (int i = 0; i < made.length; i++) {
            plans[i] = controllers.of(inputs.outlooks().get(i), scenario.behaviours().get(i), days);
        }
        HomeLoop.forEach(made.length, i -> made[i] =
                new HomeSimulator(inputs.prosumers().get(i), inputs.outlooks().get(i), plans[i], days, calls));
        this.homes = List.of(made);
        this.contractsPerDay = new DailyContracts(made.length, days);
        for (int i = 0; i < made.length; i++) {
            index.put(made[i].id(), i);
        }
        this.skippedByHour = new HashMap<>();
        for (Opportunity skipped : scenario.skipped()) {
            skippedByHour.computeIfAbsent(skipped.hour(), h -> new ArrayList<>()).add(skipped);
        }
    }

    /** Runs a mechanism that trades, with the homes' own plans. */
    public static RunRecord run(
            ResolvedScenario scenario,
            String mechanism,
            String label,
            OpportunityTrader trader,
            EventSink sink,
            ProgressSink progress,
            CancelToken cancel) {
        return new MarketSimulation(scenario, trader, HomePlans::of, sink, cancel).run(mechanism, label, progress);
    }

    public RunRecord run(String mechanism, String label, ProgressSink progress) {
        int intervals = inputs.horizon().intervals();
        events.emit(new RunEvent.RunStarted(
                mechanism,
                label,
                scenario.scenario().seed(),
                inputs.horizon().start(),
                intervals,
                inputs.prosumers().stream().map(ProsumerInputs::id).toList()));
        List<Commitments> intended = trader.intentions();
        HomeLoop.forEach(intended.size(), i -> homes.get(i).intend(intended.get(i)));
        HomeInterval[][] rows = new HomeInterval[homes.size()][intervals];
        Iterator<TradingCalendar.Gate> gates = TradingCalendar.of(
                        scenario.scenario().market().timeline(), inputs.horizon())
                .gates()
                .iterator();
        TradingCalendar.Gate gate = gates.hasNext() ? gates.next() : null;
        for (int t = 0; t < intervals; t++) {
            events.at(inputs.horizon().intervalStart(t));
            hear(t);
            learn();
            publish(t);
            while (gate != null && gate.interval() <= t) {
                publication = gate.publication();
                gate.hours().forEach(this::trade);
                publish(t);
                gate = gates.hasNext() ? gates.next() : null;
            }
            learn();
            if (cancel.cancelled()) {
                events.emit(new RunEvent.RunCancelled(t));
                return new RunRecord(mechanism, label, false, new DispatchTable(rows), offers, false);
            }
            dispatch(t, rows);
            progress.report(t + 1, intervals, mechanism);
        }
        events.at(inputs.horizon().end());
        int contracts = offers.stream().filter(ClearedOffer::cleared).mapToInt(o -> o.contracts().size()).sum();
        events.emit(new RunEvent.RunFinished(intervals, contracts));
        return new RunRecord(mechanism, label, true, new DispatchTable(rows), offers, false);
    }

    /** Homes whose owners do otherwise by now make new plans, where it concerns their devices. */
    private void learn() {
        for (; learnt < events.begun().size(); learnt++) {
            OwnerChange change = events.begun().get(learnt);
            int home = Objects.requireNonNull(index.get(change.prosumer()));
            HomeOutlook before = outlooks.get(home);
            HomeOutlook outlook = before.learning(OwnerChanges.applied(before.expected(), change, inputs.horizon()));
            if (!outlook.equals(before)) {
                outlooks.set(home, outlook);
                homes.get(home).learn(
                        outlook, controllers.of(outlook, scenario.behaviours().get(home), days));
            }
        }
    }

    /** What owners have said since the interval before. */
    private void hear(int t) {
        for (; heard < messages.size() && messages.get(heard).interval(inputs.horizon()) <= t; heard++) {
            events.told(messages.get(heard));
        }
    }

    private void dispatch(int t, HomeInterval[][] rows) {
        HomeInterval[] done = new HomeInterval[homes.size()];
        HomeLoop.forEach(done.length, i -> done[i] = homes.get(i).step());
        for (int i = 0; i < done.length; i++) {
            rows[i][t] = done[i];
        }
        events.emit(new RunEvent.IntervalDispatched(t, List.of(done)));
    }

    private void trade(int hour) {
        for (Opportunity skipped : skippedByHour.getOrDefault(hour, List.of())) {
            double stake = skipped.requiredKw() * skipped.forecastPrice() / 1000;
            events.emit(new RunEvent.OpportunitySkipped(skipped, stake));
            intendNoMore(skipped);
        }
        List<Opportunity> open = new ArrayList<>();
        for (Product product : Product.values()) {
            double required = inputs.required().kw(product, hour);
            if (required > 0) {
                open.add(new Opportunity(product, hour, required, inputs.forecasts().hourMean(product, hour)));
            }
        }
        open.sort(Comparator.comparingDouble((Opportunity o) -> -o.forecastPrice()).thenComparing(Opportunity::product));
        for (Opportunity opportunity : open) {
            if (!cancel.cancelled()) {
                learn();
                trade(opportunity);
            }
        }
    }

    /** Now it is traded or never: homes keep nothing for it any longer. */
    private void intendNoMore(Opportunity opportunity) {
        HomeLoop.forEach(
                homes.size(), i -> homes.get(i).intendNoMore(opportunity.product(), opportunity.hour()));
    }

    private void trade(Opportunity opportunity) {
        intendNoMore(opportunity);
        HomeDesks desks = new HomeDesks(scenario, homes, opportunity, contractsPerDay, offers, events);
        events.emit(new RunEvent.OpportunityOpened(opportunity, desks.standings()));
        OpportunityTrader.Agreement agreement = rules.acceptable(opportunity.requiredKw()) <= 0
                ? tooSmall(opportunity)
                : trader.trade(new Session(opportunity, desks.desks(), events, random, cancel));
        if (agreement.contracts().isEmpty()) {
            events.emit(new RunEvent.OpportunityClosed(
                    opportunity, agreement.outcome(), agreement.rounds(), agreement.reason()));
            return;
        }
        check(opportunity, agreement);
        bind(agreement.contracts(), 1);
        if (hourly) {
            ClearedOffer offer = answered(opportunity, agreement);
            RunEvent.Outcome outcome = offer.cleared() ? agreement.outcome() : RunEvent.Outcome.NOT_CLEARED;
            events.emit(new RunEvent.OpportunityClosed(opportunity, outcome, agreement.rounds(), agreement.reason()));
        } else {
            pending.add(new Pending(publication, opportunity, agreement));
            events.emit(new RunEvent.OpportunityClosed(
                    opportunity, agreement.outcome(), agreement.rounds(), agreement.reason()));
        }
    }

    /** An agreement that waits for the market's answer; until then homes keep it as agreed. */
    private record Pending(int publication, Opportunity opportunity, OpportunityTrader.Agreement agreement) {}

    /** The market answers the offers that are due. */
    private void publish(int t) {
        while (!pending.isEmpty() && pending.peek().publication() <= t) {
            Pending due = pending.remove();
            answered(due.opportunity(), due.agreement());
        }
    }

    /** The market's answer; who did not clear is free again. */
    private ClearedOffer answered(Opportunity opportunity, OpportunityTrader.Agreement agreement) {
        ClearedOffer offer = clear(opportunity, agreement);
        offers.add(offer);
        if (!offer.cleared()) {
            bind(offer.contracts(), -1);
        }
        events.emit(new RunEvent.OfferSettled(offer));
        return offer;
    }

    private OpportunityTrader.Agreement tooSmall(Opportunity opportunity) {
        String reason = String.format(
                Locale.ROOT, "at most %.2f kW are bought, but the market takes no offer below %.0f kW",
                opportunity.requiredKw(), rules.minimumKw());
        return new OpportunityTrader.Agreement(List.of(), 0, RunEvent.Outcome.NO_AGREEMENT, 0, reason);
    }

    /** Refuses what a trader must not hand back: each home at most once, for this opportunity, within what is bought. */
    private void check(Opportunity opportunity, OpportunityTrader.Agreement agreement) {
        Set<String> once = new HashSet<>();
        for (Contract contract : agreement.contracts()) {
            if (!index.containsKey(contract.prosumer()) || !once.add(contract.prosumer())) {
                throw new IllegalStateException(
                        opportunity.id() + ": contract of " + contract.prosumer() + ", which is unknown or has one already");
            }
            if (contract.product() != opportunity.product() || contract.hour() != opportunity.hour()) {
                throw new IllegalStateException(opportunity.id() + ": contract for another opportunity, " + contract);
            }
        }
        double total = agreement.contracts().stream().mapToDouble(Contract::kw).sum();
        if (total > opportunity.requiredKw() + 1e-9) {
            throw new IllegalStateException(
                    opportunity.id() + ": " + total + " kW contracted, but at most " + opportunity.requiredKw() + " kW are bought");
        }
        if (Math.abs(rules.acceptable(total) - total) > 1e-6) {
            throw new IllegalStateException(opportunity.id() + ": an offer of " + total + " kW is not accepted under " + rules);
        }
    }

    private ClearedOffer clear(Opportunity opportunity, OpportunityTrader.Agreement agreement) {
        double price = inputs.prices().hourMean(opportunity.product(), opportunity.hour());
        // a price taker gains nothing by bidding beyond what the market lets it bid
        double offer = Math.clamp(
                agreement.offerPricePerMwh(),
                rules.floorPerMwh(opportunity.product()),
                rules.capPerMwh(opportunity.product()));
        return new ClearedOffer(opportunity, offer, price, offer <= price + 1e-9, agreement.contracts());
    }

    /**
     * @param sign 1 binds homes to deliver, −1 frees them
     */
    private void bind(List<Contract> contracts, int sign) {
        for (Contract contract : contracts) {
            int home = Objects.requireNonNull(index.get(contract.prosumer()));
            homes.get(home).commit(contract.product(), contract.hour(), sign * contract.kw());
            contractsPerDay.add(home, contract.hour(), sign);
        }
    }

    private record Session(
            Opportunity opportunity,
            List<ProsumerDesk> desks,
            EventStream events,
            RandomStreams streams,
            CancelToken cancel)
            implements TradingSession {
        @Override
        public void emit(RunEvent event) {
            events.emit(event);
        }

        @Override
        public java.util.random.RandomGenerator random(String name) {
            return streams.named(opportunity.id() + "/" + name);
        }
    }
}
