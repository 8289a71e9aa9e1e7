package org.vppworkbench.sample.imports.source;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file somebody wants to import: on disk, or bytes with a name. It is opened anew for every reading. */
public interface ImportSource {
    /** Name for findings and provenance. */
    String name();

    /** The bytes from the beginning; the caller closes the stream. */
    InputStream open() throws IOException;

    /** A file on disk; findings name it as it was given. */
    static ImportSource of(Path path) {
        return new ImportSource() {
            @Override
            public String name() {
                return path.toString();
            }

            @Override
            public InputStream open() throws IOException {
                return Files.newInputStream(path);
            }
        };
    }

    /** Bytes in memory, such as a download. The array is not copied and must not change. */
    static ImportSource of(String name, byte[] bytes) {
        return new ImportSource() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public InputStream open() {
                return new ByteArrayInputStream(bytes);
            }
        };
    }
}
