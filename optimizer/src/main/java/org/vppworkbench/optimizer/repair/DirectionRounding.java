package org.vppworkbench.optimizer.repair;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import org.vppworkbench.model.inputs.BessInputs;
import org.vppworkbench.model.inputs.EvInputs;
import org.vppworkbench.model.inputs.ProsumerInputs;
import org.vppworkbench.model.inputs.RunInputs;
import org.vppworkbench.model.time.TimeSeries;
import org.vppworkbench.optimizer.lp.Directions;
import org.vppworkbench.optimizer.lp.HomeDirections;
import org.vppworkbench.optimizer.schedule.FleetSchedule;
import org.vppworkbench.optimizer.schedule.HomeSchedule;

/**
 * Chooses one direction for every battery, every car with V2G and every interval so that alternating intervals reproduce
 * what the relaxation does at once. Where it charges and discharges together, the devices that are most behind with
 * discharging discharge, as many as make up the fleet's discharge of that interval; the others charge (error diffusion
 * over time and devices).
 */
public final class DirectionRounding {
    /** Below this a power counts as 0 [kW]. */
    private static final double IDLE_KW = 1e-3;

    /** Who holds more energy discharges earlier; the weight was chosen by trial. */
    private static final double STORED_WEIGHT = 0.3;

    private final int intervals;
    private final List<Device> devices = new ArrayList<>();

    public DirectionRounding(RunInputs inputs) {
        intervals = inputs.horizon().intervals();
        for (int i = 0; i < inputs.prosumers().size(); i++) {
            ProsumerInputs home = inputs.prosumers().get(i);
            BessInputs bess = home.bess();
            if (bess != null) {
                double floor = home.hard().floorKwh(bess);
                devices.add(new Device(
                        i, false, bess.chargeKw(), bess.dischargeKw(), bess.initialKwh(), floor));
            }
            EvInputs ev = home.ev();
            if (ev != null && ev.v2gKw() > 0) {
                devices.add(new Device(i, true, ev.chargeKw(), ev.v2gKw(), ev.initialKwh(), ev.minKwh()));
            }
        }
    }

    /** The directions chosen so far. */
    public HomeDirections directions(int home) {
        Directions battery = Directions.FREE;
        Directions car = Directions.FREE;
        for (Device device : devices) {
            if (device.home == home && device.isCar) {
                car = new Directions(device.noCharge, device.noDischarge);
            } else if (device.home == home) {
                battery = new Directions(device.noCharge, device.noDischarge);
            }
        }
        return new HomeDirections(battery, car);
    }

    /** Bars a direction wherever the plan uses one or both; returns in how many cases it used both. */
    public int round(FleetSchedule plan) {
        devices.forEach(device -> device.follow(plan));
        int both = 0;
        for (int t = 0; t < intervals; t++) {
            both += roundInterval(t);
        }
        return both;
    }

    private int roundInterval(int t) {
        List<Device> undecided = new ArrayList<>();
        double target = 0;
        for (Device device : devices) {
            if (device.noCharge.get(t) || device.noDischarge.get(t)) {
                continue;
            }
            double charge = device.charge.at(t);
            double discharge = device.discharge.at(t);
            if (charge > IDLE_KW && discharge > IDLE_KW) {
                device.behind += discharge / device.dischargeKw - charge / device.chargeKw;
                target += discharge;
                undecided.add(device);
            } else if (charge > IDLE_KW) {
                device.noDischarge.set(t);
            } else if (discharge > IDLE_KW) {
                device.noCharge.set(t);
            }
        }
        undecided.sort(
                Comparator.comparingDouble((Device d) -> -d.behind - STORED_WEIGHT * d.storedHours(t)));
        double chosen = 0;
        for (Device device : undecided) {
            if (chosen + 0.5 * device.dischargeKw <= target) {
                device.noCharge.set(t);
                chosen += device.dischargeKw;
                device.behind -= 1;
            } else {
                device.noDischarge.set(t);
                device.behind += 1;
            }
        }
        return undecided.size();
    }

    /** A battery or a car with the directions chosen for it. */
    private static final class Device {
        private final int home;
        private final boolean isCar;
        private final double chargeKw;
        private final double dischargeKw;
        private final double initialKwh;
        private final double floorKwh;
        private final BitSet noCharge = new BitSet();
        private final BitSet noDischarge = new BitSet();
        private double behind;
        private TimeSeries charge = TimeSeries.of();
        private TimeSeries discharge = TimeSeries.of();
        private TimeSeries energy = TimeSeries.of();

        Device(int home, boolean isCar, double chargeKw, double dischargeKw, double initialKwh, double floorKwh) {
            this.home = home;
            this.isCar = isCar;
            this.chargeKw = chargeKw;
            this.dischargeKw = dischargeKw;
            this.initialKwh = initialKwh;
            this.floorKwh = floorKwh;
        }

        void follow(FleetSchedule plan) {
            HomeSchedule s = plan.homes().get(home);
            charge = isCar ? s.evChargeKw() : s.chargeKw();
            discharge = isCar ? s.evV2gKw() : s.dischargeKw();
            energy = isCar ? s.evKwh() : s.bessKwh();
        }

        /** Energy above the floor in hours of full discharge, before the interval. */
        double storedHours(int t) {
            return ((t == 0 ? initialKwh : energy.at(t - 1)) - floorKwh) / dischargeKw;
        }
    }
}
