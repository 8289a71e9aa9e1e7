package org.vppworkbench.app.io.download;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.vppworkbench.model.scenario.Finding;
import org.vppworkbench.model.scenario.Findings;

/**
 * A PV system PVWatts v8 computes; ranges as the service publishes them.
 *
 * @param latitude north [degrees], in [-90, 90]
 * @param longitude east [degrees], in [-180, 180]
 * @param capacityKwdc nameplate [kWdc], in [0.05, 500000]
 * @param tilt [degrees], in [0, 90]
 * @param azimuth [degrees], in [0, 360), 180 is south
 * @param arrayType 0 fixed open rack, 1 fixed roof, 2 one axis, 3 one axis with backtracking, 4 two axes
 * @param moduleType 0 standard, 1 premium, 2 thin film
 * @param losses of the system [%], in [-5, 99]
 * @param dataset {@code nsrdb}, {@code tmy2}, {@code tmy3} or {@code intl}
 */
public record PvwattsQuery(
        double latitude,
        double longitude,
        double capacityKwdc,
        double tilt,
        double azimuth,
        int arrayType,
        int moduleType,
        double losses,
        String dataset) {
    private static final List<String> DATASETS = List.of("nsrdb", "tmy2", "tmy3", "intl");

    /** What is out of range, before anything is sent. */
    List<Finding> problems() {
        Findings out = new Findings();
        out.inRange("latitude", latitude, -90, 90, "degrees");
        out.inRange("longitude", longitude, -180, 180, "degrees");
        out.inRange("capacity", capacityKwdc, 0.05, 500_000, "kWdc");
        out.inRange("tilt", tilt, 0, 90, "degrees");
        if (!(azimuth >= 0 && azimuth < 360)) {
            out.error("azimuth", Findings.number(azimuth), "out of range", "[0, 360) degrees");
        }
        out.inRange("array type", arrayType, 0, 4, "");
        out.inRange("module type", moduleType, 0, 2, "");
        out.inRange("losses", losses, -5, 99, "%");
        if (!DATASETS.contains(dataset)) {
            out.error("dataset", "\"" + dataset + "\"", "unknown dataset", String.join(", ", DATASETS));
        }
        return out.list();
    }

    Map<String, String> parameters() {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("lat", Findings.number(latitude));
        parameters.put("lon", Findings.number(longitude));
        parameters.put("system_capacity", Findings.number(capacityKwdc));
        parameters.put("tilt", Findings.number(tilt));
        parameters.put("azimuth", Findings.number(azimuth));
        parameters.put("array_type", Integer.toString(arrayType));
        parameters.put("module_type", Integer.toString(moduleType));
        parameters.put("losses", Findings.number(losses));
        parameters.put("dataset", dataset);
        parameters.put("timeframe", "hourly");
        return parameters;
    }
}
