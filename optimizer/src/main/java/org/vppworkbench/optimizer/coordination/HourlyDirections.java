package org.vppworkbench.optimizer.coordination;

import java.util.BitSet;
import org.vppworkbench.model.inputs.BessInputs;
import org.vppworkbench.model.inputs.EvInputs;
import org.vppworkbench.model.inputs.ProsumerInputs;
import org.vppworkbench.model.inputs.RunInputs;
import org.vppworkbench.model.time.Horizon;
import org.vppworkbench.model.time.TimeSeries;
import org.vppworkbench.optimizer.lp.Directions;
import org.vppworkbench.optimizer.lp.HomeDirections;
import org.vppworkbench.optimizer.schedule.HomeSchedule;

/**
 * One direction for the devices of one home in every interval, from a schedule that may use both: where a device charges and
 * sells in one hour, whole hours of each alternate so that over time it does as much of both (error diffusion).
 */
final class HourlyDirections {
    /** Below this a power counts as 0 [kW]. */
    private static final double IDLE_KW = 1e-3;

    private HourlyDirections() {}

    /**
     * @param inputs with this home only
     * @param turn where the alternation begins, from −1 (charging first) to 1
     */
    static HomeDirections of(RunInputs inputs, HomeSchedule plan, double turn) {
        ProsumerInputs home = inputs.prosumers().getFirst();
        BessInputs bess = home.bess();
        EvInputs ev = home.ev();
        Directions battery = bess == null
                ? Directions.FREE
                : of(plan, new Powers(plan.chargeKw(), plan.dischargeKw(), bess.chargeKw(), bess.dischargeKw()), turn);
        Directions car = ev == null || ev.v2gKw() <= 0
                ? Directions.FREE
                : of(plan, new Powers(plan.evChargeKw(), plan.evV2gKw(), ev.chargeKw(), ev.v2gKw()), turn);
        return new HomeDirections(battery, car);
    }

    private record Powers(TimeSeries in, TimeSeries out, double mostIn, double mostOut) {
        boolean charges(int t) {
            return in.at(t) > IDLE_KW;
        }

        boolean discharges(int t) {
            return out.at(t) > IDLE_KW;
        }

        /** Mean discharge less mean charge, each as a share of its limit. */
        double balance(int from, int to) {
            return out.mean(from, to) / Math.max(mostOut, IDLE_KW) - in.mean(from, to) / Math.max(mostIn, IDLE_KW);
        }
    }

    private static Directions of(HomeSchedule plan, Powers device, double turn) {
        BitSet noCharge = new BitSet();
        BitSet noDischarge = new BitSet();
        double behind = turn;
        int n = device.in().length();
        for (int from = 0; from < n; from += Horizon.INTERVALS_PER_HOUR) {
            int to = from + Horizon.INTERVALS_PER_HOUR;
            boolean sells = false;
            boolean charges = false;
            boolean discharges = false;
            boolean both = false;
            for (int t = from; t < to; t++) {
                sells |= plan.soldKw().at(t) > IDLE_KW;
                charges |= device.charges(t);
                discharges |= device.discharges(t);
                both |= device.charges(t) && device.discharges(t);
            }
            if (both || (sells && charges && discharges)) {
                behind += device.balance(from, to);
                boolean out = behind >= 0;
                behind += out ? -1 : 1;
                (out ? noCharge : noDischarge).set(from, to);
                continue;
            }
            for (int t = from; t < to; t++) {
                boolean in = device.charges(t) || (charges && !device.discharges(t));
                (in ? noDischarge : noCharge).set(t);
            }
        }
        return new Directions(noCharge, noDischarge);
    }
}
