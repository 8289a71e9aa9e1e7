package org.vppworkbench.app.io;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Frozen files of the formats. {@code mvn test -Dvpp.golden=true} rewrites them; the difference is
 * then to be read and committed with its reason.
 */
final class GoldenFile {
    private static final Path FOLDER =
            Path.of("src", "test", "resources", "org", "vppworkbench", "app", "io", "golden");

    private GoldenFile() {}

    static String text(String name, String actual) throws IOException {
        Path file = FOLDER.resolve(name);
        if (Boolean.getBoolean("vpp.golden")) {
            Files.createDirectories(FOLDER);
            Files.writeString(file, actual);
        }
        return Files.readString(file);
    }
}
