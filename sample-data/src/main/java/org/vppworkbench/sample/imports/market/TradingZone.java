package org.vppworkbench.sample.imports.market;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The trading zones of the California ISO with their hub and the reserve regions that are nested around them. */
enum TradingZone {
    SP15("TH_SP15_GEN-APND", "SP26"),
    NP15("TH_NP15_GEN-APND", "NP26"),

    /** Lies between Path 15 and Path 26, so north of Path 26. */
    ZP26("TH_ZP26_GEN-APND", "NP26");

    private final String hub;
    private final String reserve;

    TradingZone(String hub, String reserve) {
        this.hub = hub;
        this.reserve = reserve;
    }

    /** The price node of the zone's trading hub. */
    String hub() {
        return hub;
    }

    /** The reserve zone, for names. */
    String reserve() {
        return reserve;
    }

    /** The nested regions whose shadow prices add up to the price of a resource in the zone. */
    List<String> regions() {
        return List.of("AS_CAISO_EXP", "AS_CAISO", "AS_" + reserve + "_EXP", "AS_" + reserve);
    }

    /** A zone by its own name or that of its hub; SP26 and NP26 stand for SP15 and NP15. */
    static Optional<TradingZone> find(String text) {
        return Arrays.stream(values())
                .filter(zone -> zone.name().equalsIgnoreCase(text) || zone.hub.equals(text) || zone.reserve.equalsIgnoreCase(text))
                .findFirst();
    }

    static String allowed() {
        return String.join(", ", Arrays.stream(values()).map(TradingZone::name).toList());
    }
}
