package org.vppworkbench.negotiation.text;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

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
    private final Map<HomeField, List<Likely>> likely = new java.util.EnumMap<>(HomeField.class);
    private final Set<HomeField> taken = EnumSet.noneOf(HomeField.class);

    /** A proposal that is not out of the question, with its choice and its place there. */
    private record Likely(Proposal proposal, double p, int choice, int place) {}

    SecondLook(List<Choice> choices, List<double[]> first) {
        this.choices = choices;
        this.first = first;
        for (int c = 0; c < choices.size(); c++) {
            Proposal p = choices.get(c).proposals().getFirst();
            places.computeIfAbsent(p.sentence().index() + ":" + p.from(), k -> new ArrayList<>()).add(c);
            double[] shares = first.get(c);
            for (int i = 0; i < shares.length; i++) {
                if (shares[i] >= RIVAL) {
                    Proposal proposal = choices.get(c).proposals().get(i);
                    likely.computeIfAbsent(proposal.field(), k -> new ArrayList<>()).add(new Likely(proposal, shares[i], c, i));
                }
            }
            HomeField top = top(c);
            if (top != null) {
                bySentence.computeIfAbsent(p.sentence().index(), k -> EnumSet.noneOf(HomeField.class)).add(top);
                taken.add(top);
            }
        }
    }

    private @Nullable HomeField top(int c) {
        double[] p = first.get(c);
        int best = 0;
        for (int i = 1; i < p.length; i++) {
            best = p[i] > p[best] ? i : best;
        }
        return p[best] >= TAKEN ? choices.get(c).proposals().get(best).field() : null;
    }

    /** Further features of each proposal of a choice and, last, of none. */
    List<List<String>> features(int c) {
        Choice choice = choices.get(c);
        double[] p = first.get(c);
        double none = 1;
        int best = 0;
        for (int i = 0; i < p.length; i++) {
            none -= p[i];
            best = p[i] > p[best] ? i : best;
        }
        List<List<String>> all = new ArrayList<>();
        List<String> shared = shared(choice.proposals().getFirst(), c);
        for (int i = 0; i < p.length; i++) {
            Proposal proposal = choice.proposals().get(i);
            List<String> features = new ArrayList<>(shared);
            features.add("p:" + logit(p[i]));
            features.add("p:" + proposal.kind() + logit(p[i]));
            features.add("top:" + (i == best) + logit(1 - none));
            rivals(c, i, features);
            all.add(features);
        }
        List<String> nothing = new ArrayList<>(shared);
        nothing.add("p:" + logit(none));
        all.add(nothing);
        return all;
    }

    private void rivals(int c, int place, List<String> features) {
        Proposal p = choices.get(c).proposals().get(place);
        double own = first.get(c)[place];
        double best = 0;
        double same = 0;
        int rank = 0;
        for (Likely other : likely.getOrDefault(p.field(), List.of())) {
            if (other.choice() == c && other.place() == place) {
                continue;
            }
            if (Judge.same(p.field(), other.proposal().value(), p.value())) {
                same = Math.max(same, other.p());
            } else {
                best = Math.max(best, other.p());
                rank += other.p() > own ? 1 : 0;
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

    /** Log odds, rounded. */
    static int logit(double p) {
        double bounded = Math.min(0.999, Math.max(0.001, p));
        return (int) Math.round(Math.log(bounded / (1 - bounded)));
    }
}
