package org.vppworkbench.app.ui.scenario;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.function.BiFunction;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.app.ui.control.FormGrid;
import org.vppworkbench.app.ui.control.NumberField;
import org.vppworkbench.app.ui.session.MechanismChoice;
import org.vppworkbench.model.scenario.AgentSettings;
import org.vppworkbench.model.scenario.Requirement;
import org.vppworkbench.model.scenario.Scenario;

/** The fields of a scenario. */
final class ScenarioForm extends ScrollPane {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEE d MMM yyyy", Locale.ENGLISH);

    private final ScenarioViewModel model;
    private final ComboBox<LocalDate> firstDay = new ComboBox<>();
    private final ComboBox<MechanismChoice> mechanism = new ComboBox<>();
    private final ComboBox<AgentSettings.Gate> gate = new ComboBox<>();
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
    private boolean showing;

    ScenarioForm(ScenarioViewModel model) {
        this.model = model;
        setFitToWidth(true);
        getStyleClass().add("form-scroll");
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
        makeBoxes();
        setContent(fields());
        model.documentProperty().addListener((o, was, is) -> show(is.scenario()));
        show(model.scenario());
    }

    private Node fields() {
        Label sample = new Label(model.sampleTitle());
        sample.setWrapText(true);
        Label forecast = new Label(model.scenario().market().forecast().label());
        forecast.setWrapText(true);
        Label timeline = new Label(model.scenario().market().timeline().label());
        timeline.setWrapText(true);
        return new FormGrid()
                .section("Sample")
                .row("Week", sample, "")
                .row("First day", firstDay, "")
                .row("Days", days, "local days")
                .row("Forecast", forecast, "")
                .row("Timeline", timeline, "")
                .section("What the aggregator wants, per hour")
                .row("Energy", energy, "kW")
                .row("Spin", spin, "kW")
                .row("Non-spin", nonSpin, "kW")
                .row("Minimum stake", stake, "$")
                .section("Mechanism")
                .row("Mechanism", mechanism, "")
                .row("Seed", seed, "")
                .section("Agents")
                .row("Rounds", rounds, "rounds")
                .row("First bid", opening, "of price")
                .row("Last bid", last, "of price")
                .row("Concession β", exponent, "")
                .row("Posted price", posted, "of price")
                .row("Gate", gate, "");
    }

    private void makeBoxes() {
        firstDay.getItems().setAll(model.firstDays());
        firstDay.setConverter(converter(DAY::format));
        box(firstDay, "first-day", "First local day of the run (America/Los_Angeles)");
        firstDay.setOnAction(e -> {
            if (!showing && firstDay.getValue() != null) {
                model.setFirstDay(firstDay.getValue());
            }
        });
        mechanism.getItems().setAll(model.mechanisms());
        box(mechanism, "mechanism", "How homes and aggregator are coordinated");
        mechanism.setOnAction(e -> {
            if (!showing && mechanism.getValue() != null) {
                model.setMechanism(mechanism.getValue().id());
            }
        });
        gate.getItems().setAll(AgentSettings.Gate.values());
        gate.setConverter(converter(g -> g == AgentSettings.Gate.GATE_FULL ? "Full: physics, reservation, price floor" : "Physics only"));
        box(gate, "gate", "What is checked between an agent and the engine");
        gate.setOnAction(e -> {
            if (!showing && gate.getValue() != null) {
                AgentSettings a = model.scenario().agents();
                model.setAgents(copy(a.rounds(), a.aggregatorOpeningShare(), a.aggregatorFinalShare(), a.aggregatorConcessionExponent(), a.postedPriceShare(), gate.getValue()));
            }
        });
    }

    private static void box(ComboBox<?> box, String id, String tooltip) {
        box.setId(id);
        box.setTooltip(new Tooltip(tooltip));
        box.setAccessibleText(tooltip);
        box.setMaxWidth(Double.MAX_VALUE);
    }

    private void show(Scenario s) {
        showing = true;
        firstDay.setValue(s.firstDay());
        mechanism.setValue(model.mechanisms().stream().filter(m -> m.id().equals(s.mechanism())).findFirst().orElse(null));
        gate.setValue(s.agents().gate());
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
        showing = false;
    }

    private NumberField kw(String id, String tooltip, BiFunction<Requirement, Double, Requirement> change) {
        return new NumberField(id, tooltip, 0, 100_000, false,
                v -> model.setRequirement(change.apply(model.scenario().requirement(), v)));
    }

    private NumberField agent(
            String id, String tooltip, double min, double max, boolean whole, BiFunction<AgentSettings, Double, AgentSettings> change) {
        return new NumberField(id, tooltip, min, max, whole,
                v -> model.setAgents(change.apply(model.scenario().agents(), v)));
    }

    private static AgentSettings copy(
            int rounds, double opening, double last, double exponent, double posted, AgentSettings.Gate gate) {
        return new AgentSettings(rounds, opening, last, exponent, posted, gate);
    }

    private static <T> StringConverter<T> converter(java.util.function.Function<T, String> words) {
        return new StringConverter<>() {
            @Override
            public String toString(@Nullable T value) {
                return value == null ? "" : words.apply(value);
            }

            @Override
            public @Nullable T fromString(String text) {
                return null;
            }
        };
    }
}
