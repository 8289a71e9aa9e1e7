package org.vppworkbench.app.ui.agents;

import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.app.ui.control.FormGrid;
import org.vppworkbench.model.scenario.LanguageSettings.Budget;

/** Where the talk with a model ends. */
final class BudgetFields extends VBox {
    private static final double MOST_USD = 1e6;
    private static final double MOST_COUNT = 1e12;
    private static final double MOST_SECONDS = 1e7;

    private final AgentsViewModel model;
    private final OptionalField usd;
    private final OptionalField usdPerDay;
    private final OptionalField tokens;
    private final OptionalField tokensPerDay;
    private final OptionalField calls;
    private final OptionalField seconds;

    BudgetFields(AgentsViewModel model) {
        this.model = model;
        usd = field("agents-usd", "Dollars of a run, by the price list", 0, MOST_USD, false, (b, v) -> new Budget(v, b.usdPerDay(), b.tokens(), b.tokensPerDay(), b.calls(), b.seconds()));
        usdPerDay = field("agents-usd-day", "Dollars per simulated day", 0, MOST_USD, false, (b, v) -> new Budget(b.usd(), v, b.tokens(), b.tokensPerDay(), b.calls(), b.seconds()));
        tokens = field("agents-tokens", "Tokens of a run", 1, MOST_COUNT, true, (b, v) -> new Budget(b.usd(), b.usdPerDay(), whole(v), b.tokensPerDay(), b.calls(), b.seconds()));
        tokensPerDay = field("agents-tokens-day", "Tokens per simulated day", 1, MOST_COUNT, true, (b, v) -> new Budget(b.usd(), b.usdPerDay(), b.tokens(), whole(v), b.calls(), b.seconds()));
        calls = field("agents-calls", "Requests of a run", 1, MOST_COUNT, true, (b, v) -> new Budget(b.usd(), b.usdPerDay(), b.tokens(), b.tokensPerDay(), whole(v), b.seconds()));
        seconds = field("agents-seconds", "Wall time spent waiting for the model", 1, MOST_SECONDS, false, (b, v) -> new Budget(b.usd(), b.usdPerDay(), b.tokens(), b.tokensPerDay(), b.calls(), v));
        Label words = new Label("Where a budget is spent the negotiation at hand ends with what is agreed, and later ones that need a model end with nothing;"
                + " no rule decides in its place, and that is recorded.");
        words.setWrapText(true);
        words.setMinHeight(USE_PREF_SIZE);
        words.getStyleClass().add("muted");
        getChildren().setAll(new FormGrid()
                .row("Dollars", usd, "$")
                .row("Dollars a day", usdPerDay, "$ per day")
                .row("Tokens", tokens, "tokens")
                .row("Tokens a day", tokensPerDay, "tokens per day")
                .row("Requests", calls, "requests")
                .row("Waiting", seconds, "s"), words);
        getStyleClass().add("column");
        model.languageProperty().addListener((o, was, is) -> show());
        show();
    }

    private interface Change {
        Budget make(Budget before, @Nullable Double value);
    }

    private OptionalField field(String id, String tooltip, double least, double most, boolean whole, Change change) {
        return new OptionalField(id, tooltip, least, most, whole, "no limit",
                value -> model.limit(change.make(model.conditions().budget(), value)));
    }

    private static @Nullable Long whole(@Nullable Double value) {
        return value == null ? null : Math.round(value);
    }

    private static @Nullable Double number(@Nullable Long value) {
        return value == null ? null : (double) value;
    }

    private void show() {
        Budget budget = model.conditions().budget();
        usd.show(budget.usd());
        usdPerDay.show(budget.usdPerDay());
        tokens.show(number(budget.tokens()));
        tokensPerDay.show(number(budget.tokensPerDay()));
        calls.show(number(budget.calls()));
        seconds.show(budget.seconds());
    }
}
