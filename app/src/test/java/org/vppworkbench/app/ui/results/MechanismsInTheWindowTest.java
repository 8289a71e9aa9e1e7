package org.vppworkbench.app.ui.results;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.vppworkbench.app.experiment.ExperimentResult;
import org.vppworkbench.app.experiment.MechanismCatalogue;
import org.vppworkbench.app.ui.SampleRun;
import org.vppworkbench.app.ui.session.MechanismChoice;
import org.vppworkbench.app.ui.session.Workbench;

/** All mechanisms of the command line can be chosen, read about and run in the window. */
class MechanismsInTheWindowTest {
    static List<String> mechanisms() {
        return MechanismCatalogue.standard().ids();
    }

    @Test
    void theListIsThatOfTheCommandLineAndEachExplainsItself() {
        Set<String> offered = new TreeSet<>(MechanismChoice.ALL.stream().map(MechanismChoice::id).toList());

        Set<String> known = new TreeSet<>(mechanisms());
        known.addAll(List.of("llm", "llm-single"));
        assertEquals(known, offered);
        assertEquals(12, offered.size());
        assertEquals("rule", MechanismChoice.ALL.getFirst().id());
        assertTrue(MechanismChoice.ALL.stream().allMatch(choice -> choice.explanation().length() > 40));
        assertEquals(12, MechanismChoice.ALL.stream().map(MechanismChoice::explanation).distinct().count());
    }

    @ParameterizedTest
    @MethodSource("mechanisms")
    void eachRunsFromTheWindow(String id) {
        Workbench workbench = SampleRun.fresh();
        ResultsViewModel results = new ResultsViewModel(workbench);
        SampleRun.fourHomes(workbench, 1, id);
        workbench.startRun();

        ExperimentResult outcome = workbench.outcomeProperty().get();
        assertNotNull(outcome, () -> String.valueOf(workbench.noticeProperty().get()));
        assertTrue(results.trustworthy(), results.breaches());
        assertEquals(id.equals("price-coordination"), results.planProperty().get().startsWith("Agreed before the run"));
        assertEquals(MechanismCatalogue.negotiates(id), outcome.metrics().metric("messages").orElseThrow().value() != null, "somebody says something");
        boolean central = MechanismCatalogue.isCentral(id);
        assertEquals(central, outcome.optimum() != null, "an optimum brings its certificate");
        assertEquals(central, results.certificateProperty().get() != null);
    }

    @Test
    void twoRunsAreComparedMetricByMetricAndOtherInputsAreSaid() {
        Workbench workbench = SampleRun.fresh();
        ComparisonViewModel comparison = new ComparisonViewModel(workbench);
        SampleRun.fourHomes(workbench, 1, "rule");
        workbench.startRun();
        assertTrue(comparison.rows().isEmpty());
        assertTrue(comparison.remarkProperty().get().startsWith("Two finished runs are needed"));

        SampleRun.fourHomes(workbench, 1, "no-vpp");
        workbench.startRun();
        assertEquals("", comparison.remarkProperty().get());
        ComparisonViewModel.Row welfare = comparison.rows().stream().filter(r -> r.title().equals("Welfare W")).findFirst().orElseThrow();
        List<Double> w = workbench.shelf().runs().stream().map(kept -> kept.outcome().welfareUsd()).toList();
        assertEquals(w.get(0), welfare.first());
        assertEquals(w.get(1), welfare.other());
        assertEquals(w.get(1) - w.get(0), welfare.difference());
        assertTrue(comparison.rows().stream().anyMatch(r -> Double.isNaN(r.difference()) && r.remark().startsWith("n/a: ")));

        SampleRun.fourHomes(workbench, 2, "rule");
        workbench.startRun();
        comparison.otherProperty().set(workbench.shelf().runs().getLast());
        assertTrue(comparison.remarkProperty().get().startsWith("Run 3 has other inputs than run 1: days"), comparison.remarkProperty().get());
        assertEquals(Objects.requireNonNull(comparison.firstProperty().get()).live().number(), 1);
    }
}
