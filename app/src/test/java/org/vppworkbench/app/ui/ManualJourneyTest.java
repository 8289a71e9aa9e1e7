package org.vppworkbench.app.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import javafx.stage.Stage;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;
import org.vppworkbench.app.io.UserFolders;
import org.vppworkbench.app.task.FxPulse;
import org.vppworkbench.app.task.FxTaskExecutor;
import org.vppworkbench.app.ui.session.StandardLaboratory;
import org.vppworkbench.app.ui.session.Workbench;
import org.vppworkbench.app.ui.shell.Pane;
import org.vppworkbench.app.ui.shell.WorkbenchWindow;

/** The manual, followed literally: what it says must be what the window shows, and no number in it may come from elsewhere. */
@ExtendWith(ApplicationExtension.class)
class ManualJourneyTest {
    private static final Path MANUAL = Path.of("../docs/manual.md");
    private static final Pattern COMMANDS = Pattern.compile("(?ms)^```.*?^```");
    private static final Pattern DECIMAL = Pattern.compile("[−-]?\\d+\\.\\d+");

    @TempDir static Path temp;

    private final FxTaskExecutor tasks = new FxTaskExecutor();
    private final ChosenFile chosen = new ChosenFile();
    private FxPulse pulse;
    private Workbench workbench;
    private WorkbenchWindow window;

    @Start
    void show(Stage stage) {
        pulse = new FxPulse();
        workbench = new Workbench(new StandardLaboratory(), tasks);
        window = new WorkbenchWindow(stage, workbench, pulse, chosen, UserFolders.in(temp.resolve("home")));
        window.shownProperty().set(Pane.WELCOME);
        window.show();
        stage.setWidth(1280);
        stage.setHeight(800);
    }

    @Stop
    void close() {
        pulse.close();
        tasks.close();
    }

    @Test
    void theManualSaysWhatTheWindowShows(FxRobot robot) throws Exception {
        String manual = Files.readString(MANUAL);
        ManualWalk walk = new ManualWalk(robot, workbench, window, tasks, chosen, name -> {});
        walk.all(temp);

        assertEquals(List.of(), walk.seen().stream().filter(words -> !manual.contains(words)).distinct().toList(), "seen, but not in the manual");

        String figure;
        try (PDDocument pdf = Loader.loadPDF(temp.resolve("regret.pdf").toFile())) {
            figure = new PDFTextStripper().getText(pdf);
        }
        String everything = String.join("\n", walk.seen()) + figure;
        assertEquals(List.of(), DECIMAL.matcher(COMMANDS.matcher(manual).replaceAll("")).results()
                .map(number -> number.group())
                .filter(number -> !everything.contains(number))
                .toList(), "numbers of the manual that were not seen");

        String table = Files.readString(temp.resolve("metrics.tex"));
        assertTrue(table.contains("\\toprule"), "a table with the rules of booktabs");
        for (String needed : List.of("booktabs", "longtable")) {
            assertTrue(table.contains(needed) && manual.contains(needed), needed);
        }
    }
}
