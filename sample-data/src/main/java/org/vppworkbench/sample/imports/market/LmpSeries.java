package org.vppworkbench.sample.imports.market;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.sample.imports.series.PointStore;
import org.vppworkbench.sample.imports.series.SeriesKey;
import org.vppworkbench.sample.imports.series.SparseSeries;
import org.vppworkbench.sample.imports.source.ImportLog;
import org.vppworkbench.sample.imports.source.InputRefusedException;

/**
 * A price with its components: LMP = MCE + MCC + MCL + MGHG.
 *
 * @param price name of the price among the items of the store
 * @param parts names of the components every file has
 * @param greenhouse name of the greenhouse-gas component, which counts as 0 where it is missing
 */
record LmpSeries(String price, List<String> parts, String greenhouse) {
    /** The price, checked against its components as far as they are there; {@code null} with a finding without a price. */
    @Nullable SparseSeries read(PointStore store, String market, String place, ImportLog log)
            throws InputRefusedException {
        SparseSeries whole = store.sorted(new SeriesKey(market, place, price), log);
        if (whole == null) {
            log.error("the files", null, market + " " + place + ": there are only components, no rows of the price itself", price);
            return null;
        }
        List<SparseSeries> found = found(store, market, place, parts, log);
        if (found.size() == parts.size()) {
            whole.checkSum(found, found(store, market, place, List.of(greenhouse), log), log);
        } else if (found.isEmpty()) {
            log.info("the files", market + " " + place + ": no components of the price, so their sum is not checked");
        } else {
            log.warning("the files", found.size() + " of " + parts.size(),
                    "components of the price are missing, so their sum is not checked", String.join(", ", parts));
        }
        return whole;
    }

    private static List<SparseSeries> found(
            PointStore store, String market, String place, List<String> names, ImportLog log) throws InputRefusedException {
        List<SparseSeries> found = new ArrayList<>();
        for (String name : names) {
            SparseSeries part = store.sorted(new SeriesKey(market, place, name), log);
            if (part != null) {
                found.add(part);
            }
        }
        return found;
    }
}
