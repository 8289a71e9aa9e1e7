package org.vppworkbench.app.io;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** A copy of a folder with all that is in it. */
public final class FolderCopy {
    private FolderCopy() {}

    /**
     * Makes the copy, whole or not at all.
     *
     * @param to absent or empty
     * @throws RefusedException where it cannot be made, with nothing left under its name
     */
    public static void make(Path from, Path to) {
        NewFolder.make(to, part -> {
            try (Stream<Path> all = Files.walk(from)) {
                for (Path path : all.toList()) {
                    Path place = part.resolve(from.relativize(path).toString());
                    if (Files.isDirectory(path)) {
                        Files.createDirectories(place);
                    } else {
                        Files.copy(path, place);
                    }
                }
            }
        });
    }
}
