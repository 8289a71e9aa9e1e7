package org.vppworkbench.app.experiment;

import org.jspecify.annotations.Nullable;
import org.vppworkbench.app.io.RefusedException;
import org.vppworkbench.model.event.EventSink;
import org.vppworkbench.model.metrics.ProcessObserver;
import org.vppworkbench.model.metrics.ProcessRecord;
import org.vppworkbench.model.scenario.Findings;
import org.vppworkbench.model.scenario.LanguageSettings;
import org.vppworkbench.model.scenario.ResolvedScenario;
import org.vppworkbench.model.scenario.Scenario;
import org.vppworkbench.model.simulation.CancelToken;
import org.vppworkbench.model.simulation.Mechanism;
import org.vppworkbench.model.simulation.ProgressSink;
import org.vppworkbench.model.simulation.RunRecord;
import org.vppworkbench.negotiation.language.FailureKind;
import org.vppworkbench.negotiation.language.ModelIdentity;
import org.vppworkbench.negotiation.language.TapeMissException;
import org.vppworkbench.negotiation.persona.PromptLibrary;

/** One run with a language model: opened before it, accounted for after it, closed however it ends. */
final class LanguageRun implements AutoCloseable {
    private final LanguageSession session;
    private final ObservedModel model;
    private final LanguageSettings settings;
    private final Mechanism mechanism;

    private LanguageRun(LanguageSession session, LanguageSettings settings, MechanismCatalogue.ByModel byModel) {
        this.session = session;
        this.model = new ObservedModel(session.model());
        this.settings = settings;
        this.mechanism = byModel.of(model, settings);
    }

    /**
     * The language model's part in a scenario, or {@code null} where its mechanism needs none.
     *
     * @throws RefusedException where there is no model, or nothing is said about it
     */
    static @Nullable LanguageRun of(ResolvedScenario resolved, MechanismCatalogue mechanisms, LanguageModels models) {
        Scenario scenario = resolved.scenario();
        MechanismCatalogue.ByModel byModel = mechanisms.byModel(scenario.mechanism()).orElse(null);
        if (byModel == null) {
            return null;
        }
        LanguageSettings settings = scenario.language();
        if (settings == null) {
            throw RefusedException.because(
                    "mechanism " + scenario.mechanism(), "nothing says which language model takes part",
                    "--llm-provider and --llm-model, or 'language' in the scenario file");
        }
        Findings findings = new Findings();
        PromptLibrary.check(settings, findings);
        if (findings.hasErrors()) {
            throw new RefusedException(findings.list());
        }
        LanguageSession session = models.open(settings, resolved.inputs().horizon(), RunConditions.of(resolved));
        try {
            return new LanguageRun(session, settings, byModel);
        } catch (RuntimeException e) {
            session.close();
            throw e;
        }
    }

    Mechanism mechanism() {
        return mechanism;
    }

    /**
     * Runs it; the record carries the label that says whether it was live, and how much was not decided by the model.
     *
     * @param speaking the mechanism, others in some places or not
     * @param observer hears the events
     * @throws RefusedException where a tape does not hold what is asked, or a live model refuses the first questions
     */
    RunRecord run(
            Mechanism speaking, ResolvedScenario scenario, EventSink events, ProcessObserver observer, ProgressSink progress,
            CancelToken cancel) {
        RunRecord record;
        try {
            record = speaking.run(scenario, events, progress, cancel);
        } catch (TapeMissException e) {
            throw RefusedException.because(
                    "tape", String.valueOf(e.getMessage()), "the tape of this very run, with the same scenario, settings and program");
        } catch (ModelInVainException e) {
            throw RefusedException.because("language model", String.valueOf(e.getMessage()), e.help());
        }
        String label = label() + LanguageRecord.qualification(mechanism.id(), observer.record().total());
        return new RunRecord(
                record.mechanism(), label, record.complete(), record.dispatch(), record.offers(), record.paidAtMarket());
    }

    /**
     * The model's own label, and the conditions under which its results stand apart from others. A model that never spoke
     * gives no run its name.
     */
    private String label() {
        ModelIdentity identity = model.identity();
        ObservedModel.Account account = model.account();
        if (account.use().calls() == 0) {
            return "NO MODEL ASKED (no question arose)";
        }
        if (account.use().calls() == account.failures().getOrDefault(FailureKind.BUDGET.name(), 0L)) {
            return "NO MODEL ASKED (the budget was spent before the first answer)";
        }
        String mixed = settings.mode() == LanguageSettings.Mode.BATCHED ? ", batched homes" : "";
        return identity.label() + mixed + (settings.shareRationales() ? ", words shared" : "");
    }

    LanguageRecord record(ProcessRecord process) {
        return LanguageRecord.of(mechanism.id(), model.identity(), model.account(), process.total(), session);
    }

    @Override
    public void close() {
        session.close();
    }
}
