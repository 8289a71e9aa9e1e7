package org.vppworkbench.app.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.vppworkbench.model.coordination.AuditedTaker;
import org.vppworkbench.model.coordination.Expectation;
import org.vppworkbench.model.coordination.HourlyTaker;
import org.vppworkbench.model.coordination.PriceSignal;
import org.vppworkbench.model.coordination.PriceTaker;
import org.vppworkbench.model.coordination.ProductSeries;
import org.vppworkbench.model.event.EventLog;
import org.vppworkbench.model.event.LoggedEvent;
import org.vppworkbench.model.event.RunEvent;
import org.vppworkbench.model.inputs.ProsumerInputs;
import org.vppworkbench.model.inputs.RunInputs;
import org.vppworkbench.model.market.MarketRules;
import org.vppworkbench.model.market.MarketSeries;
import org.vppworkbench.model.market.Product;
import org.vppworkbench.model.market.RequiredCapacity;
import org.vppworkbench.model.message.NegotiationMessage;
import org.vppworkbench.model.scenario.MarketSettings;
import org.vppworkbench.model.simulation.CancelToken;
import org.vppworkbench.model.simulation.Mechanism;
import org.vppworkbench.model.simulation.ProgressSink;
import org.vppworkbench.model.time.Horizon;
import org.vppworkbench.model.time.TimeSeries;
import org.vppworkbench.negotiation.coordination.CoordinatedPlan;
import org.vppworkbench.negotiation.coordination.HourlyCoordinator;
import org.vppworkbench.negotiation.coordination.HourlyPlan;
import org.vppworkbench.negotiation.coordination.Possible;
import org.vppworkbench.negotiation.coordination.PriceCoordination;
import org.vppworkbench.negotiation.coordination.PriceCoordinator;
import org.vppworkbench.optimizer.CentralOptimum;
import org.vppworkbench.optimizer.Mode;
import org.vppworkbench.optimizer.OptimumResult;
import org.vppworkbench.optimizer.Options;
import org.vppworkbench.optimizer.Progress;
import org.vppworkbench.optimizer.coordination.HomePriceTakers;
import org.vppworkbench.optimizer.schedule.HomeSchedule;

/** Homes that answer prices reach together what a central planner reaches, who is asked for the comparison only. */
class PriceCoordinationTest {
    /** Fleets with V2G and calls in most, D binding, tiny and loose; in a third, homes that are paid to consume. */
    @Test
    void schedulesEndWithinAThousandthOfTheCertifiedOptimum() {
        AtomicInteger paidToConsume = new AtomicInteger();
        IntStream.range(0, RandomScenarios.cases(24)).parallel().forEach(seed -> {
            RunInputs inputs = inputs(seed);
            OptimumResult home = solved(inputs, Mode.HOME);
            OptimumResult aware = solved(inputs, Mode.AWARE);
            double stake = Math.max(1, aware.upperBoundUsd() - home.upperBoundUsd());
            Expectation expectation = new Expectation(inputs);
            List<AuditedTaker> homes = new HomePriceTakers().of(expectation, CancelToken.NEVER);
            Possible possible = Possible.of(homes, inputs.horizon().intervals());
            CoordinatedPlan plan = new PriceCoordinator(expectation, homes, possible, CancelToken.NEVER)
                    .run(PriceCoordination.GAP, PriceCoordination.MOST_ROUNDS, ProgressSink.NONE);
            paidToConsume.addAndGet(paidToConsume(inputs, aware) ? 1 : 0);
            double alone = homes.stream().mapToDouble(AuditedTaker::aloneUsd).sum();
            double welfare = alone + plan.welfareUsd();
            String what = "seed " + seed + ": alone " + alone + ", above it W " + plan.welfareUsd() + " bound " + plan.upperBoundUsd() + ", optimum "
                    + aware.objectiveUsd() + " bound " + aware.upperBoundUsd() + ", rounds " + plan.rounds().size();
            assertTrue(plan.relativeGap() <= PriceCoordination.GAP, what);
            assertTrue(welfare <= aware.upperBoundUsd() + 1e-6, what);
            assertTrue(alone + plan.upperBoundUsd() >= aware.objectiveUsd() - 1e-6, what);
            assertEquals(aware.objectiveUsd(), welfare, PriceCoordination.GAP * stake + 1e-6, what);
            assertEquals(home.objectiveUsd(), alone, 1e-3 * stake, what);
            for (Product product : Product.values()) {
                for (int t = 0; t < inputs.horizon().intervals(); t++) {
                    double sold = 0;
                    for (ProductSeries kw : plan.kw()) {
                        sold += kw.at(product, t);
                    }
                    assertTrue(sold <= inputs.required().kw(product, Horizon.hourOf(t)) + 1e-9, what);
                }
            }
            promisesHold(inputs, aware.upperBoundUsd() - alone, plan, new HourlyCoordinator(
                            expectation, homes, CancelToken.NEVER, ProgressSink.NONE)
                    .agree(plan), "seed " + seed);
        });
        assertTrue(
                paidToConsume.get() >= RandomScenarios.cases(24) / 8,
                () -> "in " + paidToConsume + " optima a device is charged at a price below 0");
    }

    private static boolean paidToConsume(RunInputs inputs, OptimumResult aware) {
        return IntStream.range(0, inputs.prosumers().size()).anyMatch(i -> {
            HomeSchedule s = aware.relaxedSchedule().homes().get(i);
            TimeSeries price = inputs.prosumers().get(i).importPrice();
            return IntStream.range(0, price.length()).anyMatch(t ->
                    price.at(t) < 0 && Math.max(s.chargeKw().at(t), s.evChargeKw().at(t)) > 0.1);
        });
    }

    /** Constant over the hour, within D, worth no more than proved, and no less than selling nothing. */
    private static void promisesHold(
            RunInputs inputs, double mostUsd, CoordinatedPlan free, HourlyPlan hourly, String seed) {
        String what = seed + ": W " + hourly.welfareUsd() + " of schedules " + free.welfareUsd() + ", bound "
                + hourly.upperBoundUsd() + " of " + free.upperBoundUsd();
        assertTrue(hourly.welfareUsd() <= hourly.upperBoundUsd() + 1e-6, what);
        assertTrue(hourly.welfareUsd() <= mostUsd + 1e-6, what);
        double stake = Math.max(1, free.welfareUsd());
        assertTrue(hourly.upperBoundUsd() <= free.upperBoundUsd(), what);
        assertTrue(hourly.welfareUsd() >= -2 * PriceCoordination.GAP * stake, what);
        for (Product product : Product.values()) {
            for (int hour = 0; hour < inputs.horizon().hours(); hour++) {
                double sold = 0;
                for (ProductSeries kw : hourly.kw()) {
                    for (int t = Horizon.firstInterval(hour) + 1; t < Horizon.firstInterval(hour + 1); t++) {
                        assertEquals(kw.at(product, t - 1), kw.at(product, t), what);
                    }
                    sold += kw.at(product, Horizon.firstInterval(hour));
                }
                assertTrue(sold <= inputs.required().kw(product, hour) + 1e-9, what);
            }
        }
    }

    /** With one home and nothing scarce its answer at the market's prices is the best there is, and its bound says so. */
    @Test
    void theBoundOfHourlyAnswersIsTight() {
        for (int seed = 0; seed < RandomScenarios.cases(12); seed++) {
            RunInputs inputs = withoutScarcity(inputs(seed));
            int n = inputs.horizon().intervals();
            ProductSeries market = ProductSeries.of(n, (product, t) -> inputs.prices().at(product, t));
            for (PriceTaker home : new HomePriceTakers().of(new Expectation(inputs), CancelToken.NEVER)) {
                HourlyTaker hourly = home.hourly();
                PriceTaker.Answer answer = hourly.answer(
                        new PriceSignal(market, ProductSeries.zero(n), ProductSeries.zero(n), 1e-5));
                double worth = hourly.worthUsd(answer.kw());
                String what = "seed " + seed + " " + home.prosumer();
                assertTrue(worth <= answer.bestUsd() + 1e-9, what);
                assertEquals(answer.bestUsd(), worth, 0.02, what + ": whole watts cost no more than cents");
            }
        }
    }

    private static RunInputs withoutScarcity(RunInputs inputs) {
        RequiredCapacity d = inputs.required();
        RequiredCapacity all = new RequiredCapacity(
                d.energy().map(v -> 1e4 * v), d.spin().map(v -> 1e4 * v), d.nonSpin().map(v -> 1e4 * v));
        return new RunInputs(
                inputs.horizon(), inputs.prices(), inputs.forecasts(), all, inputs.calledIntervals(), inputs.prosumers());
    }

    private static RunInputs inputs(int seed) {
        SplittableRandom random = new SplittableRandom(seed ^ 0xADD1L);
        RunInputs drawn = RandomScenarios.scenario(seed).inputs();
        RunInputs inputs = seed % 3 == 0 ? drawn : RandomScenarios.withV2gAndCalls(drawn, seed);
        MarketSeries p = inputs.prices();
        TimeSeries energy = p.energy();
        List<ProsumerInputs> homes = inputs.prosumers();
        if (energy != null && seed % 3 == 1) {
            energy = energy.map(v -> random.nextInt(6) == 0 ? -v : v);
            homes = onTheMarket(homes, energy);
        }
        double factor = new double[] {1, 0.02, 50}[random.nextInt(3)];
        RequiredCapacity d = inputs.required();
        RequiredCapacity required = new RequiredCapacity(
                d.energy().map(v -> v * factor), d.spin().map(v -> v * factor), d.nonSpin().map(v -> v * factor));
        return new RunInputs(
                inputs.horizon(), new MarketSeries(energy, p.spin(), p.nonSpin(), p.realTime()), inputs.forecasts(), required,
                inputs.calledIntervals(), homes);
    }

    /** Every second home pays the market's price, whatever it is; the others keep their plan. */
    private static List<ProsumerInputs> onTheMarket(List<ProsumerInputs> homes, TimeSeries energy) {
        TimeSeries retail = energy.map(v -> v / 1000);
        return IntStream.range(0, homes.size()).mapToObj(i -> {
            ProsumerInputs h = homes.get(i);
            return i % 2 == 1 ? h : new ProsumerInputs(
                    h.id(), retail, retail, retail.min(), h.importLimitKw(), h.exportLimitKw(), h.pv(), h.load(), h.bess(),
                    h.ev(), h.hard(), h.soft());
        }).toList();
    }

    private static OptimumResult solved(RunInputs inputs, Mode mode) {
        return CentralOptimum.solveRelaxation(inputs, mode, Options.DEFAULT, Progress.NONE, () -> false);
    }

    @Test
    void theRunTellsWhatWasAgreedAndWhatItCost() {
        ExperimentResult run = SmallRuns.run(PriceCoordination.ID, 1, true);
        RunEvent.PricesCoordinated agreed = run.events().stream()
                .map(LoggedEvent::event)
                .filter(RunEvent.PricesCoordinated.class::isInstance)
                .map(RunEvent.PricesCoordinated.class::cast)
                .findFirst()
                .orElseThrow();
        double loss = run.metrics().metric("planLossUsd").orElseThrow().value();
        assertEquals(agreed.welfareUsd() - run.welfareUsd(), loss, 1e-9);
        assertTrue(loss > 0, "contracts that are constant over the hour lose something on such a day");
        double hourly = run.metrics().metric("planHourlyLossUsd").orElseThrow().value();
        assertEquals(agreed.welfareUsd() - agreed.hourlyWelfareUsd(), hourly, 1e-9);
        assertEquals(loss, hourly + run.metrics().metric("planTradingLossUsd").orElseThrow().value(), 1e-9);
        assertTrue(agreed.hourlyWelfareUsd() <= agreed.hourlyUpperBoundUsd() + 1e-6);
        assertTrue(loss < 0.1 * (agreed.welfareUsd() - agreed.aloneUsd()), "most of it comes true");
        assertEquals(0, run.metrics().metric("belowReservationContracts").orElseThrow().value());
        assertEquals(1, run.metrics().metric("irRateShare").orElseThrow().value());
        assertTrue(run.metrics().metric("planGapShare").orElseThrow().value() <= PriceCoordination.GAP);
        assertTrue(run.invariantsHold());
    }

    /** Whole runs of honest homes, under the rules of research and of the market: nothing is refused, under the strict gate. */
    @Test
    void nothingAHomeSaysIsRefused() {
        int offers = 0;
        for (int seed = 0; seed < RandomScenarios.cases(8); seed++) {
            EventLog log = new EventLog();
            MarketSettings usual = MarketSettings.DEFAULT;
            MarketSettings market = new MarketSettings(
                    usual.timeline(), seed % 2 == 0 ? MarketRules.RESEARCH : MarketRules.CAISO_DERA, usual.forecast(), usual.calls());
            mechanism().run(RandomScenarios.scenario(seed, market), log, ProgressSink.NONE, CancelToken.NEVER);
            for (LoggedEvent logged : log.range(0, log.size())) {
                if (logged.event() instanceof RunEvent.MessageSent sent) {
                    assertTrue(sent.verdict().passed(), "seed " + seed + ": " + sent);
                    offers += sent.message() instanceof NegotiationMessage.Proposal ? 1 : 0;
                }
            }
        }
        assertTrue(offers > 500, "too few offers: " + offers);
    }

    @Test
    void oneThreadAndFourSayTheSame() {
        assertEquals(events(1), events(4));
    }

    private static List<LoggedEvent> events(int threads) {
        EventLog log = new EventLog();
        try (ForkJoinPool pool = new ForkJoinPool(threads)) {
            pool.submit(() -> mechanism().run(SmallRuns.scenario(PriceCoordination.ID, 2), log, ProgressSink.NONE, CancelToken.NEVER))
                    .join();
        }
        return log.range(0, log.size());
    }

    private static Mechanism mechanism() {
        return MechanismCatalogue.standard().trading(PriceCoordination.ID).orElseThrow();
    }

    /** Once cancelled, every home ends after one more step, and nothing is traded. */
    @Test
    void cancelEndsTheRounds() {
        AtomicInteger polls = new AtomicInteger();
        EventLog log = new EventLog();
        CancelToken soon = () -> polls.incrementAndGet() > 60;
        assertFalse(mechanism()
                .run(SmallRuns.scenario(PriceCoordination.ID, 2), log, ProgressSink.NONE, soon)
                .complete());
        assertTrue(polls.get() < 120, polls + " polls: the rounds went on");
        assertEquals(
                0, log.range(0, log.size()).stream().filter(e -> e.event() instanceof RunEvent.MessageSent).count());
    }
}
