package org.vppworkbench.app.ui.fleet;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.model.fleet.BatteryProduct;
import org.vppworkbench.model.fleet.BatteryStock;
import org.vppworkbench.model.fleet.Bess;
import org.vppworkbench.model.fleet.CarModel;
import org.vppworkbench.model.fleet.CarStock;
import org.vppworkbench.model.fleet.Ev;
import org.vppworkbench.model.fleet.FleetPreset;
import org.vppworkbench.model.fleet.Home;
import org.vppworkbench.model.fleet.Pv;
import org.vppworkbench.model.fleet.Trip;
import org.vppworkbench.negotiation.text.Gazetteer;
import org.vppworkbench.negotiation.text.Product;

/** Devices as they are added in the window, and products to choose from. What is not known of a product stays as it was. */
final class Devices {
    /** Size of a roof that is added [kWdc]; an assumption, near the mean of California's roofs. */
    private static final double ROOF_KW = 6;

    private static final double HALF = 0.5;

    private Devices() {}

    /** A roof of 6 kWdc with the first yield profile of the data. */
    static Pv roof(List<String> profiles) {
        return new Pv(ROOF_KW, profiles.getFirst());
    }

    /** The first battery of the catalogue of generated fleets, half full. */
    static Bess battery() {
        BatteryStock stock = FleetPreset.LABORATORY.parameters(1, 0).batteries();
        BatteryProduct product = stock.products().getFirst();
        return new Bess(product.name(), product.capacityKwh(), product.powerKw(), product.powerKw(), product.roundTripEfficiency(),
                stock.minSocFraction(), 1, HALF, stock.fromDegradation());
    }

    /** The first car of the same catalogue at the smaller wall box, away on working days. */
    static Ev car() {
        CarStock stock = FleetPreset.LABORATORY.parameters(1, 0).cars();
        CarModel model = stock.models().getFirst();
        return new Ev(model.name(), model.capacityKwh(), Math.min(stock.chargerSmallKw(), model.acKw()), stock.eta(),
                stock.minSocFraction(), HALF, 0, 0, List.of(trip(model.kwhPer100Miles())));
    }

    /** A trip of 24 miles on working days, the median of generated fleets. */
    static Trip trip(double kwhPer100Miles) {
        double miles = FleetPreset.LABORATORY.parameters(1, 0).driving().milesMedian();
        double kwh = Math.rint(kwhPer100Miles * miles) / 100;
        return new Trip(EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY), LocalTime.of(7, 45), LocalTime.of(17, 45), kwh);
    }

    /** Products of a kind whose sizes are known, by name. */
    static List<Product> products(Product.Kind kind) {
        return Gazetteer.standard().products().stream()
                .filter(p -> p.kind() == kind)
                .filter(p -> (kind == Product.Kind.BATTERY || kind == Product.Kind.CAR ? p.capacityKwh() : p.powerKw()) != null)
                .toList();
    }

    /** The product of a name, or {@code null} where it is none or its sizes are not known. */
    static @Nullable Product named(Product.Kind kind, String name) {
        return products(kind).stream().filter(p -> p.name().equals(name)).findFirst().orElse(null);
    }

    /** A product with its numbers, as it stands in a list. */
    static String words(Product product) {
        StringBuilder words = new StringBuilder(product.name());
        if (product.capacityKwh() != null) {
            words.append(", ").append(plain(product.capacityKwh())).append(" kWh");
        }
        if (product.powerKw() != null) {
            words.append(", ").append(plain(product.powerKw())).append(" kW");
        }
        return words.toString();
    }

    /** The home with the battery of a product; the power stays where that of the product is not known. */
    static Home withBattery(Home home, Product product) {
        double kwh = Objects.requireNonNull(product.capacityKwh(), "a battery with a size");
        return HomeCopy.bess(home, b -> {
            double charge = product.powerKw() == null ? b.chargeKw() : product.powerKw();
            double discharge = product.powerKw() == null ? b.dischargeKw() : product.powerKw();
            return new Bess(product.name(), kwh, charge, discharge, b.roundTripEfficiency(), b.minSocFraction(), b.maxSocFraction(),
                    b.initialSocFraction(), b.degradationPerKwh());
        });
    }

    /** The home with a model of car; charger and trips stay as they were. */
    static Home withCar(Home home, Product product) {
        double kwh = Objects.requireNonNull(product.capacityKwh(), "a car with a size");
        return HomeCopy.ev(home, e -> new Ev(product.name(), kwh, e.chargeKw(), e.eta(), e.minSocFraction(), e.initialSocFraction(),
                e.v2gKw(), e.v2gDegradationPerKwh(), e.trips()));
    }

    /** The home with a roof of as many modules of a product as come nearest to its size. */
    static Home withModules(Home home, Product product) {
        Pv pv = home.pv();
        double kw = Objects.requireNonNull(product.powerKw(), "a module with a rating");
        return pv == null ? home : HomeEdits.pvKw(home, Math.rint(Math.max(1, Math.rint(pv.kwDc() / kw)) * kw * 1e6) / 1e6);
    }

    private static String plain(double number) {
        return Double.toString(number).replaceAll("\\.0$", "");
    }
}
