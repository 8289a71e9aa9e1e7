package org.vppworkbench.app.ui.session;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.model.physics.HomeInterval;
import org.vppworkbench.model.scenario.Finding;
import org.vppworkbench.model.time.Horizon;
import org.vppworkbench.model.time.TimeSeries;

/**
 * A week of one home under its own plan, as the engine computes it; nothing is traded.
 *
 * @param home id of the home
 * @param horizon the days
 * @param rows what it does in every interval
 * @param importPrice what it pays [$/kWh]
 * @param exportPrice what it is credited [$/kWh]
 * @param bessKwh capacity of its battery [kWh], or {@code null}
 * @param evKwh capacity of its car [kWh], or {@code null}
 * @param findings what is worth knowing about the home on these days
 */
public record HomeWeek(
        String home,
        Horizon horizon,
        List<HomeInterval> rows,
        TimeSeries importPrice,
        TimeSeries exportPrice,
        @Nullable Double bessKwh,
        @Nullable Double evKwh,
        List<Finding> findings) {
    public HomeWeek {
        rows = List.copyOf(rows);
        findings = List.copyOf(findings);
    }
}
