package org.vppworkbench.model.fleet;

/**
 * A solar roof.
 *
 * @param kwDc nameplate [kWdc]
 * @param profile name of a yield profile of the sample data [kW per kWdc]
 */
public record Pv(double kwDc, String profile) {}
