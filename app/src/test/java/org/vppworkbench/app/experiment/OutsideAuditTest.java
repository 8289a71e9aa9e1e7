package org.vppworkbench.app.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vppworkbench.app.io.BundleWriter;
import org.vppworkbench.model.simulation.CancelToken;
import org.vppworkbench.model.simulation.ProgressSink;

/**
 * Recomputes a run from inputs.json, contracts.csv and dispatch.csv alone, with arithmetic written here from the
 * documentation and no class of the model.
 */
class OutsideAuditTest {
    private static final double EXACT = 1e-6;

    @TempDir Path folder;

    @ParameterizedTest
    @ValueSource(strings = {
        "rule", "zi-c", "posted-price", "uniform-price",
        "pay-as-bid", "vcg", "no-vpp", "aware", "blind", "price-coordination"
    })
    void storageMeterAndMoneyFollowFromThreeFiles(String mechanism) throws IOException {
        boolean central = List.of("aware", "blind").contains(mechanism);
        Path bundle = folder.resolve(mechanism);
        ExperimentResult result = SmallRuns.run(mechanism, 3, central);
        BundleWriter.write(bundle, RunBundle.of(result, Map.of(), List.of()), ProgressSink.NONE, CancelToken.NEVER);
        OutsideRun run = new OutsideRun(
                Files.readString(bundle.resolve("inputs.json")),
                Files.readString(bundle.resolve("dispatch.csv")),
                Files.readString(bundle.resolve("contracts.csv")));
        double expected = JsonParser.parseString(Files.readString(bundle.resolve("metrics.json")))
                .getAsJsonObject().getAsJsonObject("week").get("welfareUsd").getAsDouble();

        OutsidePhysics physics = OutsidePhysics.of(run);
        assertTrue(physics.worst() <= EXACT, physics.where() + " is off by " + physics.worst());
        assertTrue(mechanism.equals("blind") || physics.hardBroken().isEmpty(), () -> physics.hardBroken().toString());
        OutsideMoney money = central ? OutsideMoney.atMarket(run) : OutsideMoney.underContract(run, 1, 0, 0);
        assertTrue(money.worst() <= EXACT, money.where() + " is off by " + money.worst());
        assertEquals(expected, money.welfareUsd(), EXACT);
        assertEquals(mechanism.equals("no-vpp") || central, run.contracts().isEmpty());
    }

    /** The audit sees a tenth of a watt too much at the device and a hundredth of a cent too much in a payment. */
    @Test
    void seesWhatIsWrong() {
        ExperimentResult result = SmallRuns.run("rule", 3, false);
        OutsideRun run = OutsideRun.of(result);
        String seller = run.contracts().stream()
                .filter(c -> c.get("cleared").equals("true"))
                .findFirst().orElseThrow().get("prosumer");
        assertTrue(OutsidePhysics.of(run).worst() <= EXACT);
        double[] discharged = run.column(seller, "discharge_kw");
        for (int t = 0; t < run.intervals(); t++) {
            discharged[t] += discharged[t] > 0 ? 1e-4 : 0;
        }
        assertTrue(OutsidePhysics.of(run).worst() >= 2e-5, "the battery gave what it did not have");
        OutsideRun again = OutsideRun.of(result);
        again.contracts().getFirst().merge("payment_usd", "1", (paid, more) -> Double.toString(Double.parseDouble(paid) + 1e-4));
        assertTrue(OutsideMoney.underContract(again, 1, 0, 0).worst() >= 9e-5, "the home was paid too much");
    }
}
