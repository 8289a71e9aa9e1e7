package org.vppworkbench.optimizer;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.vppworkbench.model.inputs.BessInputs;
import org.vppworkbench.model.inputs.HardPreferences;
import org.vppworkbench.model.inputs.ProsumerInputs;
import org.vppworkbench.model.inputs.RunInputs;
import org.vppworkbench.model.market.Product;
import org.vppworkbench.model.time.TimeSeries;
import org.vppworkbench.optimizer.schedule.FleetSchedule;
import org.vppworkbench.optimizer.schedule.HomeMultipliers;
import org.vppworkbench.optimizer.schedule.HomeSchedule;

/** What a fleet and its AWARE optimum have in them: things that happen in the solved point, not things that could. */
enum SolvedKind {
    /** D is used up in some interval at a price above 0. */
    D_BINDS,
    /** D of a reserve is. */
    RESERVE_D_BINDS,
    /** No D is used up anywhere. */
    D_NEVER_BINDS,
    /** Energy is sold at a price below 0. */
    SOLD_BELOW_ZERO,
    /** A home takes power from the grid into a battery or car at a retail price below 0. */
    PAID_TO_CHARGE,
    /** Sun is not used where feeding it in would cost. */
    CURTAILS_BELOW_ZERO,
    /** A battery charges and discharges in the same interval. */
    BOTH_AT_ONCE,
    /** A battery with unlike limits and unlike efficiencies charges and discharges. */
    LOPSIDED_BATTERY,
    /** The meter is at its import limit, and more would be worth something. */
    IMPORT_LIMIT_BINDS,
    /** The meter is at its export limit, and more would be worth something. */
    EXPORT_LIMIT_BINDS,
    CAR_DISCHARGES,
    CALLED_RESERVE,
    CALLED_CAR,
    HARD_WISHES,
    SOFT_WISHES,
    MORE_THAN_ONE_HOME;

    /** More than rounding and the gap of an interior point [kW]. */
    private static final double REAL = 0.1;

    static Set<SolvedKind> of(RunInputs inputs, OptimumResult aware) {
        Set<SolvedKind> kinds = EnumSet.noneOf(SolvedKind.class);
        FleetSchedule fleet = aware.relaxedSchedule();
        boolean energy = binds(inputs, fleet, Product.ENERGY);
        boolean reserve = binds(inputs, fleet, Product.SPIN) || binds(inputs, fleet, Product.NONSPIN);
        add(kinds, D_BINDS, energy || reserve);
        add(kinds, RESERVE_D_BINDS, reserve);
        add(kinds, D_NEVER_BINDS, !energy && !reserve);
        add(kinds, MORE_THAN_ONE_HOME, inputs.prosumers().size() > 1);
        for (int i = 0; i < fleet.homes().size(); i++) {
            home(kinds, inputs, inputs.prosumers().get(i), fleet.homes().get(i), aware.multipliers().homes().get(i));
        }
        return kinds;
    }

    private static void home(
            Set<SolvedKind> kinds, RunInputs in, ProsumerInputs home, HomeSchedule s, HomeMultipliers worth) {
        int n = in.horizon().intervals();
        BessInputs b = home.bess();
        TimeSeries meter = meter(home, s);
        add(kinds, SOLD_BELOW_ZERO, some(n, t -> s.soldKw().at(t) > REAL && in.prices().at(Product.ENERGY, t) < 0));
        add(kinds, PAID_TO_CHARGE, some(n, t -> home.importPrice().at(t) < 0
                && Math.max(s.chargeKw().at(t), s.evChargeKw().at(t)) > REAL
                && meter.at(t) - s.soldKw().at(t) - s.calledKw().at(t) < -REAL));
        add(kinds, CURTAILS_BELOW_ZERO, some(n, t -> home.exportPrice().at(t) < 0 && s.curtailedKw().at(t) > REAL));
        add(kinds, BOTH_AT_ONCE, some(n, t -> Math.min(s.chargeKw().at(t), s.dischargeKw().at(t)) > REAL));
        add(kinds, LOPSIDED_BATTERY, b != null && Math.abs(b.chargeKw() - b.dischargeKw()) > REAL
                && Math.abs(b.etaCharge() - b.etaDischarge()) > 0.01 && s.chargeKw().max() > REAL && s.dischargeKw().max() > REAL);
        add(kinds, IMPORT_LIMIT_BINDS, some(n, t ->
                meter.at(t) <= -home.importLimitKw() + 1e-3 && worth.meterLimit().at(t) > 1e-4));
        add(kinds, EXPORT_LIMIT_BINDS, some(n, t ->
                meter.at(t) >= home.exportLimitKw() - 1e-3 && worth.meterLimit().at(t) < -1e-4));
        add(kinds, CAR_DISCHARGES, s.evV2gKw().max() > REAL);
        add(kinds, CALLED_RESERVE, s.calledKw().max() > REAL);
        add(kinds, CALLED_CAR, in.calledIntervals().stream().anyMatch(t -> s.evV2gKw().at(t) > REAL));
        add(kinds, HARD_WISHES, !home.hard().equals(HardPreferences.NONE));
        add(kinds, SOFT_WISHES, !home.soft().isEmpty());
    }

    /** What leaves the home, whoever is paid for it [kW]. */
    private static TimeSeries meter(ProsumerInputs home, HomeSchedule s) {
        return TimeSeries.generate(home.load().length(), t -> home.pv().at(t) - s.curtailedKw().at(t)
                + s.dischargeKw().at(t) + s.evV2gKw().at(t) - s.chargeKw().at(t) - s.evChargeKw().at(t) - home.load().at(t));
    }

    /** Whether all that is bought of a product is sold in some interval, at a price above 0. */
    private static boolean binds(RunInputs inputs, FleetSchedule fleet, Product product) {
        List<TimeSeries> provided = fleet.homes().stream().map(h -> h.provided(product)).toList();
        return some(inputs.horizon().intervals(), t -> {
            double d = inputs.required().kw(product, t / 4);
            double sold = provided.stream().mapToDouble(kw -> kw.at(t)).sum();
            return d > 0 && inputs.prices().at(product, t) > 0 && sold >= d * (1 - 1e-5);
        });
    }

    private static boolean some(int intervals, IntPredicate holds) {
        return IntStream.range(0, intervals).anyMatch(holds);
    }

    private static void add(Set<SolvedKind> kinds, SolvedKind kind, boolean is) {
        if (is) {
            kinds.add(kind);
        }
    }
}
