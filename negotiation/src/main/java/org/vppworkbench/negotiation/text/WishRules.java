package org.vppworkbench.negotiation.text;

import java.util.List;
import org.vppworkbench.negotiation.text.Devices.Device;

/** What the owner wants: floors, car needs, hours, caps, prices, numbers of events. Read before sizes, which they use up. */
final class WishRules implements RuleBook {
    private static final String LOW = "(?:@KEEP|@ATLEAST|@BACKUP)";
    private static final int NOON = 720;

    @Override
    public void read(Sentence s, List<Sentence> before, Claims out) {
        price(s, out);
        events(s, out);
        ready(s, before, out);
        hoursOfBackup(s, out);
        cap(s, out);
        floor(s, before, out);
        ReserveRules.read(s, before, out);
        Strengths.followUp(s, out);
    }

    private static void strength(HomeField field, Sentence s, int from, int to, Claims out) {
        out.text(field, Strengths.of(s, from), s, from, to, 0.8);
    }

    private static void price(Sentence s, Claims out) {
        for (Line.Found found : s.all("=PR")) {
            int i = found.any();
            boolean buying = s.has("(?:'pay|pays|paying|cost|costs|charged|charges|bill|tariff|rate|import|off-peak|peak|utility'|@TARIFF|@TARFLAT|@IMPORT)%6=PR|=PR%4(?:'peak|off-peak|tariff|rate|utility|to_edison'|@IMPORT|@OFFPEAK)")
                    && !s.has("@SELL|@ATLEAST|@PAID|@KEEP");
            boolean selling = s.has("@SELL|@ATLEAST|@PAID|@PRICE|@KEEP|@EXPORT|@NEG|@MUST|@WANT|'less|below|under|accept|offer|worth'");
            if (!s.free(i) || !s.scope().ours(i) || buying || !selling) {
                continue;
            }
            s.use(i);
            if (s.item(i).sure()) {
                out.number(HomeField.PRICE_FLOOR, s.item(i).value(), s, i, i + 1, 0.9);
            } else {
                out.open(HomeField.PRICE_FLOOR, s);
            }
        }
    }

    private static void events(Sentence s, Claims out) {
        String often = "(?:'a|per|each|every|in|por|al|pro|par|am|dans|the|en|la|time'|@PERDAY|@PERWEEK|@ATMOST|'tops|max|maximum')";
        for (Line.Found found : s.all("=N%2@EVENTS#4" + often + "|@ATMOST%3=N%2@EVENTS|@ATMOST%3=N'x|times|mal'|@EVENTS(?:'[:=]'){0,1}%2@ATMOST%2=N|=N@PERDAY#3'tops|max|maximum'|@ATMOST%2=N@PERDAY|@NEG%6'than'=N@EVENTS|@EVENTS%1=N@PERDAY|@EVENTS(?:'[:=<]'|@ATMOST){0,2}=N(?!@PERDAY)(?='[.,;/|)]'|@PERDAY|@ATMOST|$)|@EVENTS'[:=]'=N|@ATMOST%2=N(?:'a|per|each|every|/')?@PERDAY|@ATMOST#8=N@EVENTS|=N@EVENTS%2@PERDAY")) {
            int i = found.any();
            double n = s.item(i).value();
            boolean dispatch = s.has("@EVENTS|@SELL|@TOUCH|@BAT|@ACCESS") && !s.has("@CYCLE");
            if (s.free(i) && s.scope().ours(i) && dispatch && n == Math.rint(n) && n <= 1000) {
                s.use(i);
                out.number(HomeField.MAX_EVENTS, n, s, found.from(), found.to(), 0.85);
            }
        }
        for (Line.Found found : s.all("@ATMOST%4'once|einmal|one'(?:@PERDAY|@PERWEEK|@EVENTS)|'once|einmal'@PERDAY%3'max|maximum|tops|only|at_most'|'only'%3'once'@PERDAY|'one'@EVENTS%2@PERDAY|@ATMOST'a|one|ein|un'@EVENTS|@EVENTS'[:=]'%1'one|once'|'one|una|une|una_sola|eine|een'%1@EVENTS%1@PERDAY|'once|one'@PERDAY#6(?:@ATMOST|'enough|only|all|limit')")) {
            if (s.scope().ours(found.from()) && !out.has(HomeField.MAX_EVENTS) && s.has("@SELL|@TOUCH|@BAT|=PB|@EVENTS") && !s.has("@CYCLE")) {
                out.number(HomeField.MAX_EVENTS, 1, s, found.from(), found.to(), 0.8);
            }
        }
    }

    private static void ready(Sentence s, List<Sentence> before, Claims out) {
        Device topic = Devices.topic(before);
        boolean last = topic == Device.CAR || topic == Device.CHARGER;
        boolean spoken = last && s.has("=(PCT|E)%4@BY%2=T|=(PCT|E)%4'by|at|um|a'%2=T|=(PCT|E|DAYS)#6@LEAVES")
                && !s.has(BATTERY + "|@BACKUP|@SELL");
        boolean car = spoken || s.has(CAR)
                || (s.has("'it|her|she|him|lo|la|hij|ihn|es'") && (last || (topic == null && out.has(HomeField.EV_MODEL))) && !s.has(BATTERY));
        if (!car && !s.has("@CHARGED%6@BY") && !(s.has("@FULL|@CHARGED") && s.has("=T") && last)) {
            return;
        }
        if (!s.has("=T|=DAYS|@MORNING|@LEAVES|@MUST|@PREFER|@WANT|@ATLEAST|@KEEP|@ALWAYS")) {
            return;
        }
        int level = level(s);
        if (level < 0) {
            return;
        }
        Item item = s.item(level);
        String pct = item.tag();
        s.use(level);
        if (pct.equals("PCT")) {
            out.number(HomeField.READY_SHARE, item.value(), s, level, level + 1, 0.9);
        } else if (pct.equals("E")) {
            out.number(HomeField.READY_KWH, item.value(), s, level, level + 1, 0.9);
        } else {
            out.number(HomeField.READY_SHARE, 1, s, level, level + 1, 0.85);
        }
        by(s, out);
        boolean timed = out.of(HomeField.READY_BY).stream().anyMatch(claim -> claim.sentence().index() == s.index());
        if (!timed && s.has("@LEAVES|'go|then|before_i_go|cuando|quando|wenn|quand|before|departure'")) {
            likeTrip(HomeField.TRIP_DEPARTURE, HomeField.READY_BY, s, level, out);
            likeTrip(HomeField.TRIP_DAYS, HomeField.READY_DAYS, s, level, out);
        }
        for (int i = 0; i < s.items().size(); i++) {
            boolean elsewhere = out.of(HomeField.TRIP_DAYS).stream().anyMatch(claim -> claim.sentence().index() == s.index());
            if (out.of(HomeField.READY_DAYS).stream().anyMatch(claim -> claim.sentence().index() == s.index())) {
                break;
            }
            if (s.item(i).tag().equals("DAYS") && s.free(i) && s.scope().ours(i) && !elsewhere) {
                if (!s.has("@LEAVES|@RETURNS")) {
                    s.use(i);
                }
                out.text(HomeField.READY_DAYS, TripRules.days(s, i), s, i, i + 1, 0.85);
                break;
            }
            boolean daily = s.item(i).is("PERDAY") && s.item(i).form().matches(TripRules.DAILY);
            if (daily && s.scope().ours(i)) {
                out.text(HomeField.READY_DAYS, "MO,TU,WE,TH,FR,SA,SU", s, i, i + 1, 0.8);
                break;
            }
        }
        boolean same = s.has("'those|these|diesen|diese|esos|ces|those_days|tage|quei|esses'");
        List<Claims.Claim> days = out.of(HomeField.TRIP_DAYS);
        if (same && !days.isEmpty() && !out.has(HomeField.READY_DAYS)) {
            out.text(HomeField.READY_DAYS, days.getFirst().value(), s, level, level + 1, 0.7);
        }
        strength(HomeField.READY_STRENGTH, s, level, level + 1, out);
    }

    /** "When I leave": the hour or the days of the trip that was told. */
    private static void likeTrip(HomeField trip, HomeField wish, Sentence s, int at, Claims out) {
        List<Claims.Claim> told = out.of(trip);
        if (!told.isEmpty() && !out.has(wish)) {
            out.assumed(wish, told.getLast().value(), s, at, at + 1, 0.75, "as said of the trip");
        }
    }

    private static int level(Sentence s) {
        for (Line.Found found : s.all("=(PCT|E)")) {
            int i = found.any();
            boolean capacity = s.item(i).tag().equals("E") && !s.has("(?:@ATLEAST|@KEEP|@WANT|@MUST|@PREFER)%6=E|=E%5@BY%2=T|=E%5'by'%2=T");
            boolean backup = s.has("@BACKUP|@BAT") && !s.has("@CAR|=PC");
            boolean battery = Devices.nearest(s, i) == Device.BATTERY && !s.has("(?:@CAR|=PC)%8=(PCT|E)") && !s.has("=(PCT|E)%8@CAR");
            boolean now = s.has("@NOW%3=PCT|=PCT%3@NOW") && !s.has("@BY|=T");
            boolean spent = s.all("=PCT%2(?:@RETURNS|@NOW)|'eats|uses|takes|left|drinks|burns'%3=(PCT|E)|=(PCT|E)%2'left'").stream()
                    .anyMatch(f -> f.any() == i);
            boolean daily = spent || s.has("=(PCT|E)@PERDAY|@SELL%4=(PCT|E)")
                    || (s.has("@NEG%8@KEEP%2=(PCT|E)") && !s.has("=T"));
            if (s.free(i) && s.scope().ours(i) && s.item(i).sure() && !capacity && !backup && !battery && !now && !daily) {
                return i;
            }
        }
        for (int i = 0; i < s.items().size(); i++) {
            boolean full = s.item(i).is("FULL") && !s.has("@NOW|@CYCLE") && s.scope().ours(i);
            if (full && s.has("=T|=DAYS|@MORNING|@LEAVES|@MUST|@ALWAYS")) {
                return i;
            }
        }
        return -1;
    }

    private static void by(Sentence s, Claims out) {
        List<Line.Found> marked = s.all("(?:@BY|'by|at|before|a|um|vor|antes_de|las|les|come|avant|pour|per|alle|as|ate|until')%2=T");
        List<Line.Found> all = marked.isEmpty() ? s.all("=T") : marked;
        boolean first = false;
        for (Line.Found found : all) {
            int i = found.any();
            boolean returns = s.all("@RETURNS%2=T").stream().anyMatch(f -> f.any() == i) && all.size() > 1;
            if (returns || (marked.isEmpty() && s.has("@LEAVES%2=T") && s.has("@RETURNS"))) {
                continue;
            }
            boolean departs = s.has("@LEAVES%2=T") && s.all("@LEAVES%2=T").stream().anyMatch(f -> f.any() == i);
            if (!s.free(i) || !s.scope().ours(i) || (first && !s.has("@CORRECT")) || (departs && all.size() > 1)) {
                continue;
            }
            first = true;
            s.use(i);
            Item time = s.item(i);
            int minutes = (int) time.value();
            boolean late = s.has("'tonight|evening|night|dinner'") && !time.sure() && minutes < NOON;
            out.assumed(HomeField.READY_BY, Claims.time(late ? minutes + NOON : minutes), s, i, i + 1,
                    time.sure() ? 0.9 : 0.7, time.sure() ? "" : late ? "evening assumed" : "morning assumed");
        }
    }

    private static void hoursOfBackup(Sentence s, Claims out) {
        if (!s.has("@BACKUP|@KEEP|'run|running|supply|power|insist|draw|cover|carry|ride|draws|loads|feed'")) {
            return;
        }
        for (Line.Found found : s.all("=H#9=P|=P#12=H")) {
            int a = found.groups().getFirst();
            int b = found.groups().getLast();
            int hours = s.item(a).tag().equals("H") ? a : b;
            int power = hours == a ? b : a;
            boolean usable = s.free(hours) && s.free(power) && s.scope().ours(power)
                    && !s.has("@BAT%2=P(?:@BAT)?") && s.item(power).value() <= 10;
            if (usable) {
                s.use(hours);
                s.use(power);
                out.number(HomeField.RESERVE_KWH, s.item(hours).value() * s.item(power).value(), s,
                        Math.min(a, b), Math.max(a, b) + 1, 0.85, "hours × critical load");
                strength(HomeField.RESERVE_STRENGTH, s, Math.min(a, b), Math.max(a, b) + 1, out);
            }
        }
    }

    private static void cap(Sentence s, Claims out) {
        for (Line.Found found : s.all("@ATMOST#6=(ED|E|PCT)#9@PERDAY|@ATMOST#6=ED|=(E|PCT)@PERDAY%4(?:@ATMOST|'cap|limit|max'|@SELL)|@PERDAY#5@ATMOST#4=(E|PCT)|=ED%4(?:@ATMOST|'cap|max')|@ATMOST@PERDAY%3=(E|PCT)|@CAPWORD#4=(E|ED|PCT)|=(E|PCT)#8@ATMOST#6@PERDAY|@PERDAY%3@ATMOST#3=(E|PCT)|=(E|PCT)%6@PERDAY#5(?:@ATMOST|'limit|max|all|more')|@ATMOST#2=(E|PCT)%5'/'%1'd|day'")) {
            int i = found.any();
            boolean load = s.has("@USE|'drive|drives|driving|commute|commuting'|@HOUSE%3@USE") && !s.has("@SELL|@ACCESS|@BAT|=PB|'battery|storage|out_of'");
            boolean speech = s.has("@SELL|@BAT|=PB|@TOUCH|@ACCESS|@CAPWORD|'out_of|discharge|it|cap|ceiling|tope|plafond|tetto|deckel|go|leave|leaves|shift|move'")
                    || s.has("@PERDAY@ATMOST|@DAILYLIMIT|@ATMOST#6=(ED|E|PCT)#9@PERDAY");
            boolean car = Devices.nearest(s, i) == Device.CAR;
            if (!s.free(i) || !s.scope().ours(i) || load || car || !speech) {
                continue;
            }
            s.use(i);
            Item item = s.item(i);
            HomeField field = item.tag().equals("PCT") ? HomeField.CAP_SHARE : HomeField.CAP_KWH;
            if (item.sure()) {
                out.number(field, item.value(), s, found.from(), found.to(), 0.85);
                strength(HomeField.CAP_STRENGTH, s, found.from(), found.to(), out);
            } else {
                out.open(field, s);
            }
        }
        for (Line.Found found : s.all("@ATMOST%3=(N|PCT)%2@CYCLE|=(N|PCT)%2@CYCLE#3(?:@PERDAY|@ATMOST)|@ATMOST%3'one|a|ein|einen|un|once|uno'%2@CYCLE|'one|a|ein|un'@CYCLE#2@PERDAY")) {
            int i = found.any();
            if (s.scope().ours(found.from()) && !s.used().get(found.from())) {
                double n = i < 0 ? 1 : s.item(i).value();
                if (i >= 0) {
                    s.use(i);
                }
                s.use(found.from());
                out.number(HomeField.CAP_SHARE, n, s, found.from(), found.to(), 0.8, "full cycles a day");
                strength(HomeField.CAP_STRENGTH, s, found.from(), found.to(), out);
            }
        }
    }

    private static void floor(Sentence s, List<Sentence> before, Claims out) {
        for (Line.Found found : s.all(LOW + "#9=(PCT|E)|=(PCT|E)#7" + LOW + "|=(PCT|E)%4@BAT%6@BACKUP|@NEG%6'below|under|lower_than|beneath|past'%3=(PCT|E)|@MUST#5=(PCT|E)")) {
            int i = found.any();
            Item item = s.item(i);
            Device device = Devices.nearest(s, i);
            boolean aboutCar = device == Device.CAR || (device == null && Devices.topic(before) == Device.CAR
                    && !s.has("@BACKUP|'reserve|reserved|reserva|floor|riserva'"));
            boolean said = s.has("@KEEP|@BACKUP") || (s.has("@ATLEAST|@MUST") && s.has("@BAT|=PB|'stay|remain|left|inside|in_there|in_it'"));
            boolean size = item.tag().equals("E") && s.all("=E'battery'|=E%1@BAT").stream().anyMatch(f -> f.any() == i)
                    && !s.has("(?:@KEEP|@ATLEAST)%3=E");
            if (!s.free(i) || !s.scope().ours(i) || aboutCar || !said || size || (s.has("@USE%2=E") && !s.has("@KEEP"))) {
                continue;
            }
            HomeField field = item.tag().equals("PCT") ? HomeField.RESERVE_SHARE : HomeField.RESERVE_KWH;
            s.use(i);
            if (item.sure()) {
                out.number(field, item.value(), s, found.from(), found.to(), 0.9);
                strength(HomeField.RESERVE_STRENGTH, s, found.from(), found.to(), out);
            } else {
                out.open(field, s);
            }
        }
    }
}
