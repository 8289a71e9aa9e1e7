package org.vppworkbench.app.ui.negotiation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.vppworkbench.model.event.LoggedEvent;
import org.vppworkbench.model.event.RunEvent;
import org.vppworkbench.model.event.RunState;
import org.vppworkbench.model.inputs.BessInputs;
import org.vppworkbench.model.inputs.EvInputs;
import org.vppworkbench.model.inputs.ProsumerInputs;
import org.vppworkbench.model.message.Envelope;
import org.vppworkbench.model.message.NegotiationMessage;
import org.vppworkbench.model.physics.HomeInterval;

/** How full batteries and cars are at the moment shown, those of the homes concerned first. */
final class Charges {
    /** Reserve must be sustained for half an hour ({@code model.md} §2) [h]. */
    private static final double SUSTAINED_HOURS = 0.5;

    private Charges() {}

    static List<HomeCharge> of(List<ProsumerInputs> fleet, RunState state) {
        Set<String> concerned = concerned(state);
        List<HomeCharge> list = new ArrayList<>();
        for (int i = 0; i < fleet.size(); i++) {
            ProsumerInputs home = fleet.get(i);
            EvInputs ev = home.ev();
            if (home.bess() != null || (ev != null && ev.v2gKw() > 0)) {
                HomeInterval now = i < state.homes().size() ? state.homes().get(i) : null;
                list.add(of(home, now, state.dispatched(), concerned.contains(home.id())));
            }
        }
        list.sort(Comparator.comparing(HomeCharge::concerned).reversed());
        return list;
    }

    private static HomeCharge of(
            ProsumerInputs home, @org.jspecify.annotations.Nullable HomeInterval now, int dispatched, boolean concerned) {
        BessInputs bess = home.bess();
        EvInputs ev = home.ev();
        boolean v2g = ev != null && ev.v2gKw() > 0;
        double reserved = bess == null || now == null
                ? 0
                : (now.spinKw() + now.nonSpinKw()) * SUSTAINED_HOURS / bess.etaDischarge();
        int last = Math.max(0, dispatched - 1);
        return new HomeCharge(
                home.id(),
                bess != null,
                bess == null ? 0 : now == null ? bess.initialKwh() : now.bessKwh(),
                bess == null ? 0 : bess.capacityKwh(),
                bess == null ? 0 : home.hard().floorKwh(bess, dispatched),
                reserved,
                now == null ? 0 : now.soldKw(),
                v2g,
                v2g && ev != null ? now == null ? ev.initialKwh() : now.evKwh() : 0,
                v2g && ev != null ? ev.capacityKwh() : 0,
                v2g && ev != null && ev.plugged().get(Math.min(last, ev.plugged().size() - 1)),
                concerned);
    }

    /** Homes that said something else than no. */
    private static Set<String> concerned(RunState state) {
        Set<String> concerned = new HashSet<>();
        for (LoggedEvent logged : state.trading().events()) {
            if (logged.event() instanceof RunEvent.MessageSent sent && !(sent.message() instanceof NegotiationMessage.Refusal)) {
                Envelope envelope = sent.message().envelope();
                String home = envelope.sender().equals(Envelope.AGGREGATOR) ? envelope.receiver() : envelope.sender();
                concerned.add(home);
            }
        }
        return concerned;
    }
}
