package org.vppworkbench.model.scenario;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import org.vppworkbench.model.fleet.Fleet;
import org.vppworkbench.model.fleet.Home;
import org.vppworkbench.model.fleet.TariffPlan;
import org.vppworkbench.model.forecast.ForecastReport;
import org.vppworkbench.model.inputs.HomeOutlook;
import org.vppworkbench.model.inputs.ProsumerInputs;
import org.vppworkbench.model.inputs.RunInputs;
import org.vppworkbench.model.market.MarketSeries;
import org.vppworkbench.model.simulation.CancelToken;
import org.vppworkbench.model.simulation.ProgressSink;
import org.vppworkbench.model.time.Horizon;
import org.vppworkbench.model.time.Provenance;
import org.vppworkbench.model.time.SeriesKind;

/**
 * Puts every number in place: cuts the data to the days of the run, lays out trips and preferences per interval, applies
 * the rule of the minimum stake, blanks out what looks like a key in the words of owners ({@link KeyMask}), and refuses by
 * name what cannot be run. Deterministic; reads nothing but its arguments.
 */
public final class ScenarioResolver {
    private ScenarioResolver() {}

    /**
     * Resolves a scenario.
     *
     * @param scenario what the user chose
     * @param fleet the fleet it refers to
     * @param data the data set it refers to
     * @return findings and, where none is an error, everything ready to run
     */
    public static Resolution resolve(Scenario scenario, Fleet fleet, DataSet data) {
        return resolve(scenario, fleet, data, ProgressSink.NONE, CancelToken.NEVER);
    }

    /**
     * The same for a caller who does not want to wait in vain.
     *
     * @throws CancellationException if it was stopped
     */
    public static Resolution resolve(
            Scenario asChosen, Fleet asGiven, DataSet asPublished, ProgressSink progress, CancelToken cancel) {
        Findings out = new Findings();
        Scenario scenario = KeyMask.BY_LOOKS.masked(asChosen, out);
        Fleet fleet = KeyMask.BY_LOOKS.masked(asGiven, scenario.fleetReference(), out);
        ScenarioChecks.check(scenario, asPublished, out);
        DataChecks.checkLengths(asPublished, out);
        FleetValidation.check(fleet, scenario.fleetReference(), out);
        ExternalChecks.check(scenario, fleet, out);
        LanguageChecks.homes(scenario.language(), fleet, out);
        if (out.hasErrors()) {
            return new Resolution(out.list(), null);
        }
        DataSet data = DayPermutation.applied(scenario, asPublished, out);
        Horizon horizon = new Horizon(scenario.firstDay(), scenario.days(), data.horizon().zone());
        MarketSettings market = scenario.market();
        PriceForecasts forecaster = new PriceForecasts(market.forecast(), data);
        forecaster.check(scenario.firstDay(), out);
        ContingencyCalls.check(market.calls(), data, horizon, out);
        if (out.hasErrors()) {
            return new Resolution(out.list(), null);
        }
        MarketSeries forecasts = forecaster.of(horizon, scenario.seed());
        HomeOutlooks expectations = new HomeOutlooks(market.forecast(), scenario.seed(), horizon, forecasts);
        DataSet days = data.slice(horizon);
        DataChecks.checkValues(days, out);
        List<Provenance> provenance = new ArrayList<>(days.provenance());
        reportClipping(fleet, days, provenance, out);
        provenance.addAll(forecaster.provenance());
        List<ProsumerInputs> prosumers = new ArrayList<>();
        List<HomeOutlook> outlooks = new ArrayList<>();
        List<Behaviour> behaviours = new ArrayList<>();
        for (Home home : fleet.homes()) {
            if (cancel.cancelled()) {
                throw new CancellationException("the scenario was not resolved to its end");
            }
            progress.report(prosumers.size(), fleet.homes().size(), "homes");
            HomeResolution resolved =
                    HomeResolution.of(home, days, scenario.fleetReference() + ", " + home.id(), out);
            if (resolved != null) {
                prosumers.add(resolved.inputs());
                outlooks.add(expectations.of(resolved.inputs(), home.tariff()));
                behaviours.add(resolved.behaviour());
            }
        }
        if (out.hasErrors()) {
            return new Resolution(out.list(), null);
        }
        MarketSeries prices = days.prices();
        RequiredQuantities quantities = RequiredQuantities.of(
                scenario.requirement(), scenario.minStakeUsd(), prices, forecasts, horizon);
        RunInputs inputs = new RunInputs(
                horizon,
                prices,
                forecasts,
                quantities.required(),
                ContingencyCalls.of(market.calls(), horizon),
                prosumers,
                outlooks);
        RunInputs told = OwnerMessages.applied(inputs, scenario.told(), out);
        RunInputs branched = Branches.applied(told, scenario.branches(), out);
        if (out.hasErrors()) {
            return new Resolution(out.list(), null);
        }
        ForecastReport report = market.forecast().method() == ForecastSettings.Method.PERFECT
                ? null
                : forecaster.report(horizon, forecasts);
        return new Resolution(
                out.list(),
                new ResolvedScenario(scenario, fleet, branched, behaviours, quantities.skipped(), provenance, report));
    }

    /** A filed export credit above the import price is capped ({@code model.md} §1): a finding, and DERIVED. */
    private static void reportClipping(Fleet fleet, DataSet days, List<Provenance> provenance, Findings out) {
        Set<TariffPlan> used = EnumSet.noneOf(TariffPlan.class);
        fleet.homes().forEach(home -> used.add(home.tariff()));
        for (TariffPlan plan : used) {
            RetailPrices retail = RetailPrices.of(plan, days);
            if (retail == null || retail.clippedIntervals() == 0) {
                continue;
            }
            String note = "filed export credit above the import price in " + retail.clippedIntervals() + " of "
                    + days.horizon().intervals() + " intervals, capped at the import price";
            out.info(days.id() + ", " + plan, note);
            provenance.add(new Provenance(
                    plan + " export credit, capped [$/kWh]",
                    SeriesKind.DERIVED,
                    "import price and filed export credit of the same plan",
                    "as those",
                    "",
                    "",
                    note));
        }
    }
}
