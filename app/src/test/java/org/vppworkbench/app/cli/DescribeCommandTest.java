package org.vppworkbench.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vppworkbench.app.experiment.SmallRuns;
import org.vppworkbench.sample.FleetJson;

class DescribeCommandTest {
    @TempDir Path folder;

    private final VppRuns vpp = new VppRuns();

    private Path fleet() throws IOException {
        return Files.writeString(folder.resolve("fleet.json"), FleetJson.write(SmallRuns.scenario("rule", 1).fleet()));
    }

    /** A home made only of defaults is nobody's home. */
    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "Mars is the fourth planet. Its sky is pink at noon."})
    void aTextThatDescribesNoHomeAddsNone(String text) throws IOException {
        Path fleet = fleet();
        String before = Files.readString(fleet);
        vpp.refused(List.of("nothing in the text describes a home", "solar"), "describe", text, "--add-to", fleet, "--yes");
        assertEquals(before, Files.readString(fleet));
    }

    /** Nothing but defaults is told where they are shown, and stands in the file. */
    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "Mars is the fourth planet. Its sky is pink at noon."})
    void aTextWithoutAnyFieldIsAFinding(String text) throws IOException {
        Path json = folder.resolve("home.json");
        vpp.works("describe", text, "--json", json);
        assertTrue(vpp.err().contains("WARNING description: no field was read: all values are defaults"), vpp.err());
        assertTrue(Files.readString(json).contains("no field was read"), "the file says so, too");
        vpp.works("describe", "--file", Files.writeString(folder.resolve("text.txt"), text));
        assertTrue(vpp.err().contains("no field was read"), vpp.err());
        vpp.works("describe", "We have 6 kW of solar.");
        assertFalse(vpp.err().contains("no field was read"), vpp.err());
    }

    /** No parser passes for another, and none of the keyless ones for a model. */
    @Test
    void whoReadIsSaid() throws IOException {
        Path json = folder.resolve("home.json");
        vpp.works("describe", "We have 6 kW of solar.", "--json", json);
        assertTrue(vpp.out().contains("read by  rules and trained weights, language"), vpp.out());
        assertTrue(Files.readString(json).contains("\"parser\": \"trained\""));
        json = folder.resolve("by-rules.json");
        vpp.works("describe", "We have 6 kW of solar.", "--parser", "rule", "--json", json);
        assertTrue(vpp.out().contains("read by  rules, language"), vpp.out());
        assertTrue(Files.readString(json).contains("\"parser\": \"rule\""));
    }

    @Test
    void aHomeThatIsDescribedIsAdded() throws IOException {
        Path fleet = fleet();
        vpp.works("describe", "We have 6 kW of solar and a 13 kWh battery.", "--add-to", fleet, "--id", "mine", "--yes");
        assertTrue(Files.readString(fleet).contains("mine"), vpp.out());
    }
}
