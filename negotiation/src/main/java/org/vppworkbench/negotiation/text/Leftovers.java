package org.vppworkbench.negotiation.text;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.vppworkbench.model.scenario.Finding;

/** What a text says and no field holds, so that nothing is lost without a word. */
final class Leftovers {
    /** Claims of the rules below this confidence are not worth telling. */
    private static final double SURE = 0.8;

    private static final int MOST = 12;

    private final RuleReading reading;
    private final Weighing.Result taken;

    Leftovers(RuleReading reading, Weighing.Result taken) {
        this.reading = reading;
        this.taken = taken;
    }

    List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        RuleParser.report(sentences(), findings);
        pieces(findings);
        claims(findings);
        return findings;
    }

    /** Sentences from which nothing was taken, each once. */
    private List<String> sentences() {
        Set<String> unread = new LinkedHashSet<>();
        for (Sentence s : reading.sentences()) {
            if (!isUsed(s, 0, s.items().size())) {
                unread.add(reading.source().words(span(s, 0, s.items().size())));
            }
        }
        return List.copyOf(unread);
    }

    /** Quantities and products of the other sentences that no value rests on. */
    private void pieces(List<Finding> findings) {
        Set<String> unused = new LinkedHashSet<>();
        for (Sentence s : reading.sentences()) {
            int n = s.items().size();
            if (!isUsed(s, 0, n)) {
                continue;
            }
            for (int i = 0; i < n; i++) {
                if (!s.item(i).tag().isEmpty() && !isUsed(s, i, i + 1)) {
                    int to = Math.min(n, i + 2);
                    unused.add(RuleParser.quoted(reading.source().words(span(s, i, to))));
                    i = to - 1;
                }
            }
        }
        if (!unused.isEmpty()) {
            List<String> shown = List.copyOf(unused).subList(0, Math.min(MOST, unused.size()));
            findings.add(Finding.info("description", "no field rests on " + String.join(", ", shown) + (unused.size() > MOST ? " …" : "")));
        }
    }

    /** What the rules are sure of and was neither taken nor left open. */
    private void claims(List<Finding> findings) {
        for (ParsedField read : new Weighing(reading.source(), reading.claims()).result().fields().values()) {
            HomeField field = read.field();
            boolean lost = read.confidence() >= SURE && !taken.fields().containsKey(field) && !taken.abstained().contains(field)
                    && !field.key().endsWith(".strength") && !otherwise(field);
            if (lost) {
                findings.add(Finding.warning("description, " + field.key(), read.value(),
                        "might be meant by " + RuleParser.quoted(read.words()) + "; not sure enough, the default stands", field.allowed()));
            }
        }
    }

    /** Whether another field says what this one would, or that there is nothing to say. */
    private boolean otherwise(HomeField field) {
        Set<HomeField> others = switch (field) {
            case BESS_NONE, PV_NONE, EV_NONE -> Judge.core(field);
            case BESS_PRODUCT, BESS_CAPACITY, BESS_POWER, BESS_COUNT, BESS_CHARGE -> Set.of(HomeField.BESS_NONE);
            case PV_SIZE -> Set.of(HomeField.PV_NONE);
            case EV_MODEL, EV_CAPACITY, EV_CHARGE, TRIP_DEPARTURE, TRIP_ARRIVAL, TRIP_DAYS -> Set.of(HomeField.EV_NONE);
            case TRIP_KM -> Set.of(HomeField.TRIP_KWH, HomeField.EV_NONE);
            case TRIP_KWH -> Set.of(HomeField.TRIP_KM, HomeField.EV_NONE);
            case RESERVE_SHARE -> Set.of(HomeField.RESERVE_KWH);
            case RESERVE_KWH -> Set.of(HomeField.RESERVE_SHARE);
            case READY_SHARE -> Set.of(HomeField.READY_KWH);
            case READY_KWH -> Set.of(HomeField.READY_SHARE);
            case CAP_SHARE -> Set.of(HomeField.CAP_KWH);
            case CAP_KWH -> Set.of(HomeField.CAP_SHARE);
            default -> Set.of();
        };
        return others.stream().anyMatch(taken.fields()::containsKey);
    }

    /** Whether a field rests on some of the items from one to before another. */
    private boolean isUsed(Sentence s, int from, int to) {
        Span span = span(s, from, to);
        return taken.fields().values().stream()
                .anyMatch(field -> field.span().start() < span.end() && span.start() < field.span().end());
    }

    private Span span(Sentence s, int from, int to) {
        Span folded = s.folded(from, to);
        return reading.source().span(folded.start(), folded.end());
    }
}
