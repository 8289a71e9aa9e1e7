package org.vppworkbench.sample.generator;

import org.apache.commons.math3.analysis.solvers.BrentSolver;
import org.vppworkbench.model.fleet.AdoptionTargets;
import org.vppworkbench.model.fleet.LatentCorrelations;
import org.vppworkbench.model.fleet.TariffMix;

/**
 * Above which value of its latent variable a device is there. Where the copula alone would put batteries on more homes
 * without a roof than allowed, their cut is raised and that of homes with a roof lowered, so that the share of batteries
 * stays what was asked.
 *
 * @param pvCut cut of the roof
 * @param evCut cut of the car
 * @param bessCutWithRoof cut of the battery where there is a roof
 * @param bessCutWithoutRoof cut of the battery where there is none
 * @param bessWithRoof probability of roof and battery
 * @param capped whether the cuts of the battery differ
 */
record AdoptionRule(
        double pvCut,
        double evCut,
        double bessCutWithRoof,
        double bessCutWithoutRoof,
        double bessWithRoof,
        boolean capped) {
    private static final double FAR = 8;

    static AdoptionRule of(AdoptionTargets asked, LatentCorrelations correlations) {
        double rho = correlations.pvBess();
        double pvCut = BivariateNormal.cut(asked.pv());
        double evCut = BivariateNormal.cut(asked.ev());
        double bessCut = BivariateNormal.cut(asked.bess());
        double joint = BivariateNormal.upper(pvCut, bessCut, rho);
        double allowed = asked.maxBessWithoutPv() * (1 - asked.pv());
        if (asked.bess() - joint <= allowed) {
            return new AdoptionRule(pvCut, evCut, bessCut, bessCut, joint, false);
        }
        double with = asked.bess() - allowed;
        double cutWith = with >= asked.pv() - 1e-12
                ? Double.NEGATIVE_INFINITY
                : solve(k -> BivariateNormal.upper(pvCut, k, rho) - with);
        double cutWithout = allowed <= 0
                ? Double.POSITIVE_INFINITY
                : solve(k -> BivariateNormal.upper(-pvCut, k, -rho) - allowed);
        return new AdoptionRule(pvCut, evCut, cutWith, cutWithout, with, true);
    }

    /**
     * Probability that a roof is on the net billing tariff, for roofs with and without a battery: the two-by-two table of
     * vintage and battery with the asked share of the tariff, the share of batteries of this fleet, and the odds ratio
     * of the two attachment rates (Plackett 1965).
     *
     * @param battery whether the roof has a battery
     */
    double nbtChance(boolean battery, TariffMix tariffs, double pvShare) {
        double nbt = tariffs.nbtShareOfRoofs();
        double attached = pvShare > 0 ? bessWithRoof / pvShare : 0;
        double odds = tariffs.attachmentNbt() / (1 - tariffs.attachmentNbt())
                * (1 - tariffs.attachmentNem2()) / tariffs.attachmentNem2();
        double both = attached * nbt;
        if (odds != 1) {
            double s = 1 + (attached + nbt) * (odds - 1);
            both = (s - Math.sqrt(s * s - 4 * odds * (odds - 1) * attached * nbt)) / (2 * (odds - 1));
        }
        if (battery) {
            return attached > 0 ? both / attached : nbt;
        }
        return attached < 1 ? (nbt - both) / (1 - attached) : nbt;
    }

    private static double solve(org.apache.commons.math3.analysis.UnivariateFunction excess) {
        return new BrentSolver(1e-12).solve(200, excess, -FAR, FAR);
    }
}
