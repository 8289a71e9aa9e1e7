package org.vppworkbench.model.physics;

import java.util.Arrays;

/**
 * A concave piecewise-linear function on an interval: the exact form of a storage value function with linear prices.
 *
 * <p>Outside its domain the function falls with {@link #PENALTY}, so that an infeasible state still has a direction back.
 * Segments with equal slope are merged, which keeps a day's value function at a handful of segments.
 */
final class ConcaveCurve {
    /** Slope outside the domain [$/kWh]: above any retail, wholesale or discomfort price. Assumption. */
    static final double PENALTY = 1000;

    private static final double SAME_SLOPE = 1e-12;
    private static final double MIN_LENGTH = 1e-9;

    /** Gain below which a change is not worth making [$/kWh]. */
    private static final double SAME_GAIN = 1e-9;

    private final double[] x;
    private final double[] v;

    private ConcaveCurve(double[] x, double[] v) {
        this.x = x;
        this.v = v;
    }

    /** {@code slope·x} on {@code [lo, hi]}. */
    static ConcaveCurve linear(double lo, double hi, double slope) {
        if (hi - lo < MIN_LENGTH) {
            return new ConcaveCurve(new double[] {lo}, new double[] {slope * lo});
        }
        return new ConcaveCurve(new double[] {lo, hi}, new double[] {slope * lo, slope * hi});
    }

    /** The least concave function above the points; {@code xs} ascending. */
    static ConcaveCurve hull(double[] xs, double[] vs, int count) {
        double[] hx = new double[count];
        double[] hv = new double[count];
        int n = 0;
        for (int i = 0; i < count; i++) {
            if (n > 0 && xs[i] - hx[n - 1] < MIN_LENGTH) {
                hv[n - 1] = Math.max(hv[n - 1], vs[i]);
                continue;
            }
            while (n >= 2
                    && (hv[n - 1] - hv[n - 2]) * (xs[i] - hx[n - 2]) <= (vs[i] - hv[n - 2]) * (hx[n - 1] - hx[n - 2])) {
                n--;
            }
            hx[n] = xs[i];
            hv[n] = vs[i];
            n++;
        }
        return of(hx, hv, n);
    }

    double lo() {
        return x[0];
    }

    double hi() {
        return x[x.length - 1];
    }

    int points() {
        return x.length;
    }

    double point(int i) {
        return x[i];
    }

    double value(double at) {
        return value(x, v, x.length, at);
    }

    private static double value(double[] x, double[] v, int count, double at) {
        int last = count - 1;
        if (at <= x[0]) {
            return v[0] - PENALTY * (x[0] - at);
        }
        if (at >= x[last]) {
            return v[last] - PENALTY * (at - x[last]);
        }
        int i = Arrays.binarySearch(x, 0, count, at);
        if (i >= 0) {
            return v[i];
        }
        int right = -i - 1;
        double share = (at - x[right - 1]) / (x[right] - x[right - 1]);
        return v[right - 1] + share * (v[right] - v[right - 1]);
    }

    /**
     * The change {@code d} of least size that maximises {@code stage(d) + next(base + d)}.
     *
     * @param stage concave on an interval that holds 0
     */
    static double bestChange(ConcaveCurve stage, ConcaveCurve next, double base) {
        double up = walk(stage, next, base, true);
        return up > 0 ? up : -walk(stage, next, base, false);
    }

    /** How far to go from 0, up or down, as long as every piece of the way gains. */
    private static double walk(ConcaveCurve stage, ConcaveCurve next, double base, boolean up) {
        int i = stage.first(0, up);
        int j = next.first(base, up);
        int side = up ? 1 : -1;
        double at = 0;
        double gained = 0;
        while (i >= 0 && i < stage.x.length) {
            double toStage = side * (stage.x[i] - at);
            boolean inside = j >= 0 && j < next.x.length;
            double toNext = inside ? side * (next.x[j] - base - at) : Double.POSITIVE_INFINITY;
            double length = Math.min(toStage, toNext);
            boolean piece = length > MIN_LENGTH;
            if (piece && side * (stage.slope(i, up) + next.slope(j, up)) <= SAME_GAIN) {
                return gained;
            }
            at += side * Math.max(0, length);
            gained = piece ? side * at : gained;
            if (toStage <= length) {
                i += side;
            }
            if (toNext <= length) {
                j += side;
            }
        }
        return gained;
    }

    /** The first point beyond a place in a direction; {@code -1} or the number of points where there is none. */
    private int first(double at, boolean up) {
        int i = Arrays.binarySearch(x, at);
        if (i >= 0) {
            return up ? i + 1 : i - 1;
        }
        return up ? -i - 1 : -i - 2;
    }

    /** Slope of the piece that ends in point {@code i} when coming from below, or from above. */
    private double slope(int i, boolean up) {
        int right = up ? i : i + 1;
        if (right <= 0) {
            return PENALTY;
        }
        if (right >= x.length) {
            return -PENALTY;
        }
        return (v[right] - v[right - 1]) / (x[right] - x[right - 1]);
    }

    /** The function {@code s -> this(s - by)}. */
    ConcaveCurve shifted(double by) {
        if (by == 0) {
            return this;
        }
        double[] moved = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            moved[i] = x[i] + by;
        }
        return new ConcaveCurve(moved, v);
    }

    /** Subtracts {@code slope·max(0, limit − x)}; {@code slope ≥ 0}. */
    ConcaveCurve minusBelow(double limit, double slope) {
        if (slope <= 0 || limit <= x[0] + MIN_LENGTH) {
            return this;
        }
        double[] nx = new double[x.length + 1];
        double[] nv = new double[x.length + 1];
        int n = 0;
        for (int i = 0; i < x.length; i++) {
            if (n > 0 && nx[n - 1] < limit - MIN_LENGTH && x[i] > limit + MIN_LENGTH) {
                nx[n] = limit;
                nv[n++] = value(limit);
            }
            nx[n] = x[i];
            nv[n++] = v[i] - slope * Math.max(0, limit - x[i]);
        }
        return of(nx, nv, n);
    }

    /**
     * One step of the dynamic program: {@code s -> max over d of stage(d) + this(s + d)}, restricted to {@code [lo, hi]}.
     * The best sum of two concave functions takes their segments in order of slope (sup-convolution; Rockafellar,
     * Convex Analysis, 1970, §5 and §16).
     *
     * @param stage concave value of a change {@code d} of the stored energy
     */
    ConcaveCurve backward(ConcaveCurve stage, double lo, double hi) {
        int a = x.length - 1;
        int b = stage.x.length - 1;
        double[] nx = new double[a + b + 3];
        double[] nv = new double[a + b + 3];
        int n = 0;
        nx[n] = x[0] - stage.x[b];
        nv[n++] = v[0] + stage.v[b];
        int i = 0;
        int j = b;
        double lastSlope = Double.NaN;
        while (i < a || j > 0) {
            double mine = i < a ? (v[i + 1] - v[i]) / (x[i + 1] - x[i]) : Double.NEGATIVE_INFINITY;
            double other = j > 0 ? -(stage.v[j] - stage.v[j - 1]) / (stage.x[j] - stage.x[j - 1]) : Double.NEGATIVE_INFINITY;
            double slope;
            double length;
            if (mine >= other) {
                slope = mine;
                length = x[i + 1] - x[i];
                i++;
            } else {
                slope = other;
                length = stage.x[j] - stage.x[j - 1];
                j--;
            }
            if (Math.abs(slope - lastSlope) <= SAME_SLOPE) {
                nx[n - 1] += length;
                nv[n - 1] += slope * length;
            } else {
                nx[n] = nx[n - 1] + length;
                nv[n] = nv[n - 1] + slope * length;
                n++;
                lastSlope = slope;
            }
        }
        return restricted(nx, nv, n, lo, hi);
    }

    /** The function through the first {@code count} points, on {@code [lo, hi]}. */
    private static ConcaveCurve restricted(double[] x, double[] v, int count, double lo, double hi) {
        double[] nx = new double[count + 2];
        double[] nv = new double[count + 2];
        int n = 0;
        nx[n] = lo;
        nv[n++] = value(x, v, count, lo);
        for (int i = 0; i < count; i++) {
            if (x[i] > nx[n - 1] + MIN_LENGTH && x[i] < hi - MIN_LENGTH) {
                nx[n] = x[i];
                nv[n++] = v[i];
            }
        }
        if (hi > nx[n - 1] + MIN_LENGTH) {
            nx[n] = hi;
            nv[n++] = value(x, v, count, hi);
        }
        return of(nx, nv, n);
    }

    /** The first points of two arrays, which are not copied where they are full. */
    private static ConcaveCurve of(double[] x, double[] v, int count) {
        return count == x.length
                ? new ConcaveCurve(x, v)
                : new ConcaveCurve(Arrays.copyOf(x, count), Arrays.copyOf(v, count));
    }
}
