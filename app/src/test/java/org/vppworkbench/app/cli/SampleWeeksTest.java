package org.vppworkbench.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.vppworkbench.app.io.Bundle;
import org.vppworkbench.app.io.OptimumSummary;
import org.vppworkbench.model.event.LoggedEvent;
import org.vppworkbench.model.event.RunEvent;
import org.vppworkbench.model.market.Product;
import org.vppworkbench.model.scenario.Timeline;
import org.vppworkbench.sample.SampleLibrary;

/** Every sample runs from end to end in both timelines: one day of it, in the deep profile all seven. */
class SampleWeeksTest {
    private static final int DAYS = Boolean.getBoolean("vpp.deep") ? 7 : 1;

    @TempDir Path folder;

    private final VppRuns vpp = new VppRuns();

    static Stream<Arguments> weeks() {
        return SampleLibrary.ids().stream()
                .filter(id -> !id.equals(SampleLibrary.SYNTHETIC_MONTH))
                .flatMap(id -> Stream.of("hourly", "day-ahead").map(timeline -> Arguments.of(id, timeline)));
    }

    @ParameterizedTest
    @MethodSource("weeks")
    void everyWeekRunsInBothTimelines(String id, String timeline) {
        Path run = folder.resolve("run");
        vpp.works("run", "--sample", id, "--days", DAYS, "--timeline", timeline, "--no-optimum", "--out", run);
        Bundle bundle = VppRuns.bundle(run);
        assertEquals(DAYS, bundle.inputs().inputs().horizon().days());
        assertEquals(
                timeline.equals("hourly") ? Timeline.HOURLY : Timeline.DAY_AHEAD,
                VppRuns.scenario(run).market().timeline());
        Set<Product> opened = EnumSet.noneOf(Product.class);
        for (LoggedEvent event : Objects.requireNonNull(bundle.events())) {
            if (event.event() instanceof RunEvent.OpportunityOpened open) {
                opened.add(open.opportunity().product());
            }
        }
        boolean reserves = id.startsWith("la");
        assertEquals(reserves ? EnumSet.allOf(Product.class) : EnumSet.of(Product.ENERGY), opened);
        // the energy-only weeks were never dear enough for a home to sell, see below
        assertEquals(reserves, !Objects.requireNonNull(bundle.contracts()).isEmpty());
        assertFalse(vpp.out().contains("BROKEN"), vpp.out());
        vpp.works("validate", "--bundle", run);
    }

    @Test
    void whereNothingIsSoldTheOptimumSellsNothingEither() {
        Path run = folder.resolve("run");
        vpp.works("run", "--sample", "sp15-2023-07", "--from", "2023-07-17", "--out", run);
        Bundle bundle = VppRuns.bundle(run);
        assertEquals(List.of(), bundle.contracts());
        Map<String, OptimumSummary> optima = Objects.requireNonNull(bundle.baseline()).optima();
        double home = Objects.requireNonNull(Objects.requireNonNull(optima.get("home")).objective());
        double most = Objects.requireNonNull(Objects.requireNonNull(optima.get("aware")).upperBound());
        assertTrue(most <= home + 0.01, most + " $ with the market, " + home + " $ without, a cent apart at most");
    }

    @Test
    void aSyntheticMonthRuns() {
        Path run = folder.resolve("run");
        vpp.works("run", "--sample", SampleLibrary.SYNTHETIC_MONTH, "--days", 31, "--generate", "5:1", "--required", "8,5,5",
                "--no-optimum", "--out", run);
        Bundle bundle = VppRuns.bundle(run);
        assertEquals(31, bundle.inputs().inputs().horizon().days());
        assertEquals(5, bundle.inputs().inputs().prosumers().size());
        assertFalse(Objects.requireNonNull(bundle.contracts()).isEmpty());
        assertFalse(vpp.out().contains("BROKEN"), vpp.out());
        assertTrue(vpp.out().contains("2023-08-01 to 2023-08-31"), vpp.out());
    }
}
