package org.vppworkbench.sample.imports.home;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.OptionalDouble;
import org.vppworkbench.sample.imports.source.ImportLog;

/**
 * A car at a charging station. The user's id is not read.
 *
 * @param id of the session
 * @param arrival when the car was plugged in
 * @param departure when it was unplugged
 * @param kwh energy delivered [kWh]
 * @param requestedKwh what the user asked for [kWh], where known
 * @param zone local time of the station
 * @param where file and row
 */
record ChargingSession(
        String id, Instant arrival, Instant departure, double kwh, OptionalDouble requestedKwh, ZoneId zone, String where) {
    // What a session of a passenger car can be (assumptions, wide).
    private static final Duration LONGEST = Duration.ofDays(7);
    private static final double MOST_KWH = 200;
    private static final double MOST_KW = 60;

    double stayHours() {
        return Duration.between(arrival, departure).toSeconds() / 3600.0;
    }

    /** Whether the session counts for the habits; a warning says why not. */
    boolean plausible(ImportLog log) {
        Optional<String> why = implausible();
        why.ifPresent(reason -> log.warning(
                where, id, "implausible session, left out of the habits: " + reason,
                "leaves after it came, stays up to 7 days, (0, " + (int) MOST_KWH + "] kWh, up to " + (int) MOST_KW
                        + " kW on average"));
        return why.isEmpty();
    }

    private Optional<String> implausible() {
        if (!departure.isAfter(arrival)) {
            return Optional.of("it ends before it begins");
        }
        if (Duration.between(arrival, departure).compareTo(LONGEST) > 0) {
            return Optional.of("it lasts too long");
        }
        if (!(kwh > 0 && kwh <= MOST_KWH)) {
            return Optional.of("its energy is out of range");
        }
        return kwh / stayHours() > MOST_KW ? Optional.of("its mean power is out of range") : Optional.empty();
    }

    boolean sameAs(ChargingSession other) {
        return arrival.equals(other.arrival)
                && departure.equals(other.departure)
                && Double.compare(kwh, other.kwh) == 0;
    }
}
