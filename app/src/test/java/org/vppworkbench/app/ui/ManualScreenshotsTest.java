package org.vppworkbench.app.ui;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.stage.Stage;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;
import org.vppworkbench.app.figure.FigureExporter;
import org.vppworkbench.app.io.UserFolders;
import org.vppworkbench.app.task.FxPulse;
import org.vppworkbench.app.task.FxTaskExecutor;
import org.vppworkbench.app.ui.session.StandardLaboratory;
import org.vppworkbench.app.ui.session.Workbench;
import org.vppworkbench.app.ui.shell.Pane;
import org.vppworkbench.app.ui.shell.WorkbenchWindow;

/** Draws the pictures of the manual: {@code mvn test -Dtest=ManualScreenshotsTest -Dvpp.screenshots=docs/images/manual}. */
@ExtendWith(ApplicationExtension.class)
@EnabledIfSystemProperty(named = "vpp.screenshots", matches = ".+")
class ManualScreenshotsTest {
    @TempDir static Path temp;

    private final FxTaskExecutor tasks = new FxTaskExecutor();
    private final ChosenFile chosen = new ChosenFile();
    private FxPulse pulse;
    private Stage stage;
    private Workbench workbench;
    private WorkbenchWindow window;

    @Start
    void show(Stage first) {
        stage = first;
        pulse = new FxPulse();
        workbench = new Workbench(new StandardLaboratory(), tasks);
        window = new WorkbenchWindow(stage, workbench, pulse, chosen, UserFolders.in(temp.resolve("home")));
        window.shownProperty().set(Pane.WELCOME);
        window.show();
        Camera.prepare(stage, window);
    }

    @Stop
    void close() {
        pulse.close();
        tasks.close();
    }

    @Test
    void takePictures(FxRobot robot) throws Exception {
        Camera camera = new Camera(stage);
        new ManualWalk(robot, workbench, window, tasks, chosen, name -> {
            switch (name) {
                case "describe" -> camera.take(robot.lookup("#describe-text").query().getScene().getWindow(), name);
                case "export" -> camera.take(robot.lookup("#export-save").query().getScene().getWindow(), name);
                default -> camera.take(name);
            }
        }).all(temp);
        // the page itself, as a paper has it
        try (PDDocument figure = Loader.loadPDF(temp.resolve("regret.pdf").toFile());
                OutputStream out = Files.newOutputStream(Path.of(System.getProperty("vpp.screenshots"), "regret.png"))) {
            FigureExporter.writePng(new PDFRenderer(figure).renderImageWithDPI(0, 200, ImageType.RGB), out);
        }
        assertTrue(camera.took("compare"));
    }
}
