package org.vppworkbench.negotiation.text;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A second look at each choice in the light of what the first made of the others (stacking, Wolpert 1992): how sure it was,
 * which rivals the value has for its field, and what the neighbouring quantities were taken for.
 */
final class SecondLook {
    private static final double TAKEN = 0.4;
    private static final double RIVAL = 0.15;

    private final List<Choice> choices;
    private final List<double[]> first;
    private final Map<String, List<Integer>> places = new HashMap<>();
    private final Map<Integer, Set<HomeField>> bySentence = new HashMap<>();
    private final Set<HomeField> taken = EnumSet.noneOf(HomeField.class);

    private SecondLook(List<Choice> choices, List<double[]> first) {
        this.choices = choices;
        this.first = first;
        for (int c = 0; c < choices.size(); c++) {
            Proposal p = choices.get(c).proposals().getFirst();
            places.computeIfAbsent(p.sentence().index() + ":" + p.from(), k -> new ArrayList<>()).add(c);
            HomeField top = top(c);
            if (top != null) {
                bySentence.computeIfAbsent(p.sentence().index(), k -> EnumSet.noneOf(HomeField.class)).add(top);
                taken.add(top);
            }
        }
    }

    /** The same choices with features of the second look. */
    static List<Choice> of(List<Choice> choices, List<double[]> first) {
        SecondLook look = new SecondLook(choices, first);
        List<Choice> out = new ArrayList<>();
        for (int c = 0; c < choices.size(); c++) {
            out.add(look.again(c));
        }
        return out;
    }

    private @org.jspecify.annotations.Nullable HomeField top(int c) {
        double[] p = first.get(c);
        int best = 0;
        for (int i = 1; i < p.length; i++) {
            best = p[i] > p[best] ? i : best;
        }
        return p[best] >= TAKEN ? choices.get(c).proposals().get(best).field() : null;
    }

    private Choice again(int c) {
        Choice choice = choices.get(c);
        double[] p = first.get(c);
        double none = 1;
        int best = 0;
        for (int i = 0; i < p.length; i++) {
            none -= p[i];
            best = p[i] > p[best] ? i : best;
        }
        List<Proposal> proposals = new ArrayList<>();
        List<String> shared = shared(choice.proposals().getFirst(), c);
        for (int i = 0; i < p.length; i++) {
            Proposal old = choice.proposals().get(i);
            List<String> features = new ArrayList<>(shared);
            features.add("p:" + logit(p[i]));
            features.add("p:" + old.kind() + logit(p[i]));
            features.add("top:" + (i == best) + logit(1 - none));
            rivals(old, i, c, features);
            features.addAll(old.features());
            proposals.add(new Proposal(old.field(), old.value(), old.sentence(), old.from(), old.to(), old.kind(), old.note(), features, "2 "));
        }
        List<String> nothing = new ArrayList<>(shared);
        nothing.add("p:" + logit(none));
        nothing.addAll(choice.none());
        return new Choice("2 " + choice.family(), proposals, nothing);
    }

    private void rivals(Proposal p, int at, int c, List<String> features) {
        double best = 0;
        double same = 0;
        int rank = 0;
        double own = first.get(c)[at];
        for (int d = 0; d < choices.size(); d++) {
            double[] q = first.get(d);
            for (int i = 0; i < q.length; i++) {
                Proposal other = choices.get(d).proposals().get(i);
                if (q[i] < RIVAL || other.field() != p.field() || (d == c && i == at)) {
                    continue;
                }
                if (Judge.same(p.field(), other.value(), p.value())) {
                    same = Math.max(same, q[i]);
                } else {
                    best = Math.max(best, q[i]);
                    rank += q[i] > own ? 1 : 0;
                }
            }
        }
        features.add("rank:" + Math.min(2, rank));
        features.add("rival:" + logit(best));
        features.add("twin:" + logit(same));
        features.add("rival:" + logit(best) + ":" + logit(own));
    }

    private List<String> shared(Proposal p, int c) {
        List<String> all = new ArrayList<>();
        int s = p.sentence().index();
        neighbour(p, -1, "left", all);
        neighbour(p, 1, "right", all);
        bySentence.getOrDefault(s, Set.of()).forEach(field -> all.add("here:" + field));
        bySentence.getOrDefault(s - 1, Set.of()).forEach(field -> all.add("before:" + field));
        taken.forEach(field -> all.add("text:" + field));
        for (int d : places.getOrDefault(s + ":" + p.from(), List.of())) {
            HomeField other = d == c ? null : top(d);
            if (other != null) {
                all.add("place:" + other);
            }
        }
        return all;
    }

    private void neighbour(Proposal p, int step, String where, List<String> all) {
        int s = p.sentence().index();
        for (int i = step < 0 ? p.from() - 1 : p.to(); i >= 0 && i < p.sentence().items().size(); i += step) {
            for (int d : places.getOrDefault(s + ":" + i, List.of())) {
                if (choices.get(d).family().equals("quantity") || choices.get(d).family().equals("trip")) {
                    all.add(where + ":" + top(d));
                    return;
                }
            }
        }
        all.add(where + ":none");
    }

    private static int logit(double p) {
        double bounded = Math.min(0.999, Math.max(0.001, p));
        return (int) Math.round(Math.log(bounded / (1 - bounded)));
    }
}
