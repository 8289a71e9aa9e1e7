package org.vppworkbench.model.cooperative;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How far an allocation is from the core: the excess of a coalition is v(S) − x(S), what its members could add by leaving.
 *
 * @param mostUsd largest excess over the proper coalitions looked at, or {@code null} where there is none [$]
 * @param coalition the coalition that has it; 0 without one
 * @param grandUsd v(N) − x(N), what all together leave unused [$]
 * @param coalitions proper coalitions looked at
 * @param exhaustive whether these were all
 * @param reason why {@code mostUsd} is not defined; empty where it is
 */
public record CoreExcess(
        @Nullable Double mostUsd, long coalition, double grandUsd, int coalitions, boolean exhaustive, String reason) {

    /**
     * Looks at the coalitions valued so far; of two with the same excess the first in ascending order is named.
     *
     * @param allocation what each player gets [$]
     */
    public static CoreExcess of(CachedGame game, double[] allocation) {
        long grand = game.grand();
        Double most = null;
        long where = 0;
        int count = 0;
        for (Map.Entry<Long, Double> entry : game.valued().entrySet()) {
            long coalition = entry.getKey();
            if (coalition == grand) {
                continue;
            }
            count++;
            double excess = entry.getValue() - sum(allocation, coalition);
            if (most == null || excess > most) {
                most = excess;
                where = coalition;
            }
        }
        double unused = game.value(grand) - sum(allocation, grand);
        String reason = count == 0 ? "no proper coalition was valued" : "";
        return new CoreExcess(most, where, unused, count, count == grand - 1, reason);
    }

    /**
     * Whether no coalition looked at gains more than {@code tolerance} by leaving; proof of the core only where exhaustive.
     */
    public boolean blocksNobody(double tolerance) {
        return grandUsd <= tolerance && (mostUsd == null || mostUsd <= tolerance);
    }

    /** x(S). */
    static double sum(double[] allocation, long coalition) {
        double sum = 0;
        for (int i = 0; i < allocation.length; i++) {
            sum += (coalition & (1L << i)) == 0 ? 0 : allocation[i];
        }
        return sum;
    }
}
