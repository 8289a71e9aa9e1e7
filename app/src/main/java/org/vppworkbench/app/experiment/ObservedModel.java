package org.vppworkbench.app.experiment;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.vppworkbench.model.metrics.ModelUse;
import org.vppworkbench.model.simulation.CancelToken;
import org.vppworkbench.negotiation.language.Answer;
import org.vppworkbench.negotiation.language.FailureKind;
import org.vppworkbench.negotiation.language.LanguageModel;
import org.vppworkbench.negotiation.language.ModelIdentity;
import org.vppworkbench.negotiation.language.Origin;
import org.vppworkbench.negotiation.language.Question;
import org.vppworkbench.negotiation.language.Usage;

/**
 * A model, and the account of what was asked of it in a run. The account does not depend on the order in which answers
 * arrived, so that a replay gives the same one.
 */
final class ObservedModel implements LanguageModel {
    private static final Comparator<Origin> ORDER = Comparator.comparing(Origin::subject)
            .thenComparingInt(Origin::round)
            .thenComparingInt(Origin::turn)
            .thenComparing(Origin::agent)
            .thenComparingInt(Origin::attempt)
            .thenComparingInt(Origin::step);

    private static final int ENOUGH = 3;

    private final LanguageModel model;
    private final List<Asked> asked = new ArrayList<>();
    private boolean answered;
    private int inVain;

    private record Asked(Origin origin, String prompt, String promptHash, Answer answer) {}

    /**
     * What a run asked.
     *
     * @param use tokens, dollars and seconds
     * @param versions model versions that servers named
     * @param prompts SHA-256 of the resources of every prompt, by its id
     * @param failures number of questions without an answer, by reason
     * @param notSent questions among them that a budget kept from being sent
     */
    record Account(
            ModelUse use, SortedSet<String> versions, Map<String, String> prompts, Map<String, Long> failures, long notSent) {}

    ObservedModel(LanguageModel model) {
        this.model = model;
    }

    /**
     * Asks the model.
     *
     * @throws ModelInVainException where a live model has never answered, and key, model or network have failed
     *     {@value #ENOUGH} times
     */
    @Override
    public Answer ask(Question question, CancelToken cancel) {
        Answer answer = model.ask(question, cancel);
        synchronized (asked) {
            asked.add(new Asked(question.origin(), question.prompt().id(), question.prompt().hash(), answer));
            answered |= answer instanceof Answer.Said;
            if (answer instanceof Answer.Failed failed && ModelInVainException.lasting(failed.kind())) {
                inVain++;
                // a replay goes on: answers may come in another order than they did
                if (!answered && inVain >= ENOUGH && !model.identity().replayed()) {
                    throw new ModelInVainException(failed);
                }
            }
        }
        return answer;
    }

    @Override
    public ModelIdentity identity() {
        return model.identity();
    }

    Account account() {
        List<Asked> all;
        synchronized (asked) {
            all = asked.stream().sorted(Comparator.comparing(Asked::origin, ORDER)).toList();
        }
        SortedSet<String> versions = new TreeSet<>();
        Map<String, String> prompts = new TreeMap<>();
        Map<String, Long> failures = new TreeMap<>();
        for (Asked one : all) {
            prompts.put(one.prompt(), one.promptHash());
            switch (one.answer()) {
                case Answer.Said said -> {
                    if (!said.provenance().returnedModel().isEmpty()) {
                        versions.add(said.provenance().returnedModel());
                    }
                }
                case Answer.Failed failed -> failures.merge(failed.kind().name(), 1L, Long::sum);
            }
        }
        ModelUse use = ModelUse.sum(all.stream().map(one -> use(one.answer())).toList());
        return new Account(use, versions, prompts, failures, all.stream().filter(one -> notSent(one.answer())).count());
    }

    /** One that was cut short by a budget of seconds was sent. */
    private static boolean notSent(Answer answer) {
        return answer instanceof Answer.Failed failed && failed.kind() == FailureKind.BUDGET && failed.usage().attempts() == 0;
    }

    private static ModelUse use(Answer answer) {
        Usage usage = answer.usage();
        return new ModelUse(
                1, answer instanceof Answer.Failed ? 1 : 0, usage.attempts(), usage.promptTokens(), usage.cachedTokens(),
                usage.outputTokens(), usage.thoughtTokens(), usage.estimated(), usage.usd(), usage.priced(), usage.seconds());
    }
}
