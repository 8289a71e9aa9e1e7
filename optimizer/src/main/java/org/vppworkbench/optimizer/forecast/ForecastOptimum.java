package org.vppworkbench.optimizer.forecast;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.model.inputs.ProsumerInputs;
import org.vppworkbench.model.inputs.RunInputs;
import org.vppworkbench.model.market.MarketSeries;
import org.vppworkbench.model.market.Product;
import org.vppworkbench.model.time.TimeSeries;
import org.vppworkbench.optimizer.CentralOptimum;
import org.vppworkbench.optimizer.InputCheck;
import org.vppworkbench.optimizer.Mode;
import org.vppworkbench.optimizer.OptimumResult;
import org.vppworkbench.optimizer.OptimumStatus;
import org.vppworkbench.optimizer.Options;
import org.vppworkbench.optimizer.Progress;
import org.vppworkbench.optimizer.certificate.Certificate;
import org.vppworkbench.optimizer.repair.ScheduleRepair;
import org.vppworkbench.optimizer.schedule.Directionality;
import org.vppworkbench.optimizer.schedule.FleetSchedule;

/**
 * The AWARE optimum a planner reaches who knows what was known: forecast prices, and every home as it expects to be
 * (its outlook); no real-time price and no call. D is known, as everybody knows it.
 *
 * <p><b>When what is known.</b> At each local midnight the program is solved for that day and the next, the days for which
 * forecasts and home plans exist by then, from the energies that really are stored; the first day is carried out. Where
 * nothing is uncertain (forecasts equal prices, homes know their days) there is one program over the whole run, so that the
 * result is AWARE itself.
 *
 * <p><b>How it is carried out.</b> What is planned to be sold is sold as it stands, interval by interval, at whatever price
 * comes out (a self-schedule). Devices follow their planned powers through the physics of what happened
 * ({@link ScheduleRepair}): energy windows, floors, caps, blackouts and the calendar of the car outrank the plan, the meter's
 * limits make devices yield, roof and load are what they are. Called reserve is delivered as far as the battery can. What
 * was sold and not delivered is bought back at {@code max(πRT, πE, 0)}. So what is carried out is a point of the linear
 * program on what happened, and a shortfall can only cost: W ≤ UB(AWARE).
 */
public final class ForecastOptimum {
    /** Local days planned at once: as far as home plans look ({@code model.md} §2). */
    private static final int WINDOW_DAYS = 2;

    private final RunInputs inputs;
    private final Options options;
    private final Progress progress;
    private final BooleanSupplier cancelled;
    private final List<ProsumerInputs> expected = new ArrayList<>();
    private final List<ForecastProgram> programs = new ArrayList<>();
    private final CarriedOut done;

    private ForecastOptimum(RunInputs inputs, Options options, Progress progress, BooleanSupplier cancelled) {
        this.inputs = inputs;
        this.options = options;
        this.progress = progress;
        this.cancelled = cancelled;
        for (int i = 0; i < inputs.prosumers().size(); i++) {
            // as for the home plans without market, there is no branch here: calendars are known from the start
            expected.add(inputs.outlooks().get(i).learning(inputs.prosumers().get(i)).expected());
        }
        this.done = new CarriedOut(inputs);
    }

    /**
     * Plans on what was known and values what happened.
     *
     * @param cancelled polled in every Newton step
     * @throws IllegalArgumentException as {@link CentralOptimum#solve}
     */
    public static ForecastResult solve(RunInputs inputs, Options options, Progress progress, BooleanSupplier cancelled) {
        InputCheck.check(inputs);
        return new ForecastOptimum(inputs, options, progress, cancelled).solve();
    }

    private ForecastResult solve() {
        int days = inputs.horizon().days();
        boolean certain = nothingUncertain();
        int step = certain ? days : 1;
        for (int day = 0; day < days; day += step) {
            int length = certain ? days : Math.min(WINDOW_DAYS, days - day);
            DayWindow window = DayWindow.of(inputs, day, length);
            RunInputs known = window.inputs(market(), expected, false, done.energies());
            OptimumResult plan = CentralOptimum.solveRelaxation(known, Mode.AWARE, options, progress, cancelled);
            programs.add(ForecastProgram.of(day, length, plan));
            FleetSchedule wanted = plan.relaxedSchedule();
            if (wanted == null) {
                return none(plan);
            }
            RunInputs truth = window.inputs(inputs.prices(), inputs.prosumers(), true, done.energies());
            FleetSchedule prepared = CalledReserve.delivered(truth, wanted);
            FleetSchedule real = ScheduleRepair.repair(truth, Mode.AWARE, Directionality.RELAXED, prepared);
            int kept = DayWindow.of(inputs, day, step).to() - window.from();
            done.add(window.from(), kept, wanted, real);
        }
        FleetSchedule schedule = done.schedule();
        Certificate realised = Certificate.ofSchedule(inputs, Mode.AWARE, Directionality.RELAXED, schedule);
        boolean proved = programs.stream().allMatch(p -> p.status() == OptimumStatus.OPTIMAL);
        boolean kept = realised.maxViolation() <= OptimumResult.FEASIBILITY;
        return new ForecastResult(
                proved && kept ? OptimumStatus.OPTIMAL : OptimumStatus.NOT_PROVED,
                programs,
                realised,
                schedule,
                done.shortfallKwh(),
                done.shortfallUsd(),
                kept ? "" : "carried out on what happened, the plan breaks " + realised.worstFamily() + " by "
                        + realised.maxViolation() + " kW or kWh");
    }

    private ForecastResult none(OptimumResult plan) {
        String message = plan.message().isEmpty() ? "no plan on the forecasts" : "on the forecasts: " + plan.message();
        return new ForecastResult(plan.status(), programs, null, null, 0, 0, message);
    }

    /** Forecasts of what is traded; nobody forecasts the real-time price. */
    private MarketSeries market() {
        MarketSeries forecasts = inputs.forecasts();
        return new MarketSeries(
                traded(Product.ENERGY, forecasts), traded(Product.SPIN, forecasts), traded(Product.NONSPIN, forecasts), null);
    }

    private @Nullable TimeSeries traded(Product product, MarketSeries forecasts) {
        return inputs.prices().of(product) == null ? null : forecasts.of(product);
    }

    private boolean nothingUncertain() {
        for (Product product : Product.values()) {
            TimeSeries price = inputs.prices().of(product);
            if (!Objects.equals(price, price == null ? null : inputs.forecasts().of(product))) {
                return false;
            }
        }
        return expected.equals(inputs.prosumers());
    }
}
