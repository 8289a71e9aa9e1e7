package org.vppworkbench.app.cli;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vppworkbench.app.experiment.ExperimentResult;
import org.vppworkbench.app.experiment.SmallRuns;
import org.vppworkbench.model.market.ClearedOffer;
import org.vppworkbench.model.market.Product;
import org.vppworkbench.model.settlement.Settler;
import org.vppworkbench.model.simulation.RunRecord;

class RunSummaryTest {
    private static String summary(ExperimentResult result) {
        StringWriter out = new StringWriter();
        new RunSummary(new Console(new PrintWriter(out), new PrintWriter(out))).print(result);
        return out.toString();
    }

    /** The same run settled with other offers. */
    private static ExperimentResult with(ExperimentResult run, List<ClearedOffer> offers) {
        RunRecord record = run.record();
        return new ExperimentResult(
                run.scenario(),
                new RunRecord(
                        record.mechanism(), record.label(), record.complete(), record.dispatch(), offers, record.paidAtMarket()),
                run.events(), run.reference(),
                Settler.settle(run.scenario().inputs(), record.dispatch(), offers, run.scenario().scenario().kappa()),
                run.referenceSettlement(), run.optimum(), run.metrics(), run.invariants(), run.language(), run.external(),
                run.startedAt(), run.finishedAt());
    }

    private static long contracts(List<ClearedOffer> offers, Product product) {
        return offers.stream()
                .filter(ClearedOffer::cleared)
                .flatMap(offer -> offer.contracts().stream())
                .filter(contract -> contract.product() == product)
                .count();
    }

    @Test
    void onlyContractsInForceAreCounted() {
        ExperimentResult run = SmallRuns.run("rule", 1, false);
        List<ClearedOffer> offers = new ArrayList<>(run.record().offers());
        assertTrue(offers.stream().allMatch(ClearedOffer::cleared), "with perfect forecasts every offer clears");
        String all = summary(run);
        assertFalse(all.contains("did not clear"), all);
        ClearedOffer first = offers.getFirst();
        offers.set(0, new ClearedOffer(
                first.opportunity(), first.offerPricePerMwh(), first.clearingPricePerMwh(), false, first.contracts()));

        String one = summary(with(run, offers));

        for (Product product : Product.values()) {
            String line = one.lines().filter(text -> text.contains("contracts " + product)).findFirst().orElseThrow();
            assertTrue(line.matches(".* " + contracts(offers, product) + " .*delivered.*"), line);
        }
        String told = "1 offer did not clear; " + Plural.of(first.contracts().size(), "contract") + " of homes";
        assertTrue(one.contains(told), told + " not in: " + one);
    }
}
