package org.vppworkbench.sample.solar;

/**
 * A place on earth.
 *
 * @param latitude degrees north [-90, 90]
 * @param longitude degrees east [-180, 180], negative in America
 */
public record Site(double latitude, double longitude) {
    /** Downtown Los Angeles. */
    public static final Site LOS_ANGELES = new Site(34.05, -118.24);

    public Site {
        if (!(Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180)) {
            throw new IllegalArgumentException("latitude " + latitude + ", longitude " + longitude
                    + ". Allowed are -90 to 90 degrees north and -180 to 180 degrees east.");
        }
    }
}
