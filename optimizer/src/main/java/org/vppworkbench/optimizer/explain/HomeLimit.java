package org.vppworkbench.optimizer.explain;

import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.model.inputs.BessInputs;
import org.vppworkbench.model.inputs.EvInputs;
import org.vppworkbench.model.inputs.HardPreferences;
import org.vppworkbench.model.inputs.LimitChange;
import org.vppworkbench.model.inputs.ProsumerInputs;

/** A limit of a home that relief of may be worth something. */
public enum HomeLimit {
    /** Charge limit of the battery. */
    BATTERY_CHARGE("kW"),
    /** Discharge limit of the battery. */
    BATTERY_DISCHARGE("kW"),
    /** Most energy in the battery, at the end of an interval. */
    BATTERY_ENERGY("kWh"),
    /**
     * Least energy in the battery: the hard floor, or the physical limit where it is higher. In an interval it is what must be
     * left at its end, and what the 30-minute test at its start leaves alone.
     */
    BATTERY_FLOOR("kWh"),
    /** Energy the owner sells on a day at most; its prices are those of days. */
    DAILY_CAP("kWh per day"),
    /** Charger of the car. */
    CAR_CHARGE("kW"),
    /** Discharge limit of the car. */
    CAR_DISCHARGE("kW"),
    /** Most energy in the car, at the end of an interval. */
    CAR_ENERGY("kWh"),
    /** Least energy in the car where the owner demands no more, at the end of an interval. */
    CAR_FLOOR("kWh"),
    /** What the owner demands in the car, at all departures alike: at the end of the interval before. */
    CAR_NEED("kWh"),
    /** Most the meter draws. */
    IMPORT_LIMIT("kW"),
    /** Most the meter feeds in. */
    EXPORT_LIMIT("kW");

    private final String unit;

    HomeLimit(String unit) {
        this.unit = unit;
    }

    public String unit() {
        return unit;
    }

    /** Whether it limits the power of a device. */
    boolean isPower() {
        return this == BATTERY_CHARGE || this == BATTERY_DISCHARGE || this == CAR_CHARGE || this == CAR_DISCHARGE;
    }

    /** Whether it is a limit of whole days, not of intervals. */
    public boolean perDay() {
        return this == DAILY_CAP;
    }

    /**
     * The limit as it is, where the home has it; of a daily cap that changes the smallest, of a floor
     * the largest [kW or kWh].
     */
    public Optional<Double> value(ProsumerInputs home) {
        Optional<BessInputs> battery = known(home.bess());
        Optional<EvInputs> car = known(home.ev());
        return switch (this) {
            case BATTERY_CHARGE -> battery.map(BessInputs::chargeKw);
            case BATTERY_DISCHARGE -> battery.map(BessInputs::dischargeKw);
            case BATTERY_ENERGY -> battery.map(BessInputs::maxKwh);
            case BATTERY_FLOOR -> battery.map(bess -> floorKwh(home, bess));
            case DAILY_CAP -> Stream.concat(
                            known(home.hard().dailyDischargeCapKwh()).stream(),
                            home.hard().capChanges().stream().map(LimitChange::kwh))
                    .min(Double::compare);
            case CAR_CHARGE -> car.map(EvInputs::chargeKw);
            case CAR_DISCHARGE -> car.map(EvInputs::v2gKw).filter(kw -> kw > 0);
            case CAR_ENERGY -> car.map(EvInputs::capacityKwh);
            case CAR_FLOOR -> car.map(EvInputs::minKwh);
            case CAR_NEED ->
                car.flatMap(_ -> home.hard().evReady().stream().map(HardPreferences.EvReady::kwh).max(Double::compare));
            case IMPORT_LIMIT -> known(home.importLimitKw());
            case EXPORT_LIMIT -> known(home.exportLimitKw());
        };
    }

    private static double floorKwh(ProsumerInputs home, BessInputs bess) {
        return home.hard().floorChanges().stream().mapToDouble(LimitChange::kwh)
                .reduce(home.hard().floorKwh(bess, 0), Math::max);
    }

    private static <T> Optional<T> known(@Nullable T value) {
        return Optional.ofNullable(value);
    }
}
