package org.vppworkbench.app.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vppworkbench.app.io.RefusedException;
import org.vppworkbench.model.event.EventSink;
import org.vppworkbench.model.event.LoggedEvent;
import org.vppworkbench.model.event.RunEvent;
import org.vppworkbench.model.market.Contract;
import org.vppworkbench.model.message.NegotiationMessage;
import org.vppworkbench.model.scenario.AgentSettings;
import org.vppworkbench.model.scenario.Branch;
import org.vppworkbench.model.scenario.OwnerChange;
import org.vppworkbench.model.scenario.Requirement;
import org.vppworkbench.model.scenario.ResolvedScenario;
import org.vppworkbench.model.scenario.SatisfactionSettings;
import org.vppworkbench.model.scenario.Scenario;
import org.vppworkbench.model.scenario.ScenarioResolver;
import org.vppworkbench.model.simulation.CancelToken;
import org.vppworkbench.model.simulation.ProgressSink;
import org.vppworkbench.sample.SampleLibrary;

/** Branches of the hot day of the sample. */
class BranchedRunTest {
    private static final LocalDate DAY = LocalDate.of(2023, 8, 16);
    private static final ExperimentRunner RUNNER = new ExperimentRunner(MechanismCatalogue.standard(), Clock.systemUTC());
    private static final ExperimentOptions QUICK = new ExperimentOptions(false, 1e-3);

    private static ResolvedScenario scenario(String mechanism, List<Branch> branches) {
        Scenario scenario = new Scenario(
                        "la-2023-08", DAY, 1, "la-20", Requirement.LOS_ANGELES_20, 0.25, mechanism, AgentSettings.DEFAULT,
                        SatisfactionSettings.DEFAULT, 1, 1)
                .withBranches(branches);
        return ScenarioResolver.resolve(
                        scenario, SampleLibrary.fleet(SampleLibrary.LOS_ANGELES_20).orThrow(), RandomScenarios.DATA)
                .orThrow();
    }

    private static ExperimentResult run(ResolvedScenario scenario) {
        return RUNNER.run(scenario, QUICK, EventSink.NONE, ProgressSink.NONE, CancelToken.NEVER);
    }

    private static ExperimentResult branch(ExperimentResult base, Branch branch) {
        return BranchedRun.of(
                base.scenario(), base.events(), branch, RUNNER, QUICK, ProgressSink.NONE, CancelToken.NEVER);
    }

    /** The first proposal after noon of a home that sells something in that hour. */
    private static LoggedEvent proposal(ExperimentResult base) {
        Set<String> sellers = base.record().offers().stream()
                .filter(offer -> offer.cleared() && offer.opportunity().hour() == 18)
                .flatMap(offer -> offer.contracts().stream())
                .map(Contract::prosumer)
                .collect(Collectors.toSet());
        return base.events().stream()
                .filter(e -> e.event() instanceof RunEvent.MessageSent sent
                        && sent.message() instanceof NegotiationMessage.Proposal p
                        && p.envelope().hour() >= 18
                        && sellers.contains(p.envelope().sender()))
                .findFirst()
                .orElseThrow();
    }

    private static NegotiationMessage.Proposal message(LoggedEvent event) {
        return (NegotiationMessage.Proposal) ((RunEvent.MessageSent) event.event()).message();
    }

    @ParameterizedTest
    @ValueSource(strings = {"rule", "zi-c", "vcg"})
    void aHomeThatRefusesInTheMiddleOfATalkLeavesItAndSellsNothingMore(String mechanism) {
        ExperimentResult base = run(scenario(mechanism, List.of()));
        LoggedEvent at = proposal(base);
        String home = message(at).envelope().sender();
        Branch branch = new Branch(at.sequence() + 1, new OwnerChange.Refuses(home, null));
        ExperimentResult other = branch(base, branch);
        assertEquals(base.events().subList(0, (int) branch.position()), other.events().subList(0, (int) branch.position()));
        assertTrue(other.events().get((int) branch.position()).event() instanceof RunEvent.OwnerChanged);
        for (LoggedEvent logged : other.events().subList((int) branch.position(), other.events().size())) {
            if (logged.event() instanceof RunEvent.OfferSettled settled) {
                assertTrue(settled.offer().contracts().stream().noneMatch(c -> c.prosumer().equals(home)), "it sold again");
            }
        }
        assertTrue(other.invariantsHold(), other.invariants().toString());
        assertNotEquals(base.welfareUsd(), other.welfareUsd());
        ExperimentResult again = run(scenario(mechanism, List.of(branch)));
        assertEquals(other.events(), again.events(), "the branch runs again from its scenario");
    }

    @Test
    void aHomeThatAsksLessIsNeverBelowItsCost() {
        ExperimentResult base = run(scenario("rule", List.of()));
        LoggedEvent at = proposal(base);
        String home = message(at).envelope().sender();
        ExperimentResult other = branch(base, new Branch(at.sequence(), new OwnerChange.Asks(home, 0.9)));
        NegotiationMessage.Proposal cheaper = message(other.events().get((int) at.sequence() + 1));
        double before = message(at).terms().pricePerMwh();
        assertTrue(cheaper.terms().pricePerMwh() < before, cheaper + " against " + before);
        assertTrue(cheaper.terms().pricePerMwh() >= 0.9 * before - 0.01);
        assertTrue(other.invariantsHold());
        other.settlement().contracts().stream()
                .filter(c -> c.contract().prosumer().equals(home))
                .forEach(c -> assertTrue(c.contract().pricePerMwh() >= c.contract().reservationPerMwh() - 0.01));
    }

    @Test
    void aCarThatLeavesEarlierIsPlannedForFromTheBranchOn() {
        ExperimentResult base = run(scenario("rule", List.of()));
        int home = 0;
        while (base.scenario().inputs().prosumers().get(home).ev() == null
                || base.scenario().inputs().prosumers().get(home).ev().drivenKwh().sum() == 0) {
            home++;
        }
        String id = base.scenario().inputs().prosumers().get(home).id();
        ExperimentResult other = branch(base, new Branch(3, new OwnerChange.CarLeaves(id, DAY, LocalTime.of(6, 0))));
        assertTrue(other.invariantsHold(), other.invariants().toString());
        assertEquals(0, other.record().dispatch().at(home, 24).evChargeKw());
        assertTrue(other.record().dispatch().at(home, 24).evKwh() < other.record().dispatch().at(home, 23).evKwh(), "driven at 06:00");
        assertEquals(base.events().subList(0, 3), other.events().subList(0, 3));
        assertThrows(RefusedException.class, () -> branch(
                base, new Branch(3, new OwnerChange.CarLeaves(id, DAY.plusDays(3), LocalTime.of(6, 0)))));
        assertThrows(RefusedException.class, () -> branch(base, new Branch(3, new OwnerChange.Refuses("nobody", null))));
        int late = base.events().size() - 2;
        assertThrows(RefusedException.class, () -> branch(
                base, new Branch(late, new OwnerChange.CarLeaves(id, DAY, LocalTime.of(6, 0)))), "the past stays as it was");
    }
}
