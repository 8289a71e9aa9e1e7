package org.vppworkbench.app.ui.session;

import java.util.Optional;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.app.experiment.ExperimentResult;

/** The last finished runs of the session, oldest first, so that one can go back to them. */
public final class RunShelf {
    /** A week with its events is tens of megabytes; older runs are forgotten. */
    static final int FIRST_MOST = 6;

    private final ObservableList<KeptRun> runs = FXCollections.observableArrayList();
    private final ObservableList<KeptRun> seen = FXCollections.unmodifiableObservableList(runs);
    private int most = FIRST_MOST;
    private int started;

    public ObservableList<KeptRun> runs() {
        return seen;
    }

    /** The entry of a run, where it is finished and not forgotten. */
    public Optional<KeptRun> of(@Nullable LiveRun live) {
        return runs.stream().filter(kept -> kept.live().same(live)).findFirst();
    }

    int nextNumber() {
        return ++started;
    }

    /** Puts a run on the shelf, or a better judged outcome in place of the one it has. */
    void keep(LiveRun live, ExperimentResult outcome) {
        KeptRun kept = new KeptRun(live, outcome);
        for (int i = 0; i < runs.size(); i++) {
            if (runs.get(i).live().same(live)) {
                runs.set(i, kept);
                return;
            }
        }
        runs.add(kept);
        forget();
    }

    /** Changes how many runs are kept, at least 1; the oldest go first. */
    public void keepAtMost(int count) {
        most = Math.max(1, count);
        forget();
    }

    private void forget() {
        while (runs.size() > most) {
            runs.removeFirst();
        }
    }
}
