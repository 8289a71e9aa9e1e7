package org.vppworkbench.negotiation.text;

/** What the house consumes. */
final class LoadRules {
    /** Mean length of a month, a quarter and a year [days]. */
    private static final double MONTH = 30.4;

    private static final double QUARTER = 91.2;
    private static final double YEAR = 365;

    /** What may stand between an energy and its period. */
    private static final String BETWEEN = "(?:'of|electricity|power|energy|on|in|for|total|the|house|grid|in_total|we|uses|,|\\(|around|about|altogether|over|a|an|normal|typical|average|usual|de|an|luz|electricidad|strom|up|adds|to|and|it|was|came|full|all|usage|at|mean|per|past|previous'|@USE|@HOUSE|@SELF|@UNTIL){0,5}";

    private LoadRules() {}

    static void read(Sentence s, Claims out) {
        if (s.has("'produces|generates|makes|production|generation|produce|produit|erzeugt|generated|produced|yield|yields'")) {
            return;
        }
        read(s, out, "=E" + BETWEEN + "(?:@PERDAY|'day')|@PERDAY%4=E", 1);
        read(s, out, "=E" + BETWEEN + "@PERMONTH|@PERMONTH%5=E", MONTH);
        read(s, out, "=E" + BETWEEN + "@PERQUARTER|@PERQUARTER%5=E", QUARTER);
        read(s, out, "=E" + BETWEEN + "@PERYEAR|@PERYEAR%6=E|@PERYEAR',|:'%2=E|'twelve_months|12_months'#9=E|=E#5'year'|=E%6@PERYEAR", YEAR);
        read(s, out, "=E" + BETWEEN + "@PERWEEK|@PERWEEK%5=E", 7);
        read(s, out, "(?:@USE|@HOUSE)#5=N(?:'units|unit'){0,1}@PERDAY|=(N|T)'units'@PERDAY|=N@PERDAY%6'kwh'", 1);
        read(s, out, "(?:@USE|@HOUSE)#5=N(?:'units|unit'){0,1}@PERMONTH|=N@PERMONTH%6'kwh'", MONTH);
        read(s, out, "(?:@USE|@HOUSE)#5=N(?:'units|unit'){0,1}@PERYEAR", YEAR);
        for (Line.Found found : s.all("=P%3'average|avg|continuous|continuously|constantly|steady|steadily'%3'round_the_clock|24_/_7|day_and_night|clock'")) {
            if (s.has("@USE|@HOUSE") && s.free(found.any())) {
                s.use(found.any());
                out.number(HomeField.LOAD, 24 * s.item(found.any()).value(), s, found.from(), found.to(), 0.6, "24 hours of it");
            }
        }
    }

    private static void read(Sentence s, Claims out, String pattern, double days) {
        for (Line.Found found : s.all(pattern)) {
            int i = found.any();
            Item item = s.item(i);
            // "at seven units": the clock takes a bare number for an hour
            double value = item.tag().equals("T") ? item.value() / 60 : item.value();
            String own = Devices.segment(s, i);
            boolean bought = own.matches(".*(?:SELL|BAT|PB|CAR|PC|DRIVE|PV|CYCLE|CAPWORD).*") && !own.matches(".*(?:USE|HOUSE|BILL).*");
            boolean bounded = days == 1 && own.matches(".*(?:ATMOST|ATLEAST|CAPWORD|EVENTS).*") && !own.matches(".*(?:USE|HOUSE|BILL).*");
            // "two a day" counts calls or trips
            boolean other = item.tag().equals("N")
                    && (s.has("@EVENTS|@SELL|@CAR|=PC|@DRIVE") || value < 3 * Math.min(days, MONTH));
            if (!s.free(i) || !s.scope().ours(i) || bought || bounded || other || value <= 0) {
                continue;
            }
            s.use(i);
            if (item.sure() || item.tag().equals("T")) {
                out.number(HomeField.LOAD, value / days, s, found.from(), found.to(), 0.9,
                        days == MONTH ? "a month of 30.4 days" : days == YEAR ? "a year of 365 days" : "");
            } else {
                out.open(HomeField.LOAD, s);
            }
        }
    }
}
