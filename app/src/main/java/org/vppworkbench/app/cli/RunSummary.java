package org.vppworkbench.app.cli;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.vppworkbench.app.experiment.AboveOptimum;
import org.vppworkbench.app.experiment.ExperimentResult;
import org.vppworkbench.app.experiment.FleetSource;
import org.vppworkbench.app.experiment.LanguageRecord;
import org.vppworkbench.app.experiment.OptimumSet;
import org.vppworkbench.app.experiment.ReportedSeeds;
import org.vppworkbench.app.io.PriceKinds;
import org.vppworkbench.app.io.LanguageReport;
import org.vppworkbench.app.io.RecallReport;
import org.vppworkbench.app.io.ForecastSummary;
import org.vppworkbench.model.market.Product;
import org.vppworkbench.model.metrics.Invariant;
import org.vppworkbench.model.metrics.Metric;
import org.vppworkbench.model.metrics.ModelUse;
import org.vppworkbench.model.scenario.MarketSettings;
import org.vppworkbench.model.settlement.SettledContract;
import org.vppworkbench.model.time.Horizon;
import org.vppworkbench.negotiation.language.FailureKind;
import org.vppworkbench.optimizer.OptimumResult;

/** A run in a dozen readable lines. */
final class RunSummary {
    private final Console console;

    RunSummary(Console console) {
        this.console = console;
    }

    void print(ExperimentResult result) {
        Horizon horizon = result.scenario().inputs().horizon();
        MarketSettings market = result.scenario().scenario().market();
        String last = horizon.days() == 1 ? "" : " to " + horizon.date(horizon.days() - 1);
        console.line("");
        console.line(String.format(Locale.ROOT, "%s%s, fleet %s, %s, mechanism %s",
                horizon.date(0), last, FleetSource.name(result.scenario()),
                Plural.of(result.scenario().inputs().prosumers().size(), "home"), result.record().mechanism()));
        console.line(String.format(Locale.ROOT, "%s, timeline %s, rules %s, forecast %s, seed %d", result.record().label(),
                market.timeline().label(), market.rules(), market.forecast().label(), result.scenario().scenario().seed()));
        console.line("prices " + String.join(", ", PriceKinds.of(result.scenario().provenance())));
        console.line("");
        console.line(String.format(Locale.ROOT, "  welfare W              %12.4f $", result.welfareUsd()));
        console.line(String.format(Locale.ROOT, "  without VPP W0         %12.4f $", result.referenceWelfareUsd()));
        console.line(String.format(Locale.ROOT, "  VPP value W - W0       %12.4f $", result.welfareUsd() - result.referenceWelfareUsd()));
        metric(result, "efficiencyAware", "efficiency eta", AboveOptimum.why(result.metrics().week()).orElse(""));
        metric(result, "prosumerSurplusUsd", "homes' surplus", "$");
        metric(result, "aggregatorProfitUsd", "aggregator's profit", "$");
        metric(result, "irRateShare", "homes not worse off", "share");
        metric(result, "hardViolations", "hard preferences broken", "");
        contracts(result);
        language(result);
        new ProgramSummary(console).print(result);
        optimum(result.optimum());
        invariants(result.invariants());
    }

    private void metric(ExperimentResult result, String key, String title, String unit) {
        Optional<Metric> metric = result.metrics().metric(key);
        if (metric.isEmpty()) {
            return;
        }
        Double value = metric.get().value();
        if (value == null) {
            console.line(String.format(Locale.ROOT, "  %-22s %12s   %s", title, "n/a", metric.get().reason()));
        } else if (value == Math.rint(value) && metric.get().unit().isEmpty()) {
            console.line(String.format(Locale.ROOT, "  %-22s %12.0f", title, value));
        } else {
            console.line(String.format(Locale.ROOT, "  %-22s %12.4f %s", title, value, unit));
        }
    }

    private void contracts(ExperimentResult result) {
        List<SettledContract> inForce =
                result.settlement().contracts().stream().filter(SettledContract::cleared).toList();
        console.line("");
        for (Product product : Product.values()) {
            List<SettledContract> sold =
                    inForce.stream().filter(c -> c.contract().product() == product).toList();
            double kwh = sold.stream().mapToDouble(SettledContract::deliveredKwh).sum();
            double usd = sold.stream().mapToDouble(SettledContract::paymentUsd).sum();
            String unit = product.isReserve() ? "kW\u00b7h" : "kWh";
            console.line(String.format(Locale.ROOT, "  contracts %-8s %5d   %10.2f %-4s delivered, %8.2f $ paid to homes",
                    product, sold.size(), kwh, unit, usd));
        }
        long refused = result.record().offers().stream().filter(offer -> !offer.cleared()).count();
        if (refused > 0) {
            int contracts = result.settlement().contracts().size() - inForce.size();
            console.line(String.format(Locale.ROOT, "  %s did not clear; %s of homes never came into force",
                    Plural.of(refused, "offer"), Plural.of(contracts, "contract")));
        }
    }

    /** What the models of a run took, and what stands against using its results. */
    private void language(ExperimentResult result) {
        LanguageRecord language = result.language();
        if (language == null) {
            return;
        }
        LanguageReport report = language.report();
        ModelUse use = report.use();
        String replayed = report.replayed() ? " (when it was recorded)" : "";
        console.line("");
        if (use.calls() == 0) {
            console.line("  no question for the model arose: it was not asked, and nothing here is its own");
            report.marks().forEach(mark -> console.line("  MARK " + mark));
            return;
        }
        long unsent = Objects.requireNonNullElse(report.notSent(), 0L);
        console.line(String.format(Locale.ROOT, "  model asked %d times, %d without an answer; %d tokens%s, %s, %.1f s in calls%s",
                use.calls() - unsent, use.failures() - unsent, use.tokens(), use.estimated() ? " (estimated in part)" : "",
                use.priced() ? String.format(Locale.ROOT, "%.4f $", use.usd()) : "no price known", use.seconds(), replayed));
        report.failures().forEach((kind, count) -> {
            long asked = kind.equals(FailureKind.BUDGET.name()) ? count - unsent : count;
            if (asked > 0) {
                console.line(String.format(Locale.ROOT, "    %5d  %s", asked, words(kind)));
            }
        });
        if (unsent > 0) {
            console.line("  " + Plural.of(unsent, "question") + " not sent: " + FailureKind.BUDGET.words());
        }
        if (report.decisions() > 0) {
            console.line(String.format(Locale.ROOT, "  %d of %s %s", report.fallbacks(),
                    Plural.of(report.decisions(), "decision of the model", "decisions of the model"),
                    LanguageRecord.byRules(result.record().mechanism())
                            ? "fell to the rules" : "could not be used, in whole or in part; no rule sold in their place"));
        }
        metric(result, "efficiencyNet", "eta less the dollars", "");
        report.marks().forEach(mark -> console.line("  MARK " + mark));
        RecallReport recall = report.recall();
        if (recall != null && !recall.suspicious()) {
            console.line("  NOTE " + recall.words());
        }
        ReportedSeeds.warning(result.scenario().scenario()).ifPresent(warning -> console.line("  NOTE " + warning));
    }

    private static String words(String kind) {
        return FailureKind.valueOf(kind).words();
    }

    void optimum(@org.jspecify.annotations.Nullable OptimumSet optimum) {
        console.line("");
        if (optimum == null) {
            console.line("  optimum not solved");
            return;
        }
        for (OptimumResult result : optimum.results()) {
            console.line(String.format(Locale.ROOT, "  optimum %-5s  W %12.4f $  bound %12.4f $  gap %.2e  %s  %.1f s",
                    result.mode(), result.objectiveUsd(), result.upperBoundUsd(),
                    result.relativeGap(), result.status(),
                    optimum.seconds().getOrDefault(result.mode(), 0.0)));
        }
        ForecastSummary forecast = optimum.forecast();
        if (forecast != null) {
            console.line(String.format(Locale.ROOT, "  on forecasts   W %12s $  shortfall %.2f kWh  %s %s %.1f s",
                    forecast.welfare() == null ? "n/a" : String.format(Locale.ROOT, "%.4f", forecast.welfare()),
                    forecast.shortfallKwh(), forecast.status(), forecast.message(), forecast.seconds()));
        }
    }

    void invariants(List<Invariant> invariants) {
        console.line("");
        for (Invariant invariant : invariants) {
            console.line(String.format(Locale.ROOT, "  %-6s %-36s %s", invariant.holds() ? "holds" : "BROKEN", invariant.name(),
                    plain(invariant.detail())));
        }
    }

    /** An amount of rounding as such, instead of its digits. */
    private static String plain(String detail) {
        int end = detail.indexOf(" $ off");
        if (end < 0 || !detail.substring(0, end).matches("[0-9.]+(e[-+]?[0-9]+)?")) {
            return detail;
        }
        double off = Double.parseDouble(detail.substring(0, end));
        if (off == 0) {
            return "0 $ off";
        }
        return off < 1e-9 ? "0 $ off (below 1e-9)" : detail;
    }
}
