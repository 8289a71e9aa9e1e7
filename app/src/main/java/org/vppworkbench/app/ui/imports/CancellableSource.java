package org.vppworkbench.app.ui.imports;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.vppworkbench.model.simulation.CancelToken;
import org.vppworkbench.sample.imports.source.ImportSource;

/** A file whose reading can be stopped, at every piece that is read. */
final class CancellableSource implements ImportSource {
    private final Path file;
    private final CancelToken cancel;

    CancellableSource(Path file, CancelToken cancel) {
        this.file = file;
        this.cancel = cancel;
    }

    @Override
    public String name() {
        return String.valueOf(file.getFileName());
    }

    @Override
    public InputStream open() throws IOException {
        return new FilterInputStream(Files.newInputStream(file)) {
            @Override
            public int read() throws IOException {
                cancel.check("the file was read to its end");
                return super.read();
            }

            @Override
            public int read(byte[] bytes, int from, int length) throws IOException {
                cancel.check("the file was read to its end");
                return super.read(bytes, from, length);
            }
        };
    }
}
