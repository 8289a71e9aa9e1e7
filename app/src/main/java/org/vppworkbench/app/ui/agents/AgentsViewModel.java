package org.vppworkbench.app.ui.agents;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.app.experiment.MechanismCatalogue;
import org.vppworkbench.app.ui.session.Document;
import org.vppworkbench.app.ui.session.Workbench;
import org.vppworkbench.model.inputs.ProsumerInputs;
import org.vppworkbench.model.message.Envelope;
import org.vppworkbench.model.scenario.AgentSettings;
import org.vppworkbench.model.scenario.ExternalAgent;
import org.vppworkbench.model.scenario.ExternalChecks;
import org.vppworkbench.model.scenario.Finding;
import org.vppworkbench.model.scenario.Findings;
import org.vppworkbench.model.scenario.LanguageSettings;
import org.vppworkbench.model.scenario.LanguageSettings.Budget;
import org.vppworkbench.model.scenario.OwnerMessage;
import org.vppworkbench.model.scenario.Reading;
import org.vppworkbench.model.scenario.ResolvedScenario;
import org.vppworkbench.model.scenario.Scenario;
import org.vppworkbench.negotiation.persona.PromptLibrary;
import org.vppworkbench.negotiation.text.OwnerWords;

/** A draft of who decides; nothing is sent or started by it, and the scenario changes only when it is taken. */
public final class AgentsViewModel {
    private final Workbench workbench;
    private final LiveParties parties;
    private final ObjectProperty<String> mechanism = new SimpleObjectProperty<>(this, "mechanism", "rule");
    private final ObjectProperty<LanguageSettings> language;
    private final ObjectProperty<AgentSettings.Gate> gate = new SimpleObjectProperty<>(this, "gate", AgentSettings.Gate.GATE_FULL);
    private final ObservableList<ExternalAgent> programs = FXCollections.observableArrayList();
    private final ObservableList<OwnerMessage> messages = FXCollections.observableArrayList();
    private final ReadOnlyStringWrapper key = new ReadOnlyStringWrapper(this, "key", "");
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper(this, "problem", "");
    private final ReadOnlyStringWrapper understood = new ReadOnlyStringWrapper(this, "understood", "");
    private @Nullable OwnerMessage read;
    private String readFor = "";

    public AgentsViewModel(Workbench workbench, LiveParties parties) {
        this.workbench = workbench;
        this.parties = parties;
        this.language = new SimpleObjectProperty<>(this, "language", usual("gemini"));
        language.addListener((o, was, is) -> check());
        mechanism.addListener((o, was, is) -> check());
        programs.addListener((javafx.collections.ListChangeListener<ExternalAgent>) change -> check());
        refresh();
    }

    /** Begins with what stands in the scenario. */
    public void refresh() {
        Scenario scenario = workbench.document().scenario();
        mechanism.set(scenario.mechanism());
        LanguageSettings known = scenario.language();
        language.set(known == null ? usual(language.get().provider()) : known);
        gate.set(scenario.agents().gate());
        programs.setAll(scenario.agents().programs());
        messages.setAll(scenario.told());
        understood.set("");
        read = null;
        check();
    }

    private LanguageSettings usual(String provider) {
        String url = parties.setting(provider, "_BASE_URL");
        return LanguageSettings.of(provider, parties.setting(provider, "_MODEL"), url.isEmpty() ? null : url);
    }

    /** Mechanisms that negotiate: by rules, by a model, by one model for all. */
    public List<String> mechanisms() {
        List<String> ids = new ArrayList<>(List.of("rule"));
        ids.addAll(MechanismCatalogue.standard().languageIds());
        String other = workbench.document().scenario().mechanism();
        if (!ids.contains(other)) {
            ids.add(other);
        }
        return ids;
    }

    /** Chooses a provider, with the model and the address the environment has for it. */
    public void chooseProvider(String id) {
        LanguageSettings fresh = usual(id);
        change(l -> new LanguageSettings(
                id, fresh.model(), fresh.endpoint(), l.mode(), l.homes(), l.aggregatorByModel(), l.tool(), l.toolNoise(),
                l.persona(), l.paraphrase(), l.order(), l.shareRationales(), l.leastStakeUsd(), l.guards(), l.sampling(), l.budget()));
    }

    /** Changes the conditions of the model. */
    public void change(UnaryOperator<LanguageSettings> edit) {
        language.set(edit.apply(language.get()));
    }

    /** Chooses the model and its address; an empty address is the provider's own. */
    public void chooseModel(String model, String address) {
        change(l -> new LanguageSettings(
                l.provider(), model.strip(), address.isBlank() ? null : address.strip(), l.mode(), l.homes(), l.aggregatorByModel(),
                l.tool(), l.toolNoise(), l.persona(), l.paraphrase(), l.order(), l.shareRationales(), l.leastStakeUsd(), l.guards(),
                l.sampling(), l.budget()));
    }

    /** Sets the limits of a run; {@code null} for none. */
    public void limit(Budget budget) {
        change(l -> new LanguageSettings(
                l.provider(), l.model(), l.endpoint(), l.mode(), l.homes(), l.aggregatorByModel(), l.tool(), l.toolNoise(),
                l.persona(), l.paraphrase(), l.order(), l.shareRationales(), l.leastStakeUsd(), l.guards(), l.sampling(), budget));
    }

    /** Whether a model decides under the chosen mechanism. */
    public boolean byModel() {
        return MechanismCatalogue.standard().byModel(mechanism.get()).isPresent();
    }

    /** Places a program may take. */
    public List<String> places() {
        List<String> ids = new ArrayList<>(List.of(Envelope.AGGREGATOR));
        workbench.document().fleet().homes().forEach(home -> ids.add(home.id()));
        return ids;
    }

    /** Puts a program in a place, instead of the one there. */
    public void addProgram(String id, String command, double deadlineSeconds) {
        programs.removeIf(program -> program.id().equals(id));
        programs.add(new ExternalAgent(id, command.strip(), deadlineSeconds, ExternalAgent.WHAT_IFS_PER_TURN));
    }

    /** The times of a run at which an owner may say something: its whole hours. */
    public List<LocalDateTime> times() {
        ResolvedScenario resolved = workbench.resolvedProperty().get();
        List<LocalDateTime> times = new ArrayList<>();
        if (resolved != null) {
            var horizon = resolved.inputs().horizon();
            for (int i = 0; i < horizon.intervals(); i += 4) {
                times.add(horizon.localStart(i).toLocalDateTime());
            }
        }
        return times;
    }

    /** Reads what an owner says, to be confirmed; a key in it is blanked out. */
    public void read(String home, LocalDateTime at, String words) {
        ResolvedScenario resolved = workbench.resolvedProperty().get();
        read = null;
        ProsumerInputs prosumer = resolved == null ? null : resolved.inputs().prosumers().stream()
                .filter(p -> p.id().equals(home))
                .findFirst()
                .orElse(null);
        if (resolved == null || prosumer == null) {
            understood.set("The scenario is not ready, or has no home " + home + ": see its findings.");
            return;
        }
        Findings findings = new Findings();
        String safe = workbench.laboratory().keys().masked(words.strip(), "owner", findings);
        Reading<OwnerMessage> reading = new OwnerWords().read(safe, at, prosumer, resolved.inputs().horizon());
        OwnerMessage message = reading.value();
        read = message;
        readFor = home;
        understood.set(message == null
                ? "Not understood: " + reading.findings().stream().filter(Finding::isError).findFirst().map(Finding::oneLine).orElse("nothing was said")
                : "Understood for " + readFor + " at " + message.at() + ": " + message.words());
    }

    /** Whether something was understood that waits to be confirmed. */
    public boolean canConfirm() {
        return read != null;
    }

    /** The owner means it: it binds from its time on, unknown before. */
    public void confirm() {
        OwnerMessage message = read;
        if (message != null) {
            messages.add(message);
            read = null;
            understood.set("Added. It binds in the next run.");
        }
    }

    /** Makes the draft the scenario's, as one edit; returns whether it could be. */
    public boolean take() {
        check();
        if (!problem.get().isEmpty()) {
            return false;
        }
        Document document = workbench.document();
        workbench.history().edit("agents", document.with(drafted()));
        return true;
    }

    private Scenario drafted() {
        Scenario scenario = workbench.document().scenario();
        AgentSettings agents = scenario.agents();
        return scenario
                .withAgents(new AgentSettings(
                        agents.rounds(), agents.aggregatorOpeningShare(), agents.aggregatorFinalShare(),
                        agents.aggregatorConcessionExponent(), agents.postedPriceShare(), gate.get(), List.copyOf(programs),
                        agents.humans()))
                .withMechanism(mechanism.get(), byModel() ? language.get() : null)
                .withMessages(List.copyOf(messages));
    }

    private void check() {
        key.set(byModel() ? parties.keyWords(language.get().provider()) : "");
        List<Finding> against = new ArrayList<>(ExternalChecks.problems(drafted(), workbench.document().fleet()));
        Findings findings = new Findings();
        if (byModel()) {
            PromptLibrary.check(language.get(), findings);
            against.addAll(parties.problems(language.get()));
        }
        against.addAll(findings.list());
        problem.set(against.stream().filter(Finding::isError).findFirst().map(Finding::oneLine).orElse(""));
    }

    public ObjectProperty<String> mechanismProperty() {
        return mechanism;
    }

    public ObjectProperty<LanguageSettings> languageProperty() {
        return language;
    }

    public ObjectProperty<AgentSettings.Gate> gateProperty() {
        return gate;
    }

    public ObservableList<ExternalAgent> programs() {
        return programs;
    }

    /** What owners say during the run. */
    public ObservableList<OwnerMessage> messages() {
        return messages;
    }

    /** How runs under these conditions are labelled. */
    public String label() {
        return workbench.labelOf(drafted());
    }

    /** Whether there is a key, in words; never the key. */
    public ReadOnlyStringProperty keyProperty() {
        return key.getReadOnlyProperty();
    }

    /** Why the draft cannot be taken; empty where it can. */
    public ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /** How the words of an owner are understood. */
    public ReadOnlyStringProperty understoodProperty() {
        return understood.getReadOnlyProperty();
    }

    /** The conditions, which are never absent while they are edited. */
    LanguageSettings conditions() {
        return Objects.requireNonNull(language.get());
    }
}
