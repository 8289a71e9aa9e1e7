package org.vppworkbench.sample.imports.market;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.vppworkbench.sample.folder.SeriesRole;
import org.vppworkbench.sample.imports.series.PointStore;
import org.vppworkbench.sample.imports.series.SeriesKey;
import org.vppworkbench.sample.imports.series.SeriesLabel;
import org.vppworkbench.sample.imports.series.SeriesMaker;
import org.vppworkbench.sample.imports.series.SparseSeries;
import org.vppworkbench.sample.imports.source.ImportLog;
import org.vppworkbench.sample.imports.source.InputRefusedException;

/**
 * Reserve prices: the regions are nested, and what OASIS publishes per region is a shadow price. The price of a resource is
 * the sum over all regions it lies in.
 */
final class ReserveSeries {
    private final PointStore store;
    private final TradingZone zone;
    private final ImportLog log;

    ReserveSeries(PointStore store, TradingZone zone, ImportLog log) {
        this.store = store;
        this.zone = zone;
        this.log = log;
    }

    /** How the price comes about, for the note of the series. */
    String note() {
        return "price of a resource in " + zone.reserve() + " = " + String.join(" + ", zone.regions());
    }

    /**
     * Makes the series of a product.
     *
     * @param market market among the keys of the store
     * @param item product among the items of the store
     */
    void make(String market, String item, SeriesRole.Type role, SeriesMaker maker, SeriesLabel label)
            throws InputRefusedException {
        List<SparseSeries> parts = new ArrayList<>();
        List<String> missing = new ArrayList<>();
        for (String region : zone.regions()) {
            SparseSeries part = store.sorted(new SeriesKey(market, region, item), log);
            if (part == null) {
                missing.add(region);
            } else {
                parts.add(part);
            }
        }
        if (!missing.isEmpty()) {
            log.error("the files", "without " + String.join(", ", missing),
                    market + " " + item + ": a region is missing; the price is the sum of all nested regions",
                    String.join(", ", zone.regions()) + "; --zone chooses another zone");
            return;
        }
        maker.add(SeriesRole.of(role), SparseSeries.sum(market + " " + item + " " + zone.reserve(), parts, log), label);
    }

    /** The market of a group: of two there must be one. */
    static Optional<String> only(String what, Set<String> markets, ImportLog log) throws InputRefusedException {
        if (markets.size() > 1) {
            log.error("the files", String.join(", ", markets), "two markets for " + what, "files of one of them at a time");
            return Optional.empty();
        }
        return markets.stream().findFirst();
    }
}
