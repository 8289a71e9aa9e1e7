package org.vppworkbench.optimizer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.vppworkbench.model.inputs.RunInputs;
import org.vppworkbench.model.market.Product;
import org.vppworkbench.model.time.TimeSeries;
import org.vppworkbench.optimizer.certificate.Certificate;
import org.vppworkbench.optimizer.schedule.Directionality;
import org.vppworkbench.optimizer.schedule.FleetMultipliers;
import org.vppworkbench.optimizer.schedule.FleetSchedule;
import org.vppworkbench.optimizer.schedule.HomeMultipliers;
import org.vppworkbench.optimizer.schedule.HomeSchedule;

/** The certificate must not believe anybody. */
class CertificateTest {
    private static final RunInputs INPUTS = Fleets.random(11, 3, 1, 1, 1);
    private static final OptimumResult RESULT = Fleets.solved(INPUTS, Mode.AWARE);

    private static TimeSeries noisy(TimeSeries s, SplittableRandom random, double size) {
        return s.map(v -> v + size * (random.nextDouble() - 0.5));
    }

    private static FleetMultipliers perturbed(FleetMultipliers y, SplittableRandom random, double size) {
        List<HomeMultipliers> homes = new ArrayList<>();
        for (HomeMultipliers m : y.homes()) {
            homes.add(new HomeMultipliers(
                    noisy(m.bessValue(), random, size),
                    noisy(m.evValue(), random, size),
                    noisy(m.meterPrice(), random, size),
                    noisy(m.reserveEnergy(), random, size),
                    noisy(m.meterLimit(), random, size),
                    noisy(m.hardCap(), random, size),
                    m.soft().stream().map(s -> noisy(s, random, size)).toList()));
        }
        Map<Product, TimeSeries> required = new EnumMap<>(Product.class);
        for (Product product : Product.values()) {
            required.put(product, noisy(y.required(product), random, size));
        }
        return new FleetMultipliers(homes, required);
    }

    @Test
    void wrongMultipliersStillGiveAValidBound() {
        double optimum = DenseModel.optimum(INPUTS, Mode.AWARE).orElseThrow();
        SplittableRandom random = new SplittableRandom(3);
        for (double size : new double[] {0, 1e-9, 1e-6, 1e-4, 1e-2, 1, 100}) {
            for (int k = 0; k < 20; k++) {
                double bound =
                        Certificate.upperBound(INPUTS, Mode.AWARE, perturbed(RESULT.multipliers(), random, size));
                assertTrue(bound >= optimum - 1e-7, size + ": " + bound + " < " + optimum);
            }
        }
        double coarse = Certificate.upperBound(INPUTS, Mode.AWARE, perturbed(RESULT.multipliers(), random, 1));
        assertTrue(coarse > RESULT.upperBoundUsd() + 1, "a bound from wrong multipliers is worse, " + coarse);
    }

    @Test
    void multipliersOfNothingBoundToo() {
        double bound = Certificate.upperBound(INPUTS, Mode.AWARE, perturbed(RESULT.multipliers(), new SplittableRandom(1), 0));
        assertEquals(RESULT.upperBoundUsd(), bound);
        assertTrue(RESULT.feasibleUsd() <= bound);
    }

    private static int batteryHome() {
        for (int i = 0; i < INPUTS.prosumers().size(); i++) {
            if (INPUTS.prosumers().get(i).bess() != null && RESULT.schedule().homes().get(i).soldKw().max() > 0.5) {
                return i;
            }
        }
        throw new IllegalStateException("no home sells");
    }

    private static Certificate tampered(UnaryOperator<HomeSchedule> change) {
        List<HomeSchedule> homes = new ArrayList<>(RESULT.schedule().homes());
        homes.set(batteryHome(), change.apply(homes.get(batteryHome())));
        return Certificate.of(
                INPUTS, Mode.AWARE, Directionality.EXCLUSIVE, new FleetSchedule(homes), RESULT.multipliers());
    }

    private static TimeSeries plus(TimeSeries s, int at, double more) {
        return TimeSeries.generate(s.length(), t -> s.at(t) + (t == at ? more : 0));
    }

    @Test
    void findsEveryTamperedSeries() {
        for (int t : new int[] {0, 40, 76, 95}) {
            assertTrue(violation(s -> copy(s, plus(s.chargeKw(), t, 0.01), null, null, null)) > 1e-3);
            assertTrue(violation(s -> copy(s, null, plus(s.dischargeKw(), t, 0.01), null, null)) > 1e-3);
            assertTrue(violation(s -> copy(s, null, null, plus(s.bessKwh(), t, 0.01), null)) > 1e-3);
            assertTrue(violation(s -> copy(s, null, null, null, plus(s.soldKw(), t, 6))) > 1e-3);
        }
        assertTrue(violation(s -> new HomeSchedule(
                        s.chargeKw(), s.dischargeKw(), s.bessKwh(), s.evChargeKw(), s.evV2gKw(), s.evKwh(),
                        plus(s.curtailedKw(), 0, 1), s.soldKw(), s.spinKw(), s.nonSpinKw(), s.calledKw())) > 0.9);
        assertTrue(violation(s -> new HomeSchedule(
                        s.chargeKw(), s.dischargeKw(), s.bessKwh(), plus(s.evChargeKw(), 0, 1), s.evV2gKw(),
                        s.evKwh(), s.curtailedKw(), s.soldKw(), s.spinKw(), s.nonSpinKw(), s.calledKw())) > 0.1);
        assertTrue(violation(s -> new HomeSchedule(
                        s.chargeKw(), s.dischargeKw(), s.bessKwh(), s.evChargeKw(), s.evV2gKw(), s.evKwh(),
                        s.curtailedKw(), s.soldKw(), plus(s.spinKw(), 3, 30), s.nonSpinKw(), s.calledKw())) > 1);
    }

    private static double violation(UnaryOperator<HomeSchedule> change) {
        return tampered(change).maxViolation();
    }

    private static HomeSchedule copy(
            HomeSchedule s, TimeSeries charge, TimeSeries discharge, TimeSeries energy, TimeSeries sold) {
        return new HomeSchedule(
                charge == null ? s.chargeKw() : charge,
                discharge == null ? s.dischargeKw() : discharge,
                energy == null ? s.bessKwh() : energy,
                s.evChargeKw(),
                s.evV2gKw(),
                s.evKwh(),
                s.curtailedKw(),
                sold == null ? s.soldKw() : sold,
                s.spinKw(),
                s.nonSpinKw(),
                s.calledKw());
    }

    /** A fleet with V2G and calls in which some home discharges its car and some home delivers called reserve. */
    private static final RunInputs MORE = Fleets.withCalls(Fleets.withV2g(Fleets.random(12, 6, 1, 1, 0.7), 12, 1), 12);

    private static final OptimumResult MORE_RESULT = Fleets.solved(MORE, Mode.AWARE);

    private static Certificate tamperedMore(int home, UnaryOperator<HomeSchedule> change) {
        List<HomeSchedule> homes = new ArrayList<>(MORE_RESULT.schedule().homes());
        homes.set(home, change.apply(homes.get(home)));
        return Certificate.of(
                MORE, Mode.AWARE, Directionality.EXCLUSIVE, new FleetSchedule(homes), MORE_RESULT.multipliers());
    }

    private static HomeSchedule with(HomeSchedule s, TimeSeries v2g, TimeSeries spin, TimeSeries called) {
        return new HomeSchedule(
                s.chargeKw(), s.dischargeKw(), s.bessKwh(), s.evChargeKw(), v2g, s.evKwh(), s.curtailedKw(),
                s.soldKw(), spin, s.nonSpinKw(), called);
    }

    private static int argmax(TimeSeries s) {
        int best = 0;
        for (int t = 0; t < s.length(); t++) {
            best = s.at(t) > s.at(best) ? t : best;
        }
        return best;
    }

    @Test
    void findsTamperedCarsAndCalls() {
        int cars = 0;
        int calls = 0;
        for (int i = 0; i < MORE.prosumers().size(); i++) {
            HomeSchedule plan = MORE_RESULT.schedule().homes().get(i);
            int out = argmax(plan.evV2gKw());
            if (plan.evV2gKw().at(out) > 0.5) {
                cars++;
                Certificate more = tamperedMore(i, s -> with(s, plus(s.evV2gKw(), out, 0.01), s.spinKw(), s.calledKw()));
                assertTrue(more.violations().get("CAR_BALANCE") > 1e-3);
                Certificate free = tamperedMore(i, s -> with(s, plus(s.evV2gKw(), out, 20), s.spinKw(), s.calledKw()));
                assertTrue(free.violations().get("CAR_LIMITS") > 5);
                assertTrue(more.welfareUsd() != MORE_RESULT.feasibleUsd(), "V2G is worth something");
            }
            int called = argmax(plan.calledKw());
            if (plan.calledKw().at(called) > 0.5) {
                calls++;
                // reserve claimed as called outside a call, called reserve that was never sold, more than the devices give
                int quiet = MORE.calledIntervals().contains(3) ? 4 : 3;
                assertTrue(tamperedMore(i, s -> with(s, s.evV2gKw(), s.spinKw(), plus(s.calledKw(), quiet, 0.1)))
                        .violations().get("CALLED") > 0.09);
                assertTrue(tamperedMore(i, s -> with(s, s.evV2gKw(), s.spinKw(), plus(s.calledKw(), called, 0.1)))
                        .violations().get("CALLED") > 0.09);
                Certificate both = tamperedMore(i, s -> with(
                        s, s.evV2gKw(), plus(s.spinKw(), called, 30), plus(s.calledKw(), called, 30)));
                assertTrue(both.violations().get("SALE_ABOVE_DISCHARGE") > 15);
                assertTrue(both.welfareUsd() > MORE_RESULT.feasibleUsd());
            }
        }
        assertTrue(cars > 0 && calls > 0, cars + " cars, " + calls + " homes with calls");
    }

    @Test
    void wrongMultipliersStillBoundCarsAndCalls() {
        double optimum = DenseModel.optimum(MORE, Mode.AWARE).orElseThrow();
        SplittableRandom random = new SplittableRandom(4);
        for (double size : new double[] {0, 1e-9, 1e-6, 1e-4, 1e-2, 1, 100}) {
            for (int k = 0; k < 20; k++) {
                double bound =
                        Certificate.upperBound(MORE, Mode.AWARE, perturbed(MORE_RESULT.multipliers(), random, size));
                assertTrue(bound >= optimum - 1e-7, size + ": " + bound + " < " + optimum);
            }
        }
    }

    @Test
    void bothDirectionsAtOnceAreOnlyARelaxation() {
        Certificate relaxed = Certificate.of(
                INPUTS, Mode.AWARE, Directionality.RELAXED, RESULT.relaxedSchedule(), RESULT.multipliers());
        assertTrue(relaxed.maxViolation() <= 1e-9);
        Certificate exclusive = Certificate.of(
                INPUTS, Mode.AWARE, Directionality.EXCLUSIVE, RESULT.relaxedSchedule(), RESULT.multipliers());
        assertEquals(relaxed.welfareUsd(), exclusive.welfareUsd());
        assertTrue(exclusive.violations().get("ONE_DIRECTION") > 0.1, "16 August pumps in the relaxation");
    }

    @Test
    void shadowPricesOfRequirementAreNotNegativeAndSomewherePositive() {
        double most = 0;
        for (Product product : Product.values()) {
            TimeSeries price = RESULT.shadowPricePerMwh(product);
            assertEquals(24, price.length());
            assertTrue(price.min() > -1e-3);
            most = Math.max(most, price.max());
        }
        assertTrue(most > 1);
    }
}
