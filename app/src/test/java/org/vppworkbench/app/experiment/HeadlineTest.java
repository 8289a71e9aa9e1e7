package org.vppworkbench.app.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.vppworkbench.model.event.LoggedEvent;
import org.vppworkbench.model.event.RunEvent;
import org.vppworkbench.model.event.EventSink;
import org.vppworkbench.model.market.Product;
import org.vppworkbench.model.message.NegotiationMessage;
import org.vppworkbench.model.scenario.AgentSettings;
import org.vppworkbench.model.scenario.Requirement;
import org.vppworkbench.model.scenario.ResolvedScenario;
import org.vppworkbench.model.scenario.SatisfactionSettings;
import org.vppworkbench.model.scenario.Scenario;
import org.vppworkbench.model.scenario.ScenarioResolver;
import org.vppworkbench.model.simulation.CancelToken;
import org.vppworkbench.model.simulation.ProgressSink;
import org.vppworkbench.sample.SampleLibrary;

/** What the sample promises its reader. */
class HeadlineTest {
    private static ExperimentResult run(int day, int days, boolean optimum) {
        Scenario scenario = new Scenario(
                "la-2023-08", LocalDate.of(2023, 8, day), days, "la-20", Requirement.LOS_ANGELES_20, 0.25, "rule",
                AgentSettings.DEFAULT, SatisfactionSettings.DEFAULT, 1, 1);
        ResolvedScenario resolved = ScenarioResolver.resolve(
                        scenario, SampleLibrary.fleet(SampleLibrary.LOS_ANGELES_20).orThrow(), RandomScenarios.DATA)
                .orThrow();
        return new ExperimentRunner(MechanismCatalogue.standard(), Clock.systemUTC())
                .run(resolved, new ExperimentOptions(optimum, 1e-3), EventSink.NONE, ProgressSink.NONE, CancelToken.NEVER);
    }

    @Test
    void rulesReachMoreThanHalfOfWhatCoordinationCanAddOnTheFifteenth() {
        ExperimentResult result = run(15, 1, true);
        double efficiency = result.metrics().metric("efficiencyAware").orElseThrow().value();
        assertTrue(efficiency > 0.5 && efficiency <= 1, "efficiency " + efficiency);
        assertTrue(result.invariantsHold());
    }

    @Test
    void theTwoHotDaysShowEveryKindOfTalk() {
        ExperimentResult result = run(15, 2, false);
        Map<Product, Integer> contracts = new EnumMap<>(Product.class);
        Set<String> counters = new HashSet<>();
        Set<NegotiationMessage.RefusalReason> refusals = new HashSet<>();
        int rejected = 0;
        int acceptedCounters = 0;
        for (LoggedEvent logged : result.events()) {
            if (logged.event() instanceof RunEvent.OfferSettled settled && settled.offer().cleared()) {
                contracts.merge(settled.offer().opportunity().product(), settled.offer().contracts().size(), Integer::sum);
            }
            if (logged.event() instanceof RunEvent.MessageSent sent) {
                switch (sent.message()) {
                    case NegotiationMessage.CounterOffer c -> counters.add(c.envelope().id());
                    case NegotiationMessage.Refusal r -> refusals.add(r.reason());
                    case NegotiationMessage.Rejection r -> rejected++;
                    case NegotiationMessage.Acceptance a ->
                        acceptedCounters += counters.contains(a.envelope().inReplyTo()) ? 1 : 0;
                    default -> {}
                }
            }
        }
        for (Product product : Product.values()) {
            assertTrue(contracts.getOrDefault(product, 0) > 0, "no contract for " + product);
        }
        assertTrue(refusals.size() >= 2, "refusals " + refusals);
        assertTrue(rejected > 0, "nothing was rejected");
        assertTrue(acceptedCounters > 0, "no counter-offer was accepted");
        assertEquals(2, result.metrics().days().size());
    }
}
