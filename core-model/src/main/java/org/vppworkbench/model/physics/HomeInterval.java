package org.vppworkbench.model.physics;

/**
 * What one home did in one interval: a row of {@code dispatch.csv}. Powers are means over the interval [kW], energies are
 * at its end [kWh].
 *
 * @param meterKw m of {@code model.md} §2, + is injection
 * @param pvKw available PV
 * @param curtailedKw PV not used
 * @param loadKw load
 * @param chargeKw battery charging, AC
 * @param dischargeKw battery discharging, AC, sold energy included
 * @param bessKwh battery energy at the end
 * @param evChargeKw car charging, AC
 * @param evV2gKw car discharging, AC
 * @param evKwh car energy at the end
 * @param soldKw δ, energy sold and metered at the device
 * @param spinKw spinning reserve that was available (delivered, in a called interval)
 * @param nonSpinKw non-spinning reserve that was available (delivered, in a called interval)
 * @param calledKw u, reserve called and delivered
 */
public record HomeInterval(
        double meterKw,
        double pvKw,
        double curtailedKw,
        double loadKw,
        double chargeKw,
        double dischargeKw,
        double bessKwh,
        double evChargeKw,
        double evV2gKw,
        double evKwh,
        double soldKw,
        double spinKw,
        double nonSpinKw,
        double calledKw) {

    /** m̃, what the retail tariff sees [kW]. */
    public double retailKw() {
        return meterKw - soldKw - calledKw;
    }
}
