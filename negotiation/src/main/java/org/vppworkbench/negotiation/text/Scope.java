package org.vppworkbench.negotiation.text;

import java.util.BitSet;
import java.util.List;

/** Which items of a sentence are about somebody else, about the past, about the future or only imagined. */
final class Scope {
    private static final String OWNS = "(?:'has|have|had|got|owns?|drives?|bought|buys|runs?|uses?|is|s|said|says|told|tiene|tienen|hat|haben|fahrt|a|ont|roule|installed|just|recently|also|next|across|with|keeps?|tells'|@USE|@DRIVE|@SELL|@KEEP|@CHARGES)";
    private static final String ASSET = "(?:=(PB|PC|PG)|@BAT|@PV|@CAR|@CHARGER|@PANEL)";
    private static final String STOP = "(?:'[,;()]|but|however|although|though|aber|pero|mais|while|whereas|sondern|sino'|'and'(?=@SELF)|'y'(?=@SELF)|'und'(?=@SELF)|'et'(?=@SELF)|'and|y|und|et|e'(?=@NOW))";

    private final BitSet others = new BitSet();
    private final BitSet past = new BitSet();
    private final BitSet future = new BitSet();
    private final boolean othersAtEnd;

    /**
     * @param carried whether the sentence before ended with somebody else
     */
    Scope(List<Item> items, Line line, boolean carried) {
        int n = items.size();
        boolean pronoun = carried && line.all("'he|she|they|his|her|their|el|ella|ellos|er|sie|il|elle|ils|hers|theirs'").stream().anyMatch(f -> f.from() <= 1);
        boolean state = pronoun;
        for (int i = 0; i < n; i++) {
            boolean relation = items.get(i).is("OTHERS");
            if (relation && (owns(line, i, n) || possessive(line, i, n)) && !preceded(items, i)) {
                state = true;
            } else if (items.get(i).is("SELF") && !relationFollows(items, i)) {
                state = false;
            }
            others.set(i, state);
        }
        othersAtEnd = state;
        clauses(items, line, "@PAST", past);
        for (Line.Found found : line.all("'old|original|previous|former|first|initial|earlier|ancienne?|alten?|altes|vieja|viejo|vecchia|antiga'%1(?:@BAT|@PV|@PANEL|@CAR|=PB|=PC)")) {
            boolean aged = found.from() > 0 && items.get(found.from() - 1).form().startsWith("year");
            if (!aged && !line.has("@NOW|'still'")) {
                past.set(found.from(), n);
            }
        }
        clauses(items, line, "@FUTURE", future);
        clauses(items, line, "@HYPO", future);
    }

    private static boolean owns(Line line, int i, int n) {
        return !line.all("@OTHERS #4" + OWNS, i, n).isEmpty() && line.all("@OTHERS #4" + OWNS, i, n).getFirst().from() == i;
    }

    private static boolean possessive(Line line, int i, int n) {
        List<Line.Found> found = line.all("@OTHERS #2" + ASSET, i, n);
        return !found.isEmpty() && found.getFirst().from() == i;
    }

    private static boolean preceded(List<Item> items, int i) {
        return i > 1 && java.util.Set.of("from", "by", "of", "von").contains(items.get(i - 2).form());
    }

    private static boolean relationFollows(List<Item> items, int i) {
        for (int j = i + 1; j < Math.min(items.size(), i + 4); j++) {
            if (items.get(j).is("OTHERS")) {
                return true;
            }
            if (!items.get(j).concepts().isEmpty() || !items.get(j).tag().isEmpty()) {
                return false;
            }
        }
        return false;
    }

    /** Marks the clauses that hold a trigger; a trigger without an asset behind it reaches over the next comma. */
    private static void clauses(List<Item> items, Line line, String trigger, BitSet marked) {
        int n = items.size();
        for (Line.Found found : line.all(trigger)) {
            int from = 0;
            int to = n;
            for (Line.Found stop : line.all(STOP)) {
                if (stop.to() <= found.from()) {
                    from = stop.to();
                } else if (stop.from() >= found.to() && stop.from() < to) {
                    to = stop.from();
                }
            }
            boolean asset = !line.all(ASSET, from, to).isEmpty();
            marked.set(asset ? from : 0, asset ? to : n);
        }
    }

    boolean others(int i) {
        return others.get(i);
    }

    boolean past(int i) {
        return past.get(i);
    }

    boolean future(int i) {
        return future.get(i);
    }

    /** Whether an item is about the home as it is. */
    boolean ours(int i) {
        return !others.get(i) && !past.get(i) && !future.get(i);
    }

    boolean othersAtEnd() {
        return othersAtEnd;
    }
}
