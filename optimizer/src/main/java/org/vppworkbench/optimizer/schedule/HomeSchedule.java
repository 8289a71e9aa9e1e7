package org.vppworkbench.optimizer.schedule;

import org.vppworkbench.model.market.Product;
import org.vppworkbench.model.time.TimeSeries;

/**
 * What one home does, one value per interval; 0 throughout where the home lacks the device.
 *
 * @param chargeKw battery charge, AC side [kW]
 * @param dischargeKw battery discharge, AC side [kW]
 * @param bessKwh battery energy at the end of the interval [kWh]
 * @param evChargeKw car charge, AC side [kW]
 * @param evV2gKw car discharge, AC side [kW]
 * @param evKwh car energy at the end of the interval [kWh]
 * @param curtailedKw PV not used [kW]
 * @param soldKw energy sold δ, metered at the device [kW]
 * @param spinKw spinning reserve held; in a called interval what of it is delivered, uS [kW]
 * @param nonSpinKw non-spinning reserve held; in a called interval what of it is delivered, uN [kW]
 * @param calledKw u = uS + uN, reserve called and delivered, metered at the device; 0 outside calls [kW]
 */
public record HomeSchedule(
        TimeSeries chargeKw,
        TimeSeries dischargeKw,
        TimeSeries bessKwh,
        TimeSeries evChargeKw,
        TimeSeries evV2gKw,
        TimeSeries evKwh,
        TimeSeries curtailedKw,
        TimeSeries soldKw,
        TimeSeries spinKw,
        TimeSeries nonSpinKw,
        TimeSeries calledKw) {

    /** What the home provides of a product, per interval [kW]. */
    public TimeSeries provided(Product product) {
        return switch (product) {
            case ENERGY -> soldKw;
            case SPIN -> spinKw;
            case NONSPIN -> nonSpinKw;
        };
    }
}
