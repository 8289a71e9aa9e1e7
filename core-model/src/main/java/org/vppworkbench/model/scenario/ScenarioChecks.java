package org.vppworkbench.model.scenario;

import java.time.LocalDate;
import org.vppworkbench.model.market.MarketRules;

/** Checks of what a user chose for a run, apart from fleet and data. */
final class ScenarioChecks {
    /** Errors of more than e² either way are no forecast. */
    private static final double MAX_SIGMA = 2;

    private ScenarioChecks() {}

    static void check(Scenario scenario, DataSet data, Findings out) {
        checkDays(scenario.firstDay(), scenario.days(), data, out);
        Requirement requirement = scenario.requirement();
        out.inRange("scenario, requirement.energyKw", requirement.energyKw(), 0, Findings.MAX_KW, "kW");
        out.inRange("scenario, requirement.spinKw", requirement.spinKw(), 0, Findings.MAX_KW, "kW");
        out.inRange("scenario, requirement.nonSpinKw", requirement.nonSpinKw(), 0, Findings.MAX_KW, "kW");
        out.inRange("scenario, minStakeUsd", scenario.minStakeUsd(), 0, 1e6, "$");
        out.inRange("scenario, kappa", scenario.kappa(), 0, 100, "");
        untraded(scenario, data, out);
        checkMarket(scenario, out);
        AgentSettings agents = scenario.agents();
        out.inRange("scenario, agents.rounds", agents.rounds(), 1, 50, "");
        out.inRange("scenario, agents.aggregatorOpeningShare", agents.aggregatorOpeningShare(), 0, 1, "");
        out.inRange("scenario, agents.aggregatorFinalShare", agents.aggregatorFinalShare(), 0, 1, "");
        out.aboveZero(
                "scenario, agents.aggregatorConcessionExponent", agents.aggregatorConcessionExponent(), 50, "");
        out.inRange("scenario, agents.postedPriceShare", agents.postedPriceShare(), 0, 1, "");
        LanguageSettings language = scenario.language();
        if (language != null) {
            LanguageChecks.check(language, out);
        }
        SatisfactionSettings satisfaction = scenario.satisfaction();
        out.inRange("scenario, satisfaction.moneyWeight", satisfaction.moneyWeight(), 0, 1, "");
        out.aboveZero("scenario, satisfaction.floorToleranceShare", satisfaction.floorToleranceShare(), 1, "");
        out.aboveZero("scenario, satisfaction.carToleranceShare", satisfaction.carToleranceShare(), 1, "");
        out.aboveZero("scenario, satisfaction.capToleranceShare", satisfaction.capToleranceShare(), 1, "");
    }

    private static void checkMarket(Scenario scenario, Findings out) {
        MarketSettings market = scenario.market();
        checkForecast(market.forecast(), out);
        out.inRange("scenario, market.calls.probability", market.calls().probability(), 0, 1, "");
        Requirement requirement = scenario.requirement();
        belowMinimum(market.rules(), "energyKw", requirement.energyKw(), out);
        belowMinimum(market.rules(), "spinKw", requirement.spinKw(), out);
        belowMinimum(market.rules(), "nonSpinKw", requirement.nonSpinKw(), out);
    }

    static void checkForecast(ForecastSettings forecast, Findings out) {
        out.inRange("scenario, market.forecast.sigma", forecast.sigma(), 0, MAX_SIGMA, "");
        out.inRange("scenario, market.forecast.siteSigma", forecast.siteSigma(), 0, MAX_SIGMA, "");
    }

    /** What is wanted but has no price is not traded ({@link RequiredQuantities}). */
    private static void untraded(Scenario scenario, DataSet data, Findings out) {
        Requirement requirement = scenario.requirement();
        if (requirement.spinKw() > 0 && data.prices().spin() == null) {
            out.info("scenario, requirement.spinKw", "not traded: " + data.id() + " has no spinning reserve prices");
        }
        if (requirement.nonSpinKw() > 0 && data.prices().nonSpin() == null) {
            out.info("scenario, requirement.nonSpinKw", "not traded: " + data.id() + " has no non-spinning reserve prices");
        }
    }

    private static void belowMinimum(MarketRules rules, String field, double kw, Findings out) {
        if (kw > 0 && kw < rules.minimumKw()) {
            out.warning(
                    "scenario, requirement." + field,
                    Findings.number(kw) + " kW",
                    "no offer can clear: " + rules + " accepts none below " + Findings.number(rules.minimumKw()) + " kW",
                    "0, or " + Findings.number(rules.minimumKw()) + " kW and more");
        }
    }

    static void checkDays(LocalDate firstDay, int days, DataSet data, Findings out) {
        LocalDate dataFirst = data.horizon().firstDay();
        LocalDate dataLast = data.horizon().date(data.horizon().days() - 1);
        String available = dataFirst + " to " + dataLast + " (" + data.id() + ")";
        if (days < 1) {
            out.error(
                    "scenario, days",
                    days,
                    "a run has at least one day",
                    "[1, " + data.horizon().days() + "] days, " + available);
            return;
        }
        LocalDate last = firstDay.plusDays(days - 1L);
        if (firstDay.isBefore(dataFirst) || last.isAfter(dataLast)) {
            out.error(
                    "scenario, firstDay and days",
                    firstDay + " to " + last,
                    "days outside the data",
                    available);
        }
    }
}
