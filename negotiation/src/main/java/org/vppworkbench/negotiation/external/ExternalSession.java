package org.vppworkbench.negotiation.external;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.model.event.LoggedEvent;
import org.vppworkbench.model.event.RunEvent;
import org.vppworkbench.model.inputs.ProsumerInputs;
import org.vppworkbench.model.market.CoalitionSolver;
import org.vppworkbench.model.market.Product;
import org.vppworkbench.model.message.Envelope;
import org.vppworkbench.model.physics.Commitments;
import org.vppworkbench.model.scenario.AgentSettings;
import org.vppworkbench.model.scenario.Behaviour;
import org.vppworkbench.model.scenario.ExternalAgent;
import org.vppworkbench.model.scenario.HumanSeat;
import org.vppworkbench.model.scenario.ResolvedScenario;
import org.vppworkbench.model.simulation.CancelToken;
import org.vppworkbench.model.simulation.OpportunityTrader;
import org.vppworkbench.model.simulation.TradingSession;
import org.vppworkbench.model.time.Horizon;
import org.vppworkbench.negotiation.agent.AggregatorAgent;
import org.vppworkbench.negotiation.agent.ProsumerAgent;
import org.vppworkbench.negotiation.agent.Wording;
import org.vppworkbench.negotiation.engine.SeatedSession;
import org.vppworkbench.negotiation.gate.MessageGate;
import org.vppworkbench.negotiation.protocol.AggregatorPolicy;
import org.vppworkbench.negotiation.protocol.ProsumerPolicy;

/** The programs and persons of one run: there from its start, told what is theirs to know, released at its end. */
final class ExternalSession implements AutoCloseable {
    private final ResolvedScenario scenario;
    private final CoalitionSolver solver;
    private final Horizon horizon;
    private final OwnAccounts accounts;
    private final List<Seat> seats = new ArrayList<>();

    private record Seat(AgentTalk talk, Notebook notebook, AgentNews news, int home) {}

    ExternalSession(ResolvedScenario scenario, CoalitionSolver solver) {
        this.scenario = scenario;
        this.solver = solver;
        this.horizon = scenario.inputs().horizon();
        this.accounts = new OwnAccounts(scenario.inputs(), scenario.scenario().kappa());
    }

    /** Starts the programs, one after the other; they wake up side by side. */
    void open(ChannelOpener opener, CancelToken cancel) {
        for (ExternalAgent agent : scenario.scenario().agents().programs()) {
            add(Party.of(agent), opener.open(agent, cancel));
        }
        for (HumanSeat person : scenario.scenario().agents().seats()) {
            add(Party.of(person), opener.seat(person, cancel));
        }
    }

    private void add(Party party, AgentChannel channel) {
        AgentTalk talk = new AgentTalk(party, channel);
        Notebook notebook = new Notebook(horizon);
        Seat seat = new Seat(talk, notebook, new AgentNews(talk, notebook), home(party.id()));
        seats.add(seat);
        talk.greet(hello(party, seat.home()));
    }

    /** The trader with the programs in their places. */
    OpportunityTrader seated(OpportunityTrader trader) {
        Wording wording = new Wording(horizon);
        MessageGate judge = new MessageGate(scenario.scenario().agents().gate());
        Map<String, ProsumerPolicy> homes = new LinkedHashMap<>();
        AggregatorPolicy aggregator = null;
        for (Seat seat : seats) {
            MessageGate gate = seat.talk().party().human() ? judge : null;
            if (seat.home() >= 0) {
                ProsumerPolicy rule = new ProsumerAgent(wording);
                homes.put(seat.talk().id(), new ExternalProsumer(seat.talk(), seat.notebook(), horizon, rule, gate));
            } else {
                AggregatorPolicy rule = new AggregatorAgent(solver, wording);
                aggregator = new ExternalAggregator(seat.talk(), seat.notebook(), horizon, solver, rule, gate);
            }
        }
        return new Seated(trader, homes, aggregator);
    }

    /** Trades as another, with these deciders. */
    private record Seated(OpportunityTrader trader, Map<String, ProsumerPolicy> homes, @Nullable AggregatorPolicy buyer)
            implements OpportunityTrader {
        @Override
        public List<Commitments> intentions() {
            return trader.intentions();
        }

        @Override
        public Agreement trade(TradingSession session) {
            return trader.trade(new SeatedSession(session, homes, buyer));
        }
    }

    void hear(LoggedEvent logged) {
        RunEvent event = logged.event();
        seats.forEach(seat -> seat.news().hear(event));
        if (event instanceof RunEvent.OfferSettled settled) {
            accounts.offer(settled.offer());
        }
        if (event instanceof RunEvent.IntervalDispatched done) {
            accounts.dispatched(done.interval(), done.homes());
            int day = horizon.dayOf(done.interval());
            if (done.interval() + 1 == horizon.dayStart(day + 1)) {
                for (Seat seat : seats) {
                    seat.talk().tell(seat.home() < 0 ? accounts.aggregatorDay(day) : accounts.homeDay(seat.home(), day));
                }
            }
        }
    }

    @Override
    public void close() {
        seats.forEach(seat -> seat.talk().tell(LineWriter.of("bye")));
        seats.forEach(seat -> seat.talk().close());
    }

    /** Place in the fleet; −1 for the aggregator. */
    private int home(String id) {
        List<ProsumerInputs> homes = scenario.inputs().prosumers();
        for (int i = 0; i < homes.size(); i++) {
            if (homes.get(i).id().equals(id)) {
                return i;
            }
        }
        if (!id.equals(Envelope.AGGREGATOR)) {
            throw new IllegalArgumentException("a program or person for " + id + ", which is no home of the fleet");
        }
        return -1;
    }

    private LineWriter hello(Party party, int home) {
        AgentSettings settings = scenario.scenario().agents();
        List<LineWriter> limits = new ArrayList<>();
        for (Product product : Product.values()) {
            limits.add(new LineWriter()
                    .put("product", product.name())
                    .put("floorUsdPerMwh", scenario.scenario().market().rules().floorPerMwh(product))
                    .put("capUsdPerMwh", scenario.scenario().market().rules().capPerMwh(product)));
        }
        return LineWriter.of("hello")
                .put("protocol", AgentTalk.PROTOCOL)
                .put("side", home < 0 ? "aggregator" : "home")
                .put("id", party.id())
                .put("deadlineSeconds", Double.isInfinite(party.deadlineSeconds()) ? null : party.deadlineSeconds())
                .put("questionsPerTurn", party.human() ? null : party.questions())
                .put("rounds", settings.rounds())
                .put("gate", settings.gate().name())
                .put("days", horizon.days())
                .put("zone", horizon.zone().getId())
                .objects("priceLimits", limits)
                .put("wishes", home < 0 ? aggregatorWishes(settings) : homeWishes(scenario.behaviours().get(home)));
    }

    private static LineWriter homeWishes(Behaviour behaviour) {
        Double floor = behaviour.priceFloorPerMwh();
        return new LineWriter()
                .put("priceFloorUsdPerMwh", floor)
                .put("maxEventsPerDay", behaviour.maxEventsPerDay())
                .put("openingMarkup", behaviour.style().openingMarkup())
                .put("concessionExponent", behaviour.style().concessionExponent());
    }

    private static @Nullable LineWriter aggregatorWishes(AgentSettings settings) {
        return new LineWriter()
                .put("openingShare", settings.aggregatorOpeningShare())
                .put("finalShare", settings.aggregatorFinalShare())
                .put("concessionExponent", settings.aggregatorConcessionExponent());
    }
}
