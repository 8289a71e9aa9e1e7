package org.vppworkbench.optimizer.explain;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.model.inputs.BessInputs;
import org.vppworkbench.model.inputs.EvInputs;
import org.vppworkbench.model.inputs.HardPreferences;
import org.vppworkbench.model.inputs.ProsumerInputs;

/** A limit of a home that relief of may be worth something. */
public enum HomeLimit {
    /** Charge limit of the battery. */
    BATTERY_CHARGE("kW", 1) {
        @Override
        Optional<Double> value(ProsumerInputs home) {
            return of(home.bess()).map(BessInputs::chargeKw);
        }

        @Override
        ProsumerInputs with(ProsumerInputs h, double kw) {
            BessInputs b = battery(h);
            return withBattery(h, new BessInputs(
                    b.capacityKwh(), kw, b.dischargeKw(), b.etaCharge(), b.etaDischarge(), b.minKwh(), b.maxKwh(),
                    b.initialKwh(), b.degradationPerKwh()));
        }
    },
    /** Discharge limit of the battery. */
    BATTERY_DISCHARGE("kW", 1) {
        @Override
        Optional<Double> value(ProsumerInputs home) {
            return of(home.bess()).map(BessInputs::dischargeKw);
        }

        @Override
        ProsumerInputs with(ProsumerInputs h, double kw) {
            BessInputs b = battery(h);
            return withBattery(h, new BessInputs(
                    b.capacityKwh(), b.chargeKw(), kw, b.etaCharge(), b.etaDischarge(), b.minKwh(), b.maxKwh(),
                    b.initialKwh(), b.degradationPerKwh()));
        }
    },
    /** Most energy in the battery. */
    BATTERY_ENERGY("kWh", 1) {
        @Override
        Optional<Double> value(ProsumerInputs home) {
            return of(home.bess()).map(BessInputs::maxKwh);
        }

        @Override
        ProsumerInputs with(ProsumerInputs h, double kwh) {
            BessInputs b = battery(h);
            return withBattery(h, new BessInputs(
                    Math.max(kwh, b.capacityKwh()), b.chargeKw(), b.dischargeKw(), b.etaCharge(), b.etaDischarge(),
                    b.minKwh(), kwh, b.initialKwh(), b.degradationPerKwh()));
        }
    },
    /** Least energy in the battery: the hard floor, or the physical limit where it is higher. */
    BATTERY_FLOOR("kWh", -1) {
        @Override
        Optional<Double> value(ProsumerInputs home) {
            return of(home.bess()).map(home.hard()::floorKwh);
        }

        @Override
        ProsumerInputs with(ProsumerInputs h, double kwh) {
            BessInputs b = battery(h);
            BessInputs lower = new BessInputs(
                    b.capacityKwh(), b.chargeKw(), b.dischargeKw(), b.etaCharge(), b.etaDischarge(),
                    Math.min(b.minKwh(), kwh), b.maxKwh(), b.initialKwh(), b.degradationPerKwh());
            HardPreferences hard = new HardPreferences(
                    kwh, h.hard().blackoutIntervals(), h.hard().dailyDischargeCapKwh(), h.hard().evReady());
            return new ProsumerInputs(
                    h.id(), h.importPrice(), h.exportPrice(), h.endValuePerKwh(), h.importLimitKw(), h.exportLimitKw(),
                    h.pv(), h.load(), lower, h.ev(), hard, h.soft());
        }
    },
    /** Energy the owner sells on a day at most. */
    DAILY_CAP("kWh per day", 1) {
        @Override
        Optional<Double> value(ProsumerInputs home) {
            return of(home.hard().dailyDischargeCapKwh());
        }

        @Override
        ProsumerInputs with(ProsumerInputs h, double kwh) {
            HardPreferences hard = new HardPreferences(
                    h.hard().reserveFloorKwh(), h.hard().blackoutIntervals(), kwh, h.hard().evReady());
            return new ProsumerInputs(
                    h.id(), h.importPrice(), h.exportPrice(), h.endValuePerKwh(), h.importLimitKw(), h.exportLimitKw(),
                    h.pv(), h.load(), h.bess(), h.ev(), hard, h.soft());
        }
    },
    /** Charger of the car. */
    CAR_CHARGE("kW", 1) {
        @Override
        Optional<Double> value(ProsumerInputs home) {
            return of(home.ev()).map(EvInputs::chargeKw);
        }

        @Override
        ProsumerInputs with(ProsumerInputs h, double kw) {
            EvInputs e = car(h);
            return withCar(h, new EvInputs(
                    e.capacityKwh(), kw, e.v2gKw(), e.eta(), e.minKwh(), e.initialKwh(), e.plugged(), e.drivenKwh(),
                    e.degradationPerKwh()));
        }
    },
    /** Discharge limit of the car. */
    CAR_DISCHARGE("kW", 1) {
        @Override
        Optional<Double> value(ProsumerInputs home) {
            return of(home.ev()).map(EvInputs::v2gKw).filter(kw -> kw > 0);
        }

        @Override
        ProsumerInputs with(ProsumerInputs h, double kw) {
            EvInputs e = car(h);
            return withCar(h, new EvInputs(
                    e.capacityKwh(), e.chargeKw(), kw, e.eta(), e.minKwh(), e.initialKwh(), e.plugged(), e.drivenKwh(),
                    e.degradationPerKwh()));
        }
    },
    /** What the owner demands in the car, at all departures alike. */
    CAR_NEED("kWh", -1) {
        @Override
        Optional<Double> value(ProsumerInputs home) {
            return home.ev() == null
                    ? Optional.empty()
                    : home.hard().evReady().stream().map(HardPreferences.EvReady::kwh).max(Double::compare);
        }

        @Override
        ProsumerInputs with(ProsumerInputs h, double kwh) {
            double less = value(h).orElse(kwh) - kwh;
            List<HardPreferences.EvReady> ready = h.hard().evReady().stream()
                    .map(due -> new HardPreferences.EvReady(due.interval(), due.kwh() - less))
                    .toList();
            HardPreferences hard = new HardPreferences(
                    h.hard().reserveFloorKwh(), h.hard().blackoutIntervals(), h.hard().dailyDischargeCapKwh(), ready);
            return new ProsumerInputs(
                    h.id(), h.importPrice(), h.exportPrice(), h.endValuePerKwh(), h.importLimitKw(), h.exportLimitKw(),
                    h.pv(), h.load(), h.bess(), h.ev(), hard, h.soft());
        }
    },
    /** Most the meter draws. */
    IMPORT_LIMIT("kW", 1) {
        @Override
        Optional<Double> value(ProsumerInputs home) {
            return of(home.importLimitKw());
        }

        @Override
        ProsumerInputs with(ProsumerInputs h, double kw) {
            return new ProsumerInputs(
                    h.id(), h.importPrice(), h.exportPrice(), h.endValuePerKwh(), kw, h.exportLimitKw(), h.pv(), h.load(),
                    h.bess(), h.ev(), h.hard(), h.soft());
        }
    },
    /** Most the meter feeds in. */
    EXPORT_LIMIT("kW", 1) {
        @Override
        Optional<Double> value(ProsumerInputs home) {
            return of(home.exportLimitKw());
        }

        @Override
        ProsumerInputs with(ProsumerInputs h, double kw) {
            return new ProsumerInputs(
                    h.id(), h.importPrice(), h.exportPrice(), h.endValuePerKwh(), h.importLimitKw(), kw, h.pv(), h.load(),
                    h.bess(), h.ev(), h.hard(), h.soft());
        }
    };

    private final String unit;
    private final int relief;

    HomeLimit(String unit, int relief) {
        this.unit = unit;
        this.relief = relief;
    }

    public String unit() {
        return unit;
    }

    /** The limit as it is, where the home has it [kW or kWh]. */
    abstract Optional<Double> value(ProsumerInputs home);

    /** The home with another limit. */
    abstract ProsumerInputs with(ProsumerInputs home, double value);

    /** The home with so much relief; the home must have the limit. */
    public ProsumerInputs relieved(ProsumerInputs home, double by) {
        return with(home, value(home).orElseThrow() + relief * by);
    }

    private static <T> Optional<T> of(@Nullable T value) {
        return Optional.ofNullable(value);
    }

    private static BessInputs battery(ProsumerInputs home) {
        return of(home.bess()).orElseThrow();
    }

    private static EvInputs car(ProsumerInputs home) {
        return of(home.ev()).orElseThrow();
    }

    private static ProsumerInputs withBattery(ProsumerInputs h, BessInputs bess) {
        return new ProsumerInputs(
                h.id(), h.importPrice(), h.exportPrice(), h.endValuePerKwh(), h.importLimitKw(), h.exportLimitKw(),
                h.pv(), h.load(), bess, h.ev(), h.hard(), h.soft());
    }

    private static ProsumerInputs withCar(ProsumerInputs h, EvInputs ev) {
        return new ProsumerInputs(
                h.id(), h.importPrice(), h.exportPrice(), h.endValuePerKwh(), h.importLimitKw(), h.exportLimitKw(),
                h.pv(), h.load(), h.bess(), ev, h.hard(), h.soft());
    }
}
