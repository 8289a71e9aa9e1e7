package org.vppworkbench.app.io;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vppworkbench.model.fleet.FleetPreset;
import org.vppworkbench.model.fleet.ParameterEntry;
import org.vppworkbench.model.scenario.Findings;

/** The table of {@code docs/fleets.md} says what the code says. */
class FleetDocumentationTest {
    @Test
    void everyParameterStandsInTheDocumentation() throws IOException {
        List<String> documented = Files.readAllLines(Path.of("..", "docs", "fleets.md")).stream()
                .filter(line -> line.startsWith("| `"))
                .toList();
        List<ParameterEntry> california = ParameterEntry.of(FleetPreset.CALIFORNIA.parameters(20, 1));
        List<ParameterEntry> laboratory = ParameterEntry.of(FleetPreset.LABORATORY.parameters(20, 1));
        List<String> expected = new ArrayList<>();
        for (int i = 0; i < california.size(); i++) {
            expected.add(row(california.get(i), laboratory.get(i)));
        }
        assertEquals(String.join("\n", expected), String.join("\n", documented));
    }

    private static String row(ParameterEntry california, ParameterEntry laboratory) {
        String first = Findings.number(california.value());
        String second = Findings.number(laboratory.value());
        return String.join(
                " | ",
                "| `" + california.path() + "`",
                california.quantity().meaning(),
                first.equals(second) ? first : first + " / " + second,
                california.quantity().unit(),
                Findings.number(california.quantity().min()) + " to " + Findings.number(california.quantity().max()),
                california.quantity().source() + " |");
    }
}
