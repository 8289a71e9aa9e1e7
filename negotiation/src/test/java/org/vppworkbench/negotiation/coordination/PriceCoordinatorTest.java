package org.vppworkbench.negotiation.coordination;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.vppworkbench.model.coordination.Expectation;
import org.vppworkbench.model.coordination.HourlyTaker;
import org.vppworkbench.model.coordination.PriceSignal;
import org.vppworkbench.model.coordination.ProductSeries;
import org.vppworkbench.model.inputs.RunInputs;
import org.vppworkbench.model.market.MarketSeries;
import org.vppworkbench.model.market.Product;
import org.vppworkbench.model.market.RequiredCapacity;
import org.vppworkbench.model.simulation.CancelToken;
import org.vppworkbench.model.simulation.ProgressSink;
import org.vppworkbench.model.time.Horizon;
import org.vppworkbench.model.time.TimeSeries;

/**
 * Worked by hand. One hour (the sixth) is traded: 500 $/MWh, D = 3 kW. One home sells up to 2 kW at a cost of 100 $/MWh, another
 * up to 2 kW at 300 $/MWh. Best: 2 kW and 1 kW, which earn 2·0.4 + 1·0.2 = 1.0 $. Any price but 300 $/MWh makes the second home
 * sell 2 kW or nothing, so D is worth 200 $/MWh: the bound is 2·0.2 + 0 + 3·0.2 = 1.0 $ too.
 */
class PriceCoordinatorTest {
    private static final int HOUR = 5;
    private static final Horizon DAY = new Horizon(LocalDate.of(2023, 8, 16), 1, Horizon.LOS_ANGELES);

    /** A home with a constant cost per MWh and nothing stored. */
    private record Seller(String prosumer, double mostKw, double cost, double leastUsd, AtomicReference<Promise> last)
            implements HourlyTaker {
        double mostKw(Product product, int interval) {
            return product == Product.ENERGY && Horizon.hourOf(interval) == HOUR ? mostKw : 0;
        }

        @Override
        public Answer answer(PriceSignal signal) {
            double[] best = {leastUsd};
            ProductSeries kw = ProductSeries.of(96, (product, t) -> {
                double most = mostKw(product, t);
                double margin = (signal.pricePerMwh().at(product, t) - cost) * Horizon.DELTA_HOURS / 1000;
                double weight = signal.weight().at(product, t);
                best[0] += Math.max(0, margin) * most;
                return weight == 0
                        ? margin > 0 ? most : 0
                        : Math.clamp(signal.targetKw().at(product, t) + margin / weight, 0, most);
            });
            return new Answer(kw, best[0]);
        }

        Seller(String prosumer, double mostKw, double cost) {
            this(prosumer, mostKw, cost, 0);
        }

        Seller(String prosumer, double mostKw, double cost, double leastUsd) {
            this(prosumer, mostKw, cost, leastUsd, new AtomicReference<>());
        }

        @Override
        public HourlyTaker hourly() {
            return this;
        }

        @Override
        public void settle(double turn) {}

        @Override
        public Promise promised() {
            return last.get();
        }

        @Override
        public Promise improve(ProductSeries limitKw, double turn) {
            ProductSeries kw = ProductSeries.of(
                    96, (product, t) -> cost < 500 ? Math.min(mostKw(product, t), limitKw.at(product, t)) : 0);
            return new Promise(kw, value(kw));
        }

        @Override
        public double worthUsd(ProductSeries allowedKw) {
            last.set(new Promise(allowedKw, value(allowedKw)));
            return last.get().worthUsd();
        }

        private double value(ProductSeries allowedKw) {
            double sum = 0;
            for (int t = Horizon.firstInterval(HOUR); t < Horizon.firstInterval(HOUR + 1); t++) {
                sum += (500 - cost) * Horizon.DELTA_HOURS / 1000 * allowedKw.at(Product.ENERGY, t);
            }
            return sum;
        }
    }

    private static Expectation expectation(double required) {
        TimeSeries none = TimeSeries.constant(24, 0);
        MarketSeries prices = new MarketSeries(TimeSeries.constant(96, 500), null, null, null);
        RequiredCapacity capacity =
                new RequiredCapacity(TimeSeries.generate(24, h -> h == HOUR ? required : 0), none, none);
        return new Expectation(new RunInputs(DAY, prices, prices, capacity, List.of(), List.of()));
    }

    private static Possible possible(List<Seller> homes) {
        return new Possible(homes.stream().map(home -> ProductSeries.of(96, home::mostKw)).toList());
    }

    private static CoordinatedPlan plan(double required, double gap) {
        List<Seller> homes = List.of(new Seller("cheap", 2, 100), new Seller("dear", 2, 300));
        return new PriceCoordinator(expectation(required), homes, possible(homes), CancelToken.NEVER).run(gap, 300, ProgressSink.NONE);
    }

    @Test
    void theCheaperHomeSellsAllItHasAndTheDearerOneTheRest() {
        CoordinatedPlan plan = plan(3, 1e-6);
        assertEquals(1.0, plan.welfareUsd(), 1e-5);
        assertEquals(1.0, plan.upperBoundUsd(), 1e-5);
        assertTrue(plan.upperBoundUsd() >= plan.welfareUsd() - 1e-12);
        assertEquals(2, plan.kw().get(0).hourMean(Product.ENERGY, HOUR), 1e-4);
        assertEquals(1, plan.kw().get(1).hourMean(Product.ENERGY, HOUR), 1e-4);
        assertEquals(300, plan.pricePerMwh().hourMean(Product.ENERGY, HOUR), 0.1);
        assertEquals(0, plan.kw().get(0).hourMean(Product.ENERGY, HOUR + 1));
    }

    /** The same quantities can be promised: what the rounds leave is found by asking one home after the other. */
    @Test
    void promisesComeToTheSame() {
        List<Seller> homes = List.of(new Seller("cheap", 2, 100), new Seller("dear", 2, 300));
        CoordinatedPlan free = plan(3, 1e-3);
        HourlyPlan plan = new HourlyCoordinator(expectation(3), homes, CancelToken.NEVER, ProgressSink.NONE).agree(free);
        assertEquals(1.0, plan.welfareUsd(), 2e-3);
        assertTrue(plan.upperBoundUsd() >= plan.welfareUsd() - 1e-12 && plan.upperBoundUsd() <= 1.002);
        double sold = plan.kw().stream().mapToDouble(kw -> kw.hourMean(Product.ENERGY, HOUR)).sum();
        assertEquals(3, sold, 1e-9);
        assertTrue(plan.rounds().size() > free.rounds().size() + 1);
        assertEquals(300, plan.pricePerMwh().hourMean(Product.ENERGY, HOUR), 20);
    }

    @Test
    void enoughForAllNeedsOneRoundAtTheMarketPrice() {
        CoordinatedPlan plan = plan(4, 1e-6);
        assertEquals(1, plan.rounds().size());
        assertEquals(500, plan.pricePerMwh().hourMean(Product.ENERGY, HOUR));
        assertEquals(2 * 0.4 + 2 * 0.2, plan.welfareUsd(), 1e-12);
        assertEquals(plan.welfareUsd(), plan.upperBoundUsd(), 1e-12);
    }

    /** A home that answers with what it has not got moves no price and proves nothing; what it said stays on record. */
    @Test
    void anImpossibleAnswerDoesNotCount() {
        Seller honest = new Seller("cheap", 2, 100);
        Seller boaster = new Seller("dear", 2, 300);
        HourlyTaker liar = new Boaster(boaster);
        CoordinatedPlan plan = new PriceCoordinator(expectation(3), List.of(honest, liar), possible(List.of(honest, boaster)), CancelToken.NEVER)
                .run(1e-3, 5, ProgressSink.NONE);
        assertEquals(5, plan.rounds().size());
        assertEquals(Double.POSITIVE_INFINITY, plan.upperBoundUsd());
        assertEquals(0, plan.kw().get(1).hourMean(Product.ENERGY, HOUR));
        assertEquals(0.8, plan.welfareUsd(), 1e-9);
        assertEquals(50, plan.rounds().getLast().kw().get(1).at(Product.ENERGY, HOUR));
        HourlyPlan promises = new HourlyCoordinator(
                        expectation(3), List.of(honest, liar), CancelToken.NEVER, ProgressSink.NONE)
                .agree(plan);
        assertEquals(0, promises.kw().get(1).hourMean(Product.ENERGY, HOUR));
    }

    /** Says and promises 50 kW, whatever it has. */
    private record Boaster(Seller real) implements HourlyTaker {
        @Override
        public String prosumer() {
            return real.prosumer();
        }

        @Override
        public Answer answer(PriceSignal signal) {
            return new Answer(all(), 0);
        }

        private ProductSeries all() {
            return ProductSeries.of(96, (product, t) -> real.mostKw(product, t) > 0 ? 50 : 0);
        }

        @Override
        public double worthUsd(ProductSeries allowedKw) {
            return real.worthUsd(allowedKw);
        }

        @Override
        public HourlyTaker hourly() {
            return this;
        }

        @Override
        public void settle(double turn) {}

        @Override
        public Promise promised() {
            return new Promise(all(), 100);
        }

        @Override
        public Promise improve(ProductSeries limitKw, double turn) {
            return new Promise(all(), 1000);
        }
    }

    /** Sums of a thousand bounds are not below the exact sum, whatever the order and size of the terms. */
    @Test
    void theBoundIsRoundedUp() {
        SplittableRandom random = new SplittableRandom(5);
        for (int k = 0; k < 50; k++) {
            List<Seller> homes = new ArrayList<>();
            BigDecimal exact = BigDecimal.ZERO;
            for (int i = 0; i < 1000; i++) {
                double least = Math.scalb(random.nextDouble(-1, 1), random.nextInt(-20, 20));
                homes.add(new Seller("h" + i, 0, 100, least));
                exact = exact.add(new BigDecimal(least));
            }
            CoordinatedPlan plan = new PriceCoordinator(expectation(3), homes, possible(homes), CancelToken.NEVER)
                    .run(1e-3, 1, ProgressSink.NONE);
            assertTrue(new BigDecimal(plan.upperBoundUsd()).compareTo(exact) >= 0, "bound, case " + k);
            assertEquals(exact.doubleValue(), plan.upperBoundUsd(), 1e-4, "and not by much");
        }
    }

    @Test
    void theGapIsToldWhenRoundsRunOut() {
        List<Seller> homes = List.of(new Seller("cheap", 2, 100), new Seller("dear", 2, 300));
        CoordinatedPlan plan =
                new PriceCoordinator(expectation(3), homes, possible(homes), CancelToken.NEVER).run(1e-9, 2, ProgressSink.NONE);
        assertEquals(2, plan.rounds().size());
        assertTrue(plan.relativeGap() > 1e-3);
        assertTrue(plan.welfareUsd() <= 1 && plan.upperBoundUsd() >= 1);
    }
}
