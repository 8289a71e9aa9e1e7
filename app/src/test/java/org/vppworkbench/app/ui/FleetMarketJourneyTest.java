package org.vppworkbench.app.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;
import org.vppworkbench.app.task.FxPulse;
import org.vppworkbench.app.task.FxTaskExecutor;
import org.vppworkbench.app.ui.control.ChartPane;
import org.vppworkbench.app.ui.session.Document;
import org.vppworkbench.app.ui.session.ScenarioEdits;
import org.vppworkbench.app.ui.session.StandardLaboratory;
import org.vppworkbench.app.ui.session.Workbench;
import org.vppworkbench.app.ui.shell.FileDialogs;
import org.vppworkbench.app.ui.shell.Pane;
import org.vppworkbench.app.ui.shell.WorkbenchWindow;
import org.vppworkbench.model.fleet.Fleet;
import org.vppworkbench.model.fleet.Home;
import org.vppworkbench.sample.SampleLibrary;

/** Editing a fleet and bringing data in, at 980×700, with the real core. */
@ExtendWith(ApplicationExtension.class)
class FleetMarketJourneyTest {
    private final FxTaskExecutor tasks = new FxTaskExecutor();
    private final Chosen chosen = new Chosen();
    private Workbench workbench;
    private WorkbenchWindow window;
    private FleetPage page;
    private FxPulse pulse;
    private Scene scene;

    @TempDir
    private Path folder;

    @Start
    void show(Stage stage) {
        pulse = new FxPulse();
        workbench = new Workbench(new StandardLaboratory(), tasks);
        workbench.optimaByItselfProperty().set(false);
        window = new WorkbenchWindow(stage, workbench, pulse, chosen);
        window.show();
        stage.setWidth(980);
        stage.setHeight(700);
        scene = stage.getScene();
    }

    @Stop
    void close() {
        pulse.close();
        tasks.close();
    }

    @BeforeEach
    void start(FxRobot robot) {
        page = new FleetPage(robot);
        robot.interact(() -> window.shownProperty().set(Pane.FLEET));
    }

    @Test
    void aHomeIsEditedInItsFormAndTheEditTakenBack(FxRobot robot) {
        Document before = workbench.document();
        page.select(0).type("form-load-scale", "2.5");
        assertEquals(2.5, workbench.document().fleet().homes().getFirst().loadScale());

        page.type("form-load-scale", "5000");
        assertEquals(2.5, workbench.document().fleet().homes().getFirst().loadScale(), "out of range is not taken");

        robot.interact(() -> window.actions().byId("undo").perform());
        assertEquals(before, workbench.document());
        assertEquals(before.fleet().homes().getFirst().loadScale(), Double.parseDouble(page.field("form-load-scale")));
    }

    @Test
    void twoHundredHomesAreChangedTogetherAndBackAgain(FxRobot robot) throws Exception {
        robot.interact(() -> {
            Fleet fleet = SampleLibrary.fleet(SampleLibrary.LOS_ANGELES_200).orThrow();
            workbench.history().edit("200 homes", new Document(ScenarioEdits.fleetReference(workbench.document().scenario(), "mine.json"), fleet));
        });
        Document before = workbench.document();
        page.selectAll();
        assertEquals(200, page.selected());
        page.click("edit-homes").type("many-battery-kwh", "20");
        assertTrue(page.text("multi-preview").contains("of 200 homes would change"), page.text("multi-preview"));
        page.click("multi-apply");

        long batteries = before.fleet().homes().stream().filter(h -> h.bess() != null).count();
        long changed = workbench.document().fleet().homes().stream().map(Home::bess).filter(Objects::nonNull).filter(b -> b.capacityKwh() == 20).count();
        assertTrue(changed > 0 && changed <= batteries, changed + " of " + batteries);
        assertEquals(200, page.selected(), "the selection stays");

        robot.interact(() -> window.actions().byId("undo").perform());
        assertEquals(before, workbench.document());
    }

    @Test
    void theWeekOfAHomeIsDrawnWhenSomebodyLooks() throws Exception {
        page.select(1).click("tab-home-week");
        WorkbenchPage.waitUntil(() -> scene.lookup("#chart-home-week") instanceof ChartPane chart && chart.chart() != null);
        assertTrue(page.text("home-week-words").startsWith("Nothing is sold"), page.text("home-week-words"));
    }

    @Test
    void aBrokenFileShowsFindingsAndAGoodOneBecomesChartsOfTheMarket(FxRobot robot) throws Exception {
        Document before = workbench.document();
        Path broken = Files.writeString(folder.resolve("broken.csv"), "interval_start_utc,energy_usd_per_mwh\n2023-08-15T07:00:00Z,lots\n");
        StringBuilder good = new StringBuilder("interval_start_utc,energy_usd_per_mwh\n");
        for (int h = 0; h < 48; h++) {
            good.append(Instant.parse("2023-08-15T07:00:00Z").plusSeconds(3600L * h)).append(',').append(h == 19 ? -20 : 40 + h).append('\n');
        }
        Path fine = Files.writeString(folder.resolve("fine.csv"), good);
        robot.interact(() -> window.actions().byId("import-data").perform());

        chosen.next = broken;
        page.click("import-choose").click("import-read");
        WorkbenchPage.waitUntil(() -> page.rows("import-findings") > 0);
        assertEquals(before, workbench.document());
        assertFalse(page.shows("absent"));

        chosen.next = fine;
        page.click("import-choose").click("import-read");
        WorkbenchPage.waitUntil(() -> page.rows("import-series") == 1);
        chosen.next = folder.resolve("my-prices");
        page.click("import-use");
        WorkbenchPage.waitUntil(() -> workbench.document().scenario().sample().equals("my-prices"));
        page.closeDialogOf("import-read");

        robot.interact(() -> window.shownProperty().set(Pane.MARKET));
        WorkbenchPage.waitUntil(() -> scene.lookup("#chart-market") instanceof ChartPane chart && chart.chart() != null);
        assertTrue(page.text("market-missing").contains("reserve prices"), page.text("market-missing"));
    }

    private static final class Chosen implements FileDialogs {
        private Path next = Path.of("");

        @Override
        public Optional<Path> save(String title, String suggestedName, String kind, String pattern) {
            return Optional.of(next);
        }

        @Override
        public Optional<Path> open(String title, String kind, String... patterns) {
            return Optional.of(next);
        }
    }
}
