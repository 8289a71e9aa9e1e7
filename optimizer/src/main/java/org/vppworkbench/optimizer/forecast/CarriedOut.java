package org.vppworkbench.optimizer.forecast;

import static org.vppworkbench.model.time.Horizon.DELTA_HOURS;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.vppworkbench.model.inputs.RunInputs;
import org.vppworkbench.model.market.Product;
import org.vppworkbench.model.time.TimeSeries;
import org.vppworkbench.optimizer.schedule.FleetSchedule;
import org.vppworkbench.optimizer.schedule.HomeSchedule;

/** What was carried out so far, day by day: schedules, energies they leave, and what was sold and not delivered. */
final class CarriedOut {
    /** Rounding of a replay is no shortfall [kW]. */
    private static final double ROUNDING_KW = 1e-9;

    private final RunInputs inputs;
    private final List<List<HomeSchedule>> parts = new ArrayList<>();
    private List<DayWindow.Energies> energies;
    private double shortfallKwh;
    private double shortfallUsd;

    CarriedOut(RunInputs inputs) {
        this.inputs = inputs;
        this.energies = inputs.prosumers().stream().map(DayWindow.Energies::initial).toList();
        inputs.prosumers().forEach(_ -> parts.add(new ArrayList<>()));
    }

    /** Stored at the start of what is not carried out yet, per home. */
    List<DayWindow.Energies> energies() {
        return energies;
    }

    double shortfallKwh() {
        return shortfallKwh;
    }

    double shortfallUsd() {
        return shortfallUsd;
    }

    /**
     * Adds the first intervals of a window.
     *
     * @param from first interval of the window within the run
     * @param kept how many intervals are kept
     * @param wanted the plan
     * @param real what became of it
     */
    void add(int from, int kept, FleetSchedule wanted, FleetSchedule real) {
        List<DayWindow.Energies> left = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            HomeSchedule home = real.homes().get(i);
            parts.get(i).add(map(series -> series.apply(home).slice(0, kept)));
            left.add(new DayWindow.Energies(home.bessKwh().at(kept - 1), home.evKwh().at(kept - 1)));
            for (int t = 0; t < kept; t++) {
                missing(from + t, wanted.homes().get(i).soldKw().at(t) - home.soldKw().at(t));
            }
        }
        energies = left;
    }

    private void missing(int t, double kw) {
        if (kw > ROUNDING_KW) {
            double usdPerMwh = inputs.prices().buyBack(t) - inputs.prices().at(Product.ENERGY, t);
            shortfallKwh += kw * DELTA_HOURS;
            shortfallUsd += kw * DELTA_HOURS * usdPerMwh / 1000;
        }
    }

    /** All days in one. */
    FleetSchedule schedule() {
        List<HomeSchedule> homes = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            List<HomeSchedule> days = parts.get(i);
            homes.add(map(series -> TimeSeries.of(days.stream()
                    .map(series)
                    .flatMapToDouble(day -> IntStream.range(0, day.length()).mapToDouble(day::at))
                    .toArray())));
        }
        return new FleetSchedule(homes);
    }

    private static HomeSchedule map(Function<Function<HomeSchedule, TimeSeries>, TimeSeries> made) {
        return new HomeSchedule(
                made.apply(HomeSchedule::chargeKw),
                made.apply(HomeSchedule::dischargeKw),
                made.apply(HomeSchedule::bessKwh),
                made.apply(HomeSchedule::evChargeKw),
                made.apply(HomeSchedule::evV2gKw),
                made.apply(HomeSchedule::evKwh),
                made.apply(HomeSchedule::curtailedKw),
                made.apply(HomeSchedule::soldKw),
                made.apply(HomeSchedule::spinKw),
                made.apply(HomeSchedule::nonSpinKw),
                made.apply(HomeSchedule::calledKw));
    }
}
