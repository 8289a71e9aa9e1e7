package org.vppworkbench.optimizer;

import java.util.List;
import java.util.Objects;
import org.vppworkbench.model.inputs.BessInputs;
import org.vppworkbench.model.inputs.EvInputs;
import org.vppworkbench.model.inputs.HardPreferences;
import org.vppworkbench.model.inputs.HardPreferences.EvReady;
import org.vppworkbench.model.inputs.ProsumerInputs;
import org.vppworkbench.optimizer.explain.HomeLimit;

/** Homes with relief of one limit over the whole run. */
final class RelievedHomes {
    private RelievedHomes() {}

    static ProsumerInputs relieved(ProsumerInputs h, HomeLimit limit, double by) {
        return switch (limit) {
            case BATTERY_CHARGE, BATTERY_DISCHARGE, BATTERY_ENERGY, BATTERY_FLOOR -> battery(h, limit, by);
            case CAR_CHARGE, CAR_DISCHARGE, CAR_ENERGY, CAR_FLOOR -> with(h, h.bess(), car(h, limit, by), h.hard(), 0, 0);
            case DAILY_CAP -> hard(h, h.hard().reserveFloorKwh(), h.hard().dailyDischargeCapKwh() + by, 0);
            case CAR_NEED -> hard(h, h.hard().reserveFloorKwh(), h.hard().dailyDischargeCapKwh(), by);
            case IMPORT_LIMIT -> with(h, h.bess(), h.ev(), h.hard(), by, 0);
            case EXPORT_LIMIT -> with(h, h.bess(), h.ev(), h.hard(), 0, by);
        };
    }

    private static ProsumerInputs battery(ProsumerInputs h, HomeLimit limit, double by) {
        BessInputs b = Objects.requireNonNull(h.bess());
        double charge = b.chargeKw() + (limit == HomeLimit.BATTERY_CHARGE ? by : 0);
        double discharge = b.dischargeKw() + (limit == HomeLimit.BATTERY_DISCHARGE ? by : 0);
        double room = limit == HomeLimit.BATTERY_ENERGY ? by : 0;
        double floor = h.hard().floorKwh(b, 0) - by;
        boolean lower = limit == HomeLimit.BATTERY_FLOOR;
        BessInputs other = new BessInputs(
                b.capacityKwh() + room, charge, discharge, b.etaCharge(), b.etaDischarge(),
                lower ? Math.min(b.minKwh(), floor) : b.minKwh(), b.maxKwh() + room, b.initialKwh(), b.degradationPerKwh());
        ProsumerInputs home = with(h, other, h.ev(), h.hard(), 0, 0);
        return lower ? hard(home, floor, h.hard().dailyDischargeCapKwh(), 0) : home;
    }

    private static EvInputs car(ProsumerInputs h, HomeLimit limit, double by) {
        EvInputs e = Objects.requireNonNull(h.ev());
        return new EvInputs(
                e.capacityKwh() + (limit == HomeLimit.CAR_ENERGY ? by : 0),
                e.chargeKw() + (limit == HomeLimit.CAR_CHARGE ? by : 0),
                e.v2gKw() + (limit == HomeLimit.CAR_DISCHARGE ? by : 0),
                e.eta(),
                e.minKwh() - (limit == HomeLimit.CAR_FLOOR ? by : 0),
                e.initialKwh(), e.plugged(), e.drivenKwh(), e.degradationPerKwh());
    }

    private static ProsumerInputs hard(ProsumerInputs h, Double floor, Double cap, double lessNeed) {
        List<EvReady> ready =
                h.hard().evReady().stream().map(due -> new EvReady(due.interval(), due.kwh() - lessNeed)).toList();
        return with(h, h.bess(), h.ev(), new HardPreferences(floor, h.hard().blackoutIntervals(), cap, ready), 0, 0);
    }

    private static ProsumerInputs with(
            ProsumerInputs h, BessInputs bess, EvInputs ev, HardPreferences hard, double moreImport, double moreExport) {
        return new ProsumerInputs(
                h.id(), h.importPrice(), h.exportPrice(), h.endValuePerKwh(), h.importLimitKw() + moreImport,
                h.exportLimitKw() + moreExport, h.pv(), h.load(), bess, ev, hard, h.soft());
    }
}
