package org.vppworkbench.negotiation.mechanism;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vppworkbench.model.event.EventLog;
import org.vppworkbench.model.event.LoggedEvent;
import org.vppworkbench.model.event.RunEvent;
import org.vppworkbench.model.market.ClearedOffer;
import org.vppworkbench.model.market.Contract;
import org.vppworkbench.model.market.MeritOrderCoalition;
import org.vppworkbench.model.message.NegotiationMessage;
import org.vppworkbench.model.scenario.ResolvedScenario;
import org.vppworkbench.model.simulation.CancelToken;
import org.vppworkbench.model.simulation.Mechanism;
import org.vppworkbench.model.simulation.ProgressSink;
import org.vppworkbench.model.simulation.RunRecord;
import org.vppworkbench.negotiation.SmallTown;

/** Whole days of random homes. */
class SmallTownRunTest {
    private static final long SEED = 20230816;
    private static final int TOWNS = 10 * Integer.getInteger("vpp.random.scale", 1);

    private record Run(RunRecord record, EventLog log) {
        List<RunEvent> events() {
            return log.range(0, log.size()).stream().map(LoggedEvent::event).toList();
        }

        Set<String> contracts() {
            Set<String> all = new TreeSet<>();
            for (ClearedOffer offer : record.offers()) {
                for (Contract c : offer.contracts()) {
                    all.add(
                            String.format(
                                    Locale.ROOT,
                                    "%s %s %.6f kW %.4f",
                                    offer.opportunity().id(),
                                    c.prosumer(),
                                    c.kw(),
                                    c.pricePerMwh()));
                }
            }
            return all;
        }
    }

    private static Mechanism mechanism(String id) {
        return Mechanisms.byId(id, new MeritOrderCoalition());
    }

    private static Run run(String id, ResolvedScenario town) {
        EventLog log = new EventLog();
        RunRecord record = mechanism(id).run(town, log, ProgressSink.NONE, CancelToken.NEVER);
        return new Run(record, log);
    }

    @ParameterizedTest
    @ValueSource(strings = {"posted-price", "zi-c", "rule", "uniform-price", "pay-as-bid", "vcg"})
    void nobodyLosesAndTheRequirementIsNeverExceeded(String id) {
        int contracts = 0;
        for (int i = 0; i < TOWNS; i++) {
            long seed = SEED + i;
            ResolvedScenario town = SmallTown.random(6, seed, 10);
            for (ClearedOffer offer : run(id, town).record().offers()) {
                String where = "seed " + seed + ", " + offer.opportunity().id();
                double forecast = offer.opportunity().forecastPrice();
                assertTrue(offer.totalKw() <= offer.opportunity().requiredKw() + 1e-9, where);
                assertTrue(offer.cleared(), where);
                for (Contract c : offer.contracts()) {
                    assertTrue(c.pricePerMwh() >= c.reservationPerMwh() - 1e-6, where + " " + c);
                    assertTrue(c.pricePerMwh() <= forecast + 1e-9, where + " " + c);
                    assertTrue(c.pricePerMwh() <= offer.offerPricePerMwh() + 1e-9, where + " " + c);
                    contracts++;
                }
            }
        }
        assertTrue(contracts > TOWNS, "too few contracts to mean anything: " + contracts);
    }

    @ParameterizedTest
    @ValueSource(strings = {"no-vpp", "posted-price", "zi-c", "rule", "uniform-price", "pay-as-bid", "vcg"})
    void sameSeedGivesTheSameEvents(String id) {
        ResolvedScenario town = SmallTown.random(6, SEED, 10);
        Run first = run(id, town);
        run("rule", town); // another run in between must leave no trace
        assertEquals(first.events(), run(id, town).events());
    }

    @Test
    void anotherSeedChangesTheRandomTradersOnly() {
        ResolvedScenario town = SmallTown.random(6, SEED, 10);
        assertNotEquals(
                run("zi-c", town).contracts(), run("zi-c", SmallTown.random(6, SEED + 1, 10)).contracts());
    }

    @ParameterizedTest
    @ValueSource(strings = {"posted-price", "zi-c", "rule", "uniform-price", "pay-as-bid", "vcg"})
    void theOrderOfTheFleetDoesNotMatter(String id) {
        for (int i = 0; i < TOWNS; i++) {
            ResolvedScenario town = SmallTown.random(6, SEED + i, 10);
            Set<String> forward = run(id, town).contracts();
            Set<String> backward = run(id, SmallTown.reversed(town)).contracts();
            Set<String> both = new TreeSet<>(forward);
            both.retainAll(backward);
            forward.removeAll(both);
            backward.removeAll(both);
            assertEquals(forward, backward, "seed " + (SEED + i));
        }
    }

    @Test
    void ruleSpeaksOfEveryProductInManyWays() {
        Set<String> said = new TreeSet<>();
        Set<String> sold = new TreeSet<>();
        for (int i = 0; i < TOWNS; i++) {
            Run run = run("rule", SmallTown.random(8, SEED + i, 10));
            for (RunEvent event : run.events()) {
                if (event instanceof RunEvent.MessageSent sent) {
                    said.add(sent.message().getClass().getSimpleName());
                }
            }
            run.record().offers().forEach(o -> sold.add(o.opportunity().product().name()));
        }
        assertEquals(Set.of("ENERGY", "SPIN", "NONSPIN"), sold);
        assertTrue(
                said.containsAll(
                        Set.of("Proposal", "Refusal", "CounterOffer", "Acceptance", "Rejection", "Award")),
                said::toString);
        assertFalse(said.contains("ProtocolViolation"));
    }

    @Test
    void messageIdsAreUniqueAndEveryMessageSaysWhy() {
        Run run = run("rule", SmallTown.random(8, SEED, 10));
        Set<String> ids = new HashSet<>();
        for (RunEvent event : run.events()) {
            if (event instanceof RunEvent.MessageSent sent) {
                NegotiationMessage message = sent.message();
                assertTrue(ids.add(message.envelope().id()), message.envelope().id());
                String words = message.envelope().rationale();
                assertTrue(words.length() > 20 && words.matches(".*\\d.*|.*no battery.*"), words);
                assertFalse(words.toLowerCase(Locale.ROOT).matches(".*\\b(ai|nan|null|model)\\b.*"), words);
            }
        }
    }

    @Test
    void pricesAreNotAConstant() {
        Set<Double> prices = new HashSet<>();
        Run run = run("rule", SmallTown.random(8, SEED, 10));
        for (ClearedOffer offer : run.record().offers()) {
            offer.contracts().forEach(c -> prices.add(c.pricePerMwh()));
        }
        assertTrue(prices.size() > 3, prices::toString);
    }

    @Test
    void noVppSellsNothing() {
        Run run = run("no-vpp", SmallTown.random(6, SEED, 10));
        assertEquals(List.of(), run.record().offers());
        assertTrue(run.record().complete());
    }

    @Test
    void postedPricePaysEverybodyTheSame() {
        ResolvedScenario town = SmallTown.random(6, SEED, 10);
        for (ClearedOffer offer : run("posted-price", town).record().offers()) {
            double posted = Math.floor(0.7 * offer.opportunity().forecastPrice() * 100 + 1e-6) / 100;
            offer.contracts().forEach(c -> assertEquals(posted, c.pricePerMwh(), 0.0101));
        }
    }

    @Test
    void labelsAreHonest() {
        assertEquals(
                List.of("no-vpp", "posted-price", "zi-c", "rule", "uniform-price", "pay-as-bid", "vcg"),
                Mechanisms.ids());
        for (String id : Mechanisms.ids()) {
            assertEquals(id, mechanism(id).id());
            assertEquals(id.equals("rule") ? "RULE" : "MECHANISM", mechanism(id).label());
        }
        assertThrows(IllegalArgumentException.class, () -> mechanism("magic"));
    }

    @Test
    void cancelEndsTheRun() {
        EventLog log = new EventLog();
        RunRecord record =
                mechanism("rule")
                        .run(SmallTown.random(6, SEED, 10), log, ProgressSink.NONE, () -> log.size() > 100);
        assertFalse(record.complete());
    }
}
