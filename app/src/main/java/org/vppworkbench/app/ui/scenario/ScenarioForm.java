package org.vppworkbench.app.ui.scenario;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;
import org.vppworkbench.app.ui.control.ChoiceField;
import org.vppworkbench.app.ui.control.Explained;
import org.vppworkbench.app.ui.control.FormGrid;
import org.vppworkbench.app.ui.control.NumberField;
import org.vppworkbench.app.ui.session.MechanismChoice;
import org.vppworkbench.model.scenario.AgentSettings;
import org.vppworkbench.model.scenario.Finding;
import org.vppworkbench.model.scenario.Requirement;
import org.vppworkbench.model.scenario.Scenario;

/** The fields of a scenario. */
final class ScenarioForm extends ScrollPane {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEE d MMM yyyy", Locale.ENGLISH);

    private final ScenarioViewModel model;
    private final ChoiceField<String> sample;
    private final Explained sampleRow;
    private final Label sampleTitle = muted("sample-title");
    private final Label mechanismWords = muted("mechanism-explanation");
    private final ChoiceField<LocalDate> firstDay;
    private final Explained firstDayRow;
    private final MarketFields market;
    private final ChoiceField<MechanismChoice> mechanism;
    private final ChoiceField<AgentSettings.Gate> gate;
    private final NumberField days;
    private final NumberField energy;
    private final NumberField spin;
    private final NumberField nonSpin;
    private final NumberField stake;
    private final NumberField seed;
    private final NumberField rounds;
    private final NumberField opening;
    private final NumberField last;
    private final NumberField exponent;
    private final NumberField posted;

    ScenarioForm(ScenarioViewModel model) {
        this.model = model;
        setFitToWidth(true);
        getStyleClass().add("form-scroll");
        sample = new ChoiceField<>("sample", "Data the run takes place in; its days, and its fleet unless yours was edited, are taken over",
                model.samples(), id -> id, model::setSample);
        sampleRow = new Explained(sample);
        firstDay = new ChoiceField<>("first-day", "First local day of the run (America/Los_Angeles)", model.firstDays(), DAY::format, model::setFirstDay);
        firstDayRow = new Explained(firstDay);
        mechanism = new ChoiceField<>("mechanism", "How homes and aggregator are coordinated", model.mechanisms(),
                MechanismChoice::toString, choice -> model.setMechanism(choice.id()));
        gate = new ChoiceField<>("gate", "What is checked between an agent and the engine", List.of(AgentSettings.Gate.values()),
                g -> g == AgentSettings.Gate.GATE_FULL ? "Full: physics, reservation, price floor" : "Physics only",
                g -> changeAgents((a, v) -> copy(a.rounds(), a.aggregatorOpeningShare(), a.aggregatorFinalShare(), a.aggregatorConcessionExponent(), a.postedPriceShare(), g), 0));
        market = new MarketFields(model);
        days = new NumberField("days", "Number of local days to run", 1, model.firstDays().size(), true, v -> model.setDays((int) v));
        energy = kw("required-energy", "Energy wanted in every hour [kW]", (r, v) -> new Requirement(v, r.spinKw(), r.nonSpinKw()));
        spin = kw("required-spin", "Spinning reserve wanted in every hour [kW]", (r, v) -> new Requirement(r.energyKw(), v, r.nonSpinKw()));
        nonSpin = kw("required-nonspin", "Non-spinning reserve wanted in every hour [kW]", (r, v) -> new Requirement(r.energyKw(), r.spinKw(), v));
        stake = new NumberField("min-stake", "Opportunities with a smaller gross stake are skipped by all mechanisms and the optimum alike [$]", 0, 1000, false, model::setMinStakeUsd);
        seed = new NumberField("seed", "Master seed of all randomness", 0, 1e12, true, v -> model.setSeed((long) v));
        rounds = agent("rounds", "Deadline of a negotiation [rounds]", 1, 50, true, (a, v) -> copy((int) v.doubleValue(), a.aggregatorOpeningShare(), a.aggregatorFinalShare(), a.aggregatorConcessionExponent(), a.postedPriceShare(), a.gate()));
        opening = agent("opening-share", "First bid of the aggregator as a share of the published price", 0, 1, false, (a, v) -> copy(a.rounds(), v, a.aggregatorFinalShare(), a.aggregatorConcessionExponent(), a.postedPriceShare(), a.gate()));
        last = agent("final-share", "Last bid of the aggregator as a share of the published price", 0, 1, false, (a, v) -> copy(a.rounds(), a.aggregatorOpeningShare(), v, a.aggregatorConcessionExponent(), a.postedPriceShare(), a.gate()));
        exponent = agent("concession", "Concession exponent of the aggregator: below 1 it holds out (Boulware), above 1 it gives in early (Conceder)", 0.01, 50, false, (a, v) -> copy(a.rounds(), a.aggregatorOpeningShare(), a.aggregatorFinalShare(), v, a.postedPriceShare(), a.gate()));
        posted = agent("posted-share", "Share of the published price that the posted-price mechanism pays", 0, 1, false, (a, v) -> copy(a.rounds(), a.aggregatorOpeningShare(), a.aggregatorFinalShare(), a.aggregatorConcessionExponent(), v, a.gate()));
        setContent(fields());
        model.documentProperty().addListener((o, was, is) -> show(is.scenario()));
        model.findings().addListener((ListChangeListener<Finding>) change -> explain());
        show(model.scenario());
    }

    private static Label muted(String id) {
        Label label = new Label();
        label.setId(id);
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        label.getStyleClass().add("muted");
        return label;
    }

    private Node fields() {
        FormGrid form = new FormGrid()
                .section("Sample")
                .row("Data", new VBox(sampleRow, sampleTitle), "")
                .row("First day", firstDayRow, "")
                .row("Days", days, "local days");
        form.section("What the aggregator wants, per hour")
                .row("Energy", energy, "kW")
                .row("Spin", spin, "kW")
                .row("Non-spin", nonSpin, "kW")
                .row("Minimum stake", stake, "$")
                .section("Mechanism")
                .row("Mechanism", new VBox(mechanism, mechanismWords), "")
                .row("Seed", seed, "");
        market.addTo(form);
        return form.section("Agents")
                .row("Rounds", rounds, "rounds")
                .row("First bid", opening, "of price")
                .row("Last bid", last, "of price")
                .row("Concession β", exponent, "")
                .row("Posted price", posted, "of price")
                .row("Gate", gate, "");
    }

    private void show(Scenario s) {
        sample.show(s.sample());
        sampleTitle.setText(model.sampleTitle());
        firstDay.offer(model.firstDays());
        firstDay.show(s.firstDay());
        days.setMax(model.firstDays().size());
        MechanismChoice choice = model.mechanisms().stream().filter(m -> m.id().equals(s.mechanism())).findFirst().orElse(null);
        mechanism.show(choice);
        mechanismWords.setText(choice == null ? "" : choice.explanation());
        gate.show(s.agents().gate());
        days.show(s.days());
        energy.show(s.requirement().energyKw());
        spin.show(s.requirement().spinKw());
        nonSpin.show(s.requirement().nonSpinKw());
        stake.show(s.minStakeUsd());
        seed.show((double) s.seed());
        rounds.show(s.agents().rounds());
        opening.show(s.agents().aggregatorOpeningShare());
        last.show(s.agents().aggregatorFinalShare());
        exponent.show(s.agents().aggregatorConcessionExponent());
        posted.show(s.agents().postedPriceShare());
        market.show(s.market());
        explain();
    }

    /** Puts what the findings say under the fields they concern. */
    private void explain() {
        sampleRow.explain(model.problemOf("sample"));
        firstDayRow.explain(model.problemOf("firstDay and days"));
        days.explain(model.problemOf("days"));
        energy.explain(model.problemOf("requirement.energyKw"));
        spin.explain(model.problemOf("requirement.spinKw"));
        nonSpin.explain(model.problemOf("requirement.nonSpinKw"));
        market.explain();
    }

    private void changeAgents(BiFunction<AgentSettings, Double, AgentSettings> change, double value) {
        AgentSettings before = model.scenario().agents();
        model.setAgents(change.apply(before, value).withExternal(before.programs()).withHumans(before.seats()));
    }

    private NumberField kw(String id, String tooltip, BiFunction<Requirement, Double, Requirement> change) {
        return new NumberField(id, tooltip, 0, 100_000, false,
                v -> model.setRequirement(change.apply(model.scenario().requirement(), v)));
    }

    private NumberField agent(
            String id, String tooltip, double min, double max, boolean whole, BiFunction<AgentSettings, Double, AgentSettings> change) {
        return new NumberField(id, tooltip, min, max, whole,
                v -> changeAgents(change, v));
    }

    private static AgentSettings copy(
            int rounds, double opening, double last, double exponent, double posted, AgentSettings.Gate gate) {
        return new AgentSettings(rounds, opening, last, exponent, posted, gate);
    }
}
