package org.vppworkbench.app.cli;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vppworkbench.app.experiment.SmallRuns;
import org.vppworkbench.sample.FleetJson;

/** Fleet files with impossible numbers: refused by home, field, value and range before anything runs or is written. */
class BadFleetCommandTest {
    @TempDir Path folder;

    private final VppRuns vpp = new VppRuns();

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "capacityKwh | 0 | bess.capacityKwh | (0, 100000] kWh",
        "capacityKwh | 13500000 | bess.capacityKwh | (0, 100000] kWh",
        "chargeKw | -5 | bess.chargeKw | (0, 100000] kW",
        "dischargeKw | 5000000 | bess.dischargeKw | (0, 100000] kW",
        "roundTripEfficiency | 0 | bess.roundTripEfficiency | (0, 1]",
        "roundTripEfficiency | 90 | bess.roundTripEfficiency | (0, 1]",
        "minSocFraction | -0.1 | bess.minSocFraction | [0, 1]",
        "initialSocFraction | 50 | bess.initialSocFraction | minSocFraction",
        "degradationPerKwh | -1 | bess.degradationPerKwh | [0, 10] $/kWh",
        "scale | 1000000 | load.scale | [0, 1000]",
        "importLimitKw | 0.01 | load, interval | or a higher importLimitKw",
    })
    void isRefusedByHomeFieldValueAndRange(String key, String bad, String field, String allowed) throws IOException {
        String text = FleetJson.write(SmallRuns.scenario("rule", 1).fleet());
        String spoiled = text.replaceFirst("\"" + key + "\": ?[-+0-9.E]+", "\"" + key + "\": " + bad);
        assertFalse(spoiled.equals(text), "no " + key + " in " + text);
        Path fleet = Files.writeString(folder.resolve("bad.json"), spoiled);
        Path out = folder.resolve("run");
        vpp.refused(List.of("home-001", field, allowed), "run", "--fleet", fleet, "--from", "2023-08-16", "--out", out);
        assertFalse(Files.exists(out) || vpp.err().contains("a bug") || vpp.err().contains("... "), vpp.err());
        assertTrue(vpp.err().contains("value "), vpp.err());
    }
}
