package org.vppworkbench.app.io.download;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The OASIS reports the program knows how to ask for, one per price. */
public enum OasisReport {
    /** Day-ahead energy, hourly, with all components of the price. */
    DAY_AHEAD_ENERGY("PRC_LMP", "DAM", ""),
    /** Fifteen-minute market. */
    FIFTEEN_MINUTE_ENERGY("PRC_RTPD_LMP", "RTPD", ""),
    /** Five-minute dispatch. */
    FIVE_MINUTE_ENERGY("PRC_INTVL_LMP", "RTM", ""),
    /** Day-ahead spinning reserve of all regions, whose prices add up. */
    DAY_AHEAD_SPIN("PRC_AS", "DAM", "SR"),
    /** Day-ahead non-spinning reserve. */
    DAY_AHEAD_NON_SPIN("PRC_AS", "DAM", "NR");

    private final String queryName;
    private final String market;
    private final String product;

    OasisReport(String queryName, String market, String product) {
        this.queryName = queryName;
        this.market = market;
        this.product = product;
    }

    /** Whether the price belongs to a node; reserves belong to regions. */
    public boolean isNodal() {
        return product.isEmpty();
    }

    /** The name OASIS gives the report, with the product where it has several: {@code PRC_AS SR}. */
    public String title() {
        return isNodal() ? queryName : queryName + " " + product;
    }

    /** The parameters that choose the report. One product per question: {@code ALL} was seen cut off after a day. */
    Map<String, String> parameters(String node) {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("queryname", queryName);
        parameters.put("market_run_id", market);
        if (isNodal()) {
            parameters.put("node", node);
        } else {
            parameters.put("anc_type", product);
            parameters.put("anc_region", "ALL");
        }
        return parameters;
    }

    /** The part of a file name. */
    String fileName(String node) {
        List<String> parts = List.of("oasis", queryName, market, isNodal() ? node : product);
        return String.join("-", parts);
    }
}
