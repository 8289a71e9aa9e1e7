package org.vppworkbench.app.ui;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javafx.scene.control.Button;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import org.vppworkbench.app.task.FxPulse;
import org.vppworkbench.app.task.FxTaskExecutor;
import org.vppworkbench.app.task.TaskStatus;
import org.vppworkbench.app.ui.market.MarketRange;
import org.vppworkbench.app.ui.control.ChoiceField;
import org.vppworkbench.app.ui.session.StandardLaboratory;
import org.vppworkbench.app.ui.session.Workbench;
import org.vppworkbench.app.ui.shell.FileDialogs;
import org.vppworkbench.app.ui.shell.Pane;
import org.vppworkbench.app.ui.shell.WorkbenchWindow;

/** Draws fleet, market and importer in their states; properties as of {@link ScreenshotsTest}. */
@ExtendWith(ApplicationExtension.class)
@EnabledIfSystemProperty(named = "vpp.screenshots", matches = ".+")
class FleetMarketScreenshotsTest {
    private final FxTaskExecutor tasks = new FxTaskExecutor();
    private Workbench workbench;
    private WorkbenchWindow window;
    private Stage stage;
    private Camera camera;
    private Path next = Path.of("");

    @Start
    void show(Stage stage) throws Exception {
        this.stage = stage;
        camera = new Camera(stage);
        workbench = new Workbench(new StandardLaboratory(), tasks);
        window = new WorkbenchWindow(stage, workbench, new FxPulse(), new FileDialogs() {
            @Override
            public Optional<Path> save(String title, String suggestedName, String kind, String pattern) {
                return Optional.of(next);
            }

            @Override
            public Optional<Path> open(String title, String kind, String... patterns) {
                return Optional.of(next);
            }
        });
        window.show();
        Camera.prepare(stage, window);
    }

    @Test
    void drawsFleetMarketAndImporter() throws Exception {
        on(() -> window.shownProperty().set(Pane.FLEET));
        TableView<?> table = (TableView<?>) stage.getScene().lookup("#fleet-table");
        on(() -> table.getSelectionModel().selectRange(2, 7));
        camera.take("fleet-edit");
        tab("#home-tabs", 1);
        camera.take("fleet-week");
        tab("#home-tabs", 0);
        on(() -> window.actions().byId("edit-homes").perform());
        Stage multi = last();
        on(() -> ((TextField) multi.getScene().lookup("#many-floor")).setText("9"));
        camera.take(multi, "fleet-multi-edit");
        on(multi::close);
        on(() -> window.shownProperty().set(Pane.MARKET));
        camera.take("market-run");
        ChoiceField<MarketRange> range = range();
        on(() -> {
            range.show(MarketRange.ALL);
            range.getOnAction().handle(null);
        });
        camera.take("market-all");
        on(() -> ((javafx.scene.control.CheckBox) stage.getScene().lookup("#market-log")).setSelected(true));
        camera.take("market-log");
        tab("#market-tabs", 1);
        camera.take("market-weeks");
        tab("#market-tabs", 2);
        camera.take("market-quality-now");
        tab("#market-tabs", 3);
        camera.take("market-provenance");
        importer();
        on(() -> window.actions().byId("generate-fleet").perform());
        Stage generator = last();
        on(() -> ((Button) generator.getScene().lookup("#generate-draw")).fire());
        camera.take(generator, "fleet-generator");
        on(generator::close);
        assertTrue(camera.took("market-all"));
    }

    private void importer() throws Exception {
        Path folder = Files.createTempDirectory("vpp-import");
        StringBuilder text = new StringBuilder("Zeit;Preis ct/kWh;Haus kW\n");
        for (int h = 0; h < 48; h++) {
            text.append(String.format(java.util.Locale.ROOT, "%02d.08.2023 %02d:00;%d,5;1,%d%n", 15 + h / 24, h % 24, 4 + h % 20, h % 10));
        }
        next = Files.writeString(folder.resolve("meter.csv"), text);
        on(() -> window.actions().byId("import-data").perform());
        Stage dialog = last();
        press(dialog, "#import-choose");
        camera.take(dialog, "import-mapping");
        press(dialog, "#import-read");
        camera.take(dialog, "import-findings");
        next = Files.writeString(folder.resolve("own.csv"), "interval_start_utc,energy_usd_per_mwh\n"
                + String.join("\n", java.util.stream.IntStream.range(0, 48).mapToObj(h -> Instant.parse("2023-08-15T07:00:00Z").plusSeconds(3600L * h) + "," + (40 + h)).toList()));
        press(dialog, "#import-choose");
        press(dialog, "#import-read");
        camera.take(dialog, "import-series");
        on(dialog::close);
    }

    @SuppressWarnings("unchecked")
    private ChoiceField<MarketRange> range() {
        return (ChoiceField<MarketRange>) stage.getScene().lookup("#market-range");
    }

    private void press(Stage dialog, String id) throws Exception {
        on(() -> ((Button) dialog.getScene().lookup(id)).fire());
    }

    private Stage last() {
        return (Stage) List.copyOf(Window.getWindows()).getLast();
    }

    private void tab(String tabs, int index) throws Exception {
        on(() -> ((TabPane) stage.getScene().lookup(tabs)).getSelectionModel().select(index));
    }

    private void on(Runnable work) throws Exception {
        WaitForAsyncUtils.asyncFx(work).get();
        WaitForAsyncUtils.waitForFxEvents();
        WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, () -> tasks.tasks().stream().noneMatch(TaskStatus::isRunning));
        WaitForAsyncUtils.waitForFxEvents();
    }
}
