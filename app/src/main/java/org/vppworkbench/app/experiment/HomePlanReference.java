package org.vppworkbench.app.experiment;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.vppworkbench.model.inputs.HomeOutlook;
import org.vppworkbench.model.inputs.ProsumerInputs;
import org.vppworkbench.model.inputs.RunInputs;
import org.vppworkbench.model.physics.DayGrid;
import org.vppworkbench.model.physics.DispatchTable;
import org.vppworkbench.model.physics.HomeInterval;
import org.vppworkbench.model.physics.HomePlans;
import org.vppworkbench.model.physics.HomeSimulator;
import org.vppworkbench.model.scenario.Behaviour;
import org.vppworkbench.model.simulation.HomeLoop;
import org.vppworkbench.model.time.TimeSeries;

/**
 * What the homes do without a market: the reference point W0. It simulates its own copy of every
 * home.
 */
public final class HomePlanReference {
    private HomePlanReference() {}

    public static DispatchTable dispatch(RunInputs inputs, List<Behaviour> behaviours) {
        int intervals = inputs.horizon().intervals();
        HomeInterval[][] rows = new HomeInterval[inputs.prosumers().size()][intervals];
        DayGrid days = new DayGrid(inputs.horizon());
        HomeLoop.forEach(rows.length, i -> {
            ProsumerInputs home = inputs.prosumers().get(i);
            // without a market there is no branch either: the home knows the calendar of its car from the start
            HomeOutlook outlook = inputs.outlooks().get(i).learning(home);
            HomeSimulator simulator =
                    new HomeSimulator(home, outlook, HomePlans.of(outlook, behaviours.get(i), days), days, Set.of());
            for (int t = 0; t < intervals; t++) {
                rows[i][t] = simulator.step();
            }
        });
        return new DispatchTable(rows);
    }

    /** The meter of every home [kW], + is injection. */
    public static List<TimeSeries> meters(DispatchTable dispatch) {
        List<TimeSeries> meters = new ArrayList<>();
        for (int i = 0; i < dispatch.prosumers(); i++) {
            int home = i;
            meters.add(
                    TimeSeries.generate(dispatch.intervals(), t -> dispatch.at(home, t).meterKw()));
        }
        return meters;
    }
}
