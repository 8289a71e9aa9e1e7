package org.vppworkbench.sample.solar;

/**
 * What the sky sends [W/m²].
 *
 * @param global on a horizontal plane (GHI)
 * @param diffuse of it, from the sky (DHI)
 * @param beam from the sun, on a plane that faces it (DNI)
 */
public record Irradiance(double global, double diffuse, double beam) {
    /** Nothing, at night. */
    public static final Irradiance NONE = new Irradiance(0, 0, 0);

    /** Share of the light that the ground throws back. */
    private static final double ALBEDO = 0.2;

    /**
     * A sky by Haurwitz (1945) for the whole, and by Erbs, Klein and Duffie (1982) for the diffuse part of it.
     *
     * @param sun where the sun stands
     * @param cloudIndex share of the clear sky's global irradiance that arrives [0, 1]; 1 is a clear sky
     */
    public static Irradiance of(SunPosition sun, double cloudIndex) {
        double cz = sun.cosZenith();
        if (cz <= 0) {
            return NONE;
        }
        double global = cloudIndex * 1098 * cz * Math.exp(-0.059 / cz);
        double outside = 1361 * (1 + 0.033 * Math.cos(2 * Math.PI * sun.dayOfYear() / 365)) * cz;
        double diffuse = global * diffuseShare(global / outside);
        return new Irradiance(global, diffuse, (global - diffuse) / cz);
    }

    /**
     * What falls on a plane: beam, isotropic sky and ground [W/m²].
     *
     * @param sun where the sun stands
     * @param tilt of the plane from the horizontal [rad, 0 to π/2]
     * @param azimuth the plane faces, clockwise from north [rad]
     */
    public double onPlane(SunPosition sun, double tilt, double azimuth) {
        double cz = sun.cosZenith();
        double cosIncidence = cz * Math.cos(tilt)
                + Math.sqrt(1 - cz * cz) * Math.sin(tilt) * Math.cos(sun.azimuth() - azimuth);
        return beam * Math.max(0, cosIncidence)
                + diffuse * (1 + Math.cos(tilt)) / 2
                + ALBEDO * global * (1 - Math.cos(tilt)) / 2;
    }

    /**
     * Most that falls on any plane: of those that turn to the sun, the one of the best tilt, where
     * {@code a cos tilt + b sin tilt} is greatest [W/m²].
     */
    public double onBestPlane(SunPosition sun) {
        double cz = sun.cosZenith();
        double sky = diffuse / 2;
        double ground = ALBEDO * global / 2;
        return Math.hypot(beam * cz + sky - ground, beam * Math.sqrt(1 - cz * cz)) + sky + ground;
    }

    private static double diffuseShare(double kt) {
        if (kt <= 0.22) {
            return 1 - 0.09 * kt;
        }
        return kt <= 0.8
                ? 0.9511 + kt * (-0.1604 + kt * (4.388 + kt * (-16.638 + kt * 12.336)))
                : 0.165;
    }
}
