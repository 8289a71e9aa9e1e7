package org.vppworkbench.negotiation.text;

import java.util.ArrayList;
import java.util.List;
import org.vppworkbench.model.scenario.Finding;
import org.vppworkbench.model.simulation.CancelToken;

/**
 * The deterministic parser that needs no key and no network: the rules of {@link RuleParser} and every quantity, time, day
 * and product of the text make proposals, and weights that were trained on labelled descriptions choose among them. It looks
 * twice, the second time knowing what it first made of the rest. The same text gives the same fields.
 */
public final class TrainedParser implements TextParser {
    private static final String ID = "trained";
    private static final String DONE = "the description was read";

    private final RuleParser rules = new RuleParser();
    private final Weights weights;

    /** With the weights that come with the program. */
    public TrainedParser() {
        this(Weights.standard());
    }

    TrainedParser(Weights weights) {
        this.weights = weights;
    }

    @Override
    public String id() {
        return ID;
    }

    /** Reads a description. */
    public ParsedHome parse(String text) {
        return parse(text, CancelToken.NEVER);
    }

    /**
     * The same; a text as long as is read at all takes seconds.
     *
     * @throws java.util.concurrent.CancellationException if it was stopped
     */
    @Override
    public ParsedHome parse(String text, CancelToken cancel) {
        RuleReading read = rules.read(text, sentence -> {
            cancel.check(DONE);
            return Address.is(sentence, weights);
        });
        List<Choice> choices = Choice.of(read);
        List<double[]> first = new ArrayList<>();
        for (Choice choice : choices) {
            cancel.check(DONE);
            first.add(choice.probabilities(weights, Weights.FIRST));
        }
        SecondLook look = new SecondLook(choices, first);
        List<double[]> second = new ArrayList<>();
        for (int c = 0; c < choices.size(); c++) {
            cancel.check(DONE);
            second.add(choices.get(c).probabilities(weights, Weights.SECOND, look.features(c)));
        }
        return home(read, choices, new Doubt(read, choices, first), second, weights);
    }

    /**
     * What is taken of the choices.
     *
     * @param shares probabilities of the proposals of each choice
     * @param doubt what contradicts a choice
     * @param weights of strengths and of doubt
     */
    static ParsedHome home(RuleReading read, List<Choice> choices, Doubt doubt, List<double[]> shares, Weights weights) {
        Weighing.Result result = new Judge(read, choices, doubt, shares, weights).result();
        List<Finding> findings = new ArrayList<>(read.findings());
        findings.addAll(result.findings());
        findings.addAll(new Leftovers(read, result).findings());
        Families.refine(Gazetteer.standard(), result.fields());
        return new ParsedHome(ID, read.language(), result.fields(), result.abstained(), read.hostile(), findings);
    }
}
