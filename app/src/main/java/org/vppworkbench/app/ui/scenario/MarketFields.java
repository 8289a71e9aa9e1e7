package org.vppworkbench.app.ui.scenario;

import java.util.Arrays;
import java.util.List;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import org.vppworkbench.app.ui.control.ChoiceField;
import org.vppworkbench.app.ui.control.Explained;
import org.vppworkbench.app.ui.control.FormGrid;
import org.vppworkbench.app.ui.control.NumberField;
import org.vppworkbench.model.market.MarketRules;
import org.vppworkbench.model.scenario.ForecastSettings;
import org.vppworkbench.model.scenario.ForecastSettings.Method;
import org.vppworkbench.model.scenario.MarketSettings;
import org.vppworkbench.model.scenario.Timeline;

/** Timeline, rules, forecast and contingency calls; what does not matter for a choice is disabled. */
final class MarketFields {
    private final ScenarioViewModel model;
    private final MarketChoices choices;
    private final ChoiceField<Timeline> timeline;
    private final ChoiceField<MarketRules> rules;
    private final ChoiceField<Method> method;
    private final NumberField sigma;
    private final NumberField siteSigma;
    private final ChoiceField<CallMode> calls;
    private final TextField times = new TextField();
    private final NumberField probability;
    private final NumberField callSeed;
    private final Explained methodRow;
    private final Explained callsRow;
    private final Explained timesRow;

    MarketFields(ScenarioViewModel model) {
        this.model = model;
        this.choices = model.market();
        timeline = new ChoiceField<>("timeline", """
                When homes trade. Hourly: 75 minutes before each hour, at the day-ahead price that is published by then; a \
                stylised market. Day-ahead: at 10:00 of the day before, all hours and products of the day, on forecasts.""",
                List.of(Timeline.values()), MarketFields::words, choices::setTimeline);
        rules = new ChoiceField<>("rules", """
                What the market accepts as a fleet offer. Research, any price. CAISO DERA: at least 100 kW, in \
                steps of 10 kW, energy from −150 to 2000 $/MWh, reserves from 0 to 250 $/MW-h.""",
                List.of(MarketRules.values()), MarketFields::words, choices::setRules);
        method = new ChoiceField<>("forecast", """
                Prices that agents expect; the market always settles at the realised ones. Persistence: the same hour of an \
                earlier day. Noisy: the truth with a seeded error. Regression: lagged prices, system load and solar forecasts.""",
                Arrays.asList(Method.values()), MarketFields::words, choices::setMethod);
        sigma = new NumberField("forecast-sigma",
                "Error of noisy prices: standard deviation of the logarithm of forecast over price; 0.2 is about 20 %",
                0, 2, false, choices::setSigma);
        siteSigma = new NumberField("site-sigma",
                "Error of each home's forecast of its own PV and load, the same way; with 0 the homes know their days",
                0, 2, false, choices::setSiteSigma);
        calls = new ChoiceField<>("calls", """
                Contingency calls: quarter hours in which homes must deliver the reserve they sold, paid at the real-time \
                price. The same for every mechanism; nobody knows them before.""",
                List.of(CallMode.values()), CallMode::words, choices::setCallMode);
        probability = new NumberField("call-probability", "Chance of a call in each quarter hour", 0, 1, false, choices::setCallProbability);
        callSeed = new NumberField("call-seed", "Seed of the drawn calls; they depend on nothing else", 0, 1e12, true, v -> choices.setCallSeed((long) v));
        methodRow = new Explained(method);
        callsRow = new Explained(calls);
        timesRow = new Explained(times);
        makeTimes();
    }

    void addTo(FormGrid form) {
        form.section("Market")
                .row("Timeline", timeline, "")
                .row("Rules", rules, "")
                .row("Price forecast", methodRow, "")
                .row("Error of prices σ", sigma, "")
                .row("Error of homes σ", siteSigma, "")
                .row("Reserve calls", callsRow, "")
                .row("Call times", timesRow, "")
                .row("Call probability", probability, "per ¼ h")
                .row("Call seed", callSeed, "");
    }

    void show(MarketSettings market) {
        timeline.show(market.timeline());
        rules.show(market.rules());
        ForecastSettings forecast = market.forecast();
        method.show(forecast.method());
        sigma.show(forecast.sigma());
        sigma.setDisable(forecast.method() != Method.NOISY);
        siteSigma.show(forecast.siteSigma());
        CallMode mode = CallMode.of(market.calls());
        calls.show(mode);
        times.setText(choices.callTimes());
        times.setDisable(mode != CallMode.LISTED);
        probability.show(market.calls().probability());
        probability.setDisable(mode != CallMode.DRAWN);
        callSeed.show((double) market.calls().seed());
        callSeed.setDisable(mode != CallMode.DRAWN);
        explain();
    }

    /** Puts what the findings say under the fields they concern. */
    void explain() {
        methodRow.explain(model.problemOf("market.forecast.method"));
        sigma.explain(model.problemOf("market.forecast.sigma"));
        siteSigma.explain(model.problemOf("market.forecast.siteSigma"));
        callsRow.explain(model.problemOf("market.calls"));
        timesRow.explain(model.problemOf("market.calls.listed"));
        probability.explain(model.problemOf("market.calls.probability"));
    }

    private void makeTimes() {
        times.setId("call-times");
        String tooltip = "Local times at which calls of a quarter hour begin, such as 2023-08-16 18:00, with commas between them";
        times.setTooltip(new Tooltip(tooltip));
        times.setAccessibleText(tooltip);
        times.setPromptText("2023-08-16 18:00, …");
        times.setOnAction(event -> takeTimes());
        times.focusedProperty().addListener((o, was, is) -> {
            if (!is) {
                takeTimes();
            }
        });
    }

    private void takeTimes() {
        if (times.isDisabled() || times.getText().strip().equals(choices.callTimes())) {
            return;
        }
        String objection = choices.setCallTimes(times.getText());
        if (!objection.isEmpty()) {
            timesRow.explain(objection);
        }
    }

    private static String words(Timeline timeline) {
        return switch (timeline) {
            case HOURLY -> "Hourly (STYLISED)";
            case DAY_AHEAD -> "Day-ahead, at 10:00";
        };
    }

    private static String words(MarketRules rules) {
        return switch (rules) {
            case RESEARCH -> "Research";
            case CAISO_DERA -> "CAISO DERA, ≥ 100 kW";
        };
    }

    private static String words(Method method) {
        return switch (method) {
            case PERFECT -> "Perfect";
            case PERSISTENCE -> "Persistence";
            case NOISY -> "Noisy";
            case REGRESSION -> "Regression";
        };
    }
}
