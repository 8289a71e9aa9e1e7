package org.vppworkbench.sample.generator;

import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.math3.util.FastMath;
import org.vppworkbench.model.fleet.BatteryProduct;
import org.vppworkbench.model.fleet.BatteryStock;
import org.vppworkbench.model.fleet.Bess;
import org.vppworkbench.model.fleet.Preference;
import org.vppworkbench.model.fleet.Preference.BlackoutWindow;
import org.vppworkbench.model.fleet.Preference.DailyDischargeCap;
import org.vppworkbench.model.fleet.Preference.MaxEventsPerDay;
import org.vppworkbench.model.fleet.Preference.PriceFloor;
import org.vppworkbench.model.fleet.Preference.ReserveFloor;
import org.vppworkbench.model.fleet.PriceFloors;
import org.vppworkbench.model.fleet.ReserveClass;
import org.vppworkbench.model.fleet.SaleLimits;
import org.vppworkbench.model.fleet.Strength;
import org.vppworkbench.model.fleet.Wishes;

/** Draws batteries and what their owners want. */
final class BatteryDraw {
    private static final int QUARTERS_OF_DAY = 96;

    private final BatteryStock stock;
    private final Wishes wishes;

    /** A battery with the wishes of its owner. */
    record Drawn(Bess bess, List<Preference> preferences) {}

    BatteryDraw(BatteryStock stock, Wishes wishes) {
        this.stock = stock;
        this.wishes = wishes;
    }

    Drawn draw(Draws draws, Draws wants) {
        BatteryProduct product = draws.byShare(stock.products(), BatteryProduct::share);
        double initial = Draws.round(draws.between(stock.fromInitialSoc(), stock.toInitialSoc()), 1000);
        double wear = Draws.round(draws.between(stock.fromDegradation(), stock.toDegradation()), 1000);
        ReserveClass reserve = wants.byShare(wishes.reserves(), ReserveClass::share);
        double kept = wants.between(reserve.from(), reserve.to());
        Strength strength = strength(wants);
        if (strength == Strength.HARD) {
            // a home that starts below its own hard floor could not keep it
            initial = Math.max(initial, Math.ceil(kept * 1000) / 1000);
        }
        List<Preference> preferences = new ArrayList<>();
        preferences.add(new ReserveFloor(
                strength,
                Draws.roundDown(kept * product.capacityKwh(), 100),
                soft(strength, wishes.softReserveUsd()),
                ""));
        addSaleLimits(product.capacityKwh(), wants, preferences);
        addPriceFloor(wants, preferences);
        Bess bess = new Bess(
                product.name(),
                product.capacityKwh(),
                product.powerKw(),
                product.powerKw(),
                product.roundTripEfficiency(),
                stock.minSocFraction(),
                1,
                Math.clamp(initial, stock.minSocFraction(), 1),
                wear);
        return new Drawn(bess, preferences);
    }

    private void addSaleLimits(double capacityKwh, Draws wants, List<Preference> preferences) {
        SaleLimits asked = wishes.sales();
        boolean blackout = wants.chance(asked.blackoutShare());
        int from = (int) Math.rint(4 * wants.between(asked.blackoutFromHour(), asked.blackoutToHour()));
        int length = (int) Math.rint(4 * wants.between(asked.blackoutMinHours(), asked.blackoutMaxHours()));
        Strength hours = strength(wants);
        if (blackout) {
            preferences.add(new BlackoutWindow(
                    hours, time(from), time(from + length), soft(hours, wishes.softBlackoutUsd()), ""));
        }
        boolean capped = wants.chance(asked.capShare());
        double cap = Draws.round(capacityKwh * wants.between(asked.capFrom(), asked.capTo()), 10);
        Strength binding = strength(wants);
        if (capped) {
            preferences.add(new DailyDischargeCap(binding, cap, soft(binding, wishes.softCapUsd()), ""));
        }
        boolean few = wants.chance(asked.eventsShare());
        int events = (int) Math.rint(wants.between(asked.eventsFrom() - 0.5, asked.eventsTo() + 0.5));
        if (few) {
            int least = (int) Math.ceil(asked.eventsFrom());
            int most = Math.max(least, (int) Math.floor(asked.eventsTo()));
            preferences.add(new MaxEventsPerDay(Math.clamp(events, least, most), ""));
        }
    }

    private void addPriceFloor(Draws wants, List<Preference> preferences) {
        PriceFloors asked = wishes.prices();
        boolean floor = wants.chance(asked.share());
        double perMonth = asked.wtaMedianUsdPerMonth() * FastMath.exp(asked.wtaLogSd() * wants.normal());
        double perKwh = perMonth / (asked.eventsPerMonth() * asked.kwhPerEvent())
                * (1 + wants.between(asked.premiumFrom(), asked.premiumTo()));
        if (floor) {
            preferences.add(new PriceFloor(Math.min(asked.maxUsdPerKwh(), Draws.round(perKwh, 1000)), ""));
        }
    }

    private Strength strength(Draws wants) {
        return wants.chance(wishes.hardShare()) ? Strength.HARD : Strength.SOFT;
    }

    /** A hard wish has no price. */
    private static double soft(Strength strength, double usd) {
        return strength == Strength.SOFT ? usd : 0;
    }

    private static LocalTime time(int quarter) {
        return LocalTime.ofSecondOfDay(quarter % QUARTERS_OF_DAY * 900L);
    }
}
