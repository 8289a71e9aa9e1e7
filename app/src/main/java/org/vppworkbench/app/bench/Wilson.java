package org.vppworkbench.app.bench;

/**
 * A share with the 95 % score interval (Wilson 1927, <em>J. American Statistical Association</em> 22), which is of use at
 * none and at all, too.
 *
 * @param count of these
 * @param of so many
 * @param low lower end [0..1]
 * @param high upper end [0..1]
 */
public record Wilson(int count, int of, double low, double high) {
    private static final double Z = 1.959963984540054;

    /** Of none, nothing is known: 0 to 1. */
    public static Wilson of(int count, int of) {
        if (of == 0) {
            return new Wilson(0, 0, 0, 1);
        }
        double share = count / (double) of;
        double square = Z * Z / of;
        double middle = (share + square / 2) / (1 + square);
        double half = Z / (1 + square) * Math.sqrt(share * (1 - share) / of + square / (4 * of));
        return new Wilson(count, of, count == 0 ? 0 : middle - half, count == of ? 1 : middle + half);
    }
}
