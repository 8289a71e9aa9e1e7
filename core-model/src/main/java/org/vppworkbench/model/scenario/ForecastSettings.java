package org.vppworkbench.model.scenario;

import java.util.Locale;

/**
 * What agents and homes expect.
 *
 * @param method how prices are forecast
 * @param sigma relative error of {@code NOISY} prices: the standard deviation of the logarithm of forecast over price [0..2]
 * @param siteSigma relative error of each home's own PV and load forecast, the same way [0..2]; 0 means that homes know
 *     their days
 */
public record ForecastSettings(Method method, double sigma, double siteSigma) {
    /** How prices are forecast ({@code model.md} §3). */
    public enum Method {
        /** The realised prices. */
        PERFECT,
        /** The same hour of the day before. */
        PERSISTENCE,
        /** The realised prices with a seeded error. */
        NOISY,
        /** A regression on lagged prices and on system load and solar forecasts, trained on earlier days only. */
        REGRESSION
    }

    public static final ForecastSettings PERFECT = new ForecastSettings(Method.PERFECT, 0, 0);

    /** The price forecast, as it is shown beside its errors. */
    public String priceLabel() {
        return method == Method.NOISY ? String.format(Locale.ROOT, "NOISY(%s)", sigma) : method.name();
    }

    /**
     * As it is shown and stored beside results: {@code PERFECT} alone where everybody knows everything, otherwise the price
     * forecast and what homes know of their own PV and load.
     */
    public String label() {
        if (siteSigma == 0) {
            return method == Method.PERFECT ? priceLabel() : priceLabel() + ", homes perfect";
        }
        return priceLabel() + String.format(Locale.ROOT, ", homes ±%s", siteSigma);
    }
}
