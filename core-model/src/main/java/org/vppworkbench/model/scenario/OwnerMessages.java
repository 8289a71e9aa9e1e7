package org.vppworkbench.model.scenario;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import org.vppworkbench.model.inputs.BessInputs;
import org.vppworkbench.model.inputs.EvInputs;
import org.vppworkbench.model.inputs.ProsumerInputs;
import org.vppworkbench.model.inputs.RunInputs;
import org.vppworkbench.model.time.Horizon;

/** What owners say during a run, put into the inputs; what cannot be kept from then on is refused by name. */
final class OwnerMessages {
    private OwnerMessages() {}

    /** The inputs with what the owners change in their homes; everything wrong is a finding. */
    static RunInputs applied(RunInputs inputs, List<OwnerMessage> messages, Findings out) {
        RunInputs changed = inputs;
        for (OwnerMessage message : messages) {
            String where = "message, " + message.change().words() + ", said at " + message.at();
            if (inTime(message, inputs.horizon(), where, out)) {
                int errors = out.list().size();
                changed = Branches.changed(changed, message.change(), where, out);
                if (out.list().size() == errors && message.change() instanceof OwnerChange.NeedsCar need) {
                    checkReach(changed, message, need, where, out);
                }
                if (out.list().size() == errors && message.change() instanceof OwnerChange.KeepsAtLeast keep) {
                    checkReach(changed, keep, where, out);
                }
            }
        }
        return changed;
    }

    private static boolean inTime(OwnerMessage message, Horizon horizon, String where, Findings out) {
        int now = message.interval(horizon);
        if (now < 0 || now >= horizon.intervals()) {
            out.error(where, message.at(), "not within the run",
                    "from " + horizon.localStart(0).toLocalDateTime() + " to before "
                            + horizon.localStart(horizon.intervals() - 1).toLocalDateTime());
            return false;
        }
        LocalDateTime earliest = horizon.localStart(now).toLocalDateTime();
        boolean late = switch (message.change()) {
            case OwnerChange.SellsNothing quiet -> quiet.from().isBefore(earliest);
            case OwnerChange.SellsAtMost cap -> cap.from().atStartOfDay().isBefore(earliest);
            case OwnerChange.KeepsAtLeast keep -> keep.from().isBefore(earliest);
            case OwnerChange.CarLeaves leaves -> leaves.day().atTime(leaves.departure()).isBefore(earliest);
            case OwnerChange.NeedsCar _, OwnerChange.Refuses _, OwnerChange.Asks _ -> false;
        };
        if (late) {
            out.error(where, message.at(), "it would change what is past then", "a time before what it changes");
        }
        return !late;
    }

    private static ProsumerInputs home(RunInputs inputs, String id) {
        return inputs.prosumers().stream().filter(p -> p.id().equals(id)).findFirst().orElseThrow();
    }

    /** Charged as fast as the meter allows, a battery at the floor before must follow the floor: then every run can keep it. */
    private static void checkReach(RunInputs inputs, OwnerChange.KeepsAtLeast keep, String where, Findings out) {
        Horizon horizon = inputs.horizon();
        ProsumerInputs home = home(inputs, keep.prosumer());
        BessInputs bess = home.bess();
        int from = OwnerChanges.interval(keep.from(), horizon);
        int late = bess == null ? -1 : FloorRaise.unreachable(home, bess, from, horizon.intervals());
        if (late >= 0) {
            out.error(where, horizon.localStart(late).toLocalDateTime(),
                    "the home's own load leaves too little of its import limit then to charge the battery at full power",
                    "another time, or a higher importLimitKw");
        }
    }

    /**
     * Charged at full power from the message on, even a car at its lower limit must be ready: then every run can keep the
     * wish, whatever was sold before.
     */
    private static void checkReach(
            RunInputs inputs, OwnerMessage message, OwnerChange.NeedsCar need, String where, Findings out) {
        Horizon horizon = inputs.horizon();
        ProsumerInputs home = home(inputs, need.prosumer());
        EvInputs ev = home.ev();
        int departure = ev == null ? -1 : CarDeparture.on(ev, need.day(), horizon);
        int now = message.interval(horizon);
        if (ev == null || departure < now) {
            out.error(where, message.at(), "the car has left by then", "a time before the departure");
            return;
        }
        CarFeasibility car = new CarFeasibility(home, ev, horizon);
        double kwh = car.reached(now, departure);
        if (kwh < need.kwh() - 1e-9) {
            out.error(where, String.format(Locale.ROOT, "%.2f kWh needed, %.2f kWh sure to be reached", need.kwh(), kwh),
                    "said too late for the charger to make sure of it", "a smaller need, or said earlier");
        }
    }
}
