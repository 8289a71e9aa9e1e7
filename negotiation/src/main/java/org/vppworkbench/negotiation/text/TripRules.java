package org.vppworkbench.negotiation.text;

import java.time.DayOfWeek;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** When the car leaves and is back, on which days, how far it goes. */
final class TripRules implements RuleBook {
    private static final int NOON = 720;
    private static final int EARLIEST = 4 * 60;
    private static final String EXCEPT = "(?:@NEG|'except|excepting|save|but|behalve|ausser|excepto|menos|sauf|salvo|tranne|exceto|apart|bar|minus|除|not'|@PAST)";
    private static final String AWAY = "(?:@LEAVES|@ATWORK|'work|away|gone|school|office|teaches|gym'|@DRIVE)";

    /** Words for every day that are also words for "a day". */
    static final String DAILY = "every_single_day|every_day|daily|each_day|taglich|todos_los_dias|jeden_tag|diario|elke_dag|each_and_every_day|ogni_giorno|每_天|每_日|cada_dia|diaria";

    @Override
    public void read(Sentence s, List<Sentence> before, Claims out) {
        int departure = -1;
        int arrival = -1;
        for (int i = 0; i < s.items().size(); i++) {
            String tag = s.item(i).tag();
            int span = i;
            if (!s.free(i) || !s.scope().ours(i) || !(tag.equals("T") || tag.equals("TR"))) {
                continue;
            }
            if (tag.equals("TR") && s.all("@HOMEFROM%3=TR|@RETURNS%2=TR").stream().anyMatch(f -> f.any() >= 0)) {
                boolean plugged = s.all("(?:'home|plugged_in|parked|garage|plugged'|@RETURNS|@HOUSE)%3=TR").stream().anyMatch(f -> f.any() >= 0);
                if (plugged && carTalk(s, before)) {
                    pair(s, i, true, out);
                    departure = i;
                    continue;
                }
            }
            boolean away = s.all(AWAY + "#5=TR|=TR#3" + AWAY).stream().anyMatch(f -> f.groups().contains(span));
            if (tag.equals("TR") && away && !s.has("@SELL|@TOUCH|@BAT|=PB|'nap|sleep'")) {
                pair(s, i, false, out);
                departure = i;
                continue;
            }
            if (tag.equals("TR") && s.has("'home|parked|plugged_in'%3=TR") && carTalk(s, before) && !s.has("@SELL|@NEG|@BAT|=PB")) {
                pair(s, i, true, out);
                departure = i;
                continue;
            }
            if (tag.equals("T")) {
                boolean back = closer(s, i, "RETURNS", "LEAVES");
                boolean leaves = closer(s, i, "LEAVES", "RETURNS");
                if (leaves && !wish(s) && (carTalk(s, before) || s.has("@LEAVES") || out.has(HomeField.EV_MODEL))) {
                    departure = i;
                    time(HomeField.TRIP_DEPARTURE, s, i, departure(s.item(i)), out);
                } else if (back && !elsewhere(s, i) && (carTalk(s, before) || departure >= 0 || out.has(HomeField.TRIP_DEPARTURE))) {
                    arrival = i;
                    time(HomeField.TRIP_ARRIVAL, s, i, arrival(s.item(i)), out);
                }
            }
        }
        days(s, departure >= 0 || arrival >= 0, before, out);
        distance(s, before, out);
    }

    private static boolean wish(Sentence s) {
        return s.has("=PCT|@FULL") && s.has(CAR) && !s.has("@RETURNS");
    }

    private static boolean elsewhere(Sentence s, int i) {
        return s.all("@OTHERS%4=T").stream().anyMatch(f -> f.any() == i);
    }

    private static boolean carTalk(Sentence s, List<Sentence> before) {
        return s.has("@CAR|=PC|@CHARGER|=PG|@DRIVE|@LEAVES|@ATWORK|'plugged_in|parked'")
                || (!before.isEmpty() && before.getLast().has("@CAR|=PC|@DRIVE|@LEAVES|=PG|@CHARGER"));
    }

    /** Whether the verb nearest to a time is of one kind. */
    private static boolean closer(Sentence s, int time, String verb, String other) {
        int best = distance(s, time, verb);
        int rival = distance(s, time, other);
        return best < 9 && best < rival;
    }

    private static int distance(Sentence s, int time, String verb) {
        int least = 99;
        for (int i = 0; i < s.items().size(); i++) {
            Item item = s.item(i);
            int at = i;
            String bare = verb.equals("RETURNS") ? "home|in" : "out|off|takes";
            boolean hit = item.is(verb) || (item.form().matches(bare) && behind(s, i, bare));
            hit |= verb.equals("LEAVES") && item.form().matches("takes|drives|take") && s.all("'takes|drives|take'%3(?:=PC|@CAR|'it|her|him')%2=T")
                    .stream().anyMatch(f -> f.from() == at);
            if (hit) {
                int gap = Math.abs(i - time);
                for (int j = Math.min(i, time) + 1; j < Math.max(i, time); j++) {
                    String tag = s.item(j).tag();
                    gap += tag.equals("T") || tag.equals("TR") ? 4 : s.item(j).form().equals(",") ? 2 : 0;
                }
                // a verb stands before its time more often than behind it
                least = Math.min(least, i > time ? 2 * gap + 1 : gap);
            }
        }
        return least;
    }

    private static boolean behind(Sentence s, int i, String bare) {
        return s.all("'" + bare + "'(?:'at|by|around|about|again|before|after|from'|@BY|@NOW)?%2=T").stream().anyMatch(f -> f.from() == i)
                || s.all("=T'out|off|home'").stream().anyMatch(f -> f.from() == i - 1 && s.item(i).form().matches(bare));
    }

    private static void pair(Sentence s, int i, boolean home, Claims out) {
        Item item = s.item(i);
        int a = (int) item.value();
        int b = (int) item.second();
        s.use(i);
        if (home) {
            int arrive = item.sure() || a >= NOON ? a : a + NOON;
            claim(HomeField.TRIP_ARRIVAL, s, i, arrive, item.sure(), out);
            claim(HomeField.TRIP_DEPARTURE, s, i, b, item.sure(), out);
        } else {
            int back = item.sure() || b > NOON ? b : b % NOON + NOON;
            claim(HomeField.TRIP_DEPARTURE, s, i, a, item.sure(), out);
            claim(HomeField.TRIP_ARRIVAL, s, i, back, item.sure(), out);
        }
    }

    private static void time(HomeField field, Sentence s, int i, int minutes, Claims out) {
        s.use(i);
        claim(field, s, i, minutes, s.item(i).sure(), out);
    }

    private static void claim(HomeField field, Sentence s, int i, int minutes, boolean sure, Claims out) {
        out.assumed(field, Claims.time(minutes), s, i, i + 1, sure ? 0.9 : 0.7,
                sure ? "" : "morning or afternoon assumed");
    }

    private static int departure(Item item) {
        int minutes = (int) item.value();
        return item.sure() || minutes >= EARLIEST || minutes == 0 ? minutes : minutes + NOON;
    }

    private static int arrival(Item item) {
        int minutes = (int) item.value();
        return item.sure() || minutes > NOON ? minutes : minutes % NOON + NOON;
    }

    private static void days(Sentence s, boolean trip, List<Sentence> before, Claims out) {
        boolean talk = trip || s.has("@DRIVE|@ATWORK") || s.has("@LEAVES%4=DAYS|=DAYS%4@LEAVES");
        if (wish(s) || s.has("@SELL|@TOUCH|=PR") || !talk) {
            boolean apart = !before.isEmpty() && out.has(HomeField.TRIP_DEPARTURE) && s.items().size() <= 6 && s.has("=DAYS") && !s.has("@SELL|@BAT|=PB");
            if (!apart) {
                return;
            }
        }
        for (int i = 0; i < s.items().size(); i++) {
            Item item = s.item(i);
            if (!s.free(i) || !s.scope().ours(i)) {
                continue;
            }
            if (item.tag().equals("DAYS")) {
                s.use(i);
                out.text(HomeField.TRIP_DAYS, days(s, i), s, i, i + 1, 0.9);
                s.all("=DAYS").forEach(found -> s.use(found.any()));
                return;
            }
            boolean daily = item.is("PERDAY") && item.form().matches(DAILY) && trip;
            if (daily) {
                s.use(i);
                out.text(HomeField.TRIP_DAYS, "MO,TU,WE,TH,FR,SA,SU", s, i, i + 1, 0.8);
                return;
            }
        }
    }

    /** The days of an item, with those added and taken away behind it: "weekdays, Saturdays too, not Fridays". */
    static String days(Sentence s, int at) {
        Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
        Set<DayOfWeek> not = EnumSet.noneOf(DayOfWeek.class);
        for (int i = 0; i < s.items().size(); i++) {
            Item item = s.item(i);
            if (!item.tag().equals("DAYS") || (i != at && i < at)) {
                continue;
            }
            boolean denied = s.line().all(EXCEPT + "%3=DAYS|=DAYS%2'off|closed|free|excluded|excepted'").stream().anyMatch(denies(i));
            if (denied) {
                not.addAll(item.days());
            } else if (i == at || s.line().all("=DAYS%2(?:'and|plus|also|too|,')", at, i).size() + (also(s, i) ? 1 : 0) > 0) {
                days.addAll(item.days());
            }
        }
        if (days.isEmpty() || (also(s, at) && !not.isEmpty())) {
            days.addAll(EnumSet.complementOf(EnumSet.copyOf(not)));
        }
        days.removeAll(not);
        return days(days.isEmpty() ? EnumSet.complementOf(EnumSet.copyOf(not)) : days);
    }

    private static java.util.function.Predicate<Line.Found> denies(int i) {
        return found -> found.groups().contains(i);
    }

    private static boolean also(Sentence s, int i) {
        return i + 1 < s.items().size() && s.item(i + 1).form().matches("too|included|as_well|also|inclusive");
    }

    /** Days in the form of the files. */
    static String days(Set<DayOfWeek> days) {
        StringBuilder text = new StringBuilder();
        for (DayOfWeek day : DayOfWeek.values()) {
            if (days.contains(day)) {
                text.append(text.isEmpty() ? "" : ",").append(day.name(), 0, 2);
            }
        }
        return text.toString();
    }

    private static void distance(Sentence s, List<Sentence> before, Claims out) {
        boolean car = carTalk(s, before) || s.has("@ROUND|@ONEWAY|@PERDAY");
        for (Line.Found found : s.all("=D'there|out|to_work'%2=D(?:'back'|@RETURNS)|=D'ida'%2=D'vuelta'")) {
            int a = found.group(0);
            int b = found.groups().stream().filter(g -> g > a).findFirst().orElse(a);
            if (s.free(a) && s.free(b) && s.scope().ours(a)) {
                s.use(a);
                s.use(b);
                out.number(HomeField.TRIP_KM, s.item(a).value() + s.item(b).value(), s, a, b + 1, 0.85, "both ways");
            }
        }
        for (Line.Found found : s.all("=D")) {
            int i = found.any();
            if (!s.free(i) || !s.scope().ours(i) || !car || !s.item(i).sure()
                    || s.has("'range|away|from_here|radius|odometer|autonomie|reichweite|autonomia|epa'")) {
                continue;
            }
            boolean week = s.has("=D%2@PERWEEK|=D%2@PERYEAR|=D%2@PERMONTH");
            if (week) {
                s.use(i);
                continue;
            }
            double km = s.item(i).value() * (s.has("@ONEWAY") ? 2 : 1);
            s.use(i);
            List<Line.Found> rates = s.all("=C");
            if (!rates.isEmpty()) {
                int c = rates.getFirst().any();
                s.use(c);
                out.number(HomeField.TRIP_KWH, km * s.item(c).value(), s, Math.min(i, c), Math.max(i, c) + 1, 0.9, "distance × consumption");
            } else {
                out.number(HomeField.TRIP_KM, km, s, i, i + 1, 0.85, s.has("@ONEWAY") ? "both ways" : "");
            }
        }
        rate(s, out);
        for (Line.Found found : s.all("@DRIVE%6=(E|ED)|=(E|ED)%4(?:'per'|'a'|'for'|'pro'|'por'|'each'|'every'){0,1}'the'?@DRIVE|=(E|ED)%4'driving|trip|commute|drive'")) {
            int i = found.any();
            if (s.free(i) && s.scope().ours(i) && s.item(i).sure() && s.item(i).value() < 100 && !s.has("@SELL|@BAT|=PB|@HOUSE")
                    && !s.has("=PC#3=E|@CAR'with|mit|con'=E|=PC'with'=E|=E'battery'")) {
                s.use(i);
                out.number(HomeField.TRIP_KWH, s.item(i).value(), s, i, i + 1, 0.7);
            }
        }
    }

    /** A consumption in a sentence of its own, the distance in the one before. */
    private static void rate(Sentence s, Claims out) {
        for (Line.Found found : s.all("=C")) {
            int c = found.any();
            List<Claims.Claim> far = out.of(HomeField.TRIP_KM);
            if (s.free(c) && s.scope().ours(c) && !far.isEmpty()) {
                s.use(c);
                double km = Double.parseDouble(far.getLast().value());
                out.number(HomeField.TRIP_KWH, km * s.item(c).value(), s, c, c + 1, 0.8, "distance said before × consumption");
            }
        }
    }
}
