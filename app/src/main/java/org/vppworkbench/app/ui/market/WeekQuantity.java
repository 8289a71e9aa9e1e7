package org.vppworkbench.app.ui.market;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.model.scenario.DataSet;
import org.vppworkbench.model.time.TimeSeries;

/** What weeks can be compared by. */
public enum WeekQuantity {
    ENERGY("Energy, day-ahead", "$/MWh"),
    REAL_TIME("Energy, real-time", "$/MWh"),
    SPIN("Spin", "$/MW-h"),
    NON_SPIN("Non-spin", "$/MW-h"),
    LOAD("Load, mean of all profiles", "kW"),
    PV("PV yield, mean of all profiles", "kW per kWdc");

    private final String words;
    private final String unit;

    WeekQuantity(String words, String unit) {
        this.words = words;
        this.unit = unit;
    }

    public String words() {
        return words;
    }

    public String unit() {
        return unit;
    }

    /** The series in a data set, or {@code null} where it has none. */
    @Nullable TimeSeries of(DataSet data) {
        return switch (this) {
            case ENERGY -> data.prices().energy();
            case REAL_TIME -> data.prices().realTime();
            case SPIN -> data.prices().spin();
            case NON_SPIN -> data.prices().nonSpin();
            case LOAD -> mean(data.loadKw());
            case PV -> mean(data.pvYield());
        };
    }

    private static @Nullable TimeSeries mean(Map<String, TimeSeries> profiles) {
        if (profiles.isEmpty()) {
            return null;
        }
        int length = profiles.values().iterator().next().length();
        return TimeSeries.generate(length, t -> profiles.values().stream().mapToDouble(s -> s.at(t)).average().orElse(Double.NaN));
    }
}
