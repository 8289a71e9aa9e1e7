package org.vppworkbench.sample.generator;

import java.util.ArrayList;
import java.util.List;
import org.vppworkbench.model.scenario.DataSet;
import org.vppworkbench.model.time.Horizon;

/**
 * The load and roof profiles a fleet may refer to, as a data set has them.
 *
 * @param loads load profiles by name
 * @param roofs names of yield profiles
 */
record ProfileCatalogue(List<LoadProfile> loads, List<String> roofs) {
    /**
     * One load profile.
     *
     * @param name as homes refer to it
     * @param kwhPerDay mean over the days of the data set [kWh/day]
     * @param peakKw largest value [kW]
     */
    record LoadProfile(String name, double kwhPerDay, double peakKw) {}

    ProfileCatalogue {
        loads = List.copyOf(loads);
        roofs = List.copyOf(roofs);
    }

    static ProfileCatalogue of(DataSet data) {
        List<LoadProfile> loads = new ArrayList<>();
        data.loadKw().forEach((name, kw) -> {
            double kwhPerDay = kw.sum() * Horizon.DELTA_HOURS / data.horizon().days();
            if (kwhPerDay > 0) {
                loads.add(new LoadProfile(name, kwhPerDay, kw.max()));
            }
        });
        return new ProfileCatalogue(loads, List.copyOf(data.pvYield().keySet()));
    }

    /** Consumption of a home by the name of its profile and its scale [kWh/day]; NaN where the profile is not here. */
    double kwhPerDay(String name, double scale) {
        for (LoadProfile load : loads) {
            if (load.name().equals(name)) {
                return scale * load.kwhPerDay();
            }
        }
        return Double.NaN;
    }
}
