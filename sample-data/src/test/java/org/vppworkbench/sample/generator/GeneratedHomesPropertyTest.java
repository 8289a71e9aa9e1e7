package org.vppworkbench.sample.generator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.vppworkbench.model.event.EventSink;
import org.vppworkbench.model.event.RunEvent;
import org.vppworkbench.model.fleet.CarPlanKind;
import org.vppworkbench.model.fleet.CarStock;
import org.vppworkbench.model.fleet.Fleet;
import org.vppworkbench.model.fleet.FleetParameters;
import org.vppworkbench.model.fleet.FleetPreset;
import org.vppworkbench.model.fleet.Home;
import org.vppworkbench.model.fleet.HomePlanKind;
import org.vppworkbench.model.fleet.TariffPlan;
import org.vppworkbench.model.inputs.BessInputs;
import org.vppworkbench.model.inputs.EvInputs;
import org.vppworkbench.model.inputs.ProsumerInputs;
import org.vppworkbench.model.inputs.RunInputs;
import org.vppworkbench.model.inputs.SoftPreference;
import org.vppworkbench.model.market.Contract;
import org.vppworkbench.model.market.MarketRules;
import org.vppworkbench.model.market.Product;
import org.vppworkbench.model.physics.DispatchTable;
import org.vppworkbench.model.physics.HomeInterval;
import org.vppworkbench.model.scenario.AgentSettings;
import org.vppworkbench.model.scenario.CallSettings;
import org.vppworkbench.model.scenario.DataSet;
import org.vppworkbench.model.scenario.ForecastSettings;
import org.vppworkbench.model.scenario.MarketSettings;
import org.vppworkbench.model.scenario.Requirement;
import org.vppworkbench.model.scenario.ResolvedScenario;
import org.vppworkbench.model.scenario.SatisfactionSettings;
import org.vppworkbench.model.scenario.Scenario;
import org.vppworkbench.model.scenario.ScenarioResolver;
import org.vppworkbench.model.scenario.Timeline;
import org.vppworkbench.model.settlement.PhysicsAudit;
import org.vppworkbench.model.settlement.ProsumerAccount;
import org.vppworkbench.model.settlement.SettledContract;
import org.vppworkbench.model.settlement.Settlement;
import org.vppworkbench.model.settlement.Settler;
import org.vppworkbench.model.simulation.CancelToken;
import org.vppworkbench.model.simulation.MarketSimulation;
import org.vppworkbench.model.simulation.OpportunityTrader;
import org.vppworkbench.model.simulation.ProgressSink;
import org.vppworkbench.model.simulation.RunRecord;
import org.vppworkbench.sample.SampleLibrary;

/**
 * Thousands of generated homes, a day each, with every plan and tariff, cars that feed in, preferences, calls and promises
 * drawn at random: energy, limits and wishes hold, and every sum of money is recomputed from prices and dispatch.
 */
class GeneratedHomesPropertyTest {
    private static final DataSet WEEK = SampleLibrary.load("la-2023-08").orThrow();
    private static final int FLEETS = 40 * Integer.getInteger("vpp.random.scale", 1);
    private static final int HOMES = 50;
    private static final double KAPPA = 1;
    private static final double DT = 0.25;

    /** Rounding of sums over a day [$]. */
    private static final double USD = 1e-9;

    /** What occurred, so that nothing passes because it never happened. */
    private final Set<TariffPlan> tariffs = EnumSet.noneOf(TariffPlan.class);
    private final Set<HomePlanKind> plans = EnumSet.noneOf(HomePlanKind.class);
    private final Set<CarPlanKind> carPlans = EnumSet.noneOf(CarPlanKind.class);
    private int homes;
    private double soldKwh;
    private double shortfallKwh;
    private double v2gKwh;
    private double calledKwh;
    private double discomfortUsd;

    private static Fleet fleet(long seed) {
        FleetParameters p = FleetPreset.LABORATORY.parameters(HOMES, seed);
        CarStock c = p.cars();
        CarStock feeding = new CarStock(
                c.models(), c.chargerSmallKw(), c.chargerLargeKw(), c.largeChargerShare(), c.eta(), c.minSocFraction(),
                c.fromInitialSoc(), c.toInitialSoc(), 0.5, c.v2gKw(), c.v2gMinSocFraction(), c.v2gDegradation());
        FleetParameters cars = new FleetParameters(
                HOMES, seed, p.adoption(), p.correlations(), p.dwellings(), p.roofs(), p.batteries(), feeding, p.driving(),
                p.tariffs(), p.plans(), p.styles(), p.wishes());
        Fleet drawn = new FleetGenerator(cars, WEEK).generate("random");
        return new Fleet(drawn.id(), drawn.name(), drawn.homes().stream().map(GeneratedHomesPropertyTest::anyTariff).toList());
    }

    /** The generator draws no home on the wholesale plan: every seventh one takes it. */
    private static Home anyTariff(Home home) {
        boolean other = home.id().hashCode() % 7 == 0;
        return new Home(
                home.id(), other ? TariffPlan.WHOLESALE : home.tariff(), home.homePlan(), home.carPlan(), home.loadProfile(),
                home.loadScale(), home.importLimitKw(), home.exportLimitKw(), home.pv(), home.bess(), home.ev(), home.style(),
                home.preferences());
    }

    private ResolvedScenario scenario(Fleet fleet, long seed) {
        for (Home home : fleet.homes()) {
            tariffs.add(home.tariff());
        }
        MarketSettings market = new MarketSettings(
                Timeline.HOURLY, MarketRules.RESEARCH, ForecastSettings.PERFECT, new CallSettings(List.of(), 0.02, seed));
        Scenario scenario = new Scenario(
                WEEK.id(), LocalDate.of(2023, 8, 15).plusDays(seed % 7), 1, "random", new Requirement(60, 30, 30), 0,
                "random", AgentSettings.DEFAULT, SatisfactionSettings.DEFAULT, KAPPA, seed).withMarket(market);
        ResolvedScenario resolved = ScenarioResolver.resolve(scenario, fleet, WEEK).orThrow();
        resolved.behaviours().forEach(behaviour -> {
            plans.add(behaviour.homePlan());
            carPlans.add(behaviour.carPlan());
        });
        return resolved;
    }

    /** A few homes promise more or less than they can, at any price; some offers are too dear to clear. */
    private static OpportunityTrader trader(SplittableRandom random) {
        return session -> {
            List<Contract> contracts = new ArrayList<>();
            double left = session.opportunity().requiredKw();
            for (var desk : session.desks()) {
                double kw = Math.min(left, random.nextDouble(6));
                if (random.nextDouble() < 0.3 && kw > 0.01) {
                    contracts.add(new Contract(
                            desk.prosumer(), session.opportunity().product(), session.opportunity().hour(), kw,
                            random.nextDouble(-50, 500), 0));
                    left -= kw;
                }
            }
            double offer = random.nextDouble() < 0.2 ? 1e6 : -1000;
            return new OpportunityTrader.Agreement(contracts, offer, RunEvent.Outcome.TRADED, 1, "at random");
        };
    }

    @Test
    void energyWishesAndMoneyHoldForThousandsOfHomes() {
        for (int seed = 0; seed < FLEETS; seed++) {
            ResolvedScenario scenario = scenario(fleet(seed), seed);
            RunInputs inputs = scenario.inputs();
            RunRecord run = MarketSimulation.run(
                    scenario, "random", "MECHANISM", trader(new SplittableRandom(seed)), EventSink.NONE, ProgressSink.NONE,
                    CancelToken.NEVER);
            Settlement settled = Settler.settle(inputs, run.dispatch(), run.offers(), KAPPA);

            PhysicsAudit.Verdict physics = PhysicsAudit.check(inputs, run.dispatch());
            assertTrue(physics.worst() < 1e-6, "seed " + seed + ": " + physics);
            double[] payments = new double[HOMES];
            double revenue = contracts(inputs, run.dispatch(), settled, payments, "seed " + seed);
            double welfare = revenue;
            for (int i = 0; i < HOMES; i++) {
                String where = "seed " + seed + ", " + inputs.prosumers().get(i).id();
                ProsumerAccount account = settled.total().prosumers().get(i);
                assertEquals(payments[i], account.paymentUsd(), USD, where);
                welfare += home(inputs.prosumers().get(i), run.dispatch(), i, account, where);
                wishes(inputs.prosumers().get(i), run.dispatch(), i, where);
            }
            assertEquals(revenue, settled.total().revenueUsd(), USD, "seed " + seed);
            assertEquals(welfare, settled.total().welfareUsd(), HOMES * USD, "seed " + seed);
        }
        assertEquals(FLEETS * HOMES, homes);
        assertEquals(EnumSet.allOf(TariffPlan.class), tariffs);
        assertEquals(EnumSet.allOf(HomePlanKind.class), plans);
        assertEquals(EnumSet.allOf(CarPlanKind.class), carPlans);
        assertTrue(soldKwh > 100 && shortfallKwh > 100 && v2gKwh > 10 && calledKwh > 10 && discomfortUsd > 1,
                soldKwh + " kWh sold, " + shortfallKwh + " missing, " + v2gKwh + " from cars, " + calledKwh + " called, "
                        + discomfortUsd + " $ discomfort");
    }

    /** Revenue of the aggregator [$]; adds up what each home is paid. */
    private double contracts(
            RunInputs inputs, DispatchTable dispatch, Settlement settled, double[] payments, String where) {
        List<String> ids = inputs.prosumers().stream().map(ProsumerInputs::id).toList();
        Set<Integer> calls = Set.copyOf(inputs.calledIntervals());
        double revenue = 0;
        for (SettledContract one : settled.contracts()) {
            Contract contract = one.contract();
            int i = ids.indexOf(contract.prosumer());
            double pay = 0;
            for (int t = 4 * contract.hour(); t < 4 * contract.hour() + 4 && one.cleared(); t++) {
                HomeInterval row = dispatch.at(i, t);
                double price = inputs.prices().at(contract.product(), t);
                double realTime = inputs.prices().realTimeAt(t);
                double mwh = DT / 1000;
                if (contract.product() == Product.ENERGY) {
                    double missing = Math.max(0, contract.kw() - row.soldKw());
                    double buyBack = Math.max(0, Math.max(price, realTime));
                    revenue += mwh * (price * contract.kw() - buyBack * missing);
                    pay += mwh * (contract.pricePerMwh() * row.soldKw() - KAPPA * Math.max(0, contract.pricePerMwh()) * missing);
                    shortfallKwh += DT * missing;
                } else {
                    double held = contract.product() == Product.SPIN ? row.spinKw() : row.nonSpinKw();
                    double call = calls.contains(t) ? realTime : 0;
                    revenue += mwh * held * (price + call);
                    pay += mwh * held * (contract.pricePerMwh() + call);
                }
            }
            assertEquals(pay, one.paymentUsd(), USD, where + ", " + contract);
            payments[i] += pay;
        }
        return revenue;
    }

    /** What a home's day is worth to it without payments [$]. */
    private double home(ProsumerInputs home, DispatchTable dispatch, int i, ProsumerAccount account, String where) {
        BessInputs bess = home.bess();
        EvInputs ev = home.ev();
        double bill = 0;
        double wear = 0;
        for (int t = 0; t < 96; t++) {
            HomeInterval row = dispatch.at(i, t);
            double out = row.pvKw() - row.curtailedKw() + row.dischargeKw() + row.evV2gKw() - row.soldKw() - row.calledKw();
            double net = DT * (out - row.loadKw() - row.chargeKw() - row.evChargeKw());
            bill -= net * (net < 0 ? home.importPrice() : home.exportPrice()).at(t);
            wear += DT * ((bess == null ? 0 : bess.degradationPerKwh() * row.dischargeKw())
                    + (ev == null ? 0 : ev.degradationPerKwh() * row.evV2gKw()));
            soldKwh += DT * row.soldKw();
            v2gKwh += DT * row.evV2gKw();
            calledKwh += DT * row.calledKw();
        }
        HomeInterval last = dispatch.at(i, 95);
        double kept = last.bessKwh() - (bess == null ? 0 : bess.initialKwh()) + last.evKwh() - (ev == null ? 0 : ev.initialKwh());
        double endValue = home.endValuePerKwh() * kept;
        double discomfort = home.soft().stream().mapToDouble(soft -> soft.usdPerUnit() * broken(soft, home, dispatch, i)).sum();
        assertEquals(bill, account.billUsd(), USD, where);
        assertEquals(wear, account.degradationUsd(), USD, where);
        assertEquals(discomfort, account.discomfortUsd(), USD, where);
        assertEquals(endValue, account.endValueUsd(), USD, where);
        discomfortUsd += discomfort;
        homes++;
        return endValue - bill - wear - discomfort;
    }

    private static double broken(SoftPreference soft, ProsumerInputs home, DispatchTable dispatch, int i) {
        double sum = 0;
        for (int t = 0; t < 96; t++) {
            HomeInterval row = dispatch.at(i, t);
            double sold = DT * (row.soldKw() + row.calledKw());
            EvInputs ev = home.ev();
            sum += switch (soft) {
                case SoftPreference.Floor floor -> home.bess() == null ? 0 : DT * Math.max(0, floor.limitKwh() - row.bessKwh());
                case SoftPreference.CarReady ready -> ev == null || ready.interval() != t
                        ? 0
                        : Math.max(0, ready.limitKwh() - (t == 0 ? ev.initialKwh() : dispatch.at(i, t - 1).evKwh()));
                case SoftPreference.Blackout blackout -> blackout.intervals().contains(t) ? sold : 0;
                case SoftPreference.DailyCap cap -> sold;
            };
        }
        return soft instanceof SoftPreference.DailyCap cap ? Math.max(0, sum - cap.limitKwh()) : sum;
    }

    /** Hard wishes: nothing is sold when or beyond what the home forbids, and no sale digs into its backup. */
    private static void wishes(ProsumerInputs home, DispatchTable dispatch, int i, String where) {
        Double floor = home.hard().reserveFloorKwh();
        Double cap = home.hard().dailyDischargeCapKwh();
        double sold = 0;
        for (int t = 0; t < 96; t++) {
            HomeInterval row = dispatch.at(i, t);
            double now = row.soldKw() + row.calledKw();
            sold += DT * now;
            assertTrue(now < 1e-9 || !home.hard().blackoutIntervals().contains(t), where + ", interval " + t);
            assertTrue(floor == null || row.dischargeKw() < 1e-9 || row.bessKwh() > floor - 1e-6, where + ", interval " + t);
        }
        assertTrue(cap == null || sold < cap + 1e-6, where);
    }
}
