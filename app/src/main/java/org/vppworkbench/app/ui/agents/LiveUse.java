package org.vppworkbench.app.ui.agents;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.app.experiment.LanguageModels;
import org.vppworkbench.app.experiment.LanguageSession;
import org.vppworkbench.app.io.RecallReport;
import org.vppworkbench.model.scenario.LanguageSettings;
import org.vppworkbench.model.scenario.LanguageSettings.Budget;
import org.vppworkbench.model.simulation.CancelToken;
import org.vppworkbench.model.time.Horizon;
import org.vppworkbench.negotiation.language.Answer;
import org.vppworkbench.negotiation.language.LanguageModel;
import org.vppworkbench.negotiation.language.ModelIdentity;
import org.vppworkbench.negotiation.language.Question;
import org.vppworkbench.negotiation.language.Usage;

/** What a model costs while its run goes on. The manifest has the final account; this one is to be looked at. */
public final class LiveUse implements LanguageModels {
    private final LanguageModels models;
    private long calls;
    private long failed;
    private long tokens;
    private double usd;
    private double seconds;
    private boolean priced = true;

    /**
     * @param models whose answers are counted
     */
    public LiveUse(LanguageModels models) {
        this.models = models;
    }

    @Override
    public LanguageSession open(LanguageSettings settings, Horizon horizon, Map<String, String> conditions) {
        LanguageSession session = models.open(settings, horizon, conditions);
        return new Counted(session, new LanguageModel() {
            @Override
            public Answer ask(Question question, CancelToken cancel) {
                Answer answer = session.model().ask(question, cancel);
                count(answer);
                return answer;
            }

            @Override
            public ModelIdentity identity() {
                return session.model().identity();
            }
        });
    }

    private synchronized void count(Answer answer) {
        Usage usage = answer.usage();
        calls++;
        failed += answer instanceof Answer.Failed ? 1 : 0;
        tokens += usage.promptTokens() + usage.outputTokens() + usage.thoughtTokens();
        usd += usage.usd();
        seconds += usage.seconds();
        priced &= usage.priced() || usage.attempts() == 0;
    }

    /** Questions so far. */
    public synchronized long calls() {
        return calls;
    }

    /**
     * The account in words.
     *
     * @param budget of the run
     * @param fallbacks decisions left to the rules so far
     */
    public synchronized String words(Budget budget, long fallbacks) {
        StringBuilder words = new StringBuilder(String.format(
                Locale.ROOT, "%,d calls, %,d tokens, %s, %d without an answer, %d left to rules", calls, tokens,
                priced ? String.format(Locale.ROOT, "%.4f $", usd) : "price not known", failed, fallbacks));
        left(words, budget.calls() == null ? null : (double) (budget.calls() - calls), "%,.0f calls");
        left(words, budget.tokens() == null ? null : (double) (budget.tokens() - tokens), "%,.0f tokens");
        left(words, budget.usd() == null ? null : budget.usd() - usd, "%.4f $");
        left(words, budget.seconds() == null ? null : budget.seconds() - seconds, "%.0f s");
        return words.toString();
    }

    private static void left(StringBuilder words, @Nullable Double left, String format) {
        if (left != null) {
            words.append("; left: ").append(String.format(Locale.ROOT, format, Math.max(0, left)));
        }
    }

    private record Counted(LanguageSession session, LanguageModel model) implements LanguageSession {
        @Override
        public String tape() {
            return session.tape();
        }

        @Override
        public java.util.List<String> notes() {
            return session.notes();
        }

        @Override
        public @Nullable RecallReport recall() {
            return session.recall();
        }

        @Override
        public void close() {
            session.close();
        }
    }
}
