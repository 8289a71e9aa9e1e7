package org.vppworkbench.model.fleet;

/**
 * Correlations of the standard normal variables of the Gaussian copula. A device is there where its variable lies above
 * the quantile of its share; income is the common factor behind devices and dwelling.
 */
public record LatentCorrelations(
        @Quantity(meaning = "latent correlation of roof and car", min = -0.99, max = 0.99, source = "U")
        double pvEv,
        @Quantity(meaning = "latent correlation of roof and battery", min = -0.99, max = 0.99, source = "U")
        double pvBess,
        @Quantity(meaning = "latent correlation of car and battery", min = -0.99, max = 0.99, source = "U")
        double evBess,
        @Quantity(meaning = "latent correlation of income and roof", min = -0.99, max = 0.99, source = "assumption")
        double incomePv,
        @Quantity(meaning = "latent correlation of income and battery", min = -0.99, max = 0.99, source = "assumption")
        double incomeBess,
        @Quantity(meaning = "latent correlation of income and car", min = -0.99, max = 0.99, source = "assumption")
        double incomeEv,
        @Quantity(
                meaning = "latent correlation of income and dwelling, from the first archetype to the last",
                min = -0.99, max = 0.99, source = "assumption")
        double incomeDwelling) {
    /** The correlation matrix of income, roof, battery and car, in this order. */
    public double[][] matrix() {
        return new double[][] {
            {1, incomePv, incomeBess, incomeEv},
            {incomePv, 1, pvBess, pvEv},
            {incomeBess, pvBess, 1, evBess},
            {incomeEv, pvEv, evBess, 1}
        };
    }
}
