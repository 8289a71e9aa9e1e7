package org.vppworkbench.app.ui.project;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.vppworkbench.app.io.UserFolders;
import org.vppworkbench.app.task.ManualPulse;
import org.vppworkbench.app.ui.SampleRun;
import org.vppworkbench.app.ui.session.ScenarioEdits;
import org.vppworkbench.app.ui.session.Workbench;

/** A window without a toolkit. */
final class Session {
    static final long SECOND = 1_000_000_000L;

    final Answers answers = new Answers();
    final ManualPulse pulse = new ManualPulse();
    final Workbench workbench = SampleRun.fresh();
    final ProjectDesk desk;
    private long now;

    Session(Path home) {
        desk = new ProjectDesk(
                workbench, UserFolders.in(home), pulse, Clock.fixed(Instant.parse("2026-11-23T12:00:00Z"), ZoneOffset.UTC), answers);
    }

    /** An edit of the scenario. */
    Session seed(long seed) {
        workbench.history().edit("seed " + seed, workbench.document().with(ScenarioEdits.seed(workbench.document().scenario(), seed)));
        return this;
    }

    /** Lets time pass, one frame per half second. */
    Session pass(int seconds) {
        for (int i = 0; i < 2 * seconds; i++) {
            now += SECOND / 2;
            pulse.beat(now);
        }
        return this;
    }

    Session saveInto(Path folder) {
        answers.next = folder;
        desk.save(() -> {});
        return this;
    }

    String notice() {
        return workbench.noticeProperty().get() == null ? "" : workbench.noticeProperty().get().title() + ": "
                + workbench.noticeProperty().get().text();
    }
}
