package org.vppworkbench.app.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vppworkbench.model.event.EventSink;
import org.vppworkbench.model.event.LoggedEvent;
import org.vppworkbench.model.event.RunEvent;
import org.vppworkbench.model.inputs.EvInputs;
import org.vppworkbench.model.inputs.RunInputs;
import org.vppworkbench.model.market.Contract;
import org.vppworkbench.model.market.Product;
import org.vppworkbench.model.scenario.AgentSettings;
import org.vppworkbench.model.scenario.Finding;
import org.vppworkbench.model.scenario.MarketSettings;
import org.vppworkbench.model.scenario.OwnerChange;
import org.vppworkbench.model.scenario.OwnerMessage;
import org.vppworkbench.model.scenario.Requirement;
import org.vppworkbench.model.scenario.Resolution;
import org.vppworkbench.model.scenario.ResolvedScenario;
import org.vppworkbench.model.scenario.SatisfactionSettings;
import org.vppworkbench.model.scenario.Scenario;
import org.vppworkbench.model.scenario.ScenarioResolver;
import org.vppworkbench.model.scenario.Timeline;
import org.vppworkbench.model.simulation.CancelToken;
import org.vppworkbench.model.simulation.ProgressSink;
import org.vppworkbench.sample.SampleLibrary;

/** Owners who change their minds on the hot day of the sample. */
class OwnerMessageTest {
    private static final LocalDate DAY = LocalDate.of(2023, 8, 16);
    private static final LocalDateTime NOON = DAY.atTime(12, 0);
    private static final ExperimentRunner RUNNER = new ExperimentRunner(MechanismCatalogue.standard(), Clock.systemUTC());

    private static Resolution resolved(Timeline timeline, OwnerMessage... messages) {
        Scenario scenario = new Scenario(
                        "la-2023-08", DAY, 1, "la-20", Requirement.LOS_ANGELES_20, 0.25, "rule", AgentSettings.DEFAULT,
                        SatisfactionSettings.DEFAULT, 1, 1)
                .withMarket(new MarketSettings(
                        timeline, MarketSettings.DEFAULT.rules(), MarketSettings.DEFAULT.forecast(),
                        MarketSettings.DEFAULT.calls()))
                .withMessages(List.of(messages));
        return ScenarioResolver.resolve(
                scenario, SampleLibrary.fleet(SampleLibrary.LOS_ANGELES_20).orThrow(), RandomScenarios.DATA);
    }

    private static ExperimentResult run(Timeline timeline, boolean optimum, OwnerMessage... messages) {
        ResolvedScenario scenario = resolved(timeline, messages).orThrow();
        return RUNNER.run(
                scenario, new ExperimentOptions(optimum, 1e-3), EventSink.NONE, ProgressSink.NONE, CancelToken.NEVER);
    }

    /** A home with an energy contract in hour 18. */
    private static String seller(ExperimentResult base) {
        return base.record().offers().stream()
                .filter(o -> o.cleared() && o.opportunity().hour() == 18 && o.opportunity().product() == Product.ENERGY)
                .flatMap(o -> o.contracts().stream())
                .map(Contract::prosumer)
                .findFirst()
                .orElseThrow();
    }

    private static OwnerMessage quiet(String home, LocalDateTime at) {
        return new OwnerMessage(
                at, "Don't touch the battery during dinner.",
                new OwnerChange.SellsNothing(home, DAY.atTime(18, 0), DAY.atTime(20, 0)));
    }

    private static int index(ExperimentResult run, String home) {
        RunInputs inputs = run.scenario().inputs();
        return IntStream.range(0, inputs.prosumers().size())
                .filter(i -> inputs.prosumers().get(i).id().equals(home))
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(strings = {"HOURLY", "DAY_AHEAD"})
    void nothingDiffersBeforeItIsSaidAndNothingIsSoldAfter(String timeline) {
        Timeline when = Timeline.valueOf(timeline);
        ExperimentResult base = run(when, false);
        String home = seller(base);
        ExperimentResult told = run(when, true, quiet(home, NOON));
        int at = IntStream.range(0, told.events().size())
                .filter(i -> told.events().get(i).event() instanceof RunEvent.OwnerChanged)
                .findFirst()
                .orElseThrow();
        assertEquals(base.events().subList(0, at), told.events().subList(0, at), "nobody knew before");
        RunEvent.OwnerChanged said = (RunEvent.OwnerChanged) told.events().get(at).event();
        assertTrue(said.words().contains("Don't touch the battery"), said.words());
        int index = index(told, home);
        boolean soldBefore = false;
        for (int t = 72; t < 80; t++) {
            assertEquals(0, told.record().dispatch().at(index, t).soldKw(), 0, "interval " + t);
            soldBefore |= base.record().dispatch().at(index, t).soldKw() > 0;
        }
        assertTrue(soldBefore, "it would have sold");
        assertTrue(told.invariantsHold(), told.invariants().toString());
        assertNotEquals(base.welfareUsd(), told.welfareUsd());
    }

    @Test
    void aPromiseThatCanNoLongerBeKeptIsPaidFor() {
        ExperimentResult base = run(Timeline.DAY_AHEAD, false);
        String home = seller(base);
        ExperimentResult told = run(Timeline.DAY_AHEAD, false, quiet(home, DAY.atTime(17, 55)));
        boolean contracted = told.record().offers().stream()
                .filter(o -> o.cleared() && o.opportunity().hour() == 18)
                .flatMap(o -> o.contracts().stream())
                .anyMatch(c -> c.prosumer().equals(home));
        assertTrue(contracted, "agreed the day before");
        double kept = base.settlement().total().prosumers().get(index(base, home)).paymentUsd();
        double broken = told.settlement().total().prosumers().get(index(told, home)).paymentUsd();
        assertTrue(broken < kept, broken + " against " + kept);
    }

    @Test
    void aCarThatIsNeededFullerIsFuller() {
        ExperimentResult base = run(Timeline.HOURLY, false);
        for (int i = 0; i < base.scenario().inputs().prosumers().size(); i++) {
            EvInputs ev = base.scenario().inputs().prosumers().get(i).ev();
            int leaves = ev == null
                    ? -1
                    : IntStream.range(0, 96).filter(t -> ev.drivenKwh().at(t) > 0).findFirst().orElse(-1);
            if (ev == null || leaves < 24) {
                continue;
            }
            double had = base.record().dispatch().at(i, leaves - 1).evKwh();
            double need = Math.min(ev.capacityKwh(), had + 3);
            String home = base.scenario().inputs().prosumers().get(i).id();
            OwnerMessage message = new OwnerMessage(
                    DAY.atTime(0, 20), "I need the car fuller, visitors come", new OwnerChange.NeedsCar(home, DAY, need));
            Resolution resolution = resolved(Timeline.HOURLY, message);
            if (resolution.resolved() == null || need < had + 0.5) {
                continue;
            }
            ExperimentResult told = run(Timeline.HOURLY, true, message);
            double has = told.record().dispatch().at(i, leaves - 1).evKwh();
            assertTrue(has >= need - 1e-6, has + " of " + need + " kWh");
            assertTrue(told.invariantsHold(), told.invariants().toString());
            return;
        }
        throw new AssertionError("no car of the sample could be asked for more");
    }

    @Test
    void whatCannotBeKeptIsRefusedByName() {
        assertRefused("no such home", quiet("nobody", NOON));
        assertRefused("past", quiet("home-001", DAY.atTime(18, 30)));
        assertRefused("not within the run", quiet("home-001", DAY.plusDays(1).atTime(1, 0)));
        ResolvedScenario fine = resolved(Timeline.HOURLY).orThrow();
        String withCar = fine.inputs().prosumers().stream()
                .filter(p -> p.ev() != null && p.ev().drivenKwh().sum() > 0).findFirst().orElseThrow().id();
        String without = fine.inputs().prosumers().stream().filter(p -> p.ev() == null).findFirst().orElseThrow().id();
        assertRefused("no car", new OwnerMessage(NOON, "", new OwnerChange.NeedsCar(without, DAY, 5)));
        assertRefused("out of range", new OwnerMessage(DAY.atTime(0, 1), "", new OwnerChange.NeedsCar(withCar, DAY, 5000)));
        assertRefused("left by then", new OwnerMessage(DAY.atTime(23, 0), "", new OwnerChange.NeedsCar(withCar, DAY, 5)));
    }

    private static void assertRefused(String words, OwnerMessage message) {
        Resolution resolution = resolved(Timeline.HOURLY, message);
        List<Finding> errors = resolution.findings().stream().filter(Finding::isError).toList();
        assertFalse(errors.isEmpty(), "accepted: " + message);
        assertTrue(errors.getFirst().message().contains(words), errors.toString());
    }

    @Test
    void theSameWordsGiveTheSameRun() {
        OwnerMessage message = quiet(seller(run(Timeline.HOURLY, false)), NOON);
        List<LoggedEvent> one = run(Timeline.HOURLY, false, message).events();
        assertEquals(one, run(Timeline.HOURLY, false, message).events());
    }
}
