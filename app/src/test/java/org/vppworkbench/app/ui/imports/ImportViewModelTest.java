package org.vppworkbench.app.ui.imports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vppworkbench.app.ui.SampleRun;
import org.vppworkbench.app.ui.session.Document;
import org.vppworkbench.app.ui.session.Workbench;
import org.vppworkbench.model.scenario.Finding;

class ImportViewModelTest {
    private final Workbench workbench = SampleRun.fresh();
    private final ImportViewModel model = new ImportViewModel(workbench);
    private final Document before = workbench.document();

    @TempDir
    private Path folder;

    @Test
    void aFileOfOwnPricesIsMappedReadAndMadeTheDataOfTheScenarioAsOneEdit() throws IOException {
        model.choose(List.of(prices("mine.csv", ";", 49)));
        assertTrue(model.needsMapping());
        assertEquals(";", model.mappingProperty().get().separator());
        assertEquals(",", model.mappingProperty().get().decimal());
        assertEquals("Zeit", model.mappingProperty().get().timeColumn());
        assertEquals(List.of("Zeit", "Preis"), model.firstRows().getFirst());

        CsvMapping m = model.mappingProperty().get();
        model.map(new CsvMapping(m.separator(), m.decimal(), 0, "Zeit", "dd.MM.yyyy HH:mm", "America/Los_Angeles", false, 60,
                List.of(new CsvMapping.Column("Preis", "energy", "ct/kWh"))));
        model.read();

        assertEquals(1, model.series().size(), () -> model.findings().toString());
        assertEquals(50, model.series().getFirst().min(), 1e-9, "5 ct/kWh are 50 $/MWh");
        assertEquals(before, workbench.document(), "nothing is used before somebody says so");

        model.use(folder.resolve("my-data"));
        assertTrue(Files.exists(folder.resolve("my-data").resolve("data.json")), model.wordsProperty().get());
        assertEquals("my-data", workbench.document().scenario().sample());
        assertNotNull(workbench.resolvedProperty().get(), () -> workbench.findings().toString());
        assertEquals(50, workbench.data().prices().energy().at(0), 1e-9);

        workbench.history().undo();
        assertEquals(before, workbench.document());
    }

    @Test
    void aBrokenFileIsAListOfFindingsWithRowAndColumnAndNothingIsLoaded() throws IOException {
        Path file = Files.writeString(folder.resolve("broken.csv"), """
                interval_start_utc,energy_usd_per_mwh
                2023-08-15T07:00:00Z,40
                2023-08-15T08:00:00Z,many
                2023-08-15T09:00:00Z,42,7
                """);
        model.choose(List.of(file));
        assertFalse(model.needsMapping(), "the columns name themselves");
        model.read();

        assertNull(model.importedProperty().get());
        assertTrue(model.series().isEmpty());
        assertTrue(model.findings().stream().anyMatch(f -> f.isError() && f.where().contains("row 3") && f.where().contains("energy_usd_per_mwh")),
                model.findings().toString());
        assertTrue(model.wordsProperty().get().contains("nothing was loaded"), model.wordsProperty().get());
        model.use(folder.resolve("never"));
        assertFalse(Files.exists(folder.resolve("never")));
        assertEquals(before, workbench.document());
    }

    @Test
    void aMappingThatIsNotCompleteSaysWhat() throws IOException {
        model.choose(List.of(prices("mine.csv", ";", 3)));
        CsvMapping m = model.mappingProperty().get();
        model.map(new CsvMapping(m.separator(), m.decimal(), 0, "Zeit", "", "Atlantis/Nowhere", false, 0, m.columns()));
        model.read();

        assertNull(model.importedProperty().get());
        assertTrue(model.findings().stream().anyMatch(f -> f.where().contains("zone")), model.findings().toString());
    }

    @Test
    void whatWasReadIsForgottenWithTheNextChoice() throws IOException {
        Path file = Files.writeString(folder.resolve("own.csv"), own(26));
        model.choose(List.of(file));
        model.read();
        assertNotNull(model.importedProperty().get(), () -> model.findings().toString());

        model.choicesProperty().set(new ImportChoices(null, "", org.vppworkbench.model.time.SeriesKind.REAL, null, false, "", null, 7));
        assertNull(model.importedProperty().get());
        assertTrue(model.series().isEmpty());
    }

    @Test
    void knownLayoutsAreRecognisedByTheirNames() {
        assertEquals("oasis", FormatGuess.of(List.of("INTERVALSTARTTIME_GMT,INTERVALENDTIME_GMT,OPR_DT,MW")).format());
        assertEquals("eia", FormatGuess.of(List.of("utc_interval_end,local_interval_start,np15_lmp,sp15_lmp")).format());
        assertEquals("gridstatus", FormatGuess.of(List.of("interval_start_utc,interval_end_utc,market,location,location_type,lmp")).format());
        assertEquals("forecast", FormatGuess.of(List.of("interval_start,interval_end,load_forecast")).format());
        assertEquals("citylearn", FormatGuess.of(List.of("month,hour,day_type,non_shiftable_load,solar_generation")).format());
        assertEquals("acn", FormatGuess.of(List.of("session_id,arrival,departure,delivered_energy_kwh")).format());
        assertEquals("pvwatts", FormatGuess.of(List.of("{\"inputs\":{},\"station_info\":{}}")).format());
        FormatGuess other = FormatGuess.of(List.of("Zeit;Preis", "15.08.2023 00:00;5,0"));
        assertEquals("csv", other.format());
        assertFalse(other.sure());
        assertTrue(FormatGuess.of(List.of()).format().equals("csv"));
    }

    @Test
    void anEmptyFileAndAMissingOneAreFindings() throws IOException {
        model.choose(List.of(Files.createFile(folder.resolve("empty.csv"))));
        model.read();
        assertNull(model.importedProperty().get());
        assertTrue(model.findings().stream().anyMatch(Finding::isError));

        model.choose(List.of(folder.resolve("absent.csv")));
        assertTrue(model.findings().stream().anyMatch(Finding::isError));
    }

    private static String own(int hours) {
        StringBuilder text = new StringBuilder("interval_start_utc,energy_usd_per_mwh\n");
        for (int h = 0; h < hours; h++) {
            text.append(java.time.Instant.parse("2023-08-15T07:00:00Z").plusSeconds(3600L * h)).append(',').append(40 + h).append('\n');
        }
        return text.toString();
    }

    private Path prices(String name, String separator, int hours) throws IOException {
        StringBuilder text = new StringBuilder("Zeit" + separator + "Preis\n");
        for (int h = 0; h < hours; h++) {
            text.append(String.format(java.util.Locale.ROOT, "%02d.08.2023 %02d:00%s%d,0%n", 15 + h / 24, h % 24, separator, 5 + h % 24));
        }
        return Files.writeString(folder.resolve(name), text.toString());
    }
}
