package org.vppworkbench.negotiation.text;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.vppworkbench.model.scenario.Findings;

/** Everything the rules found, before it is weighed. */
final class Claims {
    private final List<Claim> claims = new ArrayList<>();
    private final Set<HomeField> open = EnumSet.noneOf(HomeField.class);
    private final Set<Integer> understood = new java.util.TreeSet<>();

    /**
     * One value for one field.
     *
     * @param sentence it stands in
     * @param from first item
     * @param to behind the last item
     * @param folded where it stands in the folded text
     * @param fromProduct whether the number follows from a product's name
     * @param corrects whether words such as "sorry, I mean" stand before it
     */
    record Claim(
            HomeField field, String value, Sentence sentence, int from, int to, Span folded, double confidence, String note,
            boolean fromProduct, boolean corrects) {}

    void number(HomeField field, double value, Sentence s, int from, int to, double confidence) {
        number(field, value, s, from, to, confidence, "");
    }

    void number(HomeField field, double value, Sentence s, int from, int to, double confidence, String note) {
        add(field, shortest(value), s, from, to, confidence, note, false);
    }

    void product(HomeField field, double value, Sentence s, int at, Product product) {
        add(field, shortest(value), s, at, at + 1, product.confidence(), product.name() + ": " + product.source(), true);
    }

    void text(HomeField field, String value, Sentence s, int from, int to, double confidence) {
        add(field, value, s, from, to, confidence, "", false);
    }

    void assumed(HomeField field, String value, Sentence s, int from, int to, double confidence, String note) {
        add(field, value, s, from, to, confidence, note, false);
    }

    void add(
            HomeField field, String value, Sentence s, int from, int to, double confidence, String note, boolean product) {
        understood.add(s.index());
        boolean corrects = s.line().all("@CORRECT").stream().anyMatch(found -> found.to() <= from);
        claims.add(new Claim(field, value, s, from, Math.max(to, from + 1), s.folded(from, to), confidence, note, product, corrects));
    }

    /** A field the text speaks of without deciding it. */
    void open(HomeField field, Sentence s) {
        understood.add(s.index());
        open.add(field);
    }

    /** Takes back what was claimed. */
    void forget(HomeField... fields) {
        claims.removeIf(claim -> Set.of(fields).contains(claim.field()));
    }

    /** Gives another strength to the last wish of the sentence before. */
    void restate(Sentence s, String strength) {
        for (int i = claims.size() - 1; i >= 0; i--) {
            Claim claim = claims.get(i);
            if (claim.field().key().endsWith(".strength") && claim.sentence().index() == s.index() - 1) {
                understood.add(s.index());
                claims.set(i, new Claim(claim.field(), strength, claim.sentence(), claim.from(), claim.to(), claim.folded(), claim.confidence(),
                        claim.note(), false, claim.corrects()));
                return;
            }
        }
    }

    void understood(Sentence s) {
        understood.add(s.index());
    }

    boolean isUnderstood(int sentence) {
        return understood.contains(sentence);
    }

    boolean has(HomeField field) {
        return claims.stream().anyMatch(claim -> claim.field() == field);
    }

    List<Claim> of(HomeField field) {
        return claims.stream().filter(claim -> claim.field() == field).toList();
    }

    List<Claim> all() {
        return claims;
    }

    Set<HomeField> open() {
        return open;
    }

    /** Rounded to nine significant digits, so that sums such as 0.1 + 0.2 look like what was meant. */
    static String shortest(double value) {
        if (!Double.isFinite(value)) {
            return "1e300";
        }
        double rounded = new java.math.BigDecimal(value).round(new java.math.MathContext(9)).doubleValue();
        return Findings.number(rounded);
    }

    static String time(int minutes) {
        int m = Math.floorMod(minutes, 1440);
        return String.format(java.util.Locale.ROOT, "%02d:%02d", m / 60, m % 60);
    }
}
