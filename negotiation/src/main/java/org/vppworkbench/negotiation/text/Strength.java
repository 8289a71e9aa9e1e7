package org.vppworkbench.negotiation.text;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How strongly a wish is meant, by trained weights on the words around it. */
final class Strength {
    /** Beginnings of the names of its weights. */
    static final String[] MODELS = {Weights.FIRST + "strength", Weights.FIRST + "none strength"};

    private static final Map<HomeField, HomeField> WISHES = wishes();

    private Strength() {}

    private static Map<HomeField, HomeField> wishes() {
        Map<HomeField, HomeField> map = new EnumMap<>(HomeField.class);
        map.put(HomeField.RESERVE_KWH, HomeField.RESERVE_STRENGTH);
        map.put(HomeField.RESERVE_SHARE, HomeField.RESERVE_STRENGTH);
        map.put(HomeField.CAP_KWH, HomeField.CAP_STRENGTH);
        map.put(HomeField.CAP_SHARE, HomeField.CAP_STRENGTH);
        map.put(HomeField.READY_KWH, HomeField.READY_STRENGTH);
        map.put(HomeField.READY_SHARE, HomeField.READY_STRENGTH);
        map.put(HomeField.BLACKOUT_FROM, HomeField.BLACKOUT_STRENGTH);
        map.put(HomeField.BLACKOUT2_FROM, HomeField.BLACKOUT2_STRENGTH);
        return map;
    }

    /** The strength that belongs to a wish, or {@code null}. */
    static @Nullable HomeField of(HomeField wish) {
        return WISHES.get(wish);
    }

    static Map<HomeField, Judge.Scored> decide(RuleReading reading, Weights weights, Map<HomeField, Proposal> chosen) {
        Map<HomeField, Judge.Scored> out = new EnumMap<>(HomeField.class);
        chosen.forEach((field, proposal) -> {
            HomeField strength = of(field);
            if (strength == null) {
                return;
            }
            double[] p = choice(reading, field, proposal).probabilities(weights, Weights.FIRST);
            for (int i = 0; i < p.length; i++) {
                Judge.Scored known = out.get(strength);
                if (p[i] >= Judge.ENOUGH && (known == null || p[i] > known.p())) {
                    out.put(strength, new Judge.Scored(proposal.valued(strength, i == 0 ? "HARD" : "SOFT"), p[i]));
                }
            }
        });
        return out;
    }

    /** Hard, soft or neither. */
    static Choice choice(RuleReading reading, HomeField wish, Proposal p) {
        List<String> features = features(reading, wish, p);
        HomeField strength = java.util.Objects.requireNonNull(of(wish));
        return new Choice("strength", List.of(
                new Proposal(strength, "HARD", p.sentence(), p.from(), p.to(), "strength", "", features),
                new Proposal(strength, "SOFT", p.sentence(), p.from(), p.to(), "strength", "", features)), List.of("always"));
    }

    /** What speaks for a strength of a wish. */
    static List<String> features(RuleReading reading, HomeField wish, Proposal p) {
        List<String> all = new ArrayList<>(p.features());
        HomeField strength = of(wish);
        all.add("wish:" + strength);
        if (strength != null) {
            reading.claims().of(strength).stream()
                    .filter(claim -> claim.sentence().index() == p.sentence().index())
                    .forEach(claim -> all.add("rulestrength:" + claim.value()));
        }
        all.add("strengths:" + Strengths.of(p.sentence(), p.from()));
        int next = p.sentence().index() + 1;
        if (next < reading.sentences().size()) {
            Sentence after = reading.sentences().get(next);
            after.items().forEach(item -> {
                item.concepts().forEach(concept -> all.add("next:" + concept));
                all.add("next:" + (item.tag().isEmpty() ? item.form() : item.tag()));
            });
            all.add("nextlength:" + Surroundings.bucket(after.items().size()));
        }
        return all;
    }
}
