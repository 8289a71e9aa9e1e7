package org.vppworkbench.app.io;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import org.vppworkbench.model.scenario.Finding;
import org.vppworkbench.model.scenario.Findings;
import org.vppworkbench.model.simulation.CancelToken;

/**
 * A text that becomes a file which must not exist yet.
 *
 * @param path where it goes
 * @param text what is in it
 */
public record NewFile(Path path, String text) {
    private static final String HELP = "a file that does not exist, in a folder that does and where you may write";

    /**
     * Writes all files or none: each is written as {@code NAME.part} beside its place, and all are renamed at the end.
     *
     * @param cancel asked before every file, and before they get their names
     * @throws RefusedException if one exists or cannot be written
     * @throws CancellationException where the user cancelled; nothing is left behind
     */
    public static void writeAll(List<NewFile> files, CancelToken cancel) {
        Findings out = new Findings();
        Set<Path> places = new HashSet<>();
        for (NewFile file : files) {
            Path place = file.path().toAbsolutePath().normalize();
            if (place.getFileName() == null || place.getParent() == null || !Files.isDirectory(place.getParent())) {
                out.error(file.path().toString(), null, "there is no such folder to write into", HELP);
            } else if (Files.exists(place) || Files.exists(part(place))) {
                out.error(file.path().toString(), null, "exists already; nothing was changed", HELP);
            } else if (!places.add(place)) {
                out.error(file.path().toString(), null, "is named twice", "another file for each");
            }
        }
        if (out.hasErrors()) {
            throw new RefusedException(out.list());
        }
        List<Path> written = new ArrayList<>();
        try {
            for (NewFile file : files) {
                cancel.check(file.path() + " was written");
                Path part = part(file.path().toAbsolutePath().normalize());
                written.add(part);
                Files.writeString(part, file.text());
            }
            cancel.check("the files got their names");
            for (NewFile file : files) {
                Path place = file.path().toAbsolutePath().normalize();
                Files.move(part(place), place, StandardCopyOption.ATOMIC_MOVE);
                written.add(place);
            }
        } catch (CancellationException e) {
            written.forEach(NewFile::discard);
            throw e;
        } catch (IOException e) {
            written.forEach(NewFile::discard);
            throw new RefusedException(
                    List.of(Finding.error(
                            files.getFirst().path().toString(), null, "cannot be written: " + NewFolder.reason(e), HELP)),
                    e);
        }
    }

    private static Path part(Path place) {
        return place.resolveSibling(place.getFileName() + ".part");
    }

    private static void discard(Path path) {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            // the first failure is what the user is told; a file left as NAME.part is named by the next try
        }
    }
}
