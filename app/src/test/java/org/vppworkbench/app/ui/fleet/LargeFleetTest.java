package org.vppworkbench.app.ui.fleet;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.vppworkbench.app.task.ManualTaskExecutor;
import org.vppworkbench.app.ui.session.Document;
import org.vppworkbench.app.ui.session.ScenarioEdits;
import org.vppworkbench.app.ui.session.StandardLaboratory;
import org.vppworkbench.app.ui.session.Workbench;
import org.vppworkbench.model.fleet.Fleet;
import org.vppworkbench.model.fleet.FleetPreset;
import org.vppworkbench.model.simulation.CancelToken;
import org.vppworkbench.model.simulation.ProgressSink;

/** What the table does with 10,000 homes leaves the document as it was; {@code vpp.fleet.timings=FILE} writes how long it took. */
class LargeFleetTest {
    @Test
    void tenThousandHomesAreSortedFilteredEditedAndUndone() throws Exception {
        Workbench workbench = new Workbench(new StandardLaboratory(), new ManualTaskExecutor());
        Fleet fleet = workbench.laboratory()
                .generate(FleetPreset.LABORATORY.parameters(10_000, 1), workbench.data(), ProgressSink.NONE, CancelToken.NEVER)
                .orThrow()
                .fleet();
        Document large = new Document(ScenarioEdits.fleetReference(workbench.document().scenario(), "large.json"), fleet);
        workbench.history().edit("large", large);

        int repetitions = Integer.getInteger("vpp.fleet.repetitions", 2);
        FleetTimings.of(workbench, repetitions);
        List<FleetTimings.Timing> timings = FleetTimings.of(workbench, repetitions);

        assertEquals(large, workbench.document());
        String file = System.getProperty("vpp.fleet.timings");
        if (file != null) {
            Files.writeString(Path.of(file), String.join("\n", timings.stream()
                    .map(t -> String.format(Locale.ROOT, "%-66s %8.1f ms median %8.1f ms worst", t.what(), t.medianMs(), t.worstMs())).toList()));
        }
    }
}
