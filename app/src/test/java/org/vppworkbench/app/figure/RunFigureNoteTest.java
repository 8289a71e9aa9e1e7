package org.vppworkbench.app.figure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.vppworkbench.app.experiment.SmallRuns;
import org.vppworkbench.model.time.Provenance;
import org.vppworkbench.model.time.SeriesKind;
import org.vppworkbench.sample.SampleLibrary;

/** An invented market is not called real because a tariff is. */
class RunFigureNoteTest {
    private static Provenance of(String series, SeriesKind kind) {
        return new Provenance(series, kind, "source", "licence", "file", "", "");
    }

    @Test
    void theKindOfThePricesStandsFirstAndAlone() {
        assertEquals(
                "prices SYNTHETIC · other series REAL, DERIVED",
                RunFigures.kinds(List.of(
                        of("tariff [$/kWh]", SeriesKind.REAL),
                        of("home load [kW]", SeriesKind.DERIVED),
                        of("synthetic day-ahead energy [$/MWh]", SeriesKind.SYNTHETIC),
                        of("synthetic day-ahead spin [$/MW-h]", SeriesKind.SYNTHETIC))));
        assertEquals("prices REAL", RunFigures.kinds(List.of(of("energy [$/MWh]", SeriesKind.REAL))));
    }

    @Test
    void theInventedMonthIsCalledSo() {
        String kinds = RunFigures.kinds(SampleLibrary.load(SampleLibrary.SYNTHETIC_MONTH).orThrow().provenance());
        assertTrue(kinds.startsWith("prices SYNTHETIC · other series "), kinds);
        assertTrue(RunFigures.note("LABEL", SmallRuns.scenario("rule", 1)).contains("prices REAL"));
    }
}
