package org.vppworkbench.optimizer.schedule;

import java.util.List;
import org.vppworkbench.model.time.TimeSeries;

/**
 * Row multipliers of one home, in the sense of a maximisation: what one more unit of the right-hand side is worth. Any
 * numbers give a valid bound; the certificate clips them to the range in which they make sense.
 *
 * @param bessValue value of stored battery energy per interval [$/kWh]
 * @param evValue value of energy in the car per interval [$/kWh]
 * @param meterPrice value of net injection at retail per interval, between export and import price [$/kWh]
 * @param reserveEnergy multiplier of the 30-minute energy test per interval [$/kWh]
 * @param meterLimit positive at a binding import limit, negative at a binding export limit, per interval [$/kW]
 * @param hardCap multiplier of the hard daily discharge cap, per local day [$/kWh]
 * @param soft per soft preference, in order: the multiplier per interval (floor), per day (cap), one value (car), or
 *     nothing (blackout) [$ per unit]
 */
public record HomeMultipliers(
        TimeSeries bessValue,
        TimeSeries evValue,
        TimeSeries meterPrice,
        TimeSeries reserveEnergy,
        TimeSeries meterLimit,
        TimeSeries hardCap,
        List<TimeSeries> soft) {
    public HomeMultipliers {
        soft = List.copyOf(soft);
    }
}
