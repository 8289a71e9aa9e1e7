package org.vppworkbench.model.fleet;

/**
 * How rule agents bargain: the concession exponent is even on a logarithmic scale, the markup even.
 */
public record StyleSpread(
        @Quantity(meaning = "least concession exponent, Boulware", min = 0.01, max = 50, source = "assumption")
        double fromExponent,
        @Quantity(meaning = "largest concession exponent, Conceder", min = 0.01, max = 50, source = "assumption")
        double toExponent,
        @Quantity(meaning = "least opening markup", min = 0, max = 2, source = "assumption")
        double fromMarkup,
        @Quantity(meaning = "largest opening markup", min = 0, max = 2, source = "assumption")
        double toMarkup) {}
