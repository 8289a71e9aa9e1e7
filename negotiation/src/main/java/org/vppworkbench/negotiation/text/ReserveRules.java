package org.vppworkbench.negotiation.text;

import java.util.List;
import org.vppworkbench.negotiation.text.Devices.Device;

/**
 * A backup reserve where no fixed wording says so: every energy or share that is still free is scored by the words around
 * it, and taken where the score is high. Words that keep, remain or forbid falling below speak for it; a day, a sale, the
 * present charge or the car speak against it.
 */
final class ReserveRules {
    private static final String NOUN = "'reserve|reserves|rsv|rsrv|resv|reserva|riserva|res|floor|minimum|min|backup|cushion|buffer|soc_min|notreserve|mindestladestand|puffer|noodreserve|tampon|colchon|mindestreserve|minima|minimo'|@BACKUP";
    private static final String STAYS = "'stay|stays|staying|stay_put|stays_put|remain|remains|left|inside|therein|untouched|drin|blijft|blijven|restent|ficassem|fiquem|ficar|resti|restino|rimanga|queden|quede|there|sitting|held|hold|keep|leave'|@KEEP";
    private static final int ENOUGH = 4;

    private ReserveRules() {}

    static void read(Sentence s, List<Sentence> before, Claims out) {
        boolean told = out.of(HomeField.RESERVE_SHARE).stream().anyMatch(c -> c.sentence().index() == s.index())
                || out.of(HomeField.RESERVE_KWH).stream().anyMatch(c -> c.sentence().index() == s.index());
        if (told) {
            return;
        }
        for (Line.Found found : s.all("=(E|PCT)")) {
            int i = found.any();
            Item item = s.item(i);
            if (!s.free(i) || !s.scope().ours(i) || !item.sure() || score(s, i, before) < ENOUGH) {
                continue;
            }
            s.use(i);
            HomeField field = item.tag().equals("PCT") ? HomeField.RESERVE_SHARE : HomeField.RESERVE_KWH;
            out.number(field, item.value(), s, i, i + 1, 0.7);
            out.text(HomeField.RESERVE_STRENGTH, Strengths.of(s, i), s, i, i + 1, 0.7);
            return;
        }
    }

    private static int score(Sentence s, int i, List<Sentence> before) {
        int from = i;
        while (from > 0 && i - from < 8 && !parts(s.item(from - 1))) {
            from--;
        }
        int to = i + 1;
        while (to < s.items().size() && to - i < 8 && !parts(s.item(to))) {
            to++;
        }
        // "2.5 kWh, minimum"
        int after = Math.min(s.items().size(), Math.max(to, i + 4));
        boolean car = Devices.nearest(s, i) == Device.CAR || (s.has(RuleBook.CAR) && !s.has(RuleBook.BATTERY));
        boolean battery = s.has(RuleBook.BATTERY) || (Devices.topic(before) == Device.BATTERY && !car);
        int score = battery ? 1 : 0;
        score += any(s, NOUN, Math.max(0, i - 5), Math.max(i, 0)) || any(s, NOUN, i + 1, after) ? 3 : 0;
        score += any(s, STAYS, from, to) ? 2 : 0;
        score += any(s, "@MUST|@WANT|@PREFER|@ALWAYS|'ought|should|whatever|ever'", from, to) ? 1 : 0;
        score += any(s, "'in'%1'it|there|them'|'inside'|@BACKUP", i, to) ? 2 : 0;
        score += any(s, "@NEG#6(?:@ATLEAST|@KEEP|'under|below|beneath|past|lower')", from, i + 1) ? 3 : 0;
        boolean asked = !before.isEmpty() && s.items().size() <= 9 && before.getLast().has("'how|what|que|was|combien'")
                && before.getLast().has(NOUN + "|@KEEP");
        score += asked ? 3 : 0;
        score += any(s, "@ATLEAST", from, i) ? 1 : 0;
        score -= any(s, "@PERDAY|@PERMONTH|@PERYEAR", from, to) ? 3 : 0;
        score -= any(s, "@NOW", from, to) ? 3 : 0;
        score -= any(s, "@SELL|@USE", from, to) ? 1 : 0;
        score -= any(s, "@PV|@PANEL|@CHARGER|@CYCLE", from, to) ? 2 : 0;
        score -= car ? 4 : Devices.topic(before) == Device.CAR && !s.has(RuleBook.BATTERY) ? 3 : 0;
        boolean size = s.item(i).tag().equals("E") && i + 1 < s.items().size()
                && (s.item(i + 1).is("BAT") || s.item(i + 1).form().matches("pack|usable|nominal|of|capacity|nutzbar|unit"));
        boolean enclosed = i > 0 && i + 1 < s.items().size() && s.item(i - 1).form().equals("(") && s.item(i + 1).form().equals(")");
        return score - (size || enclosed ? 4 : 0);
    }

    private static boolean any(Sentence s, String pattern, int from, int to) {
        return from < to && !s.line().all(pattern, from, to).isEmpty();
    }

    private static boolean parts(Item item) {
        return item.form().matches("[,;()|/]|but|aber|pero|mais|ma|maar");
    }
}
