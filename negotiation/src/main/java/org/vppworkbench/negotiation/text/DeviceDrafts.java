package org.vppworkbench.negotiation.text;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.model.fleet.BatteryProduct;
import org.vppworkbench.model.fleet.BatteryStock;
import org.vppworkbench.model.fleet.Bess;
import org.vppworkbench.model.fleet.CarStock;
import org.vppworkbench.model.fleet.DrivingHabits;
import org.vppworkbench.model.fleet.Ev;
import org.vppworkbench.model.fleet.Trip;

/** Batteries and cars of a described home. */
final class DeviceDrafts {
    private static final double KM_PER_MILE = 1.609344;
    /** About the middle of the cars of the catalogue [kWh]. */
    private static final double DEFAULT_CAR_KWH = 65;

    private static final double DEFAULT_KWH_PER_100_MILES = 28;
    private static final LocalTime DEPARTURE = LocalTime.of(7, 45);
    private static final LocalTime ARRIVAL = LocalTime.of(17, 45);

    private DeviceDrafts() {}

    static @Nullable Bess bess(Draft draft) {
        ParsedHome parsed = draft.parsed();
        boolean there = draft.says(HomeField.BESS_PRODUCT, HomeField.BESS_COUNT, HomeField.BESS_CAPACITY, HomeField.BESS_POWER,
                        HomeField.BESS_CHARGE, HomeField.BESS_INITIAL, HomeField.RESERVE_SHARE, HomeField.RESERVE_KWH)
                || parsed.abstained().contains(HomeField.BESS_CAPACITY);
        if (!there || parsed.has(HomeField.BESS_NONE)) {
            draft.absent("bess", HomeField.BESS_NONE, "no battery");
            return null;
        }
        BatteryStock stock = HomeDrafter.CATALOGUE.batteries();
        BatteryProduct usual = stock.products().getFirst();
        String name = draft.text(HomeField.BESS_PRODUCT, "battery", "not named");
        double count = draft.quiet(HomeField.BESS_COUNT, 1);
        double capacity = draft.number(HomeField.BESS_CAPACITY, usual.capacityKwh(), "as a " + usual.name());
        double power = draft.number(HomeField.BESS_POWER, usual.powerKw() / usual.capacityKwh() * capacity,
                "in proportion to a " + usual.name());
        double charge = draft.number(HomeField.BESS_CHARGE, power, "as discharging");
        BatteryProduct known = stock.products().stream()
                .filter(product -> product.name().equals(name))
                .findFirst()
                .orElse(usual);
        double keep = draft.quietShare(HomeField.RESERVE_SHARE, HomeField.RESERVE_KWH, capacity);
        double initial = draft.number(HomeField.BESS_INITIAL, Math.max(0.5, keep), "half, or the reserve where that is more");
        draft.fixed("bess.roundTripEfficiency", known.roundTripEfficiency(), "", "as a " + known.name());
        draft.fixed("bess.minSocFraction", stock.minSocFraction(), "", "physical lower limit");
        double wear = (stock.fromDegradation() + stock.toDegradation()) / 2;
        draft.fixed("bess.degradationPerKwh", wear, "$/kWh", "middle of the generator's range");
        String shown = count > 1 ? (int) count + " × " + name : name;
        return new Bess(shown, capacity, charge, power, known.roundTripEfficiency(), stock.minSocFraction(), 1,
                Math.max(initial, stock.minSocFraction()), wear);
    }

    static @Nullable Ev ev(Draft draft) {
        ParsedHome parsed = draft.parsed();
        boolean there = draft.says(HomeField.EV_MODEL, HomeField.EV_CAPACITY, HomeField.EV_CHARGE, HomeField.EV_INITIAL,
                        HomeField.TRIP_DEPARTURE, HomeField.TRIP_ARRIVAL, HomeField.TRIP_KM, HomeField.TRIP_KWH,
                        HomeField.READY_SHARE, HomeField.READY_KWH)
                || parsed.abstained().contains(HomeField.EV_CAPACITY);
        if (!there || parsed.has(HomeField.EV_NONE)) {
            draft.absent("ev", HomeField.EV_NONE, "no electric car");
            return null;
        }
        CarStock stock = HomeDrafter.CATALOGUE.cars();
        String model = draft.text(HomeField.EV_MODEL, "electric car", "not named");
        double capacity = draft.number(HomeField.EV_CAPACITY, DEFAULT_CAR_KWH, "a common size");
        double charge = draft.number(HomeField.EV_CHARGE, stock.chargerSmallKw(), "30 A at 240 V");
        double v2g = draft.number(HomeField.EV_V2G, 0, "rare in 2023");
        double minSoc = v2g > 0 ? stock.v2gMinSocFraction() : stock.minSocFraction();
        double middle = (stock.fromInitialSoc() + stock.toInitialSoc()) / 2;
        double initial = draft.number(HomeField.EV_INITIAL, middle, "middle of the generator's range");
        draft.fixed("ev.eta", stock.eta(), "", "generator");
        draft.fixed("ev.minSocFraction", minSoc, "", "generator");
        return new Ev(model, capacity, charge, stock.eta(), Math.min(minSoc, initial), initial, v2g,
                v2g > 0 ? stock.v2gDegradation() : 0, List.of(trip(draft, model)));
    }

    private static Trip trip(Draft draft, String model) {
        ParsedField by = draft.parsed().get(HomeField.READY_BY).orElse(null);
        boolean morning = by != null && LocalTime.parse(by.value()).isBefore(LocalTime.NOON);
        String usual = morning && by != null ? by.value() : DEPARTURE.toString();
        LocalTime departure = LocalTime.parse(draft.text(HomeField.TRIP_DEPARTURE, usual,
                morning ? "when the car is to be ready" : "mean of weekdays"));
        LocalTime arrival = LocalTime.parse(draft.text(HomeField.TRIP_ARRIVAL, ARRIVAL.toString(), "mean of weekdays"));
        Set<DayOfWeek> days = days(draft.text(HomeField.TRIP_DAYS, "MO,TU,WE,TH,FR", "working days"));
        double per100 = Gazetteer.standard().named(model)
                .map(Product::kwhPer100Miles)
                .orElse(DEFAULT_KWH_PER_100_MILES);
        DrivingHabits habits = HomeDrafter.CATALOGUE.driving();
        double driven;
        if (draft.says(HomeField.TRIP_KWH)) {
            driven = draft.number(HomeField.TRIP_KWH, 0, "");
        } else {
            double km = draft.number(HomeField.TRIP_KM, habits.milesMedian() * KM_PER_MILE, "median of a day with a trip");
            driven = km / KM_PER_MILE * per100 / 100;
            draft.fixed("trip.drivenKwh", Math.rint(driven * 100) / 100, "kWh", "distance × " + per100 + " kWh/100 mi");
        }
        return new Trip(days, departure, arrival, Math.rint(driven * 100) / 100);
    }

    static Set<DayOfWeek> days(String text) {
        Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
        for (DayOfWeek day : DayOfWeek.values()) {
            if (text.equals("DAILY") || List.of(text.split(",")).contains(day.name().substring(0, 2))) {
                days.add(day);
            }
        }
        return days;
    }
}
