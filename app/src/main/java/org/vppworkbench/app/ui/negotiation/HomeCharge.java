package org.vppworkbench.app.ui.negotiation;

/**
 * How full a home's battery and car are.
 *
 * @param home id
 * @param bess whether it has a battery; the battery's numbers are 0 without one
 * @param storedKwh energy now [kWh]
 * @param capacityKwh [kWh]
 * @param floorKwh lowest energy the owner allows at the moment shown [kWh]
 * @param reservedKwh energy above the floor that the reserve sold in the last interval needs for its 30 minutes [kWh]
 * @param sellingKw energy sold at the device in the last interval [kW]
 * @param v2g whether it has a car that can discharge; the car's numbers are 0 without one
 * @param carKwh energy in the car now [kWh]
 * @param carCapacityKwh [kWh]
 * @param plugged whether the car is connected
 * @param concerned whether the home takes part in the trading shown
 */
record HomeCharge(
        String home, boolean bess, double storedKwh, double capacityKwh, double floorKwh, double reservedKwh, double sellingKw,
        boolean v2g, double carKwh, double carCapacityKwh, boolean plugged, boolean concerned) {}
