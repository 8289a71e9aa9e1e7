package org.vppworkbench.optimizer.certificate;

import static org.vppworkbench.model.time.Horizon.DELTA_HOURS;

import java.util.List;
import java.util.OptionalInt;
import org.vppworkbench.model.inputs.BessInputs;
import org.vppworkbench.model.inputs.EvInputs;
import org.vppworkbench.model.inputs.LimitChange;
import org.vppworkbench.model.inputs.ProsumerInputs;
import org.vppworkbench.model.inputs.RunInputs;
import org.vppworkbench.model.inputs.SoftPreference;
import org.vppworkbench.model.market.Product;
import org.vppworkbench.optimizer.Mode;
import org.vppworkbench.optimizer.schedule.FleetMultipliers;

/**
 * Proof that a home has no schedule: an upper bound on its W below the worst W that any powers and energies inside the
 * limits of its devices could have. Selling nothing is always allowed, so a fleet has no schedule only if one home has none.
 */
public final class InfeasibilityProof {
    private InfeasibilityProof() {}

    /** Index of the first home for which the multipliers prove that no schedule exists. */
    public static OptionalInt impossibleHome(RunInputs inputs, Mode mode, FleetMultipliers multipliers) {
        for (int i = 0; i < inputs.prosumers().size(); i++) {
            ProsumerInputs home = inputs.prosumers().get(i);
            RunInputs alone = new RunInputs(
                    inputs.horizon(),
                    inputs.prices(),
                    inputs.forecasts(),
                    inputs.required(),
                    inputs.calledIntervals(),
                    List.of(home));
            FleetMultipliers own =
                    new FleetMultipliers(List.of(multipliers.homes().get(i)), multipliers.requiredByProduct());
            if (Certificate.upperBound(alone, mode, own) < -worst(inputs, home)) {
                return OptionalInt.of(i);
            }
        }
        return OptionalInt.empty();
    }

    /** Twice the magnitude of all money the home could ever move, and a dollar [$]. */
    private static double worst(RunInputs inputs, ProsumerInputs home) {
        BessInputs bess = home.bess();
        EvInputs ev = home.ev();
        double power = bess == null ? 0 : bess.chargeKw() + bess.dischargeKw();
        double carPower = ev == null ? 0 : ev.chargeKw() + ev.v2gKw();
        double energy = (bess == null ? 0 : Math.abs(bess.maxKwh()) + Math.abs(bess.minKwh()))
                + (ev == null ? 0 : Math.abs(ev.capacityKwh()) + Math.abs(ev.minKwh()));
        double wear = (bess == null ? 0 : Math.abs(bess.degradationPerKwh()))
                + (ev == null ? 0 : Math.abs(ev.degradationPerKwh()));
        int n = inputs.horizon().intervals();
        double sum = 1 + Math.abs(home.endValuePerKwh()) * energy;
        for (int t = 0; t < n; t++) {
            double retail = Math.max(Math.abs(home.importPrice().at(t)), Math.abs(home.exportPrice().at(t)));
            double market = wear + Math.abs(inputs.prices().realTimeAt(t)) / 1000;
            for (Product product : Product.values()) {
                market += Math.abs(inputs.prices().at(product, t)) / 1000;
            }
            sum += DELTA_HOURS
                    * (retail * (home.pv().at(t) + home.load().at(t) + 2 * (power + carPower))
                            + market * (power + carPower));
        }
        for (SoftPreference soft : home.soft()) {
            double most =
                    switch (soft) {
                        case SoftPreference.Floor f -> n * DELTA_HOURS * (Math.abs(f.limitKwh()) + energy);
                        case SoftPreference.CarReady r -> Math.abs(r.limitKwh()) + energy;
                        case SoftPreference.Blackout b -> b.intervals().size() * DELTA_HOURS * (power + carPower);
                        case SoftPreference.DailyCap c ->
                            n * DELTA_HOURS * (power + carPower) + inputs.horizon().days()
                                    * Math.max(Math.abs(c.limitKwh()),
                                            c.changes().stream().mapToDouble(LimitChange::kwh).max().orElse(0));
                    };
            sum += soft.usdPerUnit() * most;
        }
        return 2 * sum;
    }
}
