package org.vppworkbench.negotiation.text;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.model.scenario.Finding;
import org.vppworkbench.model.scenario.Findings;
import org.vppworkbench.negotiation.text.Claims.Claim;

/**
 * Weighs claims against each other: a value out of its range is dropped with a finding, a corrected value replaces what
 * stood before, values that agree are one, and values that contradict each other leave the field open.
 */
final class Weighing {
    /** Numbers nearer than this are the same: ratings are rounded in speech. */
    private static final double SAME = 0.021;

    private final SourceText source;
    private final Claims claims;
    private final Map<HomeField, ParsedField> fields = new EnumMap<>(HomeField.class);
    private final Set<HomeField> abstained = EnumSet.noneOf(HomeField.class);
    private final List<Finding> findings = new ArrayList<>();

    /** What came of it. */
    record Result(Map<HomeField, ParsedField> fields, Set<HomeField> abstained, List<Finding> findings) {}

    Weighing(SourceText source, Claims claims) {
        this.source = source;
        this.claims = claims;
    }

    Result result() {
        for (HomeField field : HomeField.values()) {
            List<Claim> possible = claims.of(field).stream().filter(this::possible).toList();
            if (!possible.isEmpty()) {
                weigh(field, possible);
            }
        }
        for (HomeField field : claims.open()) {
            if (!fields.containsKey(field) && abstained.add(field)) {
                findings.add(Finding.warning(
                        "description, " + field.key(), null, "the text gives a range and no value; the default stands", null));
            }
        }
        presence(HomeField.BESS_NONE, HomeField.BESS_PRODUCT, HomeField.BESS_CAPACITY, HomeField.BESS_POWER);
        presence(HomeField.PV_NONE, HomeField.PV_SIZE);
        presence(HomeField.EV_NONE, HomeField.EV_MODEL, HomeField.EV_CAPACITY);
        strengthWithout(HomeField.RESERVE_STRENGTH, HomeField.RESERVE_SHARE, HomeField.RESERVE_KWH);
        strengthWithout(HomeField.CAP_STRENGTH, HomeField.CAP_SHARE, HomeField.CAP_KWH);
        strengthWithout(HomeField.READY_STRENGTH, HomeField.READY_SHARE, HomeField.READY_KWH);
        if (fields.containsKey(HomeField.TRIP_KWH)) {
            fields.remove(HomeField.TRIP_KM);
        }
        return new Result(fields, abstained, findings);
    }

    private void strengthWithout(HomeField strength, HomeField share, HomeField kwh) {
        if (!fields.containsKey(share) && !fields.containsKey(kwh)) {
            fields.remove(strength);
        }
    }

    private boolean possible(Claim claim) {
        HomeField field = claim.field();
        boolean good = field.allows(claim.value());
        if (!good) {
            findings.add(Finding.warning(
                    "description, " + field.key(), Findings.number(Double.parseDouble(claim.value())),
                    "impossible value; the default stands", field.allowed()));
        }
        return good;
    }

    private void weigh(HomeField field, List<Claim> all) {
        List<Claim> live = afterCorrection(all);
        List<Claim> said = live.stream().filter(claim -> !claim.fromProduct()).toList();
        Claim named = live.stream().filter(Claim::fromProduct).findFirst().orElse(null);
        List<Claim> decisive = said.isEmpty() ? live : said;
        boolean units = said.isEmpty() && (field == HomeField.BESS_CAPACITY || field == HomeField.BESS_POWER)
                && live.stream().map(Claim::note).distinct().count() == 1;
        if (units) {
            // the same product named twice, once with its number of units
            decisive = List.of(live.stream().max(java.util.Comparator.comparingDouble(c -> Double.parseDouble(c.value()))).orElseThrow());
        }
        Claim best = decisive.getFirst();
        for (Claim claim : decisive) {
            if (!same(field, best.value(), claim.value())) {
                contradiction(field, best, claim);
                return;
            }
            best = claim.confidence() > best.confidence() ? claim : best;
        }
        if (named != null && !said.isEmpty() && contradicts(field, named, best)) {
            contradiction(field, named, best);
            return;
        }
        Span span = source.span(best.folded().start(), best.folded().end());
        fields.put(field, new ParsedField(field, best.value(), span, source.words(span), best.confidence(), best.note()));
    }

    /** A battery's name fixes its capacity; that of a car hardly does, and powers are set by installers. */
    private static boolean contradicts(HomeField field, Claim named, Claim said) {
        if (field != HomeField.BESS_CAPACITY) {
            return false;
        }
        double a = Double.parseDouble(named.value());
        double b = Double.parseDouble(said.value());
        return Math.abs(a - b) > 0.15 * Math.max(a, b);
    }

    private static List<Claim> afterCorrection(List<Claim> all) {
        for (int i = all.size() - 1; i > 0; i--) {
            if (all.get(i).corrects() && !all.get(i).fromProduct()) {
                return all.subList(i, all.size());
            }
        }
        return all;
    }

    private void contradiction(HomeField field, Claim one, Claim other) {
        abstained.add(field);
        if (field == HomeField.RESERVE_SHARE || field == HomeField.RESERVE_KWH) {
            abstained.add(HomeField.RESERVE_STRENGTH);
        }
        findings.add(Finding.warning(
                "description, " + field.key(),
                one.value() + " and " + other.value(),
                "the text contradicts itself; the default stands",
                field.allowed()));
    }

    private void presence(HomeField none, HomeField... about) {
        Claim absent = claims.of(none).stream().filter(c -> !c.fromProduct()).findFirst().orElse(null);
        boolean present = false;
        for (HomeField field : about) {
            present |= fields.containsKey(field) || abstained.contains(field);
        }
        if (!fields.containsKey(none) || !present) {
            return;
        }
        boolean takenBack = absent != null && absent.corrects();
        if (takenBack) {
            for (HomeField field : about) {
                fields.remove(field);
            }
            return;
        }
        fields.remove(none);
        if (absent == null) {
            // an old or a planned device beside the one that is there
            return;
        }
        abstained.add(none);
        for (HomeField field : about) {
            if (fields.remove(field) != null) {
                abstained.add(field);
            }
        }
        findings.add(Finding.warning(
                "description, " + none.key(), null, "the text says there is none and describes one; the default stands", null));
    }

    private static boolean same(HomeField field, @Nullable String a, String b) {
        if (a == null || a.equals(b)) {
            return a != null;
        }
        if (field == HomeField.EV_MODEL || field == HomeField.BESS_PRODUCT) {
            return a.startsWith(b) || b.startsWith(a);
        }
        if (!field.isNumber()) {
            return false;
        }
        double x = Double.parseDouble(a);
        double y = Double.parseDouble(b);
        return Math.abs(x - y) <= SAME * Math.max(Math.abs(x), Math.abs(y));
    }
}
