package org.vppworkbench.model.fleet;

/**
 * When and how much owners of a battery want to sell.
 */
public record SaleLimits(
        @Quantity(
                meaning = "share of battery owners with hours in which nothing is sold",
                min = 0, max = 1, source = "assumption")
        double blackoutShare,
        @Quantity(meaning = "earliest start of these hours", unit = "h", min = 0, max = 23.75, source = "assumption")
        double blackoutFromHour,
        @Quantity(meaning = "latest start of these hours", unit = "h", min = 0, max = 23.75, source = "assumption")
        double blackoutToHour,
        @Quantity(meaning = "least length of these hours", unit = "h", min = 0.25, max = 12, source = "assumption")
        double blackoutMinHours,
        @Quantity(meaning = "largest length of these hours", unit = "h", min = 0.25, max = 12, source = "assumption")
        double blackoutMaxHours,
        @Quantity(
                meaning = "share of battery owners with a daily cap on energy sold",
                min = 0, max = 1, source = "assumption")
        double capShare,
        @Quantity(meaning = "least daily cap, as a share of the battery", min = 0, max = 10, source = "assumption")
        double capFrom,
        @Quantity(meaning = "largest daily cap, as a share of the battery", min = 0, max = 10, source = "assumption")
        double capTo,
        @Quantity(
                meaning = "share of battery owners with a largest number of contracts a day",
                min = 0, max = 1, source = "assumption")
        double eventsShare,
        @Quantity(meaning = "least such number", unit = "contracts", min = 0, max = 1000, source = "assumption")
        double eventsFrom,
        @Quantity(meaning = "largest such number", unit = "contracts", min = 0, max = 1000, source = "assumption")
        double eventsTo) {}
