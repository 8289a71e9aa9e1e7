package org.vppworkbench.sample.imports.home;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.params.provider.Arguments;
import org.vppworkbench.model.scenario.Finding;
import org.vppworkbench.model.scenario.Reading;
import org.vppworkbench.sample.imports.ImportOptions;
import org.vppworkbench.sample.imports.Imported;
import org.vppworkbench.sample.imports.Importer;
import org.vppworkbench.sample.imports.source.ImportSource;

/** Files that are broken in ways that have nothing to do with their format, and what must come of them. */
final class Broken {
    private Broken() {}

    static Reading<Imported> read(Importer importer, String name, byte[] bytes, ImportOptions options) {
        return importer.read(List.of(ImportSource.of(name, bytes)), options);
    }

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static String text(Reading<?> reading) {
        return String.join("\n", reading.findings().stream().map(Finding::oneLine).toList());
    }

    /** Refused as a whole, with an error that says {@code message}; an exception fails the test anyway. */
    static void assertRefused(Reading<?> reading, String message) {
        assertNull(reading.value(), "nothing may be loaded");
        assertTrue(reading.findings().stream().anyMatch(Finding::isError), text(reading));
        assertTrue(text(reading).contains(message), text(reading));
        assertFalse(text(reading).contains("Exception"), text(reading));
        assertTrue(reading.findings().size() <= 60, "findings stay readable");
    }

    /** Variants of a good file, as {@code description, bytes, part of the message}. */
    static Stream<Arguments> variants(String good) {
        byte[] bytes = utf8(good);
        byte[] bad = bytes.clone();
        bad[bad.length / 2] = (byte) 0xff;
        byte[] binary = bytes.clone();
        binary[20] = 0;
        return Stream.of(
                Arguments.of("empty", new byte[0], "the file is empty"),
                Arguments.of("blank", utf8(" \n \n"), "the file is empty"),
                Arguments.of("web page", utf8("<!DOCTYPE html><html><body>login</body></html>"), "web page"),
                Arguments.of("XML", utf8("<?xml version=\"1.0\"?><error>no</error>"), ""),
                Arguments.of("not UTF-8", bad, "not UTF-8"),
                Arguments.of("UTF-16", good.getBytes(StandardCharsets.UTF_16), "UTF-16"),
                Arguments.of("binary", binary, "binary"),
                Arguments.of("random text", utf8("hello world\nhow are you\n"), ""),
                Arguments.of("JSON number", utf8("[1]"), ""),
                Arguments.of("JSON that is cut off", utf8("{\"outputs\": {\"ac\": [1, 2"), ""),
                Arguments.of("deep JSON", utf8("[".repeat(100_000)), ""),
                Arguments.of("open quote", utf8("\"" + "a,b\n".repeat(400_000)), ""),
                Arguments.of("zip bomb", zip("bomb.csv", new byte[60_000_000]), ""),
                Arguments.of("path traversal", zip("../../evil.csv", bytes), "leads out of the ZIP"),
                Arguments.of("ZIP in a ZIP", zip("inner.zip", zip("a.csv", bytes)), "ZIP inside a ZIP"),
                Arguments.of("ZIP that is cut off", half(zip("a.csv", bytes)), ""),
                Arguments.of("empty ZIP", zip(), "the ZIP is empty"));
    }

    static byte[] zip(Object... entries) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (int i = 0; i < entries.length; i += 2) {
                zip.putNextEntry(new ZipEntry((String) entries[i]));
                zip.write((byte[]) entries[i + 1]);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static byte[] half(byte[] bytes) {
        return java.util.Arrays.copyOf(bytes, bytes.length / 2);
    }
}
