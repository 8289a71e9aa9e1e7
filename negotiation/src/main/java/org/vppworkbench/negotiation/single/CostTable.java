package org.vppworkbench.negotiation.single;

import java.util.ArrayList;
import java.util.List;
import org.vppworkbench.model.physics.WhatIfResult;
import org.vppworkbench.model.simulation.ProsumerDesk;
import org.vppworkbench.negotiation.agent.Cents;
import org.vppworkbench.negotiation.agent.Willingness;

/**
 * What a home would sell, by its own what-if tool.
 *
 * @param desk of the home
 * @param points quantities the published price can pay, the smallest first
 */
record CostTable(ProsumerDesk desk, List<Point> points) {
    /** Parts of what the home can sell that the table names; as fine as the what-ifs of the rule agent. */
    private static final int SHARES = 4;

    private static final double SAME_KW = 1e-6;

    CostTable {
        points = List.copyOf(points);
    }

    /**
     * @param kw quantity [kW]
     * @param leastPerMwh least price at which the home is not worse off and its owner agrees [$/MWh]
     */
    record Point(double kw, double leastPerMwh) {}

    /**
     * @param topPrice the most that can be paid [$/MWh]
     * @param neededKw the most that is bought [kW]
     */
    static CostTable of(ProsumerDesk desk, double topPrice, double neededKw) {
        double top = Math.min(desk.most().deliverableKw(), neededKw);
        List<Point> points = new ArrayList<>();
        for (int share = 1; share <= SHARES; share++) {
            WhatIfResult about = desk.about(top * share / SHARES);
            double kw = about.deliverableKw();
            double least = least(desk, about);
            boolean more = points.isEmpty() || kw > points.getLast().kw() + SAME_KW;
            if (kw >= Willingness.LEAST_KW && more && least <= topPrice) {
                points.add(new Point(kw, least));
            }
        }
        return new CostTable(desk, points);
    }

    /** The least price for a quantity: what it costs the home, its floor, and its owner's share above that [$/MWh]. */
    static double least(ProsumerDesk desk, WhatIfResult about) {
        double reservation = Willingness.reservation(desk, about);
        return Math.max(reservation, Cents.up(reservation * desk.instruction().askShare()));
    }

    double cheapest() {
        return points.stream().mapToDouble(Point::leastPerMwh).min().orElse(Double.MAX_VALUE);
    }
}
