package org.vppworkbench.app.experiment;

import java.util.List;
import java.util.Map;
import org.vppworkbench.app.io.RecallReport;
import org.vppworkbench.app.io.RefusedException;
import org.vppworkbench.model.scenario.LanguageSettings;
import org.vppworkbench.model.time.Horizon;
import org.vppworkbench.negotiation.language.LanguageModel;

/**
 * Models of which a probe says what they remember of prices.
 *
 * @param models where they come from
 * @param probe what was found
 */
public record ProbedModels(LanguageModels models, RecallReport probe) implements LanguageModels {
    @Override
    public LanguageSession open(LanguageSettings settings, Horizon horizon, Map<String, String> conditions) {
        if (!settings.provider().equals(probe.provider()) || !settings.model().equals(probe.model())) {
            throw RefusedException.because(
                    "--probe", "another model was probed: " + probe.model() + " of " + probe.provider(),
                    "a probe of " + settings.model() + " of " + settings.provider());
        }
        return new Session(models.open(settings, horizon, conditions), probe);
    }

    private record Session(LanguageSession session, RecallReport recall) implements LanguageSession {
        @Override
        public LanguageModel model() {
            return session.model();
        }

        @Override
        public String tape() {
            return session.tape();
        }

        @Override
        public List<String> notes() {
            return session.notes();
        }

        @Override
        public void close() {
            session.close();
        }
    }
}
