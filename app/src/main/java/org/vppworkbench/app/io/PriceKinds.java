package org.vppworkbench.app.io;

import java.util.List;
import org.vppworkbench.model.time.Provenance;
import org.vppworkbench.model.time.SeriesKind;

/** How honest the market prices of a run are: invented ones must be called so in every output. */
public final class PriceKinds {
    private PriceKinds() {}

    /** Whether a series is a market price, in $/MWh or $/MW-h. */
    public static boolean isPrice(Provenance source) {
        return source.series().contains("$/MW");
    }

    /** The kinds of the series in $/MWh or $/MW-h, such as {@code REAL} and {@code DERIVED}. */
    public static List<String> of(List<Provenance> provenance) {
        return provenance.stream()
                .filter(PriceKinds::isPrice)
                .map(Provenance::kind)
                .distinct()
                .sorted()
                .map(Enum::name)
                .toList();
    }

    /** What must stand beside every number that invented prices had a part in, such as {@code SYNTHETIC prices}; else empty. */
    public static String warning(List<Provenance> provenance) {
        List<String> kinds = of(provenance);
        return kinds.contains(SeriesKind.SYNTHETIC.name()) ? String.join(", ", kinds) + " prices" : "";
    }
}
