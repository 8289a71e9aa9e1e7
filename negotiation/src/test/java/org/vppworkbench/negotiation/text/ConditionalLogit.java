package org.vppworkbench.negotiation.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * Fits a conditional logit by stochastic gradient steps on its likelihood (AdaGrad, Duchi et al. 2011) with soft thresholding,
 * and returns the mean of the weights over the second half of the epochs and over several orders of the rows, so that little
 * hangs on one path of the descent. The orders are drawn from fixed seeds: the same rows give the same weights.
 */
final class ConditionalLogit {
    private static final int EPOCHS = 12;
    private static final int ORDERS = 6;
    /** From this epoch on only the likeliest place of a value in its text is taught. */
    private static final int FOCUS = EPOCHS / 3;

    private static final double RATE = 0.1;
    private static final double RIDGE = 1e-3;
    private static final double THRESHOLD = 0.015;
    /** With more than this share on fields that are labelled as open, a choice teaches nothing. */
    private static final double OPEN = 0.25;

    /**
     * A choice in numbers.
     *
     * @param features by candidate; the last candidate is none
     * @param right by proposal
     * @param open proposals for fields whose label is that the text contradicts itself
     * @param groups of right proposals that are the same value of one text; otherwise -1
     */
    @SuppressWarnings("ArrayRecordComponent") // millions of numbers
    record Row(int[][] features, boolean[] right, boolean[] open, int[] groups) {}

    private final List<Row> rows;
    private final double[] weights;
    private final double[] squares;

    private ConditionalLogit(List<Row> rows, int features) {
        this.rows = rows;
        this.weights = new double[features];
        this.squares = new double[features];
    }

    static double[] fit(List<Row> rows, int features) {
        double[] mean = new double[features];
        for (int seed = 0; seed < ORDERS; seed++) {
            double[] fit = new ConditionalLogit(rows, features).run(seed);
            for (int i = 0; i < features; i++) {
                mean[i] += fit[i] / ORDERS;
            }
        }
        return mean;
    }

    private double[] run(int seed) {
        double[] mean = new double[weights.length];
        List<Row> order = new ArrayList<>(rows);
        for (int epoch = 0; epoch < EPOCHS; epoch++) {
            double @Nullable [] best = epoch < FOCUS ? null : best();
            Collections.shuffle(order, new Random(seed * 1000L + epoch));
            for (Row row : order) {
                step(row, best);
            }
            boolean counted = epoch >= EPOCHS / 2;
            for (int i = 0; i < weights.length; i++) {
                mean[i] += counted ? weights[i] / (EPOCHS - EPOCHS / 2) : 0;
                boolean small = Math.abs(weights[i]) <= THRESHOLD;
                weights[i] = epoch == 0 ? weights[i] : small ? 0 : weights[i] - Math.signum(weights[i]) * THRESHOLD;
            }
        }
        return mean;
    }

    private double[] best() {
        int groups = rows.stream().flatMapToInt(row -> Arrays.stream(row.groups())).max().orElse(-1) + 1;
        double[] best = new double[groups];
        for (Row row : rows) {
            if (Arrays.stream(row.groups()).noneMatch(group -> group >= 0)) {
                continue;
            }
            double[] p = shares(row, weights);
            for (int i = 0; i < row.right().length; i++) {
                if (row.right()[i]) {
                    best[row.groups()[i]] = Math.max(best[row.groups()[i]], p[i]);
                }
            }
        }
        return best;
    }

    static double[] shares(Row row, double[] weights) {
        double[] score = new double[row.features().length];
        for (int i = 0; i < score.length; i++) {
            for (int feature : row.features()[i]) {
                score[i] += weights[feature];
            }
        }
        return Choice.shares(score);
    }

    /** One step up the likelihood that one of the right proposals is chosen, or none where none is right. */
    private void step(Row row, double @Nullable [] best) {
        double[] p = shares(row, weights);
        int n = p.length;
        double open = 0;
        boolean any = false;
        boolean elsewhere = false;
        boolean[] wanted = new boolean[n];
        for (int i = 0; i < n - 1; i++) {
            open += row.open()[i] ? p[i] : 0;
            if (row.right()[i]) {
                wanted[i] = best == null || p[i] >= 0.999 * best[row.groups()[i]];
                any |= wanted[i];
                elsewhere |= !wanted[i];
            }
        }
        if (open > OPEN || (!any && elsewhere)) {
            return;
        }
        wanted[n - 1] = !any;
        double good = 1e-12;
        for (int i = 0; i < n; i++) {
            good += wanted[i] ? p[i] : 0;
        }
        for (int i = 0; i < n; i++) {
            double gradient = (wanted[i] ? p[i] / good : 0) - p[i];
            if (Math.abs(gradient) < 1e-4) {
                continue;
            }
            for (int feature : row.features()[i]) {
                double g = gradient - RIDGE * weights[feature];
                squares[feature] += g * g;
                weights[feature] += RATE * g / Math.sqrt(squares[feature] + 1e-6);
            }
        }
    }
}
