package org.vppworkbench.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands of the manual, as they stand there, say what stands below them. */
class ManualCommandsTest {
    private static final Path MANUAL = Path.of("../docs/manual.md");
    private static final Set<String> FOLDERS = Set.of("--out", "--bundle");

    private static final Pattern AND = Pattern.compile(" && ");
    private static final Pattern SPACE = Pattern.compile(" +");

    @TempDir Path folder;

    @Test
    void theCommandsOfTheManualWorkAndSayWhatItShows() throws IOException {
        VppRuns vpp = new VppRuns();
        StringBuilder said = new StringBuilder();
        List<String> missing = new ArrayList<>();
        int commands = 0;
        boolean inside = false;
        for (String line : Files.readAllLines(MANUAL)) {
            if (line.startsWith("```")) {
                inside = false;
            } else if (line.startsWith("$ vpp ")) {
                inside = true;
                said.setLength(0);
                for (String command : AND.splitAsStream(line.substring(2)).toList()) {
                    vpp.works(arguments(command).toArray());
                    said.append(vpp.out()).append(vpp.err());
                    commands++;
                }
            } else if (inside && !told(said).contains(line.strip())) {
                missing.add(line);
            }
        }
        assertEquals(List.of(), missing, "not said: " + told(said));
        assertTrue(commands >= 3, "commands " + commands);
        assertTrue(Files.exists(folder.resolve("figures/regret.pdf")), "the figure");
    }

    /** What was said, with folders as the manual names them. */
    private String told(StringBuilder said) {
        return said.toString().replace(folder + folder.getFileSystem().getSeparator(), "").replace('\\', '/');
    }

    /** Words behind {@code vpp}; folders are those of the test. */
    private List<String> arguments(String command) {
        List<String> arguments = new ArrayList<>();
        String before = "";
        for (String word : SPACE.splitAsStream(command).skip(1).toList()) {
            arguments.add(FOLDERS.contains(before) ? folder.resolve(word).toString() : word);
            before = word;
        }
        return arguments;
    }
}
