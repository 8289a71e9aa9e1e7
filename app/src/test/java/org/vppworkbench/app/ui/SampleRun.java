package org.vppworkbench.app.ui;

import java.time.LocalDateTime;
import org.vppworkbench.app.task.ManualPulse;
import org.vppworkbench.app.task.SameThreadTaskExecutor;
import org.vppworkbench.app.ui.negotiation.TransportViewModel;
import org.vppworkbench.app.ui.session.Document;
import org.vppworkbench.app.ui.session.ScenarioEdits;
import org.vppworkbench.app.ui.session.StandardLaboratory;
import org.vppworkbench.app.ui.session.Workbench;
import org.vppworkbench.model.fleet.Fleet;
import org.vppworkbench.model.scenario.Requirement;
import org.vppworkbench.model.scenario.Scenario;

/** The sample day, run once for all view-model tests; no toolkit. */
public final class SampleRun {
    private static final Workbench SHARED = run();

    private SampleRun() {}

    /** The workbench with the run of 16 August; tests must not edit it. */
    public static Workbench shared() {
        return SHARED;
    }

    /** A workbench to edit, without a run. */
    public static Workbench fresh() {
        Workbench workbench = new Workbench(new StandardLaboratory(), new SameThreadTaskExecutor());
        // most tests do not need the optimum and should not wait for it
        workbench.optimaByItselfProperty().set(false);
        return workbench;
    }

    /** Makes four homes of the sample fleet, from 15 August on, the document. */
    public static void fourHomes(Workbench workbench, int days, String mechanism) {
        Document document = workbench.document();
        Fleet four = new Fleet("four", "Four homes", document.fleet().homes().subList(0, 4));
        Scenario first = ScenarioEdits.firstDay(document.scenario(), workbench.data().horizon().firstDay());
        Scenario scenario = ScenarioEdits.mechanism(ScenarioEdits.days(
                ScenarioEdits.requirement(first, new Requirement(6, 4, 4)), days), mechanism);
        workbench.history().edit("four homes", new Document(ScenarioEdits.fleetReference(scenario, "four.json"), four));
    }

    /** A transport over the shared run. */
    public static TransportViewModel transport(ManualPulse pulse) {
        return new TransportViewModel(SHARED, pulse, LocalDateTime.of(2023, 8, 16, 17, 0));
    }

    private static Workbench run() {
        Workbench workbench = fresh();
        workbench.startRun();
        return workbench;
    }
}
