package org.vppworkbench.model.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ForecastSettingsTest {
    /** What homes know of themselves is never left out where anybody has to forecast. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "PERFECT     | 0   | 0   | PERFECT",
        "PERFECT     | 0   | 0.1 | PERFECT, homes ±0.1",
        "PERSISTENCE | 0   | 0   | PERSISTENCE, homes perfect",
        "REGRESSION  | 0   | 0   | REGRESSION, homes perfect",
        "REGRESSION  | 0   | 0.2 | REGRESSION, homes ±0.2",
        "NOISY       | 0.3 | 0   | NOISY(0.3), homes perfect",
    })
    void label(ForecastSettings.Method method, double sigma, double homes, String label) {
        ForecastSettings settings = new ForecastSettings(method, sigma, homes);

        assertEquals(label, settings.label());
        assertEquals(label.replaceFirst(", homes.*", ""), settings.priceLabel());
    }
}
