package org.vppworkbench.optimizer;

import org.vppworkbench.model.inputs.BessInputs;
import org.vppworkbench.model.inputs.EvInputs;
import org.vppworkbench.model.inputs.ProsumerInputs;
import org.vppworkbench.model.inputs.RunInputs;
import org.vppworkbench.model.market.Product;
import org.vppworkbench.model.time.Horizon;

/** What the gap of an optimum is measured by, before the optimum is known. */
final class MoneyAtStake {
    /** Part of what could be sold at most that is taken for the money at stake. */
    private static final double PART = 0.01;

    private MoneyAtStake() {}

    /**
     * A cautious guess of UB(AWARE) − UB(HOME), at least the least yardstick: a hundredth of what the market would pay for all that is
     * required, as far as batteries and cars have the power for it. Where it is too high, the optimum is solved again.
     */
    static double guessUsd(RunInputs inputs) {
        double power = 0;
        for (ProsumerInputs home : inputs.prosumers()) {
            BessInputs bess = home.bess();
            EvInputs ev = home.ev();
            power += (bess == null ? 0 : bess.dischargeKw()) + (ev == null ? 0 : ev.v2gKw());
        }
        double sum = 0;
        for (Product product : Product.values()) {
            for (int t = 0; inputs.prices().of(product) != null && t < inputs.horizon().intervals(); t++) {
                double kw = Math.min(power, inputs.required().kw(product, Horizon.hourOf(t)));
                sum += Math.max(0, inputs.prices().at(product, t)) / 1000 * kw * Horizon.DELTA_HOURS;
            }
        }
        return Math.max(Options.DEFAULT.yardstickUsd(), PART * sum);
    }
}
