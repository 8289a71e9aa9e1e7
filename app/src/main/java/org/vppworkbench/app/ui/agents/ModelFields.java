package org.vppworkbench.app.ui.agents;

import java.util.List;
import java.util.stream.IntStream;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;
import org.vppworkbench.app.ui.control.ChoiceField;
import org.vppworkbench.app.ui.control.FormGrid;
import org.vppworkbench.app.ui.control.NumberField;
import org.vppworkbench.model.scenario.LanguageSettings;
import org.vppworkbench.model.scenario.LanguageSettings.Drawing;
import org.vppworkbench.model.scenario.LanguageSettings.Guards;
import org.vppworkbench.model.scenario.LanguageSettings.Mode;
import org.vppworkbench.model.scenario.LanguageSettings.Order;
import org.vppworkbench.model.scenario.LanguageSettings.Tool;
import org.vppworkbench.negotiation.persona.PromptLibrary;

/** Which model is asked, where, and under which conditions. A key is never typed here. */
final class ModelFields extends VBox {
    /** As the settings say it. */
    private static final int ALL_HOMES = -1;

    private final AgentsViewModel model;
    private final ChoiceField<String> provider;
    private final TextField name = text("agents-model", "Id of the model as the provider lists it");
    private final TextField url = text("agents-url", "Base URL, empty for the provider's own; without user name, query or key");
    private final ChoiceField<Mode> mode;
    private final OptionalField homes;
    private final CheckBox aggregator = box("agents-aggregator", "The aggregator is the model too", "Otherwise the aggregator is the rule agent");
    private final ChoiceField<Tool> tool;
    private final NumberField noise;
    private final ChoiceField<String> persona;
    private final ChoiceField<Integer> paraphrase;
    private final ChoiceField<Order> order;
    private final CheckBox shared = box("agents-share", "Show the words of one side to the other", "A condition of its own, labelled “words shared”");
    private final NumberField stake;
    private final CheckBox relative = box("agents-relative", "Call days day 1, day 2 instead of by their date", "Against a model that remembers prices");
    private final NumberField scale;
    private final OptionalField temperature;
    private boolean showing;

    ModelFields(AgentsViewModel model) {
        this.model = model;
        provider = new ChoiceField<>("agents-provider", "Who answers", LanguageSettings.PROVIDERS, id -> id.equals("openai") ? "openai, and all that speak its protocol" : id, model::chooseProvider);
        mode = new ChoiceField<>("agents-mode", "How often a model is asked", List.of(Mode.values()), ModelFields::words, v -> set(d -> d.mode = v));
        homes = new OptionalField("agents-homes", "The first homes of the fleet that are the model's, the others are rule agents", 0, 10_000, true, "all",
                v -> set(d -> d.homes = v == null ? ALL_HOMES : v.intValue()));
        tool = new ChoiceField<>("agents-tool", "What the what-if tool tells the model", List.of(Tool.values()), t -> t == Tool.EXACT ? "exact" : t == Tool.NOISY ? "noisy" : "none", v -> set(d -> d.tool = v));
        noise = new NumberField("agents-noise", "Standard deviation of the relative error of a noisy tool", 0, 1, false, v -> set(d -> d.noise = v));
        persona = new ChoiceField<>("agents-persona", "Persona of the homes", PromptLibrary.PERSONAS, p -> p, v -> set(d -> d.persona = v));
        paraphrase = new ChoiceField<>("agents-paraphrase", "Wording of the instructions", IntStream.rangeClosed(1, PromptLibrary.PARAPHRASES).boxed().toList(), String::valueOf, v -> set(d -> d.paraphrase = v));
        order = new ChoiceField<>("agents-order", "Order in which homes and offers are presented", List.of(Order.values()), o -> o == Order.FLEET ? "of the fleet" : o == Order.SHUFFLED ? "shuffled from the seed" : "shuffled, backwards", v -> set(d -> d.order = v));
        stake = new NumberField("agents-stake", "Opportunities with a smaller gross stake are left to the rules [$]", 0, 1000, false, v -> set(d -> d.stake = v));
        scale = new NumberField("agents-scale", "Factor on all prices the model sees and names, undone before the gate", 0.001, 1000, false, v -> set(d -> d.scale = v));
        temperature = new OptionalField("agents-temperature", "Temperature of the model", 0, 2, false, "the provider's own", v -> set(d -> d.temperature = v));
        name.textProperty().addListener((o, was, is) -> taken());
        url.textProperty().addListener((o, was, is) -> taken());
        aggregator.selectedProperty().addListener((o, was, is) -> set(d -> d.aggregator = is));
        shared.selectedProperty().addListener((o, was, is) -> set(d -> d.shared = is));
        relative.selectedProperty().addListener((o, was, is) -> set(d -> d.relative = is));
        Label key = new Label();
        key.setId("agents-key");
        key.setWrapText(true);
        key.setMinHeight(USE_PREF_SIZE);
        key.getStyleClass().add("muted");
        key.textProperty().bind(model.keyProperty());
        getChildren().setAll(new FormGrid()
                .row("Provider", provider, "")
                .row("Model", name, "")
                .row("Base URL", url, "")
                .row("Key", key, "")
                .section("How it is asked")
                .row("Mode", mode, "")
                .row("Homes", homes, "homes")
                .row("Aggregator", aggregator, "")
                .row("What-if tool", tool, "")
                .row("Tool noise", noise, "relative")
                .row("Least stake", stake, "$")
                .section("What it is told")
                .row("Persona", persona, "")
                .row("Wording", paraphrase, "")
                .row("Order", order, "")
                .row("Words", shared, "")
                .row("Dates", relative, "")
                .row("Price scale", scale, "factor")
                .row("Temperature", temperature, ""));
        model.languageProperty().addListener((o, was, is) -> show());
        show();
    }

    private static String words(Mode mode) {
        return switch (mode) {
            case EVERY_ROUND -> "at every turn";
            case DAILY_STRATEGY -> "once a day, for a strategy that rules carry out";
            case BATCHED -> "at every turn, many homes in one request (mixes private data)";
        };
    }

    /** The conditions taken apart, to change one. */
    private static final class Draft {
        Mode mode;
        int homes;
        boolean aggregator;
        Tool tool;
        double noise;
        String persona;
        int paraphrase;
        Order order;
        boolean shared;
        double stake;
        boolean relative;
        double scale;
        @org.jspecify.annotations.Nullable Double temperature;

        Draft(LanguageSettings l) {
            mode = l.mode();
            homes = l.homes();
            aggregator = l.aggregatorByModel();
            tool = l.tool();
            noise = l.toolNoise();
            persona = l.persona();
            paraphrase = l.paraphrase();
            order = l.order();
            shared = l.shareRationales();
            stake = l.leastStakeUsd();
            relative = l.guards().relativeDates();
            scale = l.guards().priceScale();
            temperature = l.sampling().temperature();
        }

        LanguageSettings over(LanguageSettings l) {
            return new LanguageSettings(
                    l.provider(), l.model(), l.endpoint(), mode, homes, aggregator, tool, tool == Tool.NOISY ? noise : 0, persona,
                    paraphrase, order, shared, stake, new Guards(relative, scale),
                    new Drawing(temperature, l.sampling().topP(), l.sampling().seed(), l.sampling().maxOutputTokens()), l.budget());
        }
    }

    private interface Change {
        void make(Draft draft);
    }

    private void set(Change change) {
        if (!showing) {
            model.change(l -> {
                Draft draft = new Draft(l);
                change.make(draft);
                return draft.over(l);
            });
        }
    }

    private void taken() {
        if (!showing) {
            model.chooseModel(name.getText(), url.getText());
        }
    }

    private void show() {
        LanguageSettings l = model.conditions();
        showing = true;
        provider.show(l.provider());
        shown(name, l.model());
        shown(url, l.endpoint() == null ? "" : l.endpoint());
        mode.show(l.mode());
        homes.show(l.homes() == ALL_HOMES ? null : Double.valueOf(l.homes()));
        aggregator.setSelected(l.aggregatorByModel());
        tool.show(l.tool());
        noise.show(l.toolNoise());
        noise.setDisable(l.tool() != Tool.NOISY);
        persona.show(l.persona());
        paraphrase.show(l.paraphrase());
        order.show(l.order());
        shared.setSelected(l.shareRationales());
        stake.show(l.leastStakeUsd());
        relative.setSelected(l.guards().relativeDates());
        scale.show(l.guards().priceScale());
        temperature.show(l.sampling().temperature());
        showing = false;
    }

    private static void shown(TextField field, String text) {
        if (!field.getText().strip().equals(text)) {
            field.setText(text);
        }
    }

    private static TextField text(String id, String tooltip) {
        TextField field = new TextField();
        field.setId(id);
        field.setTooltip(new Tooltip(tooltip));
        field.setAccessibleText(tooltip);
        return field;
    }

    private static CheckBox box(String id, String text, String tooltip) {
        CheckBox box = new CheckBox(text);
        box.setId(id);
        box.setTooltip(new Tooltip(tooltip));
        return box;
    }
}
