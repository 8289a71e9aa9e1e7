package org.vppworkbench.app.ui.agents;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.app.experiment.AgentPrograms;
import org.vppworkbench.app.experiment.LanguageModels;
import org.vppworkbench.app.experiment.LiveModels;
import org.vppworkbench.app.experiment.MechanismCatalogue;
import org.vppworkbench.app.experiment.RunParties;
import org.vppworkbench.app.io.DotEnv;
import org.vppworkbench.app.io.KnownKeys;
import org.vppworkbench.app.io.RefusedException;
import org.vppworkbench.app.io.download.Environment;
import org.vppworkbench.app.io.external.ProcessPrograms;
import org.vppworkbench.app.ui.session.PartySource;
import org.vppworkbench.model.scenario.ExternalAgent;
import org.vppworkbench.model.scenario.Finding;
import org.vppworkbench.model.scenario.LanguageSettings;
import org.vppworkbench.model.scenario.Reading;
import org.vppworkbench.model.scenario.ResolvedScenario;
import org.vppworkbench.negotiation.external.MaskedPrograms;
import org.vppworkbench.negotiation.llm.cost.PriceList;
import org.vppworkbench.negotiation.llm.settings.Destination;
import org.vppworkbench.negotiation.llm.settings.Disclosure;
import org.vppworkbench.negotiation.llm.settings.GatewayChecks;
import org.vppworkbench.negotiation.llm.settings.GatewaySettings;
import org.vppworkbench.negotiation.llm.settings.Limits;
import org.vppworkbench.negotiation.llm.settings.Provider;
import org.vppworkbench.negotiation.llm.settings.Purpose;
import org.vppworkbench.negotiation.llm.settings.Secret;
import org.vppworkbench.negotiation.mechanism.LanguageMechanisms;

/** Live models and started programs for runs of the window, each after the user has agreed to it. Used on the JavaFX thread. */
public final class LiveParties implements PartySource {
    private final Environment process;
    private final Path folder;
    private final Limits limits;
    private final Agreement agreement;
    private final Refusal told;
    /** Read by the run as well, before its first request. */
    private final Set<List<String>> agreed = ConcurrentHashMap.newKeySet();
    private @Nullable LiveUse use;

    /** Asks the user for agreement. */
    @FunctionalInterface
    public interface Agreement {
        /**
         * Tells, and asks.
         *
         * @param what begins the agreement, such as {@code Send this}
         * @return whether the user agrees
         */
        boolean asked(String what, String title, List<String> lines);
    }

    /** Hears why nothing was started. */
    @FunctionalInterface
    public interface Refusal {
        void refused(List<Finding> findings);
    }

    /**
     * @param process environment of the process, where keys are
     * @param folder where a file {@code .env} may be, and where programs are started
     * @param limits how hard a server is driven
     */
    public LiveParties(Environment process, Path folder, Limits limits, Agreement agreement, Refusal told) {
        this.process = process;
        this.folder = folder;
        this.limits = limits;
        this.agreement = agreement;
        this.told = told;
    }

    /** What the model of the latest run has cost so far, or {@code null} where none takes part. */
    public @Nullable LiveUse use() {
        return use;
    }

    @Override
    public @Nullable RunParties of(ResolvedScenario scenario) {
        use = null;
        List<ExternalAgent> programs = scenario.scenario().agents().programs();
        if (!programs.isEmpty() && !mayStart(programs)) {
            return null;
        }
        AgentPrograms processes = programs.isEmpty()
                ? AgentPrograms.NONE
                : agents -> new MaskedPrograms(new ProcessPrograms(folder), KnownKeys.mask(process, folder));
        LanguageSettings language = scenario.scenario().language();
        String mechanism = scenario.scenario().mechanism();
        if (MechanismCatalogue.standard().byModel(mechanism).isEmpty()) {
            return new RunParties(LanguageModels.NONE, processes);
        }
        if (language == null) {
            told.refused(List.of(Finding.error(
                    "mechanism " + mechanism, null, "nothing says which language model takes part", "Agents …, where a model is chosen")));
            return null;
        }
        LiveUse models = models(language, mechanism);
        use = models;
        return models == null ? null : new RunParties(models, processes);
    }

    private boolean mayStart(List<ExternalAgent> programs) {
        List<Finding> problems = new ProcessPrograms(folder).problems(programs);
        if (!problems.isEmpty()) {
            told.refused(problems);
            return false;
        }
        List<String> lines = new ArrayList<>();
        lines.add("These programs are started on this machine, with your rights; they are told what an agent in their place is told:");
        programs.forEach(program -> lines.add(program.id() + ": " + program.command()));
        return agrees("Start them", "Start programs", lines);
    }

    private @Nullable LiveUse models(LanguageSettings language, String mechanism) {
        Reading<Environment> environment = DotEnv.beneath(process, folder);
        Environment known = environment.value();
        if (known == null) {
            told.refused(environment.findings());
            return null;
        }
        Reading<Destination> way = destination(language, known);
        Destination destination = way.value();
        if (destination == null) {
            told.refused(way.findings());
            return null;
        }
        Purpose purpose = mechanism.equals(LanguageMechanisms.LLM_SINGLE) ? Purpose.SINGLE : Purpose.NEGOTIATION;
        List<String> disclosed = Disclosure.of(destination, language, purpose);
        if (!destination.endpoint().loopback() && !agrees("Send this to " + destination.endpoint().host(), "What leaves this machine", disclosed)) {
            return null;
        }
        return new LiveUse(new LiveModels(known, limits, PriceList.builtIn(), null, (asked, settings) -> {
            if (!agreed.contains(Disclosure.of(asked, settings, purpose))) {
                throw RefusedException.because("language model", "nothing was sent: nobody agreed to it", "your agreement, which is asked for before the run");
            }
        }, findings -> {}));
    }

    private boolean agrees(String what, String title, List<String> lines) {
        if (agreed.contains(lines)) {
            return true;
        }
        boolean yes = agreement.asked(what, title, lines);
        if (yes) {
            agreed.add(List.copyOf(lines));
        }
        return yes;
    }

    private static Reading<Destination> destination(LanguageSettings language, Environment environment) {
        Provider provider = Provider.of(language.provider());
        Secret key = provider == null ? null : Secret.of(environment.get(provider.keyVariable()));
        return GatewayChecks.destination(GatewaySettings.of(language, key));
    }

    /** What is wrong with a model and its address, a missing key aside: that is told before a run. */
    public List<Finding> problems(LanguageSettings language) {
        Environment known = Objects.requireNonNullElse(DotEnv.beneath(process, folder).value(), process);
        return destination(language, known).findings().stream().filter(f -> !GatewayChecks.isAboutKey(f)).toList();
    }

    /** Whether there is a key for a provider, in words; never the key. */
    public String keyWords(String id) {
        Provider provider = Objects.requireNonNull(Provider.of(id), id);
        Reading<Environment> environment = DotEnv.beneath(process, folder);
        Environment known = environment.value();
        if (known == null) {
            return "The file .env cannot be read: " + environment.findings().stream().map(Finding::oneLine).collect(Collectors.joining("; "));
        }
        boolean there = Secret.of(known.get(provider.keyVariable())) != null;
        return there
                ? provider.keyVariable() + " is set, in the environment or in .env."
                : provider.keyVariable() + " is not set. " + (provider == Provider.GEMINI
                        ? "Set it in the environment or in .env before the start; keys are not typed here."
                        : "A server of your own may need none.");
    }

    /** The model or address of the environment for a provider, or an empty text. */
    public String setting(String provider, String name) {
        Environment known = Objects.requireNonNullElse(DotEnv.beneath(process, folder).value(), process);
        String value = known.get(provider.toUpperCase(java.util.Locale.ROOT) + name);
        return value == null ? "" : value.strip();
    }
}
