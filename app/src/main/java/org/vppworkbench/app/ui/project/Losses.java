package org.vppworkbench.app.ui.project;

import java.time.Clock;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.app.ui.session.KeptRun;
import org.vppworkbench.app.ui.session.Workbench;

/** What would be lost, in words. */
final class Losses {
    private static final DateTimeFormatter SINCE = DateTimeFormatter.ofPattern("d MMMM, HH:mm", Locale.ROOT);

    private Losses() {}

    static List<String> of(
            Workbench workbench, @Nullable OpenProject project, boolean dirty, List<String> editsNotSaved, List<KeptRun> unkept) {
        List<String> losses = new ArrayList<>(project == null ? workbench.lostOnClosing() : workbench.runningTasks());
        int edits = editsNotSaved.size();
        String count = edits == 0 ? "changes" : edits == 1 ? "1 edit (" + editsNotSaved.getFirst() + ")" : edits + " edits";
        if (dirty && project != null) {
            losses.add("Project " + project.name() + ": " + count + " not saved");
        } else if (dirty && losses.stream().noneMatch(loss -> loss.startsWith("Fleet "))) {
            losses.add("Scenario: " + count + ", in no project");
        }
        unkept.forEach(run -> losses.add(run.live().title() + ": not kept, and it cannot be made again"));
        return losses;
    }

    /** What another window reads about this one. */
    static String who(Clock clock) {
        String user = System.getProperty("user.name", "somebody");
        return "a window of " + user + ", process " + ProcessHandle.current().pid() + ", since "
                + SINCE.format(clock.instant().atZone(clock.getZone()));
    }
}
