package org.vppworkbench.negotiation.text;

/**
 * What a home is given where the text says nothing and the devices come from the data of a run.
 *
 * @param loadProfile name of a load profile
 * @param loadKwhPerDay mean consumption of that profile [kWh/day], above 0
 * @param pvProfile name of a yield profile
 */
public record HomeDefaults(String loadProfile, double loadKwhPerDay, String pvProfile) {}
