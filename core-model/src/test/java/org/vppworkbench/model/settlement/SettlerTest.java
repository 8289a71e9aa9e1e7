package org.vppworkbench.model.settlement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vppworkbench.model.inputs.BessInputs;
import org.vppworkbench.model.inputs.HardPreferences;
import org.vppworkbench.model.inputs.ProsumerInputs;
import org.vppworkbench.model.inputs.RunInputs;
import org.vppworkbench.model.inputs.SoftPreference;
import org.vppworkbench.model.market.ClearedOffer;
import org.vppworkbench.model.market.Contract;
import org.vppworkbench.model.market.MarketSeries;
import org.vppworkbench.model.market.Opportunity;
import org.vppworkbench.model.market.Product;
import org.vppworkbench.model.market.RequiredCapacity;
import org.vppworkbench.model.physics.DispatchTable;
import org.vppworkbench.model.physics.HomeInterval;
import org.vppworkbench.model.time.Horizon;
import org.vppworkbench.model.time.TimeSeries;

/**
 * Hand-computed money: one home, flat load 1 kW, import 0.30, export 0.10 $/kWh, one battery (4 kW, lossless, 0.05 $/kWh
 * wear), which sells 2 kW in hour 18 at 200 $/MWh while the market pays 300 $/MWh day-ahead.
 */
class SettlerTest {
    private static final int HOUR = 18;
    private static final Horizon DAY = new Horizon(LocalDate.of(2023, 8, 16), 1, Horizon.LOS_ANGELES);

    private static RunInputs inputs(double realTime, List<SoftPreference> soft) {
        TimeSeries zero = TimeSeries.constant(96, 0);
        ProsumerInputs home = new ProsumerInputs(
                "home-001", TimeSeries.constant(96, 0.30), TimeSeries.constant(96, 0.10), 0.30, 100, 100, zero,
                TimeSeries.constant(96, 1), new BessInputs(10, 4, 4, 1, 1, 0, 10, 5, 0.05), null, HardPreferences.NONE, soft);
        MarketSeries prices = new MarketSeries(
                TimeSeries.constant(96, 300), TimeSeries.constant(96, 40), null, TimeSeries.constant(96, realTime));
        TimeSeries need = TimeSeries.constant(24, 10);
        return new RunInputs(DAY, prices, prices, new RequiredCapacity(need, need, need), List.of(), List.of(home));
    }

    /** The battery sells {@code sold} kW in the first {@code quarters} of the hour and does nothing else. */
    private static DispatchTable dispatch(double sold, int quarters, double spin) {
        HomeInterval[] rows = new HomeInterval[96];
        double s = 5;
        for (int t = 0; t < 96; t++) {
            boolean on = t >= 4 * HOUR && t < 4 * HOUR + quarters;
            double dis = on ? sold : 0;
            s -= dis * 0.25;
            double reserve = t >= 4 * HOUR && t < 4 * HOUR + 4 ? spin : 0;
            rows[t] = new HomeInterval(dis - 1, 0, 0, 1, 0, dis, s, 0, 0, 0, dis, reserve, 0, 0);
        }
        return new DispatchTable(new HomeInterval[][] {rows});
    }

    private static ClearedOffer offer(Product product, double kw, double price, double clearing, boolean cleared) {
        Contract contract = new Contract("home-001", product, HOUR, kw, price, 100);
        return new ClearedOffer(new Opportunity(product, HOUR, 10, clearing), price, clearing, cleared, List.of(contract));
    }

    @Test
    void aDeliveredEnergyContractPaysEachSideItsShare() {
        Settlement settled = Settler.settle(
                inputs(50, List.of()), dispatch(2, 4, 0), List.of(offer(Product.ENERGY, 2, 200, 300, true)), 1);
        ProsumerAccount home = settled.total().prosumers().getFirst();
        assertEquals(2 * 200 / 1000.0, home.paymentUsd(), 1e-12);
        assertEquals(24 * 0.30, home.billUsd(), 1e-12, "a kWh sold wholesale is never also saved at retail");
        assertEquals(2 * 0.05, home.degradationUsd(), 1e-12);
        assertEquals(-2 * 0.30, home.endValueUsd(), 1e-12);
        assertEquals(0.4 - 7.2 - 0.1 - 0.6, home.utilityUsd(), 1e-12);
        assertEquals(0.6, settled.total().revenueUsd(), 1e-12);
        assertEquals(0.2, settled.total().profitUsd(), 1e-12);
        assertEquals(0.6 - 7.2 - 0.1 - 0.6, settled.total().welfareUsd(), 1e-12);
    }

    @Test
    void notDeliveringNeverEarnsEvenWhenRealTimeIsCheap() {
        List<ClearedOffer> sold = List.of(offer(Product.ENERGY, 2, 200, 300, true));
        Settlement cheap = Settler.settle(inputs(50, List.of()), dispatch(0, 0, 0), sold, 1);
        assertEquals(0, cheap.total().revenueUsd(), 1e-12, "sold at 300, bought back at max(50, 300)");
        assertEquals(-0.4, cheap.total().prosumers().getFirst().paymentUsd(), 1e-12);
        Settlement dear = Settler.settle(inputs(900, List.of()), dispatch(0, 0, 0), sold, 1);
        assertEquals(0.6 - 1.8, dear.total().revenueUsd(), 1e-12);
        Settlement negative = Settler.settle(inputs(-100, List.of()), dispatch(2, 2, 0), sold, 1);
        assertEquals(0.3, negative.total().revenueUsd(), 1e-12, "half delivered");
        assertEquals(0.2 - 0.2, negative.total().prosumers().getFirst().paymentUsd(), 1e-12);
    }

    /**
     * The three settlements of {@code domain.md} §1.5, 9.00 $: 1 MW day-ahead at 80, 0.8 MW in the fifteen-minute market at
     * 120, 0.7 MW metered at a dispatch price of 200, one quarter hour. No market of a quarter hour is modelled, so the
     * deviation from day-ahead to meter is one step here. With one price for both steps the market's arithmetic and ours
     * agree as long as that price is not below the day-ahead price.
     */
    @Test
    void theThreeSettlementsOfTheMarketAndTheTwoSettledHere() {
        assertEquals(9.0, threeSettlements(1, 80, 0.8, 120, 0.7, 200), 1e-12);
        // the same quarter hour here, first with the dispatch price for the whole deviation, then with the other one
        assertEquals(threeSettlements(1, 80, 1, 200, 0.7, 200), twoSettlements(80, 0.7, 200), 1e-12);
        assertEquals(5.0, twoSettlements(80, 0.7, 200), 1e-12, "4.00 $ below the market's: 0.2 MW at 200 and not at 120");
        assertEquals(11.0, twoSettlements(80, 0.7, 120), 1e-12);
        // where real time is cheap the market lets a seller keep the difference; here it is virtual profit, not counted
        assertEquals(16.25, threeSettlements(1, 80, 1, 50, 0.7, 50), 1e-12);
        assertEquals(14.0, twoSettlements(80, 0.7, 50), 1e-12, "0.7 MW at 80: the missing 0.3 MW earns nothing");
    }

    /** Energy of {@code domain.md} §1.5 over a quarter hour, a megawatt and dollars per MWh each [$]. */
    private static double threeSettlements(
            double dayAhead, double dayAheadPrice, double fifteen, double fifteenPrice, double meter, double dispatchPrice) {
        return 0.25 * (dayAhead * dayAheadPrice + (fifteen - dayAhead) * fifteenPrice + (meter - fifteen) * dispatchPrice);
    }

    /** What the settler pays for 1 MW sold day-ahead in hour 18 and {@code meter} MW delivered, a quarter of its hour [$]. */
    private static double twoSettlements(double dayAheadPrice, double meter, double realTimePrice) {
        RunInputs kw = inputs(realTimePrice, List.of());
        MarketSeries prices = new MarketSeries(
                TimeSeries.constant(96, dayAheadPrice), null, null, TimeSeries.constant(96, realTimePrice));
        RunInputs mw = new RunInputs(DAY, prices, prices, kw.required(), List.of(), kw.prosumers());
        return Settler.settle(mw, dispatch(1000 * meter, 4, 0), List.of(offer(Product.ENERGY, 1000, 0, dayAheadPrice, true)), 1)
                .total().revenueUsd() / 4;
    }

    @Test
    void reserveIsPaidForWhatIsAvailable() {
        Settlement settled = Settler.settle(
                inputs(50, List.of()), dispatch(0, 0, 1.5), List.of(offer(Product.SPIN, 2, 30, 40, true)), 1);
        assertEquals(1.5 * 40 / 1000, settled.total().revenueUsd(), 1e-12);
        assertEquals(1.5 * 30 / 1000, settled.total().paymentsUsd(), 1e-12, "no compensation for missing reserve");
        SettledContract contract = settled.contracts().getFirst();
        assertEquals(1.5, contract.deliveredKwh(), 1e-12);
        assertEquals(0.5, contract.shortfallKwh(), 1e-12);
    }

    @Test
    void anOfferThatDidNotClearMovesNoMoney() {
        Settlement settled = Settler.settle(
                inputs(50, List.of()), dispatch(0, 0, 0), List.of(offer(Product.ENERGY, 2, 400, 300, false)), 1);
        assertEquals(0, settled.total().revenueUsd());
        assertEquals(0, settled.total().paymentsUsd());
    }

    @Test
    void discomfortIsChargedPerUnitOfViolation() {
        List<SoftPreference> soft = List.of(
                new SoftPreference.Floor(4, 0.5), new SoftPreference.Blackout(List.of(72, 73), 0.2), new SoftPreference.DailyCap(1.5, 1));
        Settlement settled = Settler.settle(
                inputs(50, soft), dispatch(2, 4, 0), List.of(offer(Product.ENERGY, 2, 200, 300, true)), 1);
        // Energy at interval ends: 4.5, 4, 3.5, 3, then 3 for the other 20 intervals: (0.5 + 1 + 20·1)·0.25 kWh·h.
        double floor = 0.5 * 0.25 * (0.5 + 1 + 20);
        double blackout = 0.2 * 1;
        double cap = 1 * 0.5;
        assertEquals(floor + blackout + cap, settled.total().prosumers().getFirst().discomfortUsd(), 1e-12);
    }

    @Test
    void daysAddUpToTheRun() {
        Settlement settled = Settler.settle(
                inputs(50, List.of()), dispatch(2, 4, 0), List.of(offer(Product.ENERGY, 2, 200, 300, true)), 1);
        double days = settled.days().stream().mapToDouble(PeriodAccount::welfareUsd).sum();
        assertEquals(settled.total().welfareUsd(), days, 1e-9);
    }

    @Test
    void anOptimumPaysEachHomeTheMarketRevenueOfItsOwnDispatch() {
        Settlement settled = Settler.settleAtMarket(inputs(50, List.of()), dispatch(2, 4, 1));
        assertEquals(0.6 + 0.04, settled.total().prosumers().getFirst().paymentUsd(), 1e-12);
        assertEquals(0, settled.total().profitUsd(), 1e-12);
    }

    @Test
    void theAuditFindsEachKindOfTampering() {
        RunInputs inputs = inputs(50, List.of());
        assertTrue(PhysicsAudit.check(inputs, dispatch(2, 4, 0)).worst() < 1e-9);
        assertTrue(PhysicsAudit.check(inputs, dispatch(6, 2, 0)).where().contains("limit"));
        HomeInterval[] rows = new HomeInterval[96];
        Arrays.setAll(rows, t -> dispatch(2, 4, 0).at(0, t));
        HomeInterval row = rows[10];
        rows[10] = new HomeInterval(-1, 0, 0, 1, 0, 0, 7, 0, 0, 0, 0, 0, 0, 0);
        PhysicsAudit.Verdict energy = PhysicsAudit.check(inputs, new DispatchTable(new HomeInterval[][] {rows}));
        assertEquals(2, energy.worst(), 1e-9);
        rows[10] = new HomeInterval(row.meterKw() + 1, 0, 0, 1, 0, 0, row.bessKwh(), 0, 0, 0, 0, 0, 0, 0);
        assertTrue(PhysicsAudit.check(inputs, new DispatchTable(new HomeInterval[][] {rows})).where().contains("meter balance"));
    }
}
