package org.vppworkbench.negotiation.text;

import java.util.List;
import org.vppworkbench.negotiation.text.Devices.Device;

/**
 * Hours in which nothing may be sold. A span of time is taken for one where its sentence speaks of the battery or of
 * trading ({@link #TRADE}) and forbids ({@link #FORBIDS}), or allows only some hours, whose complement it then is. Words
 * such as "not before nine" give one end; the other is midnight. A sentence that only goes on ("and again from six to
 * seven") belongs to the one before it.
 */
final class QuietRules implements RuleBook {
    private static final int NOON = 720;
    private static final int DAY = 1440;
    /** Begins the note of hours that nobody stated. */
    static final String ASSUMPTION = "assumption";

    /** Dinner where no hours are said: an assumption that is told. */
    private static final int DINNER_FROM = 18 * 60;

    private static final int DINNER_TO = 20 * 60;
    private static final int LATE = 9 * 60;
    private static final double ASSUMED = 0.35;

    private static final String TRADE = "(?:@SELL|@TOUCH|@ACCESS|@EVENTS|@EXPORT|@RUN|@QUIET|" + "@BAT|=PB)";
    private static final String FORBIDS = "(?:@NEG|@TOUCH|@QUIET|@SHUT|'leave|left|let'%4'alone|be|rest')";
    private static final String ONLY = "'only|solo|nur|seulement|uniquement|alleen|apenas|soltanto|solamente|ausschliesslich|exclusively|somente|只|仅'";
    private static final String EXCEPT = "'except|outside|excepting|unless|ausser|ausserhalb|excepto|salvo|sauf|hors|tranne|behalve|buiten|besides|other_than'";
    private static final String BEFORE = "(?:@BY|'before|until|till|til|vor|bis|antes|hasta|avant|jusqua|prima|fino|voor|tot|ate')";
    private static final String AFTER = "(?:'after|past|from|since|nach|ab|despues|apres|dopo|depois|na|vanaf|desde|later_than'|@FROM)";
    private static final String FILL = "(?:'de|a|las|alle|as|le|les|das|about|around|von|dalle|la'){0,2}";
    private static final String NIGHT = "(?:@OFFPEAK|'night|nights|sleep|sleeps|sleeping|asleep|bed|bedtime|overnight|noche|nuit|notte|noite|nacht|schlafen|dormir|dormimos|slapen')";

    @Override
    public void read(Sentence s, List<Sentence> before, Claims out) {
        boolean elsewhere = s.has("@TARIFF%6=TR|=TR%6@TARIFF") && !s.has("@SELL|@TOUCH|@SHUT|@ACCESS");
        boolean trade = s.has(TRADE) || (!before.isEmpty() && Devices.topic(before) == Device.BATTERY
                && s.has("@SHUT|@NEG|" + ONLY) && !s.has("@CAR|=PC|@CHARGES|@CHARGER|@LEAVES"));
        trade |= !before.isEmpty() && before.getLast().has("@EVENTS|@SELL|@TOUCH|@ACCESS") && s.has("@NEG|@SHUT") && s.items().size() <= 12
                && !s.has("@CAR|=PC|@CHARGES|@CHARGER|@LEAVES|@RETURNS|@TARIFF");
        boolean own = trade && s.has(FORBIDS + "|" + ONLY + "|" + EXCEPT + "|'ours|mine|ourselves|unsere|nuestra|nostra|onze'");
        if (elsewhere || !(own || goesOn(s, before, out))) {
            return;
        }
        boolean found = spans(s, out);
        found |= ends(s, out);
        boolean timed = s.has("=T|=TR");
        if (!found && !timed && s.has(FORBIDS) && s.has("@DINNER") && !out.has(HomeField.BLACKOUT_FROM)) {
            int at = s.all("@DINNER").getFirst().from();
            if (s.scope().ours(at)) {
                String note = ASSUMPTION + ": dinner is taken as 18:00 to 20:00";
                out.assumed(HomeField.BLACKOUT_FROM, Claims.time(DINNER_FROM), s, at, at + 1, ASSUMED, note);
                out.assumed(HomeField.BLACKOUT_TO, Claims.time(DINNER_TO), s, at, at + 1, ASSUMED, note);
                out.text(HomeField.BLACKOUT_STRENGTH, Strengths.of(s, at), s, at, at + 1, ASSUMED);
            }
        }
    }

    /** A sentence that adds hours to the one before: short, and about nothing else. */
    private static boolean goesOn(Sentence s, List<Sentence> before, Claims out) {
        boolean quiet = out.of(HomeField.BLACKOUT_FROM).stream().anyMatch(c -> c.sentence().index() == s.index() - 1)
                || (!before.isEmpty() && before.getLast().has("(?:@TOUCH|@SHUT|@QUIET)|@NEG%6(?:@SELL|@ACCESS)")
                        && !before.getLast().has("=TR|=T"));
        return quiet && s.has("=TR") && s.items().size() <= 14
                && !s.has("@CAR|=PC|@CHARGES|@LEAVES|@RETURNS|@ATWORK|@TARIFF|@USE|@DRIVE");
    }

    private static boolean spans(Sentence s, Claims out) {
        boolean found = false;
        for (Line.Found span : s.all("=TR")) {
            int i = span.any();
            if (!s.free(i) || !s.scope().ours(i) || charging(s, i)) {
                continue;
            }
            s.use(i);
            Item item = s.item(i);
            int[] hours = hours(item, s);
            boolean only = only(s, i);
            String note = only ? "outside the hours named" : item.sure() ? "" : "part of the day assumed";
            window(s, i, only ? hours[1] : hours[0], only ? hours[0] : hours[1], item.sure() ? 0.9 : 0.7, note, out);
            found = true;
        }
        return found;
    }

    /** Hours of the car or of its charging are none of the battery. */
    private static boolean charging(Sentence s, int i) {
        boolean car = s.all("(?:@CHARGES|'home|plugged_in|parked')%4=TR").stream().anyMatch(f -> f.any() == i);
        return car && s.has("@CAR|=PC") && !s.has("@SELL|@TOUCH|@ACCESS|@SHUT");
    }

    private static boolean only(Sentence s, int i) {
        boolean allowed = at(s, ONLY + "#9=TR|=TR%4" + ONLY, i)
                && !s.has("@NEG%2" + ONLY) && !at(s, ONLY + "#6(?:@NEG|@SHUT)#6=TR", i);
        boolean rest = at(s, "@NEG#9" + EXCEPT + "%3=TR", i) || at(s, EXCEPT + "%3=TR#6@NEG", i);
        return allowed || rest;
    }

    private static boolean at(Sentence s, String pattern, int i) {
        return s.all(pattern).stream().anyMatch(f -> f.groups().contains(i));
    }

    /** Both ends in minutes; where the text leaves open which half of the day, by the words around and by what is usual. */
    private static int[] hours(Item item, Sentence s) {
        int from = (int) item.value();
        int to = (int) item.second();
        boolean small = from <= NOON && to <= NOON && from != 0 && to != 0;
        boolean night = s.has(NIGHT) && !s.has("@MORNING|'breakfast'");
        boolean open = !item.sure() || (small && night && from > to);
        if (!open || !small) {
            boolean later = !item.sure() && from > NOON && to < from && to < NOON && to >= 5 * 60 && from < to + NOON;
            return new int[] {from, later ? to + NOON : to};
        }
        int a = from % NOON;
        int b = to % NOON;
        if (s.has("'next|following'@MORNING|=TR%2'next|following'")) {
            return new int[] {a + NOON, b};
        }
        if (s.has("@MORNING|'breakfast|mornings'") && !night) {
            return new int[] {a, b};
        }
        if (night || (a > b && a >= LATE)) {
            return new int[] {a >= NOON / 2 ? a + NOON : a, b};
        }
        return new int[] {a > b ? a : a + NOON, b + NOON};
    }

    /** "Not before nine", "nothing after 10 pm": one end, or two of them around the night. */
    private static boolean ends(Sentence s, Claims out) {
        int late = -1;
        int early = -1;
        for (Line.Found found : s.all(AFTER + FILL + "=T")) {
            late = late < 0 && s.free(found.any()) && s.scope().ours(found.any()) ? found.any() : late;
        }
        for (Line.Found found : s.all(BEFORE + FILL + "=T")) {
            early = early < 0 && s.free(found.any()) && s.scope().ours(found.any()) && found.any() != late ? found.any() : early;
        }
        boolean other = s.has("@CAR|=PC|@CHARGES|@CHARGED|@LEAVES|@RETURNS|@FULL");
        if ((late < 0 && early < 0) || other) {
            return false;
        }
        boolean only = s.has(ONLY) && !s.has("@NEG");
        int from = late < 0 ? 0 : evening(s.item(late));
        int to = early < 0 ? 0 : (int) s.item(early).value();
        int at = late < 0 ? early : late;
        s.use(at);
        if (early >= 0) {
            s.use(early);
        }
        String note = late >= 0 && early >= 0 ? "" : "the other end is midnight";
        window(s, at, only ? to : from, only ? from : to, late >= 0 && early >= 0 ? 0.8 : 0.7, note, out);
        return true;
    }

    private static int evening(Item item) {
        int minutes = (int) item.value();
        return item.sure() || minutes >= NOON ? minutes : minutes + NOON;
    }

    private static void window(Sentence s, int i, int from, int to, double confidence, String note, Claims out) {
        if (Math.floorMod(from, DAY) == Math.floorMod(to, DAY)) {
            return;
        }
        boolean assumed = out.of(HomeField.BLACKOUT_FROM).stream().anyMatch(c -> c.confidence() <= ASSUMED);
        if (assumed) {
            out.forget(HomeField.BLACKOUT_FROM, HomeField.BLACKOUT_TO, HomeField.BLACKOUT_STRENGTH);
        }
        String start = Claims.time(from);
        String end = Claims.time(to);
        boolean corrects = s.has("@CORRECT");
        List<Claims.Claim> starts = out.of(HomeField.BLACKOUT_FROM);
        boolean repeated = !starts.isEmpty() && starts.getLast().value().equals(start)
                && out.of(HomeField.BLACKOUT_TO).getLast().value().equals(end);
        boolean second = !starts.isEmpty() && !corrects && !repeated;
        HomeField force = second ? HomeField.BLACKOUT2_STRENGTH : HomeField.BLACKOUT_STRENGTH;
        out.assumed(second ? HomeField.BLACKOUT2_FROM : HomeField.BLACKOUT_FROM, start, s, i, i + 1, confidence, note);
        out.assumed(second ? HomeField.BLACKOUT2_TO : HomeField.BLACKOUT_TO, end, s, i, i + 1, confidence, note);
        out.text(force, Strengths.of(s, i), s, i, i + 1, 0.8);
    }
}
