package org.vppworkbench.app.ui.market;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.vppworkbench.app.ui.SampleRun;
import org.vppworkbench.app.ui.session.Workbench;
import org.vppworkbench.sample.SampleLibrary;
import org.vppworkbench.sample.quality.QualityReport;

class MarketViewModelTest {
    private final Workbench workbench = SampleRun.fresh();
    private final MarketViewModel model = new MarketViewModel(workbench);

    @Test
    void theQualityOfTheSampleIsShownWorstFirst() {
        QualityReport report = Objects.requireNonNull(model.qualityProperty().get());

        assertEquals(SampleLibrary.LOS_ANGELES_2023_08, report.data().id());
        assertEquals(report.rows().size(), model.checks().size());
        for (int i = 1; i < model.checks().size(); i++) {
            assertTrue(model.checks().get(i - 1).result().compareTo(model.checks().get(i).result()) >= 0, "row " + i);
        }
    }

    @Test
    void whatIsDrawnAndItsLabelsBelongTogether() {
        List<String> labels = new ArrayList<>();
        model.shownProperty().addListener((o, was, is) -> model.series().forEach(p -> labels.add(p.series())));

        workbench.chooseSample(SampleLibrary.SP15_2023_07);

        assertTrue(labels.stream().anyMatch(label -> label.startsWith("real-time LMP")), labels.toString());
        assertTrue(labels.stream().noneMatch(label -> label.contains("spin")), labels.toString());
    }

    @Test
    void anotherSampleIsLookedAtAndSaysThatItHasNoReserve() {
        workbench.chooseSample(SampleLibrary.SP15_2023_07);

        assertEquals(SampleLibrary.SP15_2023_07, Objects.requireNonNull(model.qualityProperty().get()).data().id());
        assertTrue(model.verdictProperty().get().startsWith(SampleLibrary.SP15_2023_07), model.verdictProperty().get());
        assertTrue(model.subtitleProperty().get().contains("no reserve prices"), model.subtitleProperty().get());
    }
}
