package org.vppworkbench.negotiation.text;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What one piece of a text can mean: one of some proposals, or nothing. The probabilities are those of a conditional logit
 * (McFadden 1974) over the proposals and the possibility that none is meant.
 *
 * @param family which meanings exclude each other
 * @param proposals at least one
 * @param none what speaks for and against that nothing is meant
 */
record Choice(String family, List<Proposal> proposals, List<String> none) {
    /** All choices a text leaves to its reader, in its order. */
    static List<Choice> of(RuleReading reading) {
        return grouped(Proposer.of(reading));
    }

    private static List<Choice> grouped(Proposer proposer) {
        Map<String, List<Proposal>> groups = new LinkedHashMap<>();
        for (Proposal p : proposer.all()) {
            String key = p.sentence().index() + ":" + p.from() + ":" + family(p);
            groups.computeIfAbsent(key, k -> new ArrayList<>()).add(p);
        }
        List<Choice> choices = new ArrayList<>();
        groups.values().forEach(group -> choices.add(new Choice(family(group.getFirst()), group, proposer.nothing(group.getFirst()))));
        return choices;
    }

    private static String family(Proposal p) {
        String tag = p.sentence().item(p.from()).tag();
        return switch (p.field().kind()) {
            case CHOICE, FLAG, NAME, DAYS -> p.field().key();
            case TIME -> p.field() == HomeField.READY_BY || p.field() == HomeField.BLACKOUT_FROM || tag.equals("TR") ? p.field().key() : "trip";
            case NUMBER, COUNT -> p.fromProduct() || !p.sentence().item(p.from()).tag().matches("E|ED|P|PDC|PAC|PCT|N|PR|M|EURO|D|A|AH|H|V|C")
                    ? "of " + p.field().key() : "quantity";
        };
    }

    /** Probability of each proposal at first sight; what is missing to one is that of none. */
    double[] probabilities(Weights weights, String look) {
        return probabilities(weights, look, List.of());
    }

    /**
     * Probability of each proposal.
     *
     * @param more further features of each proposal and, last, of none; or empty
     */
    double[] probabilities(Weights weights, String look, List<List<String>> more) {
        double[] score = new double[proposals.size() + 1];
        for (int i = 0; i < score.length; i++) {
            score[i] = weights.score(look + model(i), features(i));
            score[i] += more.isEmpty() ? 0 : weights.score(look + model(i), more.get(i));
        }
        return java.util.Arrays.copyOf(shares(score), proposals.size());
    }

    /** The weights of a proposal, or behind the last those of none. */
    String model(int i) {
        return i < proposals.size() ? proposals.get(i).model() : "none " + family;
    }

    List<String> features(int i) {
        return i < proposals.size() ? proposals.get(i).features() : none;
    }

    /** Scores to shares of one. */
    static double[] shares(double[] score) {
        double most = java.util.Arrays.stream(score).max().orElse(0);
        double sum = 0;
        double[] share = new double[score.length];
        for (int i = 0; i < score.length; i++) {
            share[i] = StrictMath.exp(score[i] - most);
            sum += share[i];
        }
        for (int i = 0; i < score.length; i++) {
            share[i] /= sum;
        }
        return share;
    }
}
