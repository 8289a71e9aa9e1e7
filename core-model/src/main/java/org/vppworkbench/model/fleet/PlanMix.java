package org.vppworkbench.model.fleet;

/**
 * Home plans and car plans; each adds up to 1 with the plan that is not listed.
 */
public record PlanMix(
        @Quantity(meaning = "share of homes on BILL_OPTIMAL", min = 0, max = 1, source = "assumption")
        double billOptimal,
        @Quantity(meaning = "share of homes on SELF_CONSUMPTION", min = 0, max = 1, source = "assumption")
        double selfConsumption,
        @Quantity(
                meaning = "share of homes on TOU; the rest is on BACKUP_ONLY",
                min = 0, max = 1, source = "assumption")
        double tou,
        @Quantity(meaning = "share of homes whose car charges CHEAPEST", min = 0, max = 1, source = "assumption")
        double carCheapest,
        @Quantity(
                meaning = "share of homes whose car charges ON_ARRIVAL; the rest is on OFF_PEAK",
                min = 0, max = 1, source = "assumption")
        double carOnArrival) {}
