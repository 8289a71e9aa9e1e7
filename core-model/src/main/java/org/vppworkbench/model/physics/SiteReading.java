package org.vppworkbench.model.physics;

import org.vppworkbench.model.inputs.ProsumerInputs;

/**
 * What a home reads off its own devices, its meter and its tariff in the interval at hand, and nothing of any other
 * interval: all that its controller is told about the present. The future it knows only as the forecasts it was made with.
 *
 * @param pvKw available PV [kW]
 * @param loadKw load [kW]
 * @param carKw what the car draws; negative where it feeds the home [kW]
 * @param importPrice rI [$/kWh]
 * @param exportPrice rX [$/kWh]
 * @param importLimitKw most the meter draws [kW]
 * @param exportLimitKw most the meter feeds in [kW]
 */
public record SiteReading(
        double pvKw,
        double loadKw,
        double carKw,
        double importPrice,
        double exportPrice,
        double importLimitKw,
        double exportLimitKw) {

    /** The values of one interval. */
    static SiteReading of(ProsumerInputs home, int t, double carKw) {
        return new SiteReading(
                home.pv().at(t),
                home.load().at(t),
                carKw,
                home.importPrice().at(t),
                home.exportPrice().at(t),
                home.importLimitKw(),
                home.exportLimitKw());
    }

    /** Load and car less PV [kW]. */
    double netLoadKw() {
        return loadKw + carKw - pvKw;
    }
}
