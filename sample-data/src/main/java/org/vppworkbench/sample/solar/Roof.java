package org.vppworkbench.sample.solar;

/**
 * A fixed array and its inverter by PVWatts version 5 (Dobos 2014), per kW of modules: default losses, −0.35 %/°C, cells
 * at the nominal operating temperature 45 °C, 1.2 kW of modules per kW of inverter.
 *
 * @param tilt from the horizontal [degrees, 0 to 90]
 * @param azimuth it faces, clockwise from north [degrees]; 180 is south
 */
public record Roof(double tilt, double azimuth) {
    /** Product of PVWatts' default losses: soiling, shading, mismatch, wiring and so on. */
    public static final double LOSSES = 0.1408;

    private static final double GAMMA_PER_C = -0.0035;
    private static final double REFERENCE_C = 25;
    private static final double NOCT_C = 45;
    private static final double DC_PER_AC = 1.2;
    private static final double NOMINAL_EFFICIENCY = 0.96;
    private static final double REFERENCE_EFFICIENCY = 0.9637;

    public Roof {
        if (!(tilt >= 0 && tilt <= 90 && Math.abs(azimuth) <= 360)) {
            throw new IllegalArgumentException("tilt " + tilt + ", azimuth " + azimuth
                    + ". Allowed are 0 to 90 degrees from the horizontal and -360 to 360 degrees from north.");
        }
    }

    /** What falls on the modules [W/m²]. */
    public double planeOfArray(SunPosition sun, Irradiance sky) {
        return sky.onPlane(sun, Math.toRadians(tilt), Math.toRadians(azimuth));
    }

    /** Temperature of the cells, from the air's [°C] and what falls on them [W/m²]. */
    public static double cellC(double ambientC, double planeOfArray) {
        return ambientC + planeOfArray / 800 * (NOCT_C - 20);
    }

    /** Power of the modules after losses [kW per kWdc]. */
    public static double dcKw(double planeOfArray, double cellC) {
        return planeOfArray / 1000 * (1 + GAMMA_PER_C * (cellC - REFERENCE_C)) * (1 - LOSSES);
    }

    /** Power behind the inverter, clipped at its rating [kW per kWdc]; 0 where the inverter's own use is more. */
    public static double acKw(double dcKw) {
        double rating = 1 / DC_PER_AC;
        double load = dcKw / (rating / NOMINAL_EFFICIENCY);
        if (load <= 0) {
            return 0;
        }
        double efficiency = NOMINAL_EFFICIENCY / REFERENCE_EFFICIENCY * (-0.0162 * load - 0.0059 / load + 0.9858);
        return Math.clamp(efficiency * dcKw, 0, rating);
    }

    /** Yield under a sky at an air temperature [kW per kWdc]. */
    public double acYield(SunPosition sun, Irradiance sky, double ambientC) {
        double onPlane = planeOfArray(sun, sky);
        return acKw(dcKw(onPlane, cellC(ambientC, onPlane)));
    }
}
