package org.vppworkbench.app.cli;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.vppworkbench.model.scenario.CallSettings;
import org.vppworkbench.model.time.Horizon;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Contingency calls: {@code none}, a list of local times or UTC instants, or {@code seed:N[:PROBABILITY]}. */
final class CallsOption implements ITypeConverter<CallSettings> {
    private static final String SEED = "seed:";
    private static final String ALLOWED = "; allowed: none, times such as 2023-08-16T18:00 (local) or "
            + "2023-08-17T01:00:00Z with commas between them, or seed:N or seed:N:PROBABILITY";

    @Override
    public CallSettings convert(String text) {
        if (text.equals("none")) {
            return CallSettings.NONE;
        }
        if (text.startsWith(SEED)) {
            return drawn(text);
        }
        List<Instant> listed = new ArrayList<>();
        for (String time : text.split(",", -1)) {
            listed.add(instant(time.strip()));
        }
        return new CallSettings(listed, 0, 0);
    }

    private static CallSettings drawn(String text) {
        String[] parts = text.substring(SEED.length()).split(":", -1);
        try {
            if (parts.length <= 2) {
                double probability =
                        parts.length == 2 ? Double.parseDouble(parts[1]) : CallSettings.DEFAULT_PROBABILITY;
                return new CallSettings(List.of(), probability, Long.parseLong(parts[0]));
            }
        } catch (NumberFormatException e) {
            // reported below
        }
        throw new TypeConversionException("'" + text + "' is not a seed with a probability" + ALLOWED);
    }

    private static Instant instant(String time) {
        try {
            if (time.endsWith("Z")) {
                return Instant.parse(time);
            }
            LocalDateTime local = LocalDateTime.parse(time);
            List<ZoneOffset> offsets = Horizon.LOS_ANGELES.getRules().getValidOffsets(local);
            if (offsets.size() != 1) {
                throw new TypeConversionException(
                        "'" + time + "' comes " + (offsets.isEmpty() ? "never" : "twice")
                                + " on a day the clocks change; give the UTC instant" + ALLOWED);
            }
            return local.toInstant(offsets.getFirst());
        } catch (DateTimeException e) {
            throw new TypeConversionException("'" + time + "' is not a time" + ALLOWED);
        }
    }
}
