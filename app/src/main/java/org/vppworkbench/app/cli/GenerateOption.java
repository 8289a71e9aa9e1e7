package org.vppworkbench.app.cli;

import java.util.Arrays;
import java.util.Locale;
import org.vppworkbench.model.fleet.FleetParameters;
import org.vppworkbench.model.fleet.FleetPreset;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** {@code N[:SEED[:PRESET]]}: number of homes, seed of the draws (1), preset (laboratory). */
final class GenerateOption implements ITypeConverter<FleetParameters> {
    @Override
    public FleetParameters convert(String text) {
        String[] parts = text.split(":", -1);
        if (parts.length > 3) {
            throw wrong(text);
        }
        try {
            long seed = parts.length > 1 ? Long.parseLong(parts[1]) : 1;
            FleetPreset preset = parts.length > 2 ? preset(parts[2], text) : FleetPreset.LABORATORY;
            return preset.parameters(Integer.parseInt(parts[0]), seed);
        } catch (NumberFormatException e) {
            throw wrong(text);
        }
    }

    private static FleetPreset preset(String name, String text) {
        return Arrays.stream(FleetPreset.values())
                .filter(preset -> preset.name().equals(name.toUpperCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> wrong(text));
    }

    private static TypeConversionException wrong(String text) {
        return new TypeConversionException(
                "'" + text + "' is not a fleet to generate; allowed: HOMES[:SEED[:PRESET]] such as 200, 200:7 or"
                        + " 200:7:california; presets california, laboratory");
    }
}
