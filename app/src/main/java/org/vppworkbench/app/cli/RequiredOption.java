package org.vppworkbench.app.cli;

import org.vppworkbench.model.scenario.Requirement;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** {@code E,S,N}: required energy, spin and non-spin in kW. */
final class RequiredOption implements ITypeConverter<Requirement> {
    @Override
    public Requirement convert(String text) {
        String[] parts = text.split(",", -1);
        if (parts.length != 3) {
            throw wrong(text);
        }
        try {
            return new Requirement(
                    Double.parseDouble(parts[0]), Double.parseDouble(parts[1]), Double.parseDouble(parts[2]));
        } catch (NumberFormatException e) {
            throw wrong(text);
        }
    }

    private static TypeConversionException wrong(String text) {
        return new TypeConversionException(
                "'" + text + "' is not three quantities in kW; allowed: ENERGY,SPIN,NONSPIN such as 250,150,150");
    }
}
