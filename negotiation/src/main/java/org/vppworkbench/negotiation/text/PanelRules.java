package org.vppworkbench.negotiation.text;

import java.util.List;
import org.vppworkbench.negotiation.text.Devices.Device;

/** Panels: a number of them and the rating of one, in whatever order and words; and sizes of roofs given without a unit. */
final class PanelRules {
    private static final double LEAST_KW = 0.1;
    private static final double MOST_KW = 0.8;
    private static final int MOST_PANELS = 200;
    /** Farther apart, a number and a rating have nothing to do with each other. */
    private static final int FAR = 11;

    private PanelRules() {}

    static void read(Sentence s, List<Sentence> before, Claims out) {
        pairs(s, before, out);
        if (!out.has(HomeField.PV_SIZE)) {
            later(s, before, out);
        }
    }

    private static void pairs(Sentence s, List<Sentence> before, Claims out) {
        boolean roof = s.has("@PV|@PANEL|@ROOF|=PM") || Devices.topic(before) == Device.ROOF;
        boolean times = s.has("=N(?:'x|times|\\*|×|@'){1,2}=(P|PDC|N)|=(P|PDC)(?:'x|times|\\*|×'){1,2}=N");
        if (!roof && !times && !s.has("=PDC")) {
            return;
        }
        double total = 0;
        int first = s.items().size();
        int last = -1;
        for (int i = 0; i < s.items().size(); i++) {
            double kw = rating(s, i);
            int count = kw > 0 ? count(s, i) : -1;
            if (count < 0) {
                continue;
            }
            s.use(count);
            s.use(i);
            total += panels(s, count) * kw;
            first = Math.min(first, Math.min(i, count));
            last = Math.max(last, Math.max(i, count));
        }
        if (last >= 0) {
            out.number(HomeField.PV_SIZE, total, s, first, last + 1, 0.95, "number of panels × rating");
        }
    }

    /** Rating of one panel [kW], or 0. Without a unit, numbers such as 410 are watts where panels are spoken of. */
    private static double rating(Sentence s, int i) {
        Item item = s.item(i);
        Product module = item.tag().equals("PM") ? item.product() : null;
        if (module != null && module.powerKw() != null && s.free(i) && s.scope().ours(i)) {
            return module.powerKw();
        }
        if (!s.free(i) || !s.scope().ours(i) || !item.sure()) {
            return 0;
        }
        boolean power = item.tag().equals("P") || item.tag().equals("PDC");
        boolean plural = i + 1 < s.items().size() && s.item(i + 1).form().equals("s");
        boolean bare = item.tag().equals("N") && item.value() >= 180 && item.value() == Math.rint(item.value())
                && (plural || s.has("@PANEL|@EACH") || s.all("=N(?:'x|times|\\*|×|@|at'){1,2}=N").stream().anyMatch(f -> f.group(1) == i));
        boolean share = item.tag().equals("N") && s.all("=N(?:'x|times|\\*|×|@'){1,2}=N|@PANEL%2=N@EACH").stream()
                .anyMatch(f -> f.groups().getLast() == i);
        double kw = power || (share && item.value() < 1) ? item.value() : bare ? item.value() / 1000 : 0;
        return kw >= LEAST_KW && kw <= MOST_KW ? kw : 0;
    }

    /** The number of panels a rating belongs to: the nearest whole number, or -1. */
    private static int count(Sentence s, int rating) {
        int best = -1;
        int least = FAR;
        for (int i = 0; i < s.items().size(); i++) {
            Item item = s.item(i);
            double n = item.value();
            boolean whole = item.tag().equals("N") && n == Math.rint(n) && n >= 2 && n <= MOST_PANELS;
            if (i == rating || !whole || !s.free(i) || !s.scope().ours(i)) {
                continue;
            }
            int cost = cost(s, i, rating);
            if (cost < least) {
                least = cost;
                best = i;
            }
        }
        return best;
    }

    private static int cost(Sentence s, int count, int rating) {
        boolean bound = count + 1 < s.items().size() && s.item(count + 1).is("PANEL");
        int cost = bound ? -3 : 0;
        for (int i = Math.min(count, rating) + 1; i < Math.max(count, rating); i++) {
            Item item = s.item(i);
            boolean other = item.tag().equals("P") || item.tag().equals("E") || item.tag().equals("PB") || item.is("BAT")
                    || item.is("CAR");
            boolean near = item.is("PANEL") || item.form().matches("x|times|×|\\*|of|at|@");
            cost += other ? FAR : near ? 0 : 1;
        }
        return cost;
    }

    /** "6 rows by 4" and "two strings of nine" are products. */
    private static double panels(Sentence s, int count) {
        for (Line.Found found : s.all("=N'rows|row|strings|columns|groups|lots|banks'%1'by|of|x|with'=N|=N'by'=N")) {
            if (found.groups().contains(count)) {
                found.groups().forEach(s::use);
                return s.item(found.group(0)).value() * s.item(found.group(1)).value();
            }
        }
        return s.item(count).value();
    }

    /** The number of panels in one sentence, their rating in the next. */
    private static void later(Sentence s, List<Sentence> before, Claims out) {
        if (before.isEmpty()) {
            return;
        }
        for (Line.Found found : s.all("=P%2@PANEL|@PANEL#4=P(?:'each|apiece|per|a'|@EACH)|(?:'each|they|they_re|theyre'|@EACH)#5=P")) {
            int power = found.any();
            double kw = s.item(power).value();
            if (kw < LEAST_KW || kw > MOST_KW || !s.free(power) || !s.scope().ours(power)) {
                continue;
            }
            Sentence earlier = before.getLast();
            List<Line.Found> counts = earlier.all("=N(?='[.,;)]'|$)|=N%2@PANEL");
            if (!counts.isEmpty() && s.has("@PANEL|'each|apiece'|@EACH") && earlier.has("@PANEL")) {
                int count = counts.getLast().any();
                double n = earlier.item(count).value();
                if (n == Math.rint(n) && n >= 2 && n <= MOST_PANELS) {
                    s.use(power);
                    earlier.use(count);
                    out.number(HomeField.PV_SIZE, n * kw, s, power, power + 1, 0.8, "panels counted in the sentence before");
                }
            }
        }
    }

    /** "PV 10.8": a number without a unit behind the roof is in kW. */
    static void bare(Sentence s, Claims out) {
        String end = "(?=(?:'[.,;/)(]|dc|peak|on|facing|kilowatt|and|with|plus'|@ROOF|@BAT|$))";
        for (Line.Found found : s.all("@PV(?:'[:=]|of|is|are|about|around|roughly|at|system'){0,2}=N" + end
                + "|(?:@PV|@PANEL)#5=N" + end + "|=N'dc'")) {
            int n = found.any();
            double value = s.item(n).value();
            boolean plain = !s.all("@PV(?:'[:=]|of|is|are|about|around|roughly|at|system'){0,2}=N").stream()
                    .filter(f -> f.any() == n).toList().isEmpty();
            boolean stated = plain || value != Math.rint(value);
            if (s.free(n) && s.scope().ours(n) && stated && value >= 0.5 && value <= 50) {
                s.use(n);
                out.number(HomeField.PV_SIZE, value, s, found.from(), found.to(), 0.6, "taken as kW");
            }
        }
    }
}
