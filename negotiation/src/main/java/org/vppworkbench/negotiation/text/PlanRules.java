package org.vppworkbench.negotiation.text;

import java.util.List;
import org.vppworkbench.negotiation.text.Devices.Device;

/** Consumption, tariff, what battery and car do on their own, how the owner bargains. */
final class PlanRules implements RuleBook {
    @Override
    public void read(Sentence s, List<Sentence> before, Claims out) {
        LoadRules.read(s, out);
        choice(s, HomeField.TARIFF, out, "TARPRIME", "TOU_D_PRIME_NBT", "TARNEM2", "TOU_D_4_9PM_NEM2", "TARFLAT", "FLAT",
                "TARWHOLE", "WHOLESALE");
        choice(s, HomeField.HOME_PLAN, out, "BACKUPONLY", "BACKUP_ONLY", "SELFUSE", "SELF_CONSUMPTION", "BILLOPT", "BILL_OPTIMAL");
        for (Line.Found found : s.all("@BILL%4'lowest|smallest|cheapest|low|minimal|minimum|down'|'minimi[sz]e|minimi[sz]ing|lower|cut|cutting|reduce|optimi[sz]e|shrink|slash|lowest|cheapest|smallest'%5@BILL")) {
            if (s.scope().ours(found.from())) {
                out.text(HomeField.HOME_PLAN, "BILL_OPTIMAL", s, found.from(), found.to(), 0.7);
            }
        }
        for (Line.Found found : s.all("@TARIFF%3'fix|fixed|flat|fest|fijo|fija|plana|fixe|fissa|fixa|fisso|vast|constant'|'gleicher|gleiche|meme|mismo|same|stesso|mesmo'@PRICE|'same_all_day'")) {
            if (s.scope().ours(found.from()) && s.has("@TARIFF|'all|immer|always|siempre|toujours|sempre'|@MUST|@ALWAYS")) {
                out.text(HomeField.TARIFF, "FLAT", s, found.from(), found.to(), 0.7);
            }
        }
        boolean asked = !before.isEmpty() && before.getLast().has("@TARIFF'[?]'|@TARIFF$") && s.items().size() <= 6;
        for (Line.Found found : asked ? s.all("'flat|fixed'") : List.<Line.Found>of()) {
            out.text(HomeField.TARIFF, "FLAT", s, found.from(), found.to(), 0.7);
        }
        if (s.has(BATTERY + "|'mode|app|control|plan|installer'") || Devices.topic(before) == Device.BATTERY) {
            choice(s, HomeField.HOME_PLAN, out, "TOUPLAN", "TOU");
        }
        if (s.has(CAR) || s.has("@CHARGES") || Devices.topic(before) == Device.CAR || Devices.topic(before) == Device.CHARGER) {
            boolean charging = s.has("(?:@CAR|=PC)%2'[:=,]'|'plan|overnight'|@CHARGES|@CHARGED|@CHARGER|'plug|plugged|plugs|juice|fill|plug_in|plugs_in|plugged_in'");
            if (charging) {
                choice(s, HomeField.CAR_PLAN, out, "CHEAPEST", "CHEAPEST", "ONARRIVAL", "ON_ARRIVAL", "OFFPEAK", "OFF_PEAK");
            }
        }
        style(s, before, out);
    }

    private static void choice(Sentence s, HomeField field, Claims out, String... conceptsAndValues) {
        for (int i = 0; i < s.items().size(); i++) {
            for (int c = 0; c < conceptsAndValues.length; c += 2) {
                if (s.item(i).is(conceptsAndValues[c]) && s.scope().ours(i) && !denied(s, i)) {
                    out.text(field, conceptsAndValues[c + 1], s, i, i + 1, 0.85);
                }
            }
        }
    }

    private static boolean denied(Sentence s, int i) {
        for (int j = i - 1; j >= Math.max(0, i - 3) && !s.item(j).form().matches("[,;/(]"); j--) {
            if (s.item(j).is("NEG")) {
                return true;
            }
        }
        return false;
    }

    private static void style(Sentence s, List<Sentence> before, Claims out) {
        for (int i = 0; i < s.items().size(); i++) {
            Item item = s.item(i);
            if (!s.scope().ours(i)) {
                continue;
            }
            boolean bargaining = s.has("@BARGAIN|@PRICE|@SELL") || (!before.isEmpty() && before.getLast().has("@BARGAIN"))
                    || item.form().matches(".*(?:offer|haggl|cave|settle|give_in|give_way|agree|deal|cedo|cede|steady).*");
            if (item.is("STUBBORN") && (!denied(s, i) || item.form().contains("budge"))) {
                out.text(HomeField.STYLE, "BOULWARE", s, i, i + 1, 0.8);
            } else if (item.is("EASY") && bargaining && !denied(s, i)) {
                out.text(HomeField.STYLE, "CONCEDER", s, i, i + 1, 0.8);
            } else if (item.is("LINEAR") && bargaining && !denied(s, i)) {
                out.text(HomeField.STYLE, "LINEAR", s, i, i + 1, 0.7);
            }
        }
    }
}
