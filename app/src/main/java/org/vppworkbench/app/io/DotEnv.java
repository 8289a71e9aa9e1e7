package org.vppworkbench.app.io;

import io.github.cdimascio.dotenv.Dotenv;
import io.github.cdimascio.dotenv.DotenvException;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.vppworkbench.app.io.download.Environment;
import org.vppworkbench.model.scenario.Finding;
import org.vppworkbench.model.scenario.Reading;

/** Settings from a file {@code .env}. The environment of the process wins over it, and no finding repeats what is in it. */
public final class DotEnv {
    public static final String NAME = ".env";

    private static final String MALFORMED = "Malformed entry ";
    private static final long MOST_BYTES = 1 << 16;

    private DotEnv() {}

    /**
     * The environment with the file beneath it.
     *
     * @param process asked first
     * @param folder where the file may be; without one it is the environment alone
     */
    public static Reading<Environment> beneath(Environment process, Path folder) {
        Path file = folder.resolve(NAME);
        if (!Files.exists(file)) {
            return Reading.of(process);
        }
        try {
            if (!Files.isRegularFile(file) || Files.size(file) > MOST_BYTES) {
                return wrong(file, "not a file of settings", "a text of at most " + MOST_BYTES + " bytes");
            }
            Map<String, String> values = new HashMap<>();
            Dotenv.configure().directory(folder.toString()).filename(NAME).load()
                    .entries(Dotenv.Filter.DECLARED_IN_ENV_FILE)
                    .forEach(entry -> values.put(entry.getKey(), entry.getValue()));
            return Reading.of(name -> {
                String value = process.get(name);
                return value == null ? values.get(name) : value;
            });
        } catch (DotenvException e) {
            return malformed(file, String.valueOf(e.getMessage()));
        } catch (IOException e) {
            return wrong(file, "cannot be read: " + NewFolder.reason(e), "a file you may read");
        }
    }

    /** The library names the line by its text, which may be a key. */
    private static Reading<Environment> malformed(Path file, String message) {
        try {
            String line = message.startsWith(MALFORMED) ? message.substring(MALFORMED.length()) : "";
            List<String> lines = Files.readAllLines(file);
            int row = lines.stream().map(String::strip).toList().indexOf(line.strip()) + 1;
            return wrong(
                    file, (row > 0 ? "line " + row + " is" : "it is") + " malformed (its content is not shown)",
                    "lines such as GEMINI_API_KEY=..., and comments after #");
        } catch (MalformedInputException e) {
            return wrong(file, "not UTF-8 text", "lines such as GEMINI_API_KEY=...");
        } catch (IOException e) {
            return wrong(file, "cannot be read: " + NewFolder.reason(e), "a file you may read");
        }
    }

    private static Reading<Environment> wrong(Path file, String message, String allowed) {
        return Reading.refused(Finding.error(file.toString(), null, message, allowed));
    }
}
