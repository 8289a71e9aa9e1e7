package org.vppworkbench.negotiation.text;

import java.util.List;
import org.vppworkbench.negotiation.text.Devices.Device;

/** Sizes without a unit where the place or the word beside them says which: "14.4/7.7", "77 usable", "stores 16". */
final class BareSizes {
    private BareSizes() {}

    static void read(Sentence s, List<Sentence> before, Claims out) {
        for (Line.Found found : s.all("(?:=PB|@BAT)(?:',|:|=|is|\\('){0,2}=(N|E)'/'=(N|P)")) {
            List<Integer> groups = found.groups();
            int kwh = groups.get(groups.size() - 2);
            int kw = groups.getLast();
            if (s.free(kwh) && s.free(kw) && s.scope().ours(kwh) && plausible(s.item(kwh).value(), 1, 100)) {
                claim(HomeField.BESS_CAPACITY, s, kwh, out);
                claim(HomeField.BESS_POWER, s, kw, out);
            }
        }
        for (Line.Found found : s.all("'usable|net|stores|holds|hold|store|capacity'(?:'is|of|about|around|[:=]|roughly'){0,1}=N|=N'usable|net|of_storage'|=(PC)(?:','){0,1}'\\('=N'\\)'|=(PC)(?:','){0,1}=N(?='[.,;)]'|$)")) {
            int n = found.groups().getLast();
            Device device = Devices.nearest(s, n);
            device = device == null ? Devices.topic(before) : device;
            double value = s.item(n).value();
            if (!s.free(n) || !s.scope().ours(n)) {
                continue;
            }
            if (device == Device.CAR && plausible(value, 10, 220)) {
                claim(HomeField.EV_CAPACITY, s, n, out);
            } else if (device == Device.BATTERY && plausible(value, 2, 100)) {
                claim(HomeField.BESS_CAPACITY, s, n, out);
            }
        }
        for (Line.Found found : s.all("(?:@BAT|'capacity')(?:'[,:=]|is|of|about'){0,2}=N(?=(?:'[.,;/)]'|$))")) {
            int n = found.any();
            double value = s.item(n).value();
            boolean car = s.has(RuleBook.CAR) || s.has("=" + "(E|P)" + "%2@BAT");
            if (!car && s.free(n) && s.scope().ours(n) && plausible(value, 2, 100) && value != Math.rint(value)) {
                claim(HomeField.BESS_CAPACITY, s, n, out);
            }
        }
        for (Line.Found found : s.all("^=N'/'=N(?=',')")) {
            double value = s.item(found.group(0)).value();
            if (value != Math.rint(value) && s.free(found.group(0)) && plausible(value, 2, 100)) {
                claim(HomeField.BESS_CAPACITY, s, found.group(0), out);
                claim(HomeField.BESS_POWER, s, found.group(1), out);
            }
        }
        limit(s, "@IMPORT", HomeField.IMPORT_LIMIT, out);
        limit(s, "@EXPORT", HomeField.EXPORT_LIMIT, out);
        for (Line.Found found : s.all("'gives|give|delivers|outputs|out'(?:'about|around|up_to'){0,1}=N(?=(?:'[.,;)]|flat|max|tops|out'|-|$))")) {
            int n = found.any();
            boolean battery = s.has(BATTERY) || Devices.topic(before) == Device.BATTERY;
            if (battery && s.free(n) && s.scope().ours(n) && plausible(s.item(n).value(), 1, 30)) {
                claim(HomeField.BESS_POWER, s, n, out);
            }
        }
        for (Line.Found found : s.all("(?:@CHARGER|=PG)(?:'at|:|@|is|does|gives|rated'){0,2}=N(?=(?:'[.,;)]|kilowatt'|$))")) {
            int n = found.groups().getLast();
            if (s.free(n) && s.scope().ours(n) && plausible(s.item(n).value(), 1.4, 22)) {
                claim(HomeField.EV_CHARGE, s, n, out);
            }
        }
    }

    private static void limit(Sentence s, String word, HomeField field, Claims out) {
        for (Line.Found found : s.all(word + "(?:'max|limit|limited|to|at|is|[:=]'|@ATMOST|@UNTIL){0,3}=N(?=(?:'[.,;/)]'|$))")) {
            int n = found.any();
            if (s.free(n) && s.scope().ours(n) && plausible(s.item(n).value(), 1, 60)) {
                claim(field, s, n, out);
            }
        }
    }

    private static final String BATTERY = RuleBook.BATTERY;

    private static boolean plausible(double value, double least, double most) {
        return value >= least && value <= most;
    }

    private static void claim(HomeField field, Sentence s, int n, Claims out) {
        s.use(n);
        out.number(field, s.item(n).value(), s, n, n + 1, 0.6, "without a unit");
    }
}
