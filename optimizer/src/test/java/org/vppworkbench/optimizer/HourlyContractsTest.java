package org.vppworkbench.optimizer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.vppworkbench.model.inputs.BessInputs;
import org.vppworkbench.model.inputs.HardPreferences;
import org.vppworkbench.model.inputs.ProsumerInputs;
import org.vppworkbench.model.inputs.RunInputs;
import org.vppworkbench.model.market.Product;
import org.vppworkbench.model.physics.DispatchTable;
import org.vppworkbench.model.physics.HomeInterval;
import org.vppworkbench.model.settlement.PeriodAccount;
import org.vppworkbench.model.settlement.PhysicsAudit;
import org.vppworkbench.model.settlement.ProsumerAccount;
import org.vppworkbench.model.settlement.Settler;
import org.vppworkbench.model.time.Horizon;
import org.vppworkbench.optimizer.schedule.HomeSchedule;

/**
 * The bound holds for what mechanisms really sell: contracts that are flat over the hour, delivered by the rules of
 * {@code model.md} §3, with calls and cars that discharge. The homes move as a very good plan does, one made for these calls
 * or for none; contracts are as large as the best quarter hour of that plan, or larger. Shortfall costs nothing here, so the
 * money is at least what any settlement could come to.
 */
class HourlyContractsTest {
    private double best;

    @Test
    void hourFlatContractsWithCallsStayBelowTheBound() {
        int scale = Integer.getInteger("vpp.random.scale", 1);
        for (int seed = 0; seed < 12 * scale; seed++) {
            RunInputs quiet = Fleets.withV2g(Fleets.random(500 + seed, 1 + seed % 6, seed % 3, 1, 0.8), seed, 0.7);
            RunInputs inputs = Fleets.withCalls(quiet, seed);
            List<OptimumResult> all = CentralOptimum.solveAll(inputs, Options.DEFAULT, Progress.NONE, () -> false);
            SplittableRandom random = new SplittableRandom(seed);
            for (Mode mode : List.of(Mode.AWARE, Mode.BLIND)) {
                OptimumResult bound = all.get(mode.ordinal());
                assertEquals(OptimumStatus.OPTIMAL, bound.status());
                OptimumResult blindToCalls =
                        CentralOptimum.solve(quiet, mode, Options.DEFAULT, Progress.NONE, () -> false);
                for (OptimumResult plan : List.of(bound, blindToCalls)) {
                    for (double boldness : new double[] {1, 1, 1.5, 3}) {
                        DispatchTable dispatch = deliver(inputs, mode, plan.schedule().homes(), boldness, random);
                        PhysicsAudit.Verdict verdict = PhysicsAudit.check(inputs, dispatch);
                        assertTrue(verdict.worst() <= 1e-6, seed + " " + mode + " " + verdict);
                        double welfare = welfare(inputs, mode, dispatch);
                        assertTrue(
                                welfare <= bound.upperBoundUsd() + 1e-6,
                                seed + " " + mode + ": " + welfare + " > " + bound.upperBoundUsd());
                        double stake = bound.objectiveUsd() - all.getFirst().objectiveUsd();
                        if (stake > 0.5) {
                            best = Math.max(best, (welfare - all.getFirst().objectiveUsd()) / stake);
                        }
                    }
                }
            }
        }
        assertTrue(best > 0.9 && best <= 1 + 1e-6, "the best contracts reach " + best + " of what is at stake");
    }

    private static double welfare(RunInputs inputs, Mode mode, DispatchTable dispatch) {
        PeriodAccount total = Settler.settleAtMarket(inputs, dispatch).total();
        double discomfort =
                total.prosumers().stream().mapToDouble(ProsumerAccount::discomfortUsd).sum();
        return total.welfareUsd() + (mode == Mode.BLIND ? discomfort : 0);
    }

    private static DispatchTable deliver(
            RunInputs inputs, Mode mode, List<HomeSchedule> plans, double boldness, SplittableRandom random) {
        double[][][] contracts = contracts(inputs, plans, boldness, random);
        HomeInterval[][] rows = new HomeInterval[plans.size()][];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = deliver(inputs, mode, inputs.prosumers().get(i), plans.get(i), contracts[i]);
        }
        return new DispatchTable(rows);
    }

    /** kW per home, product and hour: the most the plan provides in the hour times a boldness, together at most D. */
    private static double[][][] contracts(
            RunInputs inputs, List<HomeSchedule> plans, double boldness, SplittableRandom random) {
        double[][][] kw = new double[plans.size()][3][inputs.horizon().hours()];
        for (Product product : Product.values()) {
            for (int hour = 0; hour < inputs.horizon().hours(); hour++) {
                double sum = 0;
                for (int i = 0; i < kw.length; i++) {
                    double most = 0;
                    for (int t = 4 * hour; t < 4 * hour + 4; t++) {
                        most = Math.max(most, plans.get(i).provided(product).at(t));
                    }
                    kw[i][product.ordinal()][hour] = most * (boldness > 1 ? random.nextDouble(0.5, boldness) : 1);
                    sum += kw[i][product.ordinal()][hour];
                }
                double required = inputs.required().kw(product, hour);
                for (int i = 0; i < kw.length; i++) {
                    kw[i][product.ordinal()][hour] *= sum > required ? required / sum : 1;
                }
            }
        }
        return kw;
    }

    private static HomeInterval[] deliver(
            RunInputs inputs, Mode mode, ProsumerInputs home, HomeSchedule plan, double[][] kw) {
        int n = inputs.horizon().intervals();
        HardPreferences hard = mode == Mode.BLIND ? HardPreferences.NONE : home.hard();
        BessInputs bess = home.bess();
        HomeInterval[] rows = new HomeInterval[n];
        double left = 0;
        double deliveredKwh = 0;
        for (int t = 0; t < n; t++) {
            int hour = Horizon.hourOf(t);
            deliveredKwh = t % 4 == 0 ? 0 : deliveredKwh;
            if (t % 96 == 0) {
                left = hard.dailyDischargeCapKwh() == null ? Double.POSITIVE_INFINITY : hard.dailyDischargeCapKwh();
            }
            double charge = plan.chargeKw().at(t);
            double discharge = plan.dischargeKw().at(t);
            double out = discharge + plan.evV2gKw().at(t);
            boolean dark = hard.blackoutIntervals().contains(t);
            double sold = dark ? 0 : Math.min(Math.min(kw[0][hour], out), left * 4);
            left -= sold / 4;
            double reserve = bess == null || dark ? 0 : kw[1][hour] + kw[2][hour];
            double spin = 0;
            double nonSpin = 0;
            double called = 0;
            if (inputs.calledIntervals().contains(t)) {
                called = Math.min(Math.min(reserve, out - sold), left * 4);
                left -= called / 4;
                spin = reserve > 0 ? called * kw[1][hour] / reserve : 0;
                nonSpin = called - spin;
            } else if (reserve > 0) {
                double before = t == 0 ? bess.initialKwh() : plan.bessKwh().at(t - 1);
                double held = before - hard.floorKwh(bess, t) + deliveredKwh / bess.etaDischarge();
                double power = bess.dischargeKw() - discharge + charge;
                double available = Math.max(0, Math.min(reserve, Math.min(power, held * bess.etaDischarge() / 0.5)));
                spin = Math.min(kw[1][hour], available);
                nonSpin = available - spin;
            }
            deliveredKwh += called / 4;
            double pv = home.pv().at(t);
            double curtailed = plan.curtailedKw().at(t);
            double load = home.load().at(t);
            double evCharge = plan.evChargeKw().at(t);
            rows[t] = new HomeInterval(
                    pv - curtailed + out - charge - evCharge - load, pv, curtailed, load, charge, discharge,
                    plan.bessKwh().at(t), evCharge, plan.evV2gKw().at(t), plan.evKwh().at(t), sold, spin, nonSpin, called);
        }
        return rows;
    }
}
