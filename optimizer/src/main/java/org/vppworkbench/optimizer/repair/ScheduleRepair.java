package org.vppworkbench.optimizer.repair;

import java.util.ArrayList;
import java.util.List;
import org.vppworkbench.model.inputs.RunInputs;
import org.vppworkbench.model.market.Product;
import org.vppworkbench.model.time.Horizon;
import org.vppworkbench.optimizer.Mode;
import org.vppworkbench.optimizer.lp.HomeRules;
import org.vppworkbench.optimizer.schedule.Directionality;
import org.vppworkbench.optimizer.schedule.FleetSchedule;
import org.vppworkbench.optimizer.schedule.HomeSchedule;

/** Makes a schedule that can be carried out from a point of the relaxation: every home replayed, then D kept. */
public final class ScheduleRepair {
    private ScheduleRepair() {}

    public static FleetSchedule repair(
            RunInputs inputs, Mode mode, Directionality directionality, FleetSchedule plan) {
        List<HomeReplay> replays = new ArrayList<>();
        for (int i = 0; i < plan.homes().size(); i++) {
            replays.add(new HomeReplay(new HomeRules(inputs, i, mode), plan.homes().get(i), directionality));
        }
        int intervals = inputs.horizon().intervals();
        for (Product product : Product.values()) {
            for (int t = 0; t < intervals; t++) {
                keepRequired(replays, product, t, inputs.required().kw(product, Horizon.hourOf(t)));
            }
        }
        replays.forEach(HomeReplay::limitReserve);
        List<HomeSchedule> homes = replays.stream().map(HomeReplay::schedule).toList();
        return new FleetSchedule(homes);
    }

    private static void keepRequired(List<HomeReplay> homes, Product product, int t, double required) {
        double sum = 0;
        for (HomeReplay home : homes) {
            sum += home.provided(product)[t];
        }
        for (HomeReplay home : homes) {
            home.provided(product)[t] *= sum > required ? required / sum : 1;
        }
    }
}
