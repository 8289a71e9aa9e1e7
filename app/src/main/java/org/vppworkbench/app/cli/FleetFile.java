package org.vppworkbench.app.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.vppworkbench.app.io.NewFolder;
import org.vppworkbench.app.io.RefusedException;

/** Replaces a fleet file as a whole. */
final class FleetFile {
    private FleetFile() {}

    /**
     * Writes beside the file and renames, so that a failure leaves the old one.
     *
     * @throws RefusedException if it is a CSV file, or cannot be written
     */
    static void replace(Path place, String text) {
        if (place.toString().endsWith(".csv")) {
            throw RefusedException.because(place.toString(), "homes are added to JSON files only", "a fleet as vpp-fleet/1");
        }
        Path part = place.resolveSibling(place.getFileName() + ".part");
        try {
            Files.writeString(part, text);
            Files.move(part, place, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw RefusedException.because(place.toString(), "cannot be written: " + NewFolder.reason(e), "a file you may write");
        }
    }
}
