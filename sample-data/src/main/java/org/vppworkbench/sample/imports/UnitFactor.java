package org.vppworkbench.sample.imports;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.vppworkbench.sample.folder.SeriesRole;

/**
 * From a unit of a file to that of a role: {@code value = cell · factor + offset}.
 *
 * @param factor multiplier
 * @param offset added afterwards
 */
record UnitFactor(double factor, double offset) {
    private static final Map<String, Double> PRICE = Map.of(
            "$/MWh", 1.0, "USD/MWh", 1.0, "$/MW-h", 1.0, "$/MW", 1.0, "$/kWh", 1000.0, "USD/kWh", 1000.0, "ct/kWh", 10.0,
            "cent/kWh", 10.0);
    private static final Map<String, Double> POWER = Map.of("kW", 1.0, "W", 0.001, "MW", 1000.0);
    private static final Map<String, Double> YIELD = Map.of("kW per kWdc", 1.0, "kW/kW", 1.0, "W per kWdc", 0.001, "W/kW", 0.001);
    private static final Map<String, Double> SYSTEM = Map.of("MW", 1.0, "kW", 0.001, "GW", 1000.0);

    /** The factor from a unit, or empty where it does not fit the role. */
    static Optional<UnitFactor> of(SeriesRole.Type type, String unit) {
        return Optional.ofNullable(known(type).get(unit));
    }

    static String allowed(SeriesRole.Type type) {
        return String.join(", ", new TreeSet<>(known(type).keySet()));
    }

    private static Map<String, UnitFactor> known(SeriesRole.Type type) {
        return switch (type) {
            case ENERGY, SPIN, NON_SPIN, REAL_TIME -> factors(PRICE);
            case LOAD -> factors(POWER);
            case PV_YIELD -> factors(YIELD);
            case LOAD_FORECAST, SOLAR_FORECAST -> factors(SYSTEM);
            case TEMPERATURE -> Map.of(
                    "degC", new UnitFactor(1, 0),
                    "degF", new UnitFactor(5.0 / 9, -32 * 5.0 / 9),
                    "K", new UnitFactor(1, -273.15));
        };
    }

    private static Map<String, UnitFactor> factors(Map<String, Double> plain) {
        Map<String, UnitFactor> factors = new LinkedHashMap<>();
        plain.forEach((unit, factor) -> factors.put(unit, new UnitFactor(factor, 0)));
        return factors;
    }
}
