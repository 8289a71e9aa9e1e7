package org.vppworkbench.negotiation.text;

/**
 * How strongly something is wished. A word of wishing ("prefer", "if possible") makes soft what stands in its clause, and
 * the whole sentence where its clause holds no quantity. A denied one ("not negotiable") does not count; a denied word of
 * obligation ("I won't insist", "not a must") wishes.
 */
final class Strengths {
    private static final String QUANTITY = "=(E|PCT|TR|T|H|PR|ED|FULL)";
    private static final String OPEN = "'negotiable|flexible|optional|soft|flexible_on'";
    private static final String CLOSED = "@NEG%3" + OPEN + "|'non_-_negotiable'|@NEG%2'wish|request|suggestion|excuses|exceptions|exception|debate|discussion|compromise'";
    private static final String WEAK = "@NEG%4'insist|must|required|hard|strict|essential|critical|mandatory|硬|zwingend|obligatorio|imperatif|firm|religious|fussy|bothered|rule'"
            + "|'feel'%1'better|happier|safer|easier'|'preference|guideline|wish|optional|bonus|preferiria|prefeririamos|gostava|preferirei|preferimos|fijn|schon|如果'"
            + "|'can_live_with|live'%1'with'|'if'%2'works|suits|it_works'|'se|si'%1'der|puede|possibile|possible|possivel|peut'|'wo|wenn'%2'geht|moglich'"
            + "|'go_ahead'|'up_to_you'|'your_call'";
    private static final int FOLLOW_UP = 10;

    private Strengths() {}

    /** HARD or SOFT for a quantity. */
    static String of(Sentence s, int at) {
        if (s.has(CLOSED)) {
            return "HARD";
        }
        for (Line.Found found : s.all("@PREFER|" + WEAK)) {
            boolean open = found.to() == found.from() + 1 && s.has("@NEG%3" + OPEN) && s.item(found.from()).form().matches("negotiable|flexible|soft");
            if (!open && reaches(s, found.from(), at)) {
                return "SOFT";
            }
        }
        return "HARD";
    }

    /**
     * Whether words of wishing are about a quantity. They reach forward to a clause that has an obligation of its own, and
     * back to the quantity nearest before them.
     */
    private static boolean reaches(Sentence s, int marker, int at) {
        int from = Math.min(marker, at);
        int to = Math.max(marker, at);
        for (int i = from + 1; i < to; i++) {
            if (!parts(s, i)) {
                continue;
            }
            boolean quantityBetween = marker < at
                    ? !s.line().all(QUANTITY, from, i).isEmpty() && !s.line().all("@MUST|@NEG", i, to).isEmpty()
                    : !s.line().all(QUANTITY, i, to).isEmpty();
            if (quantityBetween) {
                return false;
            }
        }
        return true;
    }

    private static boolean parts(Sentence s, int i) {
        return s.item(i).form().matches("[,;:()]|but|and|aber|und|pero|y|mais|et|ma|e|maar|en");
    }

    /** A short sentence without a quantity speaks of the wish before it: "Strictly.", "Not a hard rule, though." */
    static void followUp(Sentence s, Claims out) {
        boolean back = s.items().size() <= 4 || s.has("'that|thats|this|it|its|one|das|eso|ca|cela|dat|isso|questo|这'");
        if (s.items().size() > FOLLOW_UP || !back || s.has(QUANTITY + "|=N|@BAT|@CAR|=PC|=PB|@PV|@FULL|@CHARGES|@SELL")) {
            return;
        }
        boolean weak = !s.has(CLOSED) && s.has("@PREFER|" + WEAK);
        boolean hard = s.has(CLOSED) || s.has("'strictly|strict|must|firm|mandatory|non-negotiable|hard'");
        if (!weak && !hard) {
            return;
        }
        out.restate(s, weak ? "SOFT" : "HARD");
    }
}
