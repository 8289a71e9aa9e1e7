package org.vppworkbench.optimizer.solver;

import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.optimizer.lp.LinearProgram;
import org.vppworkbench.optimizer.lp.Structure;

/**
 * The matrix {@code M = A·H⁻¹·Aᵀ} of an interior-point step, H diagonal. Every home first eliminates what concerns nobody else
 * ({@link HomeFronts}), all homes in parallel; what couples them is left to a {@link FleetCoupling}.
 */
final class NormalEquations {
    private static final int MAX_REFINEMENTS = 12;

    private final LinearProgram lp;
    private final Structure structure;
    private final List<HomeFronts> homes;
    private final FleetCoupling coupling;
    private final int fleetRows;
    private final Runnable poll;
    private double[] inverseH = {};

    NormalEquations(LinearProgram lp, Runnable poll) {
        this(lp, null, poll);
    }

    /**
     * @param schur whether the fleet is coupled by its Schur complement; {@code null} to take what costs less
     * @param poll called home by home and block by block, from several threads; throws where the work is to end
     */
    NormalEquations(LinearProgram lp, @Nullable Boolean schur, Runnable poll) {
        this.lp = lp;
        this.poll = poll;
        structure = lp.structure();
        int[] fleet = structure.byTime(structure.fleetRow(), structure.rows());
        fleetRows = structure.rows() - structure.fleetRow();
        homes = IntStream.range(0, structure.homes())
                .parallel()
                .mapToObj(i -> {
                    poll.run();
                    return new HomeFronts(lp, i, fleet);
                })
                .toList();
        boolean cheaper = FleetSchur.cost(homes, fleet) < TimeChain.cost(homes, fleet);
        coupling = Objects.requireNonNullElse(schur, cheaper) ? new FleetSchur(homes, fleet, poll) : new TimeChain(homes, fleet, poll);
    }

    /** Forms and factorises M for a new diagonal H. */
    void update(double[] h) {
        inverseH = new double[h.length];
        for (int j = 0; j < h.length; j++) {
            inverseH[j] = 1 / h[j];
        }
        homes.parallelStream().forEach(home -> {
            poll.run();
            home.update(inverseH);
        });
        double[] diagonal = new double[fleetRows];
        for (int j = structure.fleetColumn(); j < structure.columns(); j++) {
            for (int p = lp.start(j); p < lp.start(j + 1); p++) {
                diagonal[lp.row(p) - structure.fleetRow()] += inverseH[j] * lp.value(p) * lp.value(p);
            }
        }
        coupling.update(diagonal);
    }

    /** {@code M·w}, from A itself so that the factor's rounding does not enter. */
    private double[] multiply(double[] w) {
        double[] scaled = new double[inverseH.length];
        structure.eachRange((from, to) -> {
            for (int j = from; j < to; j++) {
                scaled[j] = inverseH[j] * lp.columnDot(j, w);
            }
        });
        return lp.times(scaled);
    }

    /** Replaces {@code b} by the solution the factor gives. */
    void precondition(double[] b) {
        poll.run();
        double[][] parts = new double[homes.size()][];
        IntStream.range(0, parts.length).parallel().forEach(i -> {
            parts[i] = new double[fleetRows];
            homes.get(i).forward(b, parts[i]);
        });
        for (double[] part : parts) {
            for (int f = 0; f < fleetRows; f++) {
                b[structure.fleetRow() + f] += part[f];
            }
        }
        coupling.solve(b);
        homes.parallelStream().forEach(home -> home.backward(b));
    }

    /** Solves {@code M·w = b}: conjugate gradients preconditioned by the factor, which is almost exact. */
    double[] solve(double[] b) {
        int m = b.length;
        double[] w = b.clone();
        precondition(w);
        double[] r = subtract(b, multiply(w));
        double target = 1e-13 * norm(b);
        double best = norm(r);
        double[] bestW = w.clone();
        double[] direction = new double[m];
        double rz = 0;
        for (int k = 0; k < MAX_REFINEMENTS && best > target; k++) {
            double[] z = r.clone();
            precondition(z);
            double following = dot(r, z);
            if (!(following > 0)) {
                break;
            }
            double ratio = k == 0 ? 0 : following / rz;
            rz = following;
            for (int i = 0; i < m; i++) {
                direction[i] = z[i] + ratio * direction[i];
            }
            double[] image = multiply(direction);
            double curvature = dot(direction, image);
            if (!(curvature > 0)) {
                break;
            }
            double step = rz / curvature;
            for (int i = 0; i < m; i++) {
                w[i] += step * direction[i];
                r[i] -= step * image[i];
            }
            double size = norm(r);
            if (!(size < best)) {
                break;
            }
            best = size;
            bestW = w.clone();
        }
        return bestW;
    }

    private static double[] subtract(double[] a, double[] b) {
        double[] result = new double[a.length];
        for (int i = 0; i < a.length; i++) {
            result[i] = a[i] - b[i];
        }
        return result;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    private static double norm(double[] a) {
        double largest = 0;
        for (double v : a) {
            largest = Math.max(largest, Math.abs(v));
        }
        return largest;
    }
}
