package org.vppworkbench.app.experiment;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.vppworkbench.app.io.RefusedException;
import org.vppworkbench.model.event.EventSink;
import org.vppworkbench.model.event.LoggedEvent;
import org.vppworkbench.model.event.RunEvent;
import org.vppworkbench.model.inputs.ProsumerInputs;
import org.vppworkbench.model.inputs.RunInputs;
import org.vppworkbench.model.physics.DispatchTable;
import org.vppworkbench.model.physics.HomeInterval;
import org.vppworkbench.model.simulation.RunRecord;
import org.vppworkbench.model.time.Horizon;
import org.vppworkbench.optimizer.OptimumResult;
import org.vppworkbench.optimizer.schedule.FleetSchedule;
import org.vppworkbench.optimizer.schedule.HomeSchedule;

/** The schedule of a central optimum as a run: no contracts, each home paid the market revenue. */
final class OptimumDispatch {
    private OptimumDispatch() {}

    static RunRecord run(RunInputs inputs, OptimumResult result, long seed, EventSink sink) {
        FleetSchedule schedule = result.schedule();
        if (schedule == null) {
            throw RefusedException.because(
                    "optimum " + result.mode(),
                    "there is no schedule to carry out: " + result.status() + " " + result.message(),
                    "preferences that can be kept together");
        }
        DispatchTable table = table(inputs, schedule);
        String id = result.mode().name().toLowerCase(Locale.ROOT);
        Horizon horizon = inputs.horizon();
        long sequence = 0;
        List<String> homes = inputs.prosumers().stream().map(ProsumerInputs::id).toList();
        RunEvent started =
                new RunEvent.RunStarted(
                        id, MechanismCatalogue.MECHANISM, seed, horizon.start(), horizon.intervals(), homes);
        sink.accept(new LoggedEvent(sequence++, horizon.start(), started));
        for (int t = 0; t < horizon.intervals(); t++) {
            List<HomeInterval> rows = new ArrayList<>();
            for (int i = 0; i < homes.size(); i++) {
                rows.add(table.at(i, t));
            }
            RunEvent done = new RunEvent.IntervalDispatched(t, rows);
            sink.accept(new LoggedEvent(sequence++, horizon.intervalStart(t), done));
        }
        RunEvent finished = new RunEvent.RunFinished(horizon.intervals(), 0);
        sink.accept(new LoggedEvent(sequence, horizon.end(), finished));
        return new RunRecord(id, MechanismCatalogue.MECHANISM, true, table, List.of(), true);
    }

    static DispatchTable table(RunInputs inputs, FleetSchedule schedule) {
        int intervals = inputs.horizon().intervals();
        HomeInterval[][] rows = new HomeInterval[inputs.prosumers().size()][intervals];
        for (int i = 0; i < rows.length; i++) {
            for (int t = 0; t < intervals; t++) {
                rows[i][t] = row(inputs.prosumers().get(i), schedule.homes().get(i), t);
            }
        }
        return new DispatchTable(rows);
    }

    private static HomeInterval row(ProsumerInputs home, HomeSchedule plan, int t) {
        double pv = home.pv().at(t);
        double load = home.load().at(t);
        double curtailed = plan.curtailedKw().at(t);
        double charge = plan.chargeKw().at(t);
        double discharge = plan.dischargeKw().at(t);
        double car = plan.evChargeKw().at(t);
        double v2g = plan.evV2gKw().at(t);
        return new HomeInterval(
                pv - curtailed + discharge + v2g - charge - car - load,
                pv,
                curtailed,
                load,
                charge,
                discharge,
                plan.bessKwh().at(t),
                car,
                v2g,
                plan.evKwh().at(t),
                plan.soldKw().at(t),
                plan.spinKw().at(t),
                plan.nonSpinKw().at(t),
                plan.calledKw().at(t));
    }
}
