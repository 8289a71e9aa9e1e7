package org.vppworkbench.negotiation.text;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.negotiation.text.Devices.Device;

/** How full battery and car are at the start. */
final class ChargeStates {
    private static final String SOC = "'soc|state_of_charge|state_-_of_-_charge|charge_level|charge_state|initial_soc|starting_soc|ladestand|estado_de_carga|etat_de_charge|当前电量'";
    private static final String IS = "'is|are|was|were|s|its|it_s|theyre|it|esta|ist|est|sits|sat|sitting|says|said|reads|reading|shows|showed|showing|reports|read|hovering|parked|bei|steht|stand'";
    private static final String ABOUT = "(?:'at|on|about|around|roughly|only|still|just|maybe|approximately|auf|al|a|bei|is|charged|currently|with|near|nearly|down|to'|@NOW|@UNTIL|@CHARGED){0,3}";
    /** A share that is wanted, bounded or somebody's is no state. */
    private static final String WISH = "@BY%3=T|@BY=T|@ATLEAST%2=PCT|@MUST|@KEEP%4=PCT|@ATMOST%2=PCT|=PCT%2@BACKUP|@PREFER|=PCT%3=T|@WANT|=PCT'of'(?!'its|the|a'{0,1}@CHARGED)|@SELL%3=PCT|@CYCLE|@PERDAY|'charge_to|charged_to|up_to'|@CHARGES@UNTIL=PCT|@NEG%3=PCT";

    private ChargeStates() {}

    static void read(Sentence s, List<Sentence> before, Claims out) {
        String now = "(?:@NOW|'s|at|auf|al|a|its'|@CHARGED|@CHARGES|@FULL|'charged|charge|full|left|remaining'|$|'[.,;)]')";
        for (Line.Found found : s.all(SOC + "(?:'[:=]|is|at|of|bei|handover|delivery|install|about|around|roughly'|@NOW){0,3}=(N|PCT)(?!'/')|=PCT" + SOC + "|(?:@BAT|@CAR|=PB|=PC)'at'=PCT(?='[.,;)]'|$)|@NOW%4=PCT|=PCT%3@NOW|" + IS + ABOUT + "=PCT" + now
                + "|=PCT(?:'of|charged|charge|full|left|remaining'|@CHARGED|@FULL|@CHARGES|@NOW)|@CHARGED@UNTIL=PCT%2@NOW")) {
            int share = found.any();
            double value = s.item(share).value();
            if (s.item(share).tag().equals("N")) {
                value = value > 1 ? value / 100 : value;
            }
            if (s.free(share) && s.scope().ours(share) && s.item(share).sure() && value <= 1 && !s.has(WISH)) {
                state(s, found, share, value, before, out);
            }
        }
        for (Line.Found found : s.all(SOC + "(?:'[:=]|is|at'){0,1}=N'/'=N|=N'/'=N@FULL|'state'':'=N'/'=N")) {
            double value = s.item(found.group(0)).value() / s.item(found.group(1)).value();
            if (s.free(found.group(0)) && s.scope().ours(found.from()) && value <= 1) {
                s.use(found.group(1));
                state(s, found, found.group(0), value, before, out);
            }
        }
        for (Line.Found found : s.all("@FULL%3@NOW|@NOW%3@FULL|'empty|flat'%2@NOW|@NOW%2'empty'")) {
            boolean wished = s.has("@BY%3=T|@MUST|@KEEP|@PREFER|@WANT|=T|@SELL|@CYCLE|=PCT");
            if (!wished && s.scope().ours(found.from())) {
                boolean full = !s.line().all("@FULL", found.from(), found.to()).isEmpty();
                state(s, found, -1, full ? 1 : 0, before, out);
            }
        }
    }

    private static void state(
            Sentence s, Line.Found found, int share, double value, List<Sentence> before, Claims out) {
        HomeField field = field(s, Math.max(found.from(), share), before, out);
        if (field == null) {
            return;
        }
        if (share >= 0) {
            s.use(share);
        }
        out.number(field, value, s, found.from(), found.to(), 0.85);
    }

    private static @Nullable HomeField field(Sentence s, int at, List<Sentence> before, Claims out) {
        Device device = Devices.nearest(s, at);
        device = device == null || device == Device.HOUSE || device == Device.ROOF ? Devices.topic(before) : device;
        if (device == Device.CAR || device == Device.CHARGER) {
            return HomeField.EV_INITIAL;
        }
        boolean battery = device == Device.BATTERY || (device == null && out.has(HomeField.BESS_CAPACITY));
        return battery ? HomeField.BESS_INITIAL : null;
    }
}
