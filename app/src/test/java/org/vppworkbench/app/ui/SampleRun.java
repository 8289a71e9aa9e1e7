package org.vppworkbench.app.ui;

import java.time.LocalDateTime;
import org.vppworkbench.app.task.ManualPulse;
import org.vppworkbench.app.task.SameThreadTaskExecutor;
import org.vppworkbench.app.ui.negotiation.TransportViewModel;
import org.vppworkbench.app.ui.session.StandardLaboratory;
import org.vppworkbench.app.ui.session.Workbench;

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
        return new Workbench(new StandardLaboratory(), new SameThreadTaskExecutor());
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
