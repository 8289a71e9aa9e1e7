package org.vppworkbench.app.ui.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.vppworkbench.app.experiment.SmallRuns;
import org.vppworkbench.app.figure.paper.ExportFormat;
import org.vppworkbench.app.figure.paper.Preset;
import org.vppworkbench.app.io.RefusedException;

class ExportViewModelTest {
    private final ExportViewModel model = new ExportViewModel(SmallRuns.run("rule", 1, true));

    private ExportItem item(String name, boolean figure) {
        return model.items().stream().filter(i -> i.name().equals(name) && i.isFigure() == figure).findFirst().orElseThrow();
    }

    @Test
    void aTableTakesTheFormatsOfTables() throws IOException {
        assertEquals(ExportFormat.PNG, model.formatProperty().get());
        model.choose(item("homes", false));
        assertEquals(List.of(ExportFormat.CSV, ExportFormat.LATEX), List.copyOf(model.formats()));
        assertEquals(ExportFormat.CSV, model.formatProperty().get());
        model.formatProperty().set(ExportFormat.LATEX);
        assertEquals("table-homes.tex", model.job().fileName());
        assertTrue(new String(model.job().bytes(), StandardCharsets.UTF_8).contains("\\toprule"));
        model.choose(item("welfare", true));
        assertEquals(ExportFormat.PNG, model.formatProperty().get());
        assertFalse(model.formats().contains(ExportFormat.LATEX));
    }

    @Test
    void aFormatThatBothHaveStays() {
        model.formatProperty().set(ExportFormat.CSV);
        model.choose(item("days", false));
        assertEquals(ExportFormat.CSV, model.formatProperty().get());
    }

    @Test
    void widthAndDotsAreThoseAsked() throws IOException {
        model.choose(item("prices", true));
        model.presetProperty().set(Preset.ONE_COLUMN);
        model.setDpi(100);
        assertEquals(Math.round(88 / 25.4 * 100), ImageIO.read(new ByteArrayInputStream(model.job().bytes())).getWidth());
        assertEquals(Math.round(88 / 25.4 * 100), model.job().raster().getWidth(), "the clipboard has the same");
        model.setDpi(1);
        assertEquals(ExportViewModel.LEAST_DPI, model.dpi());
        model.setDpi(1_000_000);
        assertEquals(ExportViewModel.MOST_DPI, model.dpi());
    }

    @Test
    void whatTheRunCannotSupportSaysWhy() {
        model.choose(item("days", true));
        RefusedException refused = assertThrows(RefusedException.class, () -> model.job().bytes());
        assertTrue(refused.getMessage().contains("one day"), refused.getMessage());
    }

    /** A job that is being made does not follow later choices. */
    @Test
    void aJobKeepsWhatWasChosen() {
        ExportJob job = model.job();
        model.choose(item("optimum", false));
        assertEquals("welfare.png", job.fileName());
    }
}
