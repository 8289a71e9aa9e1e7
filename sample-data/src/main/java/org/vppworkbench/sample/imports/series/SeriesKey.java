package org.vppworkbench.sample.imports.series;

/**
 * Which of the many series of a file a value belongs to.
 *
 * @param market market or report: {@code DAM}, {@code RTPD}; empty where the format has one
 * @param place node, zone or region; empty where the format has one
 * @param item price component, product or column
 */
public record SeriesKey(String market, String place, String item) {
    @Override
    public String toString() {
        return (market + " " + place + " " + item).strip().replaceAll(" +", " ");
    }
}
