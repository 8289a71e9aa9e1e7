package org.vppworkbench.model.fleet;

/**
 * Driving on one kind of day: at most one trip, whose departure and arrival are normal, cut to a range, on the quarter
 * hour.
 */
public record DayHabits(
        @Quantity(
                meaning = "share of these days without a trip",
                min = 0, max = 1, source = "U (weekday), assumption (weekend)")
        double atHomeShare,
        @Quantity(meaning = "mean of the departure before the cut", unit = "h", min = 0, max = 23.75, source = "U")
        double departureMeanHour,
        @Quantity(
                meaning = "standard deviation of the departure before the cut",
                unit = "h", min = 0, max = 12, source = "U")
        double departureSdHour,
        @Quantity(meaning = "earliest departure", unit = "h", min = 0, max = 23.75, source = "assumption")
        double departureFromHour,
        @Quantity(meaning = "latest departure", unit = "h", min = 0, max = 23.75, source = "assumption")
        double departureToHour,
        @Quantity(
                meaning = "mean of the arrival before the cut",
                unit = "h", min = 0, max = 23.75, source = "U (weekday), assumption (weekend)")
        double arrivalMeanHour,
        @Quantity(
                meaning = "standard deviation of the arrival before the cut",
                unit = "h", min = 0, max = 12, source = "U (weekday), assumption (weekend)")
        double arrivalSdHour,
        @Quantity(meaning = "earliest arrival", unit = "h", min = 0, max = 23.75, source = "assumption")
        double arrivalFromHour,
        @Quantity(meaning = "latest arrival", unit = "h", min = 0, max = 23.75, source = "assumption")
        double arrivalToHour) {}
