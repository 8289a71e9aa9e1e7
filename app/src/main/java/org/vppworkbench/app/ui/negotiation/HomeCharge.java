package org.vppworkbench.app.ui.negotiation;

/**
 * How full a home's battery is.
 *
 * @param home id
 * @param storedKwh energy now [kWh]
 * @param capacityKwh [kWh]
 * @param floorKwh lowest energy the owner allows at the moment shown [kWh]
 * @param sellingKw energy sold at the device in the last interval [kW]
 * @param concerned whether the home takes part in the trading shown
 */
record HomeCharge(
    String home, double storedKwh, double capacityKwh, double floorKwh, double sellingKw, boolean concerned) {}
