package org.vppworkbench.app.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vppworkbench.app.io.Bundle;
import org.vppworkbench.app.io.BundleWriter;
import org.vppworkbench.model.simulation.CancelToken;
import org.vppworkbench.model.simulation.ProgressSink;

class DeterminismTest {
    @TempDir Path folder;

    @ParameterizedTest
    @ValueSource(strings = {
        "no-vpp", "posted-price", "zi-c", "rule",
        "uniform-price", "pay-as-bid", "vcg", "aware", "price-coordination"
    })
    void sameSeedGivesTheSameBytes(String mechanism) throws IOException {
        Path first = write(mechanism, 7, "first");
        Path second = write(mechanism, 7, "second");

        for (String name :
                List.of(
                        Bundle.EVENTS, Bundle.MESSAGES, Bundle.DISPATCH, Bundle.CONTRACTS, Bundle.PROSUMERS,
                        Bundle.INPUTS, Bundle.SCENARIO, Bundle.METRICS)) {
            assertEquals(-1, Files.mismatch(first.resolve(name), second.resolve(name)), name);
        }
    }

    @Test
    void anotherSeedGivesAnotherRandomRun() throws IOException {
        Path first = write("zi-c", 7, "first");
        Path second = write("zi-c", 8, "second");

        assertNotEquals(
                -1, Files.mismatch(first.resolve(Bundle.CONTRACTS), second.resolve(Bundle.CONTRACTS)));
    }

    private Path write(String mechanism, long seed, String name) {
        ExperimentResult run = SmallRuns.run(mechanism, seed, mechanism.equals("aware"));
        Path target = folder.resolve(name);
        BundleWriter.write(
                target, RunBundle.of(run, Map.of(), List.of()), ProgressSink.NONE, CancelToken.NEVER);
        return target;
    }
}
