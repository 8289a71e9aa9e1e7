package org.vppworkbench.sample.imports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.vppworkbench.model.time.Horizon;
import org.vppworkbench.model.time.SeriesKind;
import org.vppworkbench.model.time.TimeSeries;
import org.vppworkbench.sample.folder.FolderSeries;
import org.vppworkbench.sample.folder.SeriesFolder;
import org.vppworkbench.sample.folder.SeriesRole;

class ImportedTableTest {
    @Test
    void tablesBecomeCsvFiles() {
        ImportedTable table = new ImportedTable("sessions", List.of("id", "energy_kwh"), List.of(List.of("a,b", "1.5"), List.of("c", "")));
        assertEquals("id,energy_kwh\n\"a,b\",1.5\nc,\n", table.csv());
        SeriesFolder none = new SeriesFolder("x", "x", Horizon.LOS_ANGELES, List.of());
        assertEquals(Map.of("table-sessions.csv", table.csv()), new Imported(none, List.of(table), Preview.of(none)).csvFiles());
        assertThrows(IllegalArgumentException.class, () -> new ImportedTable("../x", List.of("id"), List.of()));
        assertThrows(IllegalArgumentException.class, () -> new ImportedTable("x", List.of("id"), List.of(List.of("1", "2"))));
    }

    @Test
    void previewShowsWhatIsInASeries() {
        FolderSeries series = new FolderSeries(SeriesRole.of(SeriesRole.Type.ENERGY), Duration.ofHours(1), Instant.EPOCH,
                TimeSeries.of(4, -2, 1, 9), SeriesKind.REAL, "s", "l", "o", "h", "n");
        SeriesFolder folder = new SeriesFolder("x", "x", Horizon.LOS_ANGELES, List.of(series));
        PreviewSeries look = Preview.of(folder, Map.of(series.role(), 2)).series().get(0);
        assertEquals(4, look.count());
        assertEquals(-2, look.min());
        assertEquals(3, look.mean());
        assertEquals(9, look.max());
        assertEquals(2, look.gaps());
        assertEquals(Instant.EPOCH.plusSeconds(3 * 3600), look.last());
        assertEquals(List.of(new PreviewSeries.Row(Instant.EPOCH, 4), new PreviewSeries.Row(Instant.EPOCH.plusSeconds(3600), -2),
                new PreviewSeries.Row(Instant.EPOCH.plusSeconds(7200), 1)), look.firstRows());
        assertEquals(0, Imported.of(folder).preview().series().get(0).gaps());
    }
}
