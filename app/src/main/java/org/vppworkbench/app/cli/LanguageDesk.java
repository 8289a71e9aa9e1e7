package org.vppworkbench.app.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.app.experiment.LanguageModels;
import org.vppworkbench.app.experiment.LanguageSession;
import org.vppworkbench.app.experiment.LiveModels;
import org.vppworkbench.app.experiment.MechanismCatalogue;
import org.vppworkbench.app.experiment.ProbedModels;
import org.vppworkbench.app.experiment.RecordedModels;
import org.vppworkbench.app.experiment.ScenarioRequest;
import org.vppworkbench.app.io.DotEnv;
import org.vppworkbench.app.io.KnownKeys;
import org.vppworkbench.app.io.NewFolder;
import org.vppworkbench.app.io.RecallReport;
import org.vppworkbench.app.io.RefusedException;
import org.vppworkbench.app.io.TapeFile;
import org.vppworkbench.app.io.download.Environment;
import org.vppworkbench.model.scenario.KeyMask;
import org.vppworkbench.model.scenario.LanguageSettings;
import org.vppworkbench.model.scenario.Scenario;
import org.vppworkbench.model.time.Horizon;
import org.vppworkbench.negotiation.llm.cost.PriceList;
import org.vppworkbench.negotiation.llm.settings.Purpose;
import org.vppworkbench.negotiation.llm.tape.Tape;
import org.vppworkbench.negotiation.mechanism.LanguageMechanisms;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/**
 * Where commands get their language models.
 *
 * @param process environment of the process
 * @param folder where a file {@code .env} may be
 * @param terminal who is asked for consent
 */
record LanguageDesk(Environment process, Path folder, Terminal terminal) {
    static LanguageDesk ofTheProcess() {
        return new LanguageDesk(Environment.ofTheProcess(), Path.of(""), Terminal.ofTheProcess());
    }

    /**
     * A run with all that is known about its models.
     *
     * @param request what is run, conditions of models among it
     * @param models where they come from
     * @param recorded file the tape goes to, or {@code null}
     */
    record Plan(ScenarioRequest request, LanguageModels models, @Nullable Path recorded) {
        /** The same with what a probe of the model found. */
        Plan with(RecallReport probe) {
            return new Plan(request, new ProbedModels(models, probe), recorded);
        }

        /** However the run ended: where its tape is. */
        void tellTape(Console console) {
            Path file = recorded;
            if (file != null && Files.exists(file)) {
                console.line("tape     " + file);
            }
        }
    }

    /**
     * Brings scenario and options together; nothing is sent, written or asked yet.
     *
     * @throws ParameterException for options about models where the mechanism has none
     * @throws RefusedException for a tape, a price list or a file {@code .env} that cannot be used
     */
    Plan plan(CommandSpec spec, ScenarioRequest request, LanguageOptions language, GatewayOptions gateway, Console console) {
        Scenario scenario = request.scenario();
        String id = scenario.mechanism();
        if (MechanismCatalogue.standard().byModel(id).isEmpty()) {
            List<String> given = new ArrayList<>(language.given());
            given.addAll(gateway.given());
            if (!given.isEmpty()) {
                throw new ParameterException(
                        spec.commandLine(),
                        String.join(", ", given) + ": no language model takes part in mechanism " + id + "; those in which one does: "
                                + String.join(", ", MechanismCatalogue.standard().languageIds()));
            }
            return new Plan(request.with(scenario.withMechanism(id, null)), LanguageModels.NONE, null);
        }
        TapeOption.Choice choice = gateway.tape;
        Tape tape = tape(gateway, console);
        Environment environment = RefusedException.unlessUsable(DotEnv.beneath(process, folder));
        LanguageSettings settings =
                language.over(scenario.language(), tape == null ? null : tape.header().identity(), environment);
        Purpose purpose = id.equals(LanguageMechanisms.LLM_SINGLE) ? Purpose.SINGLE : Purpose.NEGOTIATION;
        LanguageModels models = tape == null ? live(environment, gateway, console, purpose) : new RecordedModels(tape);
        // a file that is there already is not touched, nor told as the tape of this run
        Path recorded = choice == null || choice.replay() || Files.exists(choice.file()) ? null : choice.file();
        return new Plan(request.with(scenario.withMechanism(id, settings)), models, recorded);
    }

    /**
     * A model for questions outside any run.
     *
     * @param purpose what the questions are for, which is told
     * @param horizon days the questions are about
     * @throws RefusedException where there is none
     */
    LanguageSession open(
            QuestionOptions language, GatewayOptions gateway, Console console, Purpose purpose, Horizon horizon) {
        Tape tape = tape(gateway, console);
        Environment environment = RefusedException.unlessUsable(DotEnv.beneath(process, folder));
        LanguageSettings settings = language.over(null, tape == null ? null : tape.header().identity(), environment);
        LanguageModels models = tape == null ? live(environment, gateway, console, purpose) : new RecordedModels(tape);
        return models.open(settings, horizon);
    }

    /** The keys of the environment, to be kept out of words; a file {@code .env} that cannot be read has none to tell. */
    KeyMask keys() {
        return KnownKeys.mask(process, folder);
    }

    /** The tape that is to be replayed, or {@code null}. */
    private static @Nullable Tape tape(GatewayOptions gateway, Console console) {
        TapeOption.Choice choice = gateway.tape;
        return choice != null && choice.replay() ? console.kept(TapeFile.read(choice.file())) : null;
    }

    /**
     * Models over the network, with the options a command has for that.
     *
     * @param purpose what they are asked for, which is told before the first request
     */
    LiveModels live(Environment environment, GatewayOptions gateway, Console console, Purpose purpose) {
        TapeOption.Choice choice = gateway.tape;
        return new LiveModels(
                environment,
                gateway.limits(),
                prices(gateway.prices),
                choice == null ? null : choice.file(),
                new AskedConsent(console, purpose, terminal, gateway.consent),
                console::findings);
    }

    private static PriceList prices(@Nullable Path file) {
        if (file == null) {
            return PriceList.builtIn();
        }
        try {
            return RefusedException.unlessUsable(PriceList.read(file.toString(), Files.readString(file)));
        } catch (IOException e) {
            throw RefusedException.because(file.toString(), "cannot be read: " + NewFolder.reason(e), "a price list, vpp-prices/1");
        }
    }
}
