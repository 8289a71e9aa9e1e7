package org.vppworkbench.negotiation.text;

import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whether a text contradicts itself about a value that was chosen: by the likeliest other value for its field at first sight, by
 * whether the device is said to be there and not to be there, and by the words of the sentences in which both stand.
 */
final class Doubt {
    /** Beginnings of the names of its weights. */
    static final String[] MODELS = {Weights.FIRST + "doubt", Weights.FIRST + "none doubt"};

    private static final double LIKELY = 0.1;
    private static final Map<HomeField, HomeField> NONE = none();

    private final RuleReading reading;
    private final Map<HomeField, List<Judge.Scored>> first = new EnumMap<>(HomeField.class);

    Doubt(RuleReading reading, List<Choice> choices, List<double[]> shares) {
        this.reading = reading;
        for (int c = 0; c < choices.size(); c++) {
            for (int i = 0; i < shares.get(c).length; i++) {
                if (shares.get(c)[i] >= LIKELY) {
                    Proposal p = choices.get(c).proposals().get(i);
                    first.computeIfAbsent(p.field(), k -> new java.util.ArrayList<>()).add(new Judge.Scored(p, shares.get(c)[i]));
                }
            }
        }
    }

    private static Map<HomeField, HomeField> none() {
        Map<HomeField, HomeField> map = new EnumMap<>(HomeField.class);
        for (HomeField none : List.of(HomeField.BESS_NONE, HomeField.PV_NONE, HomeField.EV_NONE)) {
            StatementProposals.devices(none).forEach(device -> map.put(device, none));
        }
        return map;
    }

    /** Contradicted or not. */
    Choice choice(Proposal chosen, double p) {
        return new Choice("doubt", List.of(new Proposal(chosen.field(), chosen.value(), chosen.sentence(), chosen.from(), chosen.to(),
                "doubt", "", features(chosen, p))), List.of("always"));
    }

    private List<String> features(Proposal chosen, double p) {
        Set<String> all = new LinkedHashSet<>();
        HomeField field = chosen.field();
        all.add("field:" + field);
        Judge.@Nullable Scored rival = null;
        double own = 0;
        for (Judge.Scored other : first.getOrDefault(field, List.of())) {
            if (Judge.same(field, other.proposal().value(), chosen.value())) {
                own = Math.max(own, other.p());
            } else if (rival == null || other.p() > rival.p()) {
                rival = other;
            }
        }
        double against = against(field);
        int rivals = rival == null ? -9 : SecondLook.logit(rival.p());
        all.add("own:" + SecondLook.logit(p));
        all.add("first:" + SecondLook.logit(own));
        all.add("rival:" + rivals);
        all.add("against:" + SecondLook.logit(against));
        all.add("rival:" + rivals + ":" + field.kind());
        all.add("against:" + SecondLook.logit(against) + ":" + field);
        all.add("pair:" + SecondLook.logit(own) + ":" + rivals);
        words(chosen.sentence(), "own", all);
        if (rival != null) {
            Proposal other = rival.proposal();
            int distance = other.sentence().index() - chosen.sentence().index();
            all.add("distance:" + Math.max(-2, Math.min(2, distance)));
            all.add("distance:" + Math.max(-2, Math.min(2, distance)) + ":" + rivals);
            all.add("product:" + chosen.fromProduct() + other.fromProduct());
            all.add("order:" + (distance != 0 ? distance > 0 : other.from() > chosen.from()));
            all.add("kinds:" + chosen.kind() + ":" + other.kind());
            words(other.sentence(), "other", all);
            if (rivals >= -1) {
                words(chosen.sentence(), "strongown", all);
                words(other.sentence(), "strongother", all);
            }
        }
        if (against >= 0.3) {
            words(chosen.sentence(), "againstown", all);
        }
        return List.copyOf(all);
    }

    /** How likely it is at first sight that the device is not there, or for such a statement that it is. */
    private double against(HomeField field) {
        @Nullable HomeField none = NONE.get(field);
        if (none != null) {
            return best(none);
        }
        return StatementProposals.devices(field).stream().mapToDouble(this::best).max().orElse(0);
    }

    private double best(HomeField field) {
        return first.getOrDefault(field, List.of()).stream().mapToDouble(Judge.Scored::p).max().orElse(0);
    }

    private void words(Sentence s, String where, Set<String> all) {
        WordClasses classes = WordClasses.of(reading.language());
        for (int i = 0; i < s.tokens().size(); i++) {
            all.add(where + ":" + s.tokens().get(i).form());
            classes.at(s.tokens(), i).forEach(found -> all.add(where + ":" + found.meaning()));
        }
        s.items().forEach(item -> item.concepts().forEach(concept -> all.add(where + ":" + concept)));
    }
}
