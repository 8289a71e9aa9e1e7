package org.vppworkbench.app.ui.scenario;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.vppworkbench.app.ui.session.Document;
import org.vppworkbench.app.ui.session.MechanismChoice;
import org.vppworkbench.app.ui.session.ScenarioEdits;
import org.vppworkbench.app.ui.session.Workbench;
import org.vppworkbench.model.scenario.AgentSettings;
import org.vppworkbench.model.scenario.Finding;
import org.vppworkbench.model.scenario.Requirement;
import org.vppworkbench.model.scenario.Scenario;
import org.vppworkbench.model.time.Provenance;

/** The choices for a run; every change is an edit of the document that can be undone. */
public final class ScenarioViewModel {
    private final Workbench workbench;
    private final MarketChoices market;
    private final ObservableList<Provenance> provenance = FXCollections.observableArrayList();
    private final ReadOnlyStringWrapper verdict = new ReadOnlyStringWrapper(this, "verdict", "");

    public ScenarioViewModel(Workbench workbench) {
        this.workbench = workbench;
        this.market = new MarketChoices(workbench);
        workbench.resolvedProperty().addListener((o, was, is) -> refresh());
        workbench.checkingProperty().addListener((o, was, is) -> refresh());
        workbench.findings().addListener((javafx.collections.ListChangeListener<Finding>) c -> refresh());
        refresh();
    }

    public ReadOnlyObjectProperty<Document> documentProperty() {
        return workbench.history().documentProperty();
    }

    public Scenario scenario() {
        return workbench.document().scenario();
    }

    /** Ids of the samples. */
    public List<String> samples() {
        return workbench.laboratory().samples();
    }

    /** Loads another sample and makes its days those of the scenario. */
    public void setSample(String id) {
        workbench.chooseSample(id);
    }

    /** Timeline, rules, forecast and calls. */
    public MarketChoices market() {
        return market;
    }

    /**
     * What the findings say about a field, or an empty text.
     *
     * @param fields fields as findings name them, such as {@code requirement.energyKw}
     */
    public String problemOf(String... fields) {
        return findings().stream()
                .filter(f -> f.severity() != Finding.Severity.INFO)
                .filter(f -> Arrays.stream(fields).anyMatch(field -> f.where().equals("scenario, " + field)
                        || f.where().startsWith("scenario, " + field + "[")))
                .findFirst()
                .map(f -> sentence(f.message()) + (f.allowed() == null || !f.isError() ? "" : " Allowed: " + f.allowed() + "."))
                .orElse("");
    }

    private static String sentence(String words) {
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1) + ".";
    }

    public String sampleTitle() {
        return workbench.data().title();
    }

    public List<MechanismChoice> mechanisms() {
        return workbench.laboratory().mechanisms();
    }

    /** Days a run can begin on. */
    public List<LocalDate> firstDays() {
        return IntStream.range(0, workbench.data().horizon().days())
                .mapToObj(workbench.data().horizon()::date)
                .toList();
    }

    /** Longest run from a first day. */
    public int mostDays(LocalDate first) {
        LocalDate end = workbench.data().horizon().firstDay().plusDays(workbench.data().horizon().days());
        return (int) Math.max(1, java.time.temporal.ChronoUnit.DAYS.between(first, end));
    }

    public ObservableList<Finding> findings() {
        return workbench.findings();
    }

    public ObservableList<Provenance> provenance() {
        return provenance;
    }

    /** Whether a run can start, in words. */
    public ReadOnlyStringProperty verdictProperty() {
        return verdict.getReadOnlyProperty();
    }

    /** Begins on another day; a run that would end after the data becomes shorter. */
    public void setFirstDay(LocalDate day) {
        edit("first day", s -> {
            Scenario moved = ScenarioEdits.firstDay(s, day);
            return ScenarioEdits.days(moved, Math.min(s.days(), mostDays(day)));
        });
    }

    public void setDays(int days) {
        edit("days", s -> ScenarioEdits.days(s, days));
    }

    public void setRequirement(Requirement requirement) {
        edit("requirement", s -> ScenarioEdits.requirement(s, requirement));
    }

    public void setMinStakeUsd(double usd) {
        edit("minimum stake", s -> ScenarioEdits.minStakeUsd(s, usd));
    }

    public void setMechanism(String id) {
        edit("mechanism", s -> ScenarioEdits.mechanism(s, id));
    }

    public void setAgents(AgentSettings agents) {
        edit("agent settings", s -> ScenarioEdits.agents(s, agents));
    }

    public void setSeed(long seed) {
        edit("seed", s -> ScenarioEdits.seed(s, seed));
    }

    private void edit(String what, UnaryOperator<Scenario> change) {
        Document document = workbench.document();
        workbench.history().edit(what, document.with(change.apply(document.scenario())));
    }

    private void refresh() {
        var resolved = workbench.resolvedProperty().get();
        provenance.setAll(resolved == null ? workbench.data().provenance() : resolved.provenance());
        long errors = findings().stream().filter(Finding::isError).count();
        long others = findings().size() - errors;
        verdict.set(
                workbench.checkingProperty().get()
                        ? String.format(Locale.ROOT, "checking %,d homes …", workbench.document().fleet().homes().size())
                        : workbench.uncheckedProperty().get() ? "not checked: press Run to check and run it"
                        : errors > 0
                        ? errors + (errors == 1 ? " error" : " errors") + ": the run is refused until corrected"
                        : "ready to run" + (others == 0 ? "" : ", " + others + (others == 1 ? " remark" : " remarks")));
    }
}
