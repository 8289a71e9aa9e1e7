package org.vppworkbench.sample.imports.market;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.vppworkbench.model.scenario.Finding;
import org.vppworkbench.model.scenario.Reading;
import org.vppworkbench.sample.folder.FolderSeries;
import org.vppworkbench.sample.imports.ImportOptions;
import org.vppworkbench.sample.imports.Imported;
import org.vppworkbench.sample.imports.Importer;
import org.vppworkbench.sample.imports.source.ImportSource;

/** However a file is damaged: a value or an error, never both, never neither, never an exception, and always the same. */
class DamagedFilesTest {
    static Stream<Object[]> files() {
        String json = "{\"data\":[{\"interval_start_utc\":\"2023-08-15T07:00:00Z\",\"interval_end_utc\":\"2023-08-15T08:00:00Z\","
                + "\"market\":\"DAY_AHEAD_HOURLY\",\"location\":\"TH_SP15_GEN-APND\",\"lmp\":80.2,\"energy\":80.23,\"congestion\":-0.03,\"loss\":0}],"
                + "\"meta\":{\"hasNextPage\":false}}";
        return Stream.of(
                of(new OasisImporter(), ImportFiles.text(ImportFiles.LMP)),
                new Object[] {new OasisImporter(), ImportSource.of("f", ImportFiles.zip(Map.of("a.csv", ImportFiles.text(ImportFiles.SPIN))))},
                of(new GridStatusImporter(), ImportFiles.text(ImportFiles.GRID_STATUS)),
                of(new GridStatusImporter(), json),
                of(new EiaImporter(), ImportFiles.text(ImportFiles.EIA_DAY_AHEAD)),
                of(new ForecastImporter(), ImportFiles.text(ImportFiles.SOLAR_FORECAST)),
                of(new CsvImporter(), "interval_start_utc,energy_usd_per_mwh\n2023-08-15T07:00:00Z,5\n2023-08-15T08:00:00Z,6\n"));
    }

    private static Object[] of(Importer importer, String text) {
        return new Object[] {importer, ImportSource.of("f", text.getBytes(StandardCharsets.UTF_8))};
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("files")
    void valueOrError(Importer importer, ImportSource source) throws Exception {
        SplittableRandom random = new SplittableRandom(17);
        byte[] good = source.open().readAllBytes();
        assertNotNull(importer.read(List.of(ImportSource.of("f_da_", good)), ImportOptions.DEFAULTS).value());
        for (int i = 0; i < 25 * Integer.getInteger("vpp.random.scale", 1); i++) {
            List<ImportSource> files = List.of(ImportSource.of("f_da_", damaged(good, random)));
            Reading<Imported> reading = importer.read(files, ImportOptions.DEFAULTS);
            assertEquals(reading.value() == null, reading.findings().stream().anyMatch(Finding::isError), () -> ImportFiles.told(reading));
            Reading<Imported> again = importer.read(files, ImportOptions.DEFAULTS);
            assertEquals(reading.findings(), again.findings());
            assertEquals(series(reading), series(again));
        }
    }

    private static List<FolderSeries> series(Reading<Imported> reading) {
        Imported value = reading.value();
        return value == null ? List.of() : value.folder().series();
    }

    /** Bytes flipped, a piece cut out, or a piece repeated. */
    private static byte[] damaged(byte[] good, SplittableRandom random) {
        byte[] bytes = good.clone();
        int from = random.nextInt(bytes.length);
        int to = Math.min(bytes.length, from + 1 + random.nextInt(200));
        ByteArrayOutputStream changed = new ByteArrayOutputStream();
        switch (random.nextInt(3)) {
            case 0 -> {
                for (int i = 0; i < 1 + random.nextInt(3); i++) {
                    bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
                }
                changed.writeBytes(bytes);
            }
            case 1 -> {
                changed.write(bytes, 0, from);
                changed.write(bytes, to, bytes.length - to);
            }
            default -> {
                changed.write(bytes, 0, to);
                changed.write(bytes, from, bytes.length - from);
            }
        }
        return changed.toByteArray();
    }
}
