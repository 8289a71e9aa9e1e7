package org.vppworkbench.app.ui.fleet;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.vppworkbench.app.ui.session.Workbench;
import org.vppworkbench.model.fleet.Home;
import org.vppworkbench.model.fleet.TariffPlan;
import org.vppworkbench.model.simulation.CancelToken;

/** How long what the fleet table does takes on the thread of the window; for a bench. */
public final class FleetTimings {
    /**
     * One measurement.
     *
     * @param what was done
     * @param medianMs median over the repetitions [ms]
     * @param worstMs longest of them [ms]
     */
    public record Timing(String what, double medianMs, double worstMs) {}

    private FleetTimings() {}

    /** Measures on the fleet of a workbench, which is left as it was. */
    public static List<Timing> of(Workbench workbench, int repetitions) {
        FleetViewModel model = new FleetViewModel(workbench);
        List<Timing> timings = new ArrayList<>();
        for (FleetColumn column : FleetColumns.ALL) {
            timings.add(timed("sort by " + column.title(), repetitions, i -> model.sort(List.of(new FleetOrder.By(column, i % 2 == 0)))));
        }
        model.sort(List.of());
        timings.add(timed("filter by words", repetitions, i -> model.filterProperty().set(i % 2 == 0 ? "sell nothing" : "keep at least")));
        model.filterProperty().set("");
        timings.add(timed("filter by battery and car", repetitions, i -> model.wantedProperty().set(i % 2 == 0
                ? new FleetFilter("", Set.of(FleetFilter.Asset.BATTERY, FleetFilter.Asset.CAR), null, null)
                : FleetFilter.NONE)));
        model.wantedProperty().set(FleetFilter.NONE);
        timings.add(timed("edit one home and undo", repetitions, i -> {
            Home home = model.homes().get(i % model.homes().size());
            model.edit("Load ×", home, HomeEdits.loadScale(home, home.loadScale() + 1));
            workbench.history().undo();
        }));
        model.chooseAllShown();
        MultiEdit edit = new MultiEdit(java.util.Map.of(HomeFields.MANY.getFirst(), 20.0), TariffPlan.FLAT, null, null);
        timings.add(timed("preview an edit of all homes (in the background above 2,000)", repetitions, i -> edit.of(model.homes(), CancelToken.NEVER)));
        MultiEdit.Outcome outcome = edit.of(model.homes(), CancelToken.NEVER);
        timings.add(timed("apply it and undo", repetitions, i -> {
            model.replace("bench", outcome.changed());
            workbench.history().undo();
        }));
        timings.add(timed("copy all homes", repetitions, i -> model.tabbed()));
        return timings;
    }

    private static Timing timed(String what, int repetitions, java.util.function.IntConsumer work) {
        double[] ms = new double[repetitions];
        for (int i = 0; i < repetitions; i++) {
            long begin = System.nanoTime();
            work.accept(i);
            ms[i] = (System.nanoTime() - begin) / 1e6;
        }
        java.util.Arrays.sort(ms);
        return new Timing(what, ms[repetitions / 2], ms[repetitions - 1]);
    }
}
