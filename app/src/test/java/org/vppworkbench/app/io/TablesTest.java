package org.vppworkbench.app.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.vppworkbench.app.experiment.ExperimentResult;
import org.vppworkbench.app.experiment.RunBundle;
import org.vppworkbench.app.experiment.SmallRuns;
import org.vppworkbench.model.inputs.RunInputs;
import org.vppworkbench.model.market.Contract;
import org.vppworkbench.model.market.Product;
import org.vppworkbench.model.metrics.Invariant;
import org.vppworkbench.model.metrics.Metric;
import org.vppworkbench.model.metrics.MetricTable;
import org.vppworkbench.model.metrics.ProsumerScore;
import org.vppworkbench.model.scenario.Reading;
import org.vppworkbench.model.settlement.ProsumerAccount;
import org.vppworkbench.model.settlement.SettledContract;
import org.vppworkbench.optimizer.explain.Explanation;
import org.vppworkbench.optimizer.explain.HomeLimit;
import org.vppworkbench.optimizer.explain.LimitPrice;
import org.vppworkbench.optimizer.explain.RequiredPrice;
import org.vppworkbench.optimizer.explain.WhyNotMore;
import org.vppworkbench.optimizer.explain.WhyNotMore.Reason;

class TablesTest {
    private static final ExperimentResult RUN = SmallRuns.run("rule", 1, true);
    private static final BundleContent CONTENT = RunBundle.of(RUN, Map.of(), List.of());
    private static final RunInputs INPUTS = RUN.scenario().inputs();

    private static String dispatch() throws IOException {
        StringWriter text = new StringWriter();
        DispatchCsv.write(INPUTS, CONTENT.dispatch(), text);
        return text.toString();
    }

    private static String contracts() throws IOException {
        StringWriter text = new StringWriter();
        ContractsCsv.write(INPUTS.horizon(), CONTENT.contracts(), text);
        return text.toString();
    }

    @Test
    void headersAreThoseOfTheFormat() throws IOException {
        assertEquals(
                "interval,interval_start_utc,prosumer,meter_kw,baseline_meter_kw,pv_kw,curtailed_kw,"
                        + "load_kw,charge_kw,discharge_kw,bess_kwh,ev_charge_kw,ev_v2g_kw,ev_kwh,"
                        + "sold_energy_kw,spin_available_kw,nonspin_available_kw,called_kw",
                dispatch().lines().findFirst().orElseThrow());
        assertEquals(
                "hour,hour_start_utc,product,prosumer,kw,price_usd_per_mwh,cleared,delivered_kwh,"
                        + "payment_usd,reservation_usd_per_mwh",
                contracts().lines().findFirst().orElseThrow());
        assertEquals(
                "prosumer,bill_usd,baseline_bill_usd,payment_usd,degradation_usd,discomfort_usd,"
                        + "end_value_usd,utility_usd,baseline_utility_usd,surplus_usd,satisfaction,"
                        + "hard_violations,soft_violations,regret_usd",
                String.join(",", ProsumersCsv.COLUMNS));
    }

    @Test
    void dispatchReadsBackTheSameDoubles() throws IOException {
        Reading<DispatchDocument> read =
                DispatchCsv.read(INPUTS, new StringReader(dispatch()), "dispatch.csv");
        DispatchDocument document = read.orThrow();
        StringWriter again = new StringWriter();
        DispatchCsv.write(INPUTS, document, again);

        assertEquals(dispatch(), again.toString());
        assertEquals(CONTENT.dispatch().baselineMeterKw(), document.baselineMeterKw());
    }

    @Test
    void contractsReadBackAndSettleToTheSameMoney() throws IOException {
        List<SettledContract> read =
                ContractsCsv.read(INPUTS, new StringReader(contracts()), "contracts.csv").orThrow();

        assertTrue(read.size() > 5, "the run has contracts");
        for (int i = 0; i < read.size(); i++) {
            assertEquals(CONTENT.contracts().get(i).contract(), read.get(i).contract());
            assertEquals(CONTENT.contracts().get(i).paymentUsd(), read.get(i).paymentUsd());
        }
    }

    @Test
    void tablesMatchTheGoldenFiles() throws IOException {
        StringWriter contracts = new StringWriter();
        ContractsCsv.write(
                INPUTS.horizon(),
                List.of(
                        new SettledContract(
                                new Contract("home, \"one\"", Product.ENERGY, 18, 1.0 / 3, 700, 310.5),
                                true, 0.25, 1.0 / 12, 0.1),
                        new SettledContract(
                                new Contract("home-002", Product.SPIN, 19, 2, 12.5, 1e-7), false, 0, 0, 0)),
                contracts);
        assertEquals(
                GoldenFile.text("contracts.csv", contracts.toString()), contracts.toString());

        ProsumerAccount account = new ProsumerAccount(1.5, 0.05, 0.1, 2.25, -0.25);
        StringWriter prosumers = new StringWriter();
        ProsumersCsv.write(
                List.of(
                        new ProsumerScore("home-001", account, ProsumerAccount.ZERO, 0.75, 0.125, List.of()),
                        new ProsumerScore("home-002", account, account, null, 0, List.of())),
                prosumers);
        assertEquals(
                GoldenFile.text("prosumers.csv", prosumers.toString()), prosumers.toString());
    }

    @Test
    void metricsAndBaselineMatchTheGoldenFiles() throws IOException {
        MetricTable table =
                new MetricTable(
                        List.of(
                                Metric.of("welfareUsd", "Welfare", "$", -1020.1),
                                Metric.of("hardViolations", "Hard preferences broken", "", 0),
                                Metric.undefined("giniIndex", "Gini", "share", "mean surplus is 0")),
                        List.of(
                                new MetricTable.Day(
                                        LocalDate.of(2023, 8, 15),
                                        List.of(Metric.of("welfareUsd", "Welfare", "$", 0.1 + 0.2)))),
                        List.of());
        String metrics = MetricsJson.write("rule", "RULE", List.of("SYNTHETIC"), table);
        assertEquals(GoldenFile.text("metrics.json", metrics), metrics);

        OptimumSummary aware =
                new OptimumSummary(
                        -873.5, -873.6, -873.3, 9e-4, 215.6, 1e-7, "JOptimizer 5.0.0", "OPTIMAL", 1e-3, 41,
                        12.1, "");
        String baseline =
                BaselineJson.write(
                        new BaselineDocument(
                                null, Map.of("aware", aware),
                                List.of(new Invariant("welfare <= aware bound", true, "-1020.1 <= -873.3"))));
        assertEquals(GoldenFile.text("baseline.json", baseline), baseline);

        ForecastSummary forecast =
                new ForecastSummary(
                        -880.25, 1.5, 0.75, 1e-9, 9e-4, 215.6, "JOptimizer 5.0.0", "OPTIMAL", 1e-3, 82, 0.5, "",
                        List.of(new ForecastSummary.Program(0, 2, -875.0, null, 9e-4, 0.0, "NOT_PROVED")));
        BaselineDocument both = new BaselineDocument(-1020.1, Map.of("aware", aware), forecast, List.of());
        String told = BaselineJson.write(both);
        assertEquals(both, BaselineJson.read(told, "baseline.json").orThrow());
        assertEquals(GoldenFile.text("baseline-forecast.json", told), told);
    }

    @Test
    void explanationsMatchTheGoldenFile() throws IOException {
        Explanation explanation = new Explanation(
                List.of(new RequiredPrice(Product.ENERGY, 18, 25, 25, List.of(0.25, 0.0, 1.0 / 3, 1e-7))),
                List.of(
                        new LimitPrice(
                                "home, \"one\"", HomeLimit.BATTERY_CHARGE, 4, 0.75, 0.625,
                                List.of(new LimitPrice.Part(18, 0.5, 0.375), new LimitPrice.Part(43, 0.25, 0.25))),
                        new LimitPrice(
                                "home-002", HomeLimit.DAILY_CAP, 6, 0.125, 0.125,
                                List.of(new LimitPrice.Part(1, 0.125, 0.125)))),
                List.of(
                        new WhyNotMore("home-002", Product.SPIN, 18, 3.8, Reason.RESERVE_ENERGY, 0.675, 2.675, 0.5),
                        new WhyNotMore("home-002", Product.ENERGY, 19, 0, Reason.NOTHING_TO_GAIN, 365.75, 60, 0)));
        String text = ExplanationsCsv.write(explanation);
        assertEquals(GoldenFile.text("explanations.csv", text), text);
    }

    @Test
    void linesEndInLineFeedsOnly() throws IOException {
        assertTrue(dispatch().indexOf('\r') < 0 && dispatch().endsWith("\n"));
    }

    @Test
    void notANumberNamesRowAndColumn() throws IOException {
        String line = dispatch().lines().skip(1).findFirst().orElseThrow();
        String bad = line.substring(0, line.lastIndexOf(',')) + ",NaN";
        Reading<DispatchDocument> read =
                DispatchCsv.read(INPUTS, new StringReader(dispatch().replace(line, bad)), "dispatch.csv");

        assertNull(read.value());
        assertTrue(read.findings().getFirst().oneLine().contains("dispatch.csv, row 2, called_kw"));
    }

    @Test
    void missingRowIsAFinding() throws IOException {
        String text = dispatch();
        String cut = text.substring(0, text.stripTrailing().lastIndexOf('\n') + 1);
        Reading<DispatchDocument> read =
                DispatchCsv.read(INPUTS, new StringReader(cut), "dispatch.csv");

        assertTrue(read.findings().getFirst().oneLine().contains("row missing"));
    }

    @Test
    void otherColumnsAreRefused() throws IOException {
        Reading<List<SettledContract>> read =
                ContractsCsv.read(INPUTS, new StringReader("hour,product\n1,ENERGY\n"), "contracts.csv");

        assertTrue(read.findings().getFirst().oneLine().contains("contracts.csv, header"));
    }

    @Test
    void manifestScenarioAndBaselineReadBackEqual() {
        RunManifest manifest = CONTENT.manifest();
        assertEquals(
                manifest, ManifestJson.read(ManifestJson.write(manifest), "manifest.json").orThrow());
        var scenario = manifest.configuration().scenario();
        assertEquals(
                scenario, ScenarioJson.read(ScenarioJson.write(scenario), "scenario.json").orThrow());
        assertEquals(
                CONTENT.baseline(),
                BaselineJson.read(BaselineJson.write(CONTENT.baseline()), "baseline.json").orThrow());
    }
}
