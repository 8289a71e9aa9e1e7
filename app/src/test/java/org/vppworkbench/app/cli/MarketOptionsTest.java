package org.vppworkbench.app.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vppworkbench.app.experiment.SmallRuns;
import org.vppworkbench.app.io.Bundle;
import org.vppworkbench.app.io.BundleReader;
import org.vppworkbench.app.io.ScenarioJson;
import org.vppworkbench.model.fleet.Fleet;
import org.vppworkbench.model.inputs.RunInputs;
import org.vppworkbench.model.market.MarketRules;
import org.vppworkbench.model.scenario.CallSettings;
import org.vppworkbench.model.scenario.ForecastSettings;
import org.vppworkbench.model.scenario.MarketSettings;
import org.vppworkbench.model.scenario.Requirement;
import org.vppworkbench.model.scenario.Scenario;
import org.vppworkbench.model.scenario.Timeline;
import org.vppworkbench.model.simulation.CancelToken;
import org.vppworkbench.sample.FleetJson;

/** Timeline, rules, forecast and calls on the command line, in the scenario file and in the bundle. */
class MarketOptionsTest {
    @TempDir Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int vpp(Object... args) {
        String[] words = java.util.Arrays.stream(args).map(Object::toString).toArray(String[]::new);
        return CommandLineProgram.execute(
                words, new PrintWriter(out), new PrintWriter(err), SmallRuns.CLOCK, CancelToken.NEVER);
    }

    private Path fourHomes() throws IOException {
        Fleet four = SmallRuns.scenario("rule", 1).fleet();
        return Files.writeString(folder.resolve("four.json"), FleetJson.write(four));
    }

    @Test
    void everyMarketFieldSurvivesTheScenarioFile() {
        Scenario scenario = SmallRuns.scenario("rule", 1).scenario()
                .withMarket(new MarketSettings(
                        Timeline.DAY_AHEAD,
                        MarketRules.CAISO_DERA,
                        new ForecastSettings(ForecastSettings.Method.REGRESSION, 0.1 + 0.2, 0.7),
                        new CallSettings(
                                List.of(Instant.parse("2023-08-17T01:00:00Z"), Instant.parse("2023-08-17T01:15:00Z")),
                                1e-3, Long.MIN_VALUE)));
        String text = ScenarioJson.write(scenario);
        assertEquals(scenario, ScenarioJson.read(text, "file").orThrow());
        assertEquals(text, ScenarioJson.write(ScenarioJson.read(text, "file").orThrow()));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "day-ahead|research|noisy:0.3|0.4|seed:5:0.02|6,4,4",
        "hourly|caiso-dera|persistence|0|2023-08-16T18:00,2023-08-17T01:15:00Z|100,100,0",
    })
    void aBundleRunsAgainToTheSameBytes(
            String timeline, String rules, String forecast, String homes, String calls, String required)
            throws IOException {
        Path first = folder.resolve("first");
        Path again = folder.resolve("again");
        Path fleet = fourHomes();
        assertEquals(
                0,
                vpp("run", "--fleet", fleet, "--from", "2023-08-16", "--timeline", timeline, "--rules", rules,
                        "--forecast", forecast, "--home-forecast-error", homes, "--calls", calls, "--required", required,
                        "--no-optimum", "--out", first),
                err.toString());
        assertEquals(
                0,
                vpp("run", "--scenario", first.resolve(Bundle.SCENARIO), "--fleet", fleet, "--no-optimum", "--out", again),
                err.toString());

        for (String name : List.of(
                Bundle.SCENARIO, Bundle.INPUTS, Bundle.EVENTS, Bundle.MESSAGES, Bundle.DISPATCH, Bundle.CONTRACTS, Bundle.PROSUMERS,
                Bundle.METRICS, Bundle.FORECAST)) {
            assertArrayEquals(
                    Files.readAllBytes(first.resolve(name)), Files.readAllBytes(again.resolve(name)), name);
        }
        Bundle bundle = BundleReader.read(first).orThrow();
        assertTrue(
                Objects.requireNonNull(bundle.manifest()).outputFiles().containsKey(Bundle.FORECAST), "hashed too");
        RunInputs inputs = bundle.inputs().inputs();
        assertFalse(inputs.calledIntervals().isEmpty());
        assertFalse(Objects.requireNonNull(inputs.forecasts().energy()).equals(inputs.prices().energy()));
        assertEquals(
                homes.equals("0"), inputs.outlooks().getFirst().expected().load().equals(inputs.prosumers().getFirst().load()));
    }

    @Test
    void optionsReplaceWhatTheScenarioFileSays() throws IOException {
        Path file = folder.resolve("mine.json");
        Scenario base = SmallRuns.scenario("rule", 1).scenario()
                .withMarket(new MarketSettings(
                        Timeline.DAY_AHEAD, MarketRules.RESEARCH,
                        new ForecastSettings(ForecastSettings.Method.NOISY, 0.3, 0.2),
                        new CallSettings(List.of(), 0.5, 4)));
        Files.writeString(file, ScenarioJson.write(base));
        Path run = folder.resolve("run");
        assertEquals(
                0,
                vpp("run", "--scenario", file, "--fleet", fourHomes(), "--forecast", "persistence", "--calls", "none",
                        "--required", "7,5,3", "--spin-kw", 2, "--no-optimum", "--out", run),
                err.toString());
        Scenario ran = ScenarioJson.read(run.resolve(Bundle.SCENARIO)).orThrow();
        assertEquals(new Requirement(7, 2, 3), ran.requirement());
        assertEquals(
                new MarketSettings(
                        Timeline.DAY_AHEAD, MarketRules.RESEARCH,
                        new ForecastSettings(ForecastSettings.Method.PERSISTENCE, 0, 0.2), CallSettings.NONE),
                ran.market());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "--timeline|weekly|hourly, day-ahead",
        "--rules|caiso|research, caiso-dera",
        "--forecast|noisy|noisy:SIGMA",
        "--forecast|noisy:much|noisy:SIGMA",
        "--forecast|oracle|perfect, persistence",
        "--required|1,2|ENERGY,SPIN,NONSPIN",
        "--required|1,2,x|ENERGY,SPIN,NONSPIN",
        "--calls|tomorrow|local",
        "--calls|seed:x|seed:N:PROBABILITY",
        "--calls|seed:1:2:3|seed:N:PROBABILITY",
        "--calls|2023-03-12T02:30|comes never",
        "--calls|2023-11-05T01:30|comes twice",
    })
    void whatIsNotUnderstoodIsUsage(String option, String value, String words) {
        assertEquals(2, vpp("run", option, value, "--out", folder.resolve("run")));
        assertTrue(err.toString().contains(words), err.toString());
        assertFalse(Files.exists(folder.resolve("run")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "--forecast|persistence|a first day from 2023-08-16 on",
        "--forecast|noisy:3|market.forecast.sigma",
        "--home-forecast-error|-1|market.forecast.siteSigma",
        "--calls|2023-08-16T18:00|outside the run",
        "--calls|2023-08-15T18:01|begins with a quarter hour",
        "--calls|seed:1:1.5|market.calls.probability",
        "--required|-1,0,0|requirement.energyKw",
    })
    void whatCannotBeRunIsRefusedByName(String option, String value, String words) {
        assertEquals(1, vpp("run", "--from", "2023-08-15", option, value, "--out", folder.resolve("run")));
        assertTrue(err.toString().contains(words), err.toString());
        assertFalse(Files.exists(folder.resolve("run")));
    }

    @Test
    void requirementsBelowTheMarketsMinimumAreToldOf() {
        assertEquals(0, vpp("validate", "--rules", "caiso-dera", "--required", "250,99,0"), err.toString());
        assertTrue(err.toString().contains("WARNING scenario, requirement.spinKw"), err.toString());
        assertFalse(err.toString().contains("requirement.energyKw"), err.toString());
        assertFalse(err.toString().contains("requirement.nonSpinKw"), err.toString());
    }

    @Test
    void forecastCommandPrintsTheTableAndWritesItsFiles() throws IOException {
        Path target = folder.resolve("forecast");
        assertEquals(
                0, vpp("forecast", "--method", "noisy", "--sigma", 0.3, "--seed", 4, "--out", target), err.toString());
        assertTrue(out.toString().contains("la-2023-08, 6 days from 2023-08-16, NOISY(0.3) forecast"), out.toString());
        List<String> report = Files.readAllLines(target.resolve(Bundle.FORECAST));
        assertEquals(1 + 3 * 25, report.size());
        assertTrue(report.getFirst().startsWith("forecast,product,local_hour,hours,mean_price_usd_per_mwh,mae_"));
        assertTrue(report.get(1).startsWith("NOISY(0.3),ENERGY,,144,"), report.get(1));
        assertEquals(1 + 3 * 144, Files.readAllLines(target.resolve("forecast-hours.csv")).size());
        for (String picture : List.of("forecast.png", "forecast.svg", "forecast-error.png", "forecast-error.svg")) {
            assertTrue(Files.size(target.resolve(picture)) > 5000, picture);
        }
    }

    @Test
    void forecastBeginsWhereThereIsHistory() {
        assertEquals(0, vpp("forecast", "--method", "persistence"), err.toString());
        assertTrue(out.toString().contains("6 days from 2023-08-16, PERSISTENCE forecast"), out.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"--from=2023-08-15", "--from=2024-01-01", "--days=0", "--days=99", "--sample=mars"})
    void forecastThatCannotBeMadeIsRefused(String option) {
        assertEquals(1, vpp("forecast", "--method", "persistence", option));
        assertTrue(err.toString().contains("ERROR"), err.toString());
        assertEquals(2, vpp("forecast", "--method", "oracle"));
        assertTrue(err.toString().contains("persistence, noisy, regression"), err.toString());
    }
}
