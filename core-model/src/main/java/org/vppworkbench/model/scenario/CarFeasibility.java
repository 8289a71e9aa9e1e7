package org.vppworkbench.model.scenario;

import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import org.vppworkbench.model.inputs.EvInputs;
import org.vppworkbench.model.inputs.HardPreferences.EvReady;
import org.vppworkbench.model.inputs.ProsumerInputs;
import org.vppworkbench.model.time.Horizon;

/**
 * Whether a car can do what is asked of it: charged at full power whenever it is plugged in, which no other schedule
 * beats at any time, it must make every trip and meet every hard need. Full power is what the charger and the meter
 * allow: min(charger, import limit + PV − load), without help from a battery.
 */
final class CarFeasibility {
    private static final double TOLERANCE_KWH = 1e-9;
    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

    private final ProsumerInputs home;
    private final EvInputs car;
    private final Horizon horizon;

    CarFeasibility(ProsumerInputs home, EvInputs car, Horizon horizon) {
        this.home = home;
        this.car = car;
        this.horizon = horizon;
    }

    /**
     * The earliest violation, if any.
     *
     * @param at file and home
     */
    Optional<Finding> violation(String at) {
        double kwh = car.initialKwh();
        for (int t = 0; t < horizon.intervals(); t++) {
            double due = due(t);
            if (kwh < due - TOLERANCE_KWH) {
                return Optional.of(finding(at + ", EvReadyBy", t, due, kwh, "the hard car need cannot be met"));
            }
            double needed = car.drivenKwh().at(t) + car.minKwh();
            if (car.drivenKwh().at(t) > 0 && kwh < needed - TOLERANCE_KWH) {
                return Optional.of(finding(at + ", ev.trips", t, needed, kwh, "a trip that cannot be made"));
            }
            kwh = Math.min(car.capacityKwh(), kwh + charge(t)) - car.drivenKwh().at(t);
        }
        return Optional.empty();
    }

    /** Energy at the start of interval {@code to} if the car is at its lower limit at {@code from} and charged at full power [kWh]. */
    double reached(int from, int to) {
        double kwh = car.minKwh();
        for (int t = from; t < to; t++) {
            double after = Math.min(car.capacityKwh(), kwh + charge(t)) - car.drivenKwh().at(t);
            kwh = Math.max(car.minKwh(), after);
        }
        return kwh;
    }

    private double charge(int t) {
        if (!car.plugged().get(t)) {
            return 0;
        }
        double meter = home.importLimitKw() + home.pv().at(t) - home.load().at(t);
        return car.eta() * Math.clamp(meter, 0, car.chargeKw()) * Horizon.DELTA_HOURS;
    }

    private double due(int t) {
        return home.hard().evReady().stream()
                .filter(ready -> ready.interval() == t)
                .mapToDouble(EvReady::kwh)
                .max()
                .orElse(0);
    }

    private Finding finding(String where, int t, double needed, double reached, String message) {
        String due = (car.drivenKwh().at(t) > 0 ? "departure " : "due ") + LOCAL.format(horizon.localStart(t));
        return Finding.error(
                where + ", " + due,
                String.format(Locale.ROOT, "%.3f kWh needed, %.3f kWh reached at full power", needed, reached),
                String.format(Locale.ROOT, "%s: %.3f kWh missing", message, needed - reached),
                "a shorter trip or smaller need, more initial energy or a stronger charger");
    }
}
