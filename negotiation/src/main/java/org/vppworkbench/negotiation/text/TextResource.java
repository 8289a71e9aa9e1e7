package org.vppworkbench.negotiation.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Tables that come with the parser: tab-separated, UTF-8, one header line. */
final class TextResource {
    private TextResource() {}

    /** Rows without the header, cells in order; missing cells at the end are empty. */
    static List<String[]> rows(String name, int columns) {
        return text(name).lines()
                .skip(1)
                .filter(line -> !line.isBlank())
                .map(line -> java.util.Arrays.copyOf(line.split("\t", -1), columns))
                .toList();
    }

    static String text(String name) {
        try (InputStream stream = TextResource.class.getResourceAsStream(name)) {
            if (stream == null) {
                throw new IllegalStateException("missing resource " + name);
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }
}
