package org.vppworkbench.model.coordination;

/**
 * What the coordinator tells one home in one round. The home maximises its own money at the prices minus
 * {@code Σ weight/2·(kW − target)²}: the last term keeps answers from jumping and vanishes where answers settle.
 *
 * @param pricePerMwh price of each product in each interval [$/MWh]
 * @param targetKw share of the fleet that is asked of this home [kW]
 * @param weight how firmly, at least 0; 0 where the home is free [$ per kW² in an interval]
 * @param toleranceUsd how exact the answer must be [$]
 */
public record PriceSignal(ProductSeries pricePerMwh, ProductSeries targetKw, ProductSeries weight, double toleranceUsd) {}
