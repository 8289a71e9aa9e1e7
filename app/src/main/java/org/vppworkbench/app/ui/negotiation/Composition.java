package org.vppworkbench.app.ui.negotiation;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.app.ui.control.Numbers;
import org.vppworkbench.model.inputs.BessInputs;
import org.vppworkbench.model.inputs.EvInputs;
import org.vppworkbench.model.inputs.ProsumerInputs;
import org.vppworkbench.model.market.Product;
import org.vppworkbench.model.physics.WhatIfResult;
import org.vppworkbench.model.time.TimeSeries;

/**
 * What a reservation price is made of. Cost and discomfort are recorded; the wear of the battery follows from the recorded
 * paths; the bill and the value of stored energy are not recorded apart, so they stand as one remainder.
 */
final class Composition {
    private Composition() {}

    static List<Why.Row> rows(WhatIfResult whatIf, Product product, @Nullable ProsumerInputs home, double storedKwh) {
        List<Why.Row> rows = new ArrayList<>();
        rows.add(new Why.Row("Asked the what-if tool", Words.kw(whatIf.requestedKw())));
        rows.add(new Why.Row("Deliverable", Words.kw(whatIf.deliverableKw())));
        if (!whatIf.deliverable()) {
            return rows;
        }
        rows.add(new Why.Row("Reservation price", Words.price(product, whatIf.reservationPerMwh())));
        rows.add(new Why.Row("Incremental cost", usd(whatIf.incrementalCostUsd()) + " for " + Words.kw(whatIf.deliverableKw()) + " through the hour"));
        rows.add(new Why.Row("Of this, discomfort", usd(whatIf.discomfortUsd()) + share(whatIf, whatIf.discomfortUsd(), product)));
        BessInputs bess = home == null ? null : home.bess();
        EvInputs ev = home == null ? null : home.ev();
        boolean v2g = ev != null && ev.v2gKw() > 0;
        if (bess != null && !Double.isNaN(storedKwh)) {
            double wear = wearUsd(whatIf, bess, storedKwh);
            double rest = whatIf.incrementalCostUsd() - whatIf.discomfortUsd() - wear;
            rows.add(new Why.Row("Of this, battery wear", usd(wear) + share(whatIf, wear, product) + ", from the recorded paths"));
            rows.add(new Why.Row("The rest", usd(rest) + share(whatIf, rest, product) + ": bill" + (v2g ? ", car" : "")
                    + " and value of stored energy, not recorded apart"));
            double givenUp = last(whatIf.bessWithoutKwh()) - last(whatIf.bessWithKwh());
            rows.add(new Why.Row("Stored energy given up", Numbers.format("%.2f kWh at the end of the look ahead", givenUp)));
        } else {
            rows.add(new Why.Row("The rest", usd(whatIf.incrementalCostUsd() - whatIf.discomfortUsd())
                    + ": bill, wear and value of stored energy, not recorded apart"));
        }
        return rows;
    }

    /**
     * Wear of the battery with the contract less that without: energy that leaves it, on the AC side, times its wear cost [$].
     */
    static double wearUsd(WhatIfResult whatIf, BessInputs bess, double storedKwh) {
        double more = drawnKwh(whatIf.bessWithKwh(), storedKwh) - drawnKwh(whatIf.bessWithoutKwh(), storedKwh);
        return more * bess.etaDischarge() * bess.degradationPerKwh();
    }

    private static double drawnKwh(TimeSeries path, double storedKwh) {
        double before = storedKwh;
        double drawn = 0;
        for (int i = 0; i < path.length(); i++) {
            drawn += Math.max(0, before - path.at(i));
            before = path.at(i);
        }
        return drawn;
    }

    private static double last(TimeSeries path) {
        return path.length() == 0 ? 0 : path.at(path.length() - 1);
    }

    private static String share(WhatIfResult whatIf, double usd, Product product) {
        return " (" + Words.price(product, usd / whatIf.deliverableKw() * 1000) + ")";
    }

    private static String usd(double usd) {
        return Numbers.format("%.4f $", usd);
    }
}
