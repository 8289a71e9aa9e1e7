package org.vppworkbench.app.cli;

import java.util.Locale;
import org.vppworkbench.model.scenario.ForecastSettings;
import org.vppworkbench.model.scenario.ForecastSettings.Method;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** {@code perfect}, {@code persistence}, {@code noisy:SIGMA} or {@code regression}, without the errors of homes. */
final class ForecastOption implements ITypeConverter<ForecastSettings> {
    private static final String NOISY = "noisy:";

    @Override
    public ForecastSettings convert(String text) {
        String name = text.toLowerCase(Locale.ROOT);
        return switch (name) {
            case "perfect" -> new ForecastSettings(Method.PERFECT, 0, 0);
            case "persistence" -> new ForecastSettings(Method.PERSISTENCE, 0, 0);
            case "regression" -> new ForecastSettings(Method.REGRESSION, 0, 0);
            default -> noisy(text, name);
        };
    }

    private static ForecastSettings noisy(String text, String name) {
        if (name.startsWith(NOISY)) {
            try {
                return new ForecastSettings(Method.NOISY, Double.parseDouble(name.substring(NOISY.length())), 0);
            } catch (NumberFormatException e) {
                // reported below
            }
        }
        throw new TypeConversionException(
                "'" + text + "' is not a forecast; allowed: perfect, persistence, noisy:SIGMA such as noisy:0.2, regression");
    }
}
