package org.vppworkbench.sample.generator;

import static org.vppworkbench.sample.generator.SamplingRows.mean;
import static org.vppworkbench.sample.generator.SamplingRows.median;
import static org.vppworkbench.sample.generator.SamplingRows.sd;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.vppworkbench.model.fleet.Fleet;
import org.vppworkbench.model.fleet.FleetParameters;
import org.vppworkbench.model.fleet.Home;
import org.vppworkbench.model.fleet.Preference;
import org.vppworkbench.model.fleet.Preference.BlackoutWindow;
import org.vppworkbench.model.fleet.Preference.DailyDischargeCap;
import org.vppworkbench.model.fleet.Preference.EvReadyBy;
import org.vppworkbench.model.fleet.Preference.MaxEventsPerDay;
import org.vppworkbench.model.fleet.Preference.PriceFloor;
import org.vppworkbench.model.fleet.Preference.ReserveFloor;
import org.vppworkbench.model.fleet.ReserveClass;
import org.vppworkbench.model.fleet.Strength;

/** The rows of what owners want. */
final class WishReport {
    /** Floors are whole hundredths of a kWh. */
    private static final double EDGE = 0.002;

    private final List<Home> batteries;
    private final List<Home> cars;
    private final FleetParameters parameters;
    private final SamplingRows rows;

    WishReport(Fleet fleet, FleetParameters parameters, SamplingRows rows) {
        this.batteries = fleet.homes().stream().filter(h -> h.bess() != null).toList();
        this.cars = fleet.homes().stream().filter(h -> h.ev() != null).toList();
        this.parameters = parameters;
        this.rows = rows;
    }

    void add() {
        reserves();
        carNeeds();
        rows.share("wishes.sales.blackoutShare", "", batteries, h -> has(h, BlackoutWindow.class));
        rows.share("wishes.sales.capShare", "", batteries, h -> has(h, DailyDischargeCap.class));
        rows.share("wishes.sales.eventsShare", "", batteries, h -> has(h, MaxEventsPerDay.class));
        rows.share("wishes.prices.share", "", batteries, h -> has(h, PriceFloor.class));
        double[] floors = of(batteries, PriceFloor.class).mapToDouble(PriceFloor::usdPerKwh).toArray();
        rows.derived(
                "median price floor (asked: of the willingness to accept, with the mean premium)",
                parameters.wishes().prices().middleUsdPerKwh(),
                median(floors),
                "$/kWh",
                floors.length);
        List<Preference> either = Stream.concat(batteries.stream(), cars.stream())
                .distinct()
                .flatMap(h -> h.preferences().stream())
                .filter(p -> !(p instanceof PriceFloor) && !(p instanceof MaxEventsPerDay))
                .toList();
        rows.share("wishes.hardShare", "", either, p -> p.strength() == Strength.HARD);
    }

    private void reserves() {
        List<Double> kept = batteries.stream()
                .flatMap(h -> h.preferences().stream()
                        .filter(ReserveFloor.class::isInstance)
                        .map(p -> ((ReserveFloor) p).kwh() / Objects.requireNonNull(h.bess()).capacityKwh()))
                .toList();
        List<ReserveClass> classes = parameters.wishes().reserves();
        for (int i = 0; i < classes.size(); i++) {
            ReserveClass asked = classes.get(i);
            rows.share(
                    "wishes.reserves[" + i + "].share",
                    "keeps " + Math.round(100 * asked.from()) + " to " + Math.round(100 * asked.to()) + " %",
                    kept,
                    share -> share >= asked.from() - EDGE && share <= asked.to() + EDGE);
        }
    }

    private void carNeeds() {
        rows.share("wishes.car.share", "", cars, h -> has(h, EvReadyBy.class));
        double[] shares = cars.stream()
                .flatMapToDouble(h -> of(List.of(h), EvReadyBy.class)
                        .mapToDouble(p -> p.kwh() / Objects.requireNonNull(h.ev()).capacityKwh()))
                .toArray();
        CutNormal asked = CarNeedDraw.shares(parameters.wishes().car());
        rows.derived("mean car need, after the cut and as lowered", asked.mean(), mean(shares), "", shares.length);
        rows.derived(
                "standard deviation of the car need, after the cut and as lowered",
                asked.sd(),
                sd(shares),
                "",
                shares.length);
    }

    private static boolean has(Home home, Class<? extends Preference> type) {
        return home.preferences().stream().anyMatch(type::isInstance);
    }

    private static <P extends Preference> Stream<P> of(List<Home> homes, Class<P> type) {
        return homes.stream().flatMap(h -> h.preferences().stream()).filter(type::isInstance).map(type::cast);
    }
}
