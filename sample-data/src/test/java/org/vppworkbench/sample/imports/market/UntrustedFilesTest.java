package org.vppworkbench.sample.imports.market;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.vppworkbench.model.scenario.Reading;
import org.vppworkbench.sample.imports.ImportOptions;
import org.vppworkbench.sample.imports.Imported;
import org.vppworkbench.sample.imports.Importer;
import org.vppworkbench.sample.imports.source.CsvRows;
import org.vppworkbench.sample.imports.source.ImportLog;
import org.vppworkbench.sample.imports.source.ImportSource;
import org.vppworkbench.sample.imports.source.ReadLimits;
import org.vppworkbench.sample.imports.source.SourceFiles;

/** What any importer does with files that are not what they should be, whatever their format. */
class UntrustedFilesTest {
    private static final String OWN = "interval_start_utc,energy_usd_per_mwh\n"
            + IntStream.range(0, 48)
                    .mapToObj(hour -> String.format("2023-08-%02dT%02d:00:00Z,%d.5%n", 15 + hour / 24, hour % 24, 20 + hour))
                    .collect(Collectors.joining());

    private static final Map<Importer, String> GOOD = new LinkedHashMap<>(Map.of(
            new OasisImporter(), ImportFiles.text(ImportFiles.LMP),
            new GridStatusImporter(), ImportFiles.text(ImportFiles.GRID_STATUS),
            new EiaImporter(), ImportFiles.text(ImportFiles.EIA_REAL_TIME),
            new ForecastImporter(), ImportFiles.text(ImportFiles.LOAD_FORECAST),
            new CsvImporter(), OWN));

    @TempDir private Path folder;

    /** A file that no importer accepts. */
    record Bad(String name, ImportSource file, String where, String message) {
        Bad(String name, byte[] bytes, String where, String message) {
            this(name, ImportSource.of("f", bytes), where, message);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    private static List<Bad> bad(String good) {
        byte[] zip = ImportFiles.zip(Map.of("data.csv", good));
        byte[] latin = (good + "\"M\u00fcnchen\"\n").getBytes(StandardCharsets.ISO_8859_1);
        byte[] gzip = {0x1f, (byte) 0x8b, 8, 0, 0};
        byte[] excel = {(byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0, 0, 0};
        byte[] damaged = zip.clone();
        damaged[zip.length / 2] ^= 0x55;
        Map<String, String> two = new LinkedHashMap<>();
        two.put("one.csv", good);
        two.put("page.csv", "<!DOCTYPE html><html><body>Too many requests</body></html>");
        String header = good.lines().findFirst().orElseThrow() + "\n";
        return List.of(
                text("nothing", "", "f", "empty"),
                text("blanks", "\n  \n\t\n", "f", "empty"),
                text("header only", header, "f", "no rows"),
                text("web page", "\n <HTML><head><title>429</title></head></HTML>", "f", "web page"),
                text("error reply", "<?xml version=\"1.0\"?><a><m:ERR_DESC>No data returned</m:ERR_DESC></a>", "f", ""),
                text("open quote", header + "\"" + good, "f", "encapsulated"),
                text("half a row", good.substring(0, good.length() - 6).stripTrailing().replaceFirst(",[^,]*$", ""), "f, row ", "too short"),
                text("a cell too many", good.stripTrailing() + ",7\n", "f, row ", "more cells"),
                text("prose", "Dear colleague,\nhere are the prices.\n", "f", ""),
                text("truncated JSON", "{\"data\": [{\"a\": 1", "f", ""),
                new Bad("UTF-16", good.getBytes(StandardCharsets.UTF_16), "f", "UTF-16"),
                new Bad("Latin-1", latin, "f, after row", "not UTF-8"),
                new Bad("gzip", gzip, "f", "gzip"),
                new Bad("Excel", excel, "f", "Excel"),
                new Bad("PDF", "%PDF-1.7 …".getBytes(StandardCharsets.UTF_8), "f", "PDF"),
                new Bad("zeros", new byte[1000], "f", "binary"),
                new Bad("empty ZIP", ImportFiles.zip(Map.of()), "f", "ZIP is empty"),
                new Bad("folders only", ImportFiles.zip(Map.of("a/", "")), "f", "no series"),
                new Bad("cut in the data", Arrays.copyOf(zip, zip.length / 2), "f", ""),
                new Bad("cut in the directory", Arrays.copyOf(zip, zip.length - 10), "f", "cut off"),
                new Bad("damaged", damaged, "f", ""),
                new Bad("path up", ImportFiles.zip(Map.of("../../data.csv", good)), "f!../../data.csv", "leads out"),
                new Bad("path up, other slash", ImportFiles.zip(Map.of("a\\..\\..\\data.csv", good)), "f!a", "leads out"),
                new Bad("absolute path", ImportFiles.zip(Map.of("/etc/data.csv", good)), "f!/etc", "leads out"),
                new Bad("drive", ImportFiles.zip(Map.of("C:data.csv", good)), "f!C:", "leads out"),
                new Bad("ZIP in a ZIP", ImportFiles.zip(Map.of("in.zip", new String(zip, StandardCharsets.ISO_8859_1))), "f!in.zip", ""),
                new Bad("web page beside data", ImportFiles.zip(two), "f!page.csv", "web page"),
                new Bad("bomb", ImportFiles.zip(Map.of("data.csv", header + "\n".repeat(5_000_000))), "f!data.csv", "ZIP bomb"));
    }

    private static Bad text(String name, String text, String where, String message) {
        return new Bad(name, text.getBytes(StandardCharsets.UTF_8), where, message);
    }

    static Stream<Object[]> everyImporterWithEveryFile() {
        return GOOD.entrySet().stream()
                .flatMap(entry -> bad(entry.getValue()).stream().map(file -> new Object[] {entry.getKey(), file}));
    }

    static Stream<Object[]> everyImporter() {
        return GOOD.entrySet().stream().map(entry -> new Object[] {entry.getKey(), entry.getValue()});
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("everyImporterWithEveryFile")
    void refusedWithAFinding(Importer importer, Bad file) {
        ImportFiles.refused(
                importer.read(List.of(file.file()), ImportOptions.DEFAULTS), file.where(), file.message());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("everyImporter")
    void aBadFileBesideAGoodOneLoadsNothing(Importer importer, String good) {
        List<ImportSource> files = List.of(ImportFiles.of("good.csv", good), ImportFiles.of("bad.csv", "<html>"));
        ImportFiles.refused(importer.read(files, ImportOptions.DEFAULTS), "bad.csv", "web page");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("everyImporter")
    void noFileAMissingFileAFolder(Importer importer, String good) throws IOException {
        Files.writeString(folder.resolve("good.csv"), good);
        assertFalse(importer.read(List.of(ImportSource.of(folder.resolve("good.csv"))), ImportOptions.DEFAULTS).findings().stream()
                .anyMatch(finding -> finding.isError()));
        ImportFiles.refused(importer.read(List.of(), ImportOptions.DEFAULTS), "files", "no file");
        Path missing = folder.resolve("absent.csv");
        ImportFiles.refused(
                importer.read(List.of(ImportSource.of(missing)), ImportOptions.DEFAULTS), missing.toString(), "no such file");
        ImportFiles.refused(
                importer.read(List.of(ImportSource.of(folder)), ImportOptions.DEFAULTS), folder.toString(), "cannot be read");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("everyImporter")
    void harmlessFormsLoadTheSame(Importer importer, String good) {
        Reading<Imported> plain = importer.read(List.of(ImportFiles.of("f", good)), ImportOptions.DEFAULTS);
        List<String> forms = List.of("\uFEFF" + good, good.replace("\n", "\r\n"), good.stripTrailing(), good + "\n\n", good + ",,,\n",
                shuffled(good), quoted(good));
        for (String form : forms) {
            Reading<Imported> other = importer.read(List.of(ImportFiles.of("f", form)), ImportOptions.DEFAULTS);
            assertEquals(plain.orThrow().folder().series().get(0).values(), other.orThrow().folder().series().get(0).values());
            assertEquals(plain.orThrow().folder().series().get(0).first(), other.orThrow().folder().series().get(0).first());
        }
    }

    private static String shuffled(String good) {
        return ImportFiles.lines(good, lines -> {
            Collections.shuffle(lines.subList(1, lines.size()), new Random(7));
            return lines;
        });
    }

    private static String quoted(String good) {
        return good.lines().map(line -> "\"" + line.replace(",", "\",\"") + "\"").collect(Collectors.joining("\n"));
    }

    /** Gives out the same bytes for ever and never keeps any. */
    private record Endless(String name, String head, String tail) implements ImportSource {
        @Override
        public InputStream open() {
            byte[] first = head.getBytes(StandardCharsets.UTF_8);
            byte[] rest = tail.getBytes(StandardCharsets.UTF_8);
            return new InputStream() {
                private long at;

                @Override
                public int read(byte[] buffer, int offset, int length) {
                    for (int i = 0; i < length; i++) {
                        buffer[offset + i] = (byte) read();
                    }
                    return length;
                }

                @Override
                public int read() {
                    long index = at++;
                    return index < first.length ? first[(int) index] : rest[(int) ((index - first.length) % rest.length)];
                }
            };
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("everyImporter")
    void endlessFilesEnd(Importer importer, String good) {
        String header = good.lines().findFirst().orElseThrow() + "\n";
        ImportFiles.refused(
                importer.read(List.of(new Endless("f", header, "9")), ImportOptions.DEFAULTS), "f, row 2", "too long");
        ImportFiles.refused(
                importer.read(List.of(new Endless("f", header, "\n")), ImportOptions.DEFAULTS), "f", "too many rows");
        ImportFiles.refused(
                importer.read(List.of(new Endless("f", header + "\"", "a,\n")), ImportOptions.DEFAULTS), "f, row 2", "too long");
    }

    @Test
    void limits() throws IOException {
        ReadLimits small = new ReadLimits(10_000, 3, 100, 50, 1000);
        assertEquals("the files are too large", read(small, new Endless("f", "a\n", "x".repeat(500) + "\n")));
        assertEquals("too many rows", read(new ReadLimits(1L << 30, 3, 100, 50, 1000), new Endless("f", "a\n", "x\n")));
        assertEquals("the row is too long; a quote may be open", read(new ReadLimits(1L << 30, 3, 100, 50, 1000), new Endless("f", "a\n", "x")));
        Map<String, String> entries = new LinkedHashMap<>();
        IntStream.range(0, 4).forEach(i -> entries.put(i + ".csv", "a\n1\n"));
        assertEquals("the ZIP has too many entries", read(small, ImportSource.of("f", ImportFiles.zip(entries))));
        byte[] bomb = ImportFiles.zip(Map.of("a.csv", "0,0\n".repeat(1_000_000)));
        assertTrue(read(new ReadLimits(1L << 30, 3, 100, 1L << 30, 1000), ImportSource.of("f", bomb)).contains("ZIP bomb"));
    }

    /** The message of the last finding after all rows were read. */
    private static String read(ReadLimits limits, ImportSource source) {
        ImportLog log = new ImportLog();
        new SourceFiles(List.of(source), log, limits)
                .forEach(part -> CsvRows.PLAIN.read(part, log, row -> { }));
        assertTrue(log.hasErrors());
        return log.list().getLast().message();
    }

    @Test
    void anErrorReplyInTheZipIsToldWithItsText() {
        String xml = "<m:OASISReport xmlns:m=\"http://www.caiso.com/soa/OASISReport_v1.xsd\"><m:MessagePayload><m:RTO><m:ERROR>"
                + "<m:ERR_CODE>1004</m:ERR_CODE><m:ERR_DESC>Data can be requested for period of 31 days only</m:ERR_DESC>"
                + "</m:ERROR></m:RTO></m:MessagePayload></m:OASISReport>";
        Reading<Imported> reading = new OasisImporter().read(
                List.of(ImportSource.of("a.zip", ImportFiles.zip(Map.of("INVALID_REQUEST.xml", xml)))), ImportOptions.DEFAULTS);
        ImportFiles.refused(reading, "a.zip!INVALID_REQUEST.xml", "Data can be requested for period of 31 days only");
        assertNull(reading.value());
    }
}
