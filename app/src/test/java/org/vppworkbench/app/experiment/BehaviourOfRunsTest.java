package org.vppworkbench.app.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.vppworkbench.model.metrics.Metric;
import org.vppworkbench.model.metrics.MetricTable;

/** Behaviour of real runs: what rule agents never do, and that every mechanism is measured alike. */
class BehaviourOfRunsTest {
    private static Metric metric(MetricTable table, String key) {
        return table.metric(key).orElseThrow();
    }

    private static double value(MetricTable table, String key) {
        @Nullable Double value = metric(table, key).value();
        assertTrue(value != null, key + ": " + metric(table, key).reason());
        return value == null ? Double.NaN : value;
    }

    @Test
    void rulesNeverOfferWhatTheyCannotKeepNorLessThanTheirCost() {
        for (String mechanism : List.of("rule", "posted-price", "uniform-price", "pay-as-bid", "zi-c")) {
            MetricTable table = SmallRuns.run(mechanism, 3, false).metrics();
            for (String key : List.of(
                    "refusedFormReplies", "refusedPhysicsReplies", "refusedPriceCapReplies", "refusedReservationReplies",
                    "refusedOwnerLimitReplies", "unusableReplies", "belowReservationReplyShare", "belowReservationPassedReplies",
                    "toolErrorShare", "dealRateWithoutZoneShare")) {
                @Nullable Double value = metric(table, key).value();
                assertEquals(0, value == null ? 0 : value, mechanism + " " + key);
            }
            assertNull(metric(table, "leakageShare").value(), mechanism);
            assertNull(metric(table, "agentFallbackShare").value(), mechanism);
            assertTrue(value(table, "dealRateWithZoneShare") > 0, mechanism);
        }
    }

    @Test
    void rulesMoveAndGiveNothingAway() {
        MetricTable table = SmallRuns.run("rule", 3, false).metrics();
        assertEquals(0, value(table, "homeOverAccommodationShare"));
        assertEquals(0, value(table, "aggregatorOverAccommodationShare"));
        assertTrue(value(table, "homeRigidityShare") < 1, "homes concede");
        assertTrue(value(table, "homeConcessionShare") > 0, "homes concede");
        assertTrue(value(table, "sellerSurplusShare") > 0 && value(table, "sellerSurplusShare") < 1, "a split");
        assertEquals(4, table.behaviour().size(), "four homes");
    }

    @Test
    void anAuctionHasOneRoundAndTheRunWithoutMarketNothing() {
        MetricTable auction = SmallRuns.run("pay-as-bid", 3, false).metrics();
        assertTrue(metric(auction, "nonTerminationShare").reason().contains("only round"));
        assertEquals(1, value(auction, "roundsPerAgreement"));
        MetricTable nothing = SmallRuns.run("no-vpp", 3, false).metrics();
        assertTrue(metric(nothing, "dealRateWithZoneShare").reason().contains("no negotiation"));
        assertTrue(nothing.behaviour().isEmpty());
    }
}
