package org.vppworkbench.sample.imports.market;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vppworkbench.sample.imports.source.TableHeader;

/** The reports of OASIS that can be read, told apart by a column only they have. */
enum OasisReport {
    PRICE("LMP_TYPE", "NODE"),
    RESERVE("ANC_TYPE", "ANC_REGION"),
    LOAD_FORECAST("TAC_AREA_NAME", "TAC_AREA_NAME"),
    SOLAR_FORECAST("RENEWABLE_TYPE", "TRADING_HUB");

    /** Any of these is the value; what the column is called depends on report and version. */
    static final List<String> VALUE_COLUMNS = List.of("PRC", "VALUE", "MW");

    static final String START = "INTERVALSTARTTIME_GMT";
    static final String END = "INTERVALENDTIME_GMT";
    static final String MARKET = "MARKET_RUN_ID";

    private static final Map<String, String> PRICES = Map.of(
            "LMP", "LMP_PRC", "MCC", "LMP_CONG_PRC", "MCE", "LMP_ENE_PRC", "MCL", "LMP_LOSS_PRC", "MGHG", "LMP_GHG_PRC");
    private static final Map<String, String> RESERVES = Map.of(
            "SR", "SP_CLR_PRC", "NR", "NS_CLR_PRC", "RU", "RU_CLR_PRC", "RD", "RD_CLR_PRC", "RMU", "RMU_CLR_PRC",
            "RMD", "RMD_CLR_PRC");

    private final String item;
    private final String place;

    /**
     * @param item column of the component, product or quantity
     * @param place column of the node, region or area
     */
    OasisReport(String item, String place) {
        this.item = item;
        this.place = place;
    }

    String item() {
        return item;
    }

    String place() {
        return place;
    }

    /** What may stand in the column {@link #item}, with the XML_DATA_ITEM that belongs to it; empty for anything. */
    Map<String, String> items() {
        return switch (this) {
            case PRICE -> PRICES;
            case RESERVE -> RESERVES;
            case LOAD_FORECAST, SOLAR_FORECAST -> Map.of();
        };
    }

    /** What may stand in {@link #MARKET}; empty for anything. */
    List<String> markets() {
        return switch (this) {
            case PRICE, RESERVE -> List.of("DAM", "RTPD", "RTM", "HASP");
            case LOAD_FORECAST, SOLAR_FORECAST -> List.of();
        };
    }

    List<String> columns() {
        return List.of(START, END, place, item, MARKET);
    }

    static Optional<OasisReport> of(TableHeader header) {
        return Arrays.stream(values()).filter(report -> header.has(report.item)).findFirst();
    }
}
