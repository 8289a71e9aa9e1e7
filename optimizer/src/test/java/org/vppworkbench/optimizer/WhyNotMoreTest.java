package org.vppworkbench.optimizer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.vppworkbench.model.inputs.BessInputs;
import org.vppworkbench.model.inputs.EvInputs;
import org.vppworkbench.model.inputs.HardPreferences;
import org.vppworkbench.model.inputs.HardPreferences.EvReady;
import org.vppworkbench.model.inputs.ProsumerInputs;
import org.vppworkbench.model.inputs.RunInputs;
import org.vppworkbench.model.market.MarketSeries;
import org.vppworkbench.model.market.Product;
import org.vppworkbench.model.market.RequiredCapacity;
import org.vppworkbench.model.time.Horizon;
import org.vppworkbench.model.time.TimeSeries;
import org.vppworkbench.optimizer.explain.Explanation;
import org.vppworkbench.optimizer.explain.WhyNotMore;
import org.vppworkbench.optimizer.explain.WhyNotMore.Reason;

/** One fleet per reason, built so that the answer is clear by hand: energy is dear in one hour, everything else is cheap. */
class WhyNotMoreTest {
    private static final Horizon DAY = Fleets.horizon(0, 1);
    private static final int N = 96;
    private static final int EVENING = 18;
    private static final TimeSeries NONE = TimeSeries.constant(24, 0);
    private static final TimeSeries MUCH = in(50, EVENING);
    private static final MarketSeries DEAR = energy(2000, EVENING);

    /** 5 kW, 12.8 kWh above the floor when full; retail 0.3 $/kWh to buy, 0.1 to sell, 0.3 at the end. */
    private static Homes plain() {
        return Homes.flat("home-1", N, 0.3, 0.1).endValue(0.3).with(Homes.battery());
    }

    private static TimeSeries in(double kw, int... hours) {
        return TimeSeries.generate(24, h -> IntStream.of(hours).anyMatch(hour -> hour == h) ? kw : 0);
    }

    private static MarketSeries energy(double usd, int... hours) {
        TimeSeries hourly = in(usd - 10, hours);
        return new MarketSeries(TimeSeries.generate(N, t -> 10 + hourly.at(t / 4)), null, null, null);
    }

    private static BessInputs battery(double chargeKw, double dischargeKw, double initialKwh) {
        return new BessInputs(13.5, chargeKw, dischargeKw, 0.95, 0.95, 0.675, 13.5, initialKwh, 0.05);
    }

    private static HardPreferences blackout(int hour) {
        return new HardPreferences(null, IntStream.range(4 * hour, 4 * hour + 4).boxed().toList(), null, List.of());
    }

    private static List<WhyNotMore> reasons(MarketSeries prices, RequiredCapacity required, ProsumerInputs... homes) {
        RunInputs inputs = new RunInputs(DAY, prices, prices, required, List.of(), List.of(homes));
        OptimumResult result = CentralOptimum.solveRelaxation(
                inputs, Mode.AWARE, new Options(1e-4, 1, 300), Progress.NONE, () -> false);
        return Explanation.of(inputs, result).orElseThrow().reasons();
    }

    private static WhyNotMore only(MarketSeries prices, TimeSeries energyKw, Homes home) {
        List<WhyNotMore> reasons = reasons(prices, new RequiredCapacity(energyKw, NONE, NONE), home.build());
        assertEquals(1, reasons.size(), reasons.toString());
        return reasons.getFirst();
    }

    private static void assertWhy(Reason reason, double limit, double used, WhyNotMore why) {
        assertEquals(reason, why.reason(), why.toString());
        assertEquals(limit, why.limit(), 1e-2, why.toString());
        assertEquals(used, why.used(), 1e-2, why.toString());
    }

    @Test
    void notNeededBecauseDIsMet() {
        WhyNotMore why = only(DEAR, in(2, EVENING), plain());
        assertWhy(Reason.REQUIRED, 2, 2, why);
        // 2 $ for a kWh that would be worth 0.3 $ at the end and loses 5 % on its way out
        assertEquals(2 - 0.3 / 0.95 - 0.05, why.usdPerKw(), 1e-3, why.toString());
    }

    @Test
    void power() {
        WhyNotMore why = only(DEAR, MUCH, plain());
        assertWhy(Reason.DISCHARGE_POWER, 5, 5, why);
        assertEquals(2 - 0.3 / 0.95 - 0.05, why.usdPerKw(), 1e-3, why.toString());
    }

    /** So dear for so long that the battery buys at retail and resells in the same quarter hour: only its power is in the way. */
    @Test
    void powerThatIsSplitBetweenChargingAndDischarging() {
        int[] dear = {16, 17, 18, 19, 20};
        WhyNotMore why = reasons(energy(2000, dear), new RequiredCapacity(in(50, dear), NONE, NONE), plain().build()).stream()
                .filter(r -> r.hour() == EVENING)
                .findFirst()
                .orElseThrow();
        assertWhy(Reason.DISCHARGE_POWER, 5, 5, why);
        // a kWh in the battery is worth v where both directions earn the same: 0.95 v - 0.3 = 2 - v / 0.95 - 0.05
        double v = (2 - 0.05 + 0.3) / (0.95 + 1 / 0.95);
        assertEquals(0.95 * v - 0.3, why.usdPerKw(), 1e-3, why.toString());
    }

    @Test
    void energyDownToTheFloor() {
        assertWhy(Reason.STORED_ENERGY, 0.675, 0.675, only(DEAR, MUCH, plain().with(battery(0, 10, 6.75))));
        HardPreferences floor = new HardPreferences(4.0, List.of(), null, List.of());
        assertWhy(Reason.STORED_ENERGY, 4, 4, only(DEAR, MUCH, plain().with(battery(0, 10, 6.75)).with(floor)));
    }

    @Test
    void energyTheOwnerNeedsInTheCar() {
        HardPreferences need = new HardPreferences(null, List.of(), null, List.of(new EvReady(32, 30)));
        EvInputs plugged = Homes.car(N, 31, 7);
        EvInputs car = new EvInputs(60, 0, 7, 0.92, 3, 31, plugged.plugged(), plugged.drivenKwh(), 0);
        Homes home = Homes.flat("home-1", N, 0.3, 0.1).endValue(0.3).with(car).with(need);
        WhyNotMore why = only(energy(2000, 7), in(50, 7), home);
        assertWhy(Reason.STORED_ENERGY, 30, 30, why);
        assertEquals(0.92, why.soldKw(), 1e-3, why.toString());
    }

    @Test
    void theCarIsAway() {
        Homes home = Homes.flat("home-1", N, 0.3, 0.1).endValue(0.3).with(Homes.car(N, 30, 7));
        assertWhy(Reason.CAR_AWAY, 0, 0, only(energy(2000, 12), in(50, 12), home));
        assertEquals(Reason.DISCHARGE_POWER, only(DEAR, MUCH, home).reason());
    }

    @Test
    void nothingToSellFrom() {
        Homes bare = Homes.flat("home-1", N, 0.3, 0.1).endValue(0.3);
        assertWhy(Reason.NO_DEVICE, 0, 0, only(DEAR, MUCH, bare));
        assertEquals(Reason.NO_DEVICE, only(DEAR, MUCH, bare.with(Homes.car(N, 30, 0))).reason());
        // a car that discharges sells energy, never reserve
        MarketSeries spin = new MarketSeries(DEAR.energy(), DEAR.energy(), null, null);
        List<WhyNotMore> reserve = reasons(
                spin, new RequiredCapacity(NONE, MUCH, NONE),
                Homes.flat("home-1", N, 0.3, 0.1).endValue(0.3).with(Homes.car(N, 30, 7)).build());
        assertEquals(List.of(Reason.NO_DEVICE), reserve.stream().map(WhyNotMore::reason).toList());
    }

    @Test
    void ownersBlackoutAndCap() {
        assertWhy(Reason.BLACKOUT, 0, 0, only(DEAR, MUCH, plain().with(blackout(EVENING))));
        WhyNotMore why = only(DEAR, MUCH, plain().with(new HardPreferences(null, List.of(), 1.5, List.of())));
        assertWhy(Reason.DAILY_CAP, 1.5, 1.5, why);
    }

    @Test
    void meter() {
        assertWhy(Reason.METER_LIMIT, 1, 1, only(DEAR, MUCH, plain().limits(10, 1)));
    }

    @Test
    void nothingToGainBecauseStorageIsWorthMore() {
        WhyNotMore why = only(energy(60, EVENING), MUCH, plain());
        assertEquals(Reason.NOTHING_TO_GAIN, why.reason(), why.toString());
        assertEquals(60, why.used(), 1e-6);
        assertEquals(1000 * (0.3 / 0.95 + 0.05), why.limit(), 0.1, why.toString());
    }

    /** All power goes to the home's own load at 0.55 $/kWh; the market pays 0.4: more power would not be sold. */
    @Test
    void nothingToGainBecauseTheHomeUsesItItself() {
        TimeSeries dearEvening = TimeSeries.generate(N, t -> t / 4 == EVENING ? 0.55 : 0.1);
        Homes home = Homes.tariff("home-1", dearEvening, TimeSeries.constant(N, 0.05)).constantLoad(8).endValue(0.1)
                .with(Homes.battery());
        assertWhy(Reason.NOTHING_TO_GAIN, 550, 400, only(energy(400, EVENING), MUCH, home));
    }

    /** D is met by a cheap home; a dear one would sell nothing if more were bought. */
    @Test
    void aDearHomeHasNothingToGainThoughDIsMet() {
        BessInputs dear = new BessInputs(13.5, 5, 5, 0.95, 0.95, 0.675, 13.5, 6.75, 5);
        List<WhyNotMore> reasons = reasons(
                DEAR, new RequiredCapacity(in(2, EVENING), NONE, NONE), plain().build(),
                Homes.flat("home-2", N, 0.3, 0.1).endValue(0.3).with(dear).build());
        assertEquals(
                List.of(Reason.REQUIRED, Reason.NOTHING_TO_GAIN), reasons.stream().map(WhyNotMore::reason).toList(),
                reasons.toString());
    }

    /** Two hours pay the same and the energy is enough for neither: in the first, more would only be less in the second. */
    @Test
    void worthAsMuchInAnotherHour() {
        List<WhyNotMore> reasons = reasons(
                energy(2000, 18, 19), new RequiredCapacity(in(50, 18, 19), NONE, NONE),
                plain().with(battery(0, 10, 6.75)).build());
        assertEquals(
                List.of(Reason.WORTH_AS_MUCH_ELSEWHERE, Reason.STORED_ENERGY),
                reasons.stream().map(WhyNotMore::reason).toList(), reasons.toString());
    }

    @Test
    void energyOrPowerBehindReserve() {
        MarketSeries spin = new MarketSeries(TimeSeries.constant(N, 10), DEAR.energy(), null, null);
        RequiredCapacity required = new RequiredCapacity(NONE, MUCH, NONE);
        // 2 kWh above the floor sustain 2·0.95/0.5 = 3.8 kW
        WhyNotMore energy = reasons(spin, required, plain().with(battery(0, 5, 2.675)).build()).getFirst();
        assertWhy(Reason.RESERVE_ENERGY, 0.675, 2.675, energy);
        assertEquals(3.8, energy.soldKw(), 1e-3, energy.toString());
        WhyNotMore power = reasons(spin, required, plain().with(battery(0, 5, 6.75)).build()).getFirst();
        assertWhy(Reason.DISCHARGE_POWER, 5, 5, power);
        assertEquals(Product.SPIN, power.product());
    }
}
