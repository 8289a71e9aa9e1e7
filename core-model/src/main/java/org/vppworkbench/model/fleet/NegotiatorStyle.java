package org.vppworkbench.model.fleet;

/**
 * How a rule agent bargains (Faratin, Sierra, Jennings 1998; {@code domain.md} §6).
 *
 * @param concessionExponent β: below 1 Boulware (holds out), above 1 Conceder (gives in early), in (0, 50]
 * @param openingMarkup share of the gap between reservation price and the published price asked at first, [0..2]; above
 *     1 the first ask is dearer than the market
 */
public record NegotiatorStyle(double concessionExponent, double openingMarkup) {
    public static final NegotiatorStyle LINEAR = new NegotiatorStyle(1, 0.9);
}
