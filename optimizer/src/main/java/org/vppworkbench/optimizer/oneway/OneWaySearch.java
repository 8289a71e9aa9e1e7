package org.vppworkbench.optimizer.oneway;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.model.inputs.BessInputs;
import org.vppworkbench.model.inputs.RunInputs;
import org.vppworkbench.model.market.Product;
import org.vppworkbench.model.time.TimeSeries;
import org.vppworkbench.optimizer.Mode;
import org.vppworkbench.optimizer.lp.Directions;
import org.vppworkbench.optimizer.lp.HomeDirections;
import org.vppworkbench.optimizer.lp.HomeRules;
import org.vppworkbench.optimizer.lp.Storage;
import org.vppworkbench.optimizer.schedule.FleetMultipliers;
import org.vppworkbench.optimizer.schedule.FleetSchedule;
import org.vppworkbench.optimizer.schedule.HomeSchedule;

/**
 * Searches a schedule with one direction per interval near a point of the relaxation. Home after home is planned by dynamic programming
 * ({@link StorageSearch}) within what the others leave of D, and pays for D what a kW of it is worth to them: first the whole multiplier of
 * D, so that nobody takes what others use better, then less and less, so that in the end nothing is left that is worth anything. Homes whose
 * plan uses one direction at a time anyway keep it. One home at a time, in fleet order: the bits do not depend on the number of threads.
 */
public final class OneWaySearch {
    /** Below this a power counts as 0 [kW]. */
    private static final double IDLE_KW = 1e-3;

    /** Share of the multipliers of D that homes pay in each sweep over the fleet; chosen by trial. */
    private static final double[] SHARES = {1, 0.9, 0.7, 0};

    private final FleetSchedule relaxed;
    private final double[][] requiredUsd = new double[Product.values().length][];
    private final Room room;
    private final List<Home> homes = new ArrayList<>();
    private final List<Home> searched = new ArrayList<>();

    /** A home with the searches for those of its devices that the plan uses in both directions at once. */
    private static final class Home {
        final HomePowers powers;
        final HomeMoney money;
        final @Nullable StorageSearch battery;
        final @Nullable StorageSearch car;

        Home(HomeRules rules, HomeSchedule plan, HomeMoney money) {
            this.money = money;
            BessInputs bess = rules.home().bess();
            powers = new HomePowers(plan, bess == null ? 0 : bess.initialKwh());
            battery = splits(plan.chargeKw(), plan.dischargeKw())
                    ? Storage.battery(rules).map(s -> new StorageSearch(money, s, false, powers)).orElse(null)
                    : null;
            car = splits(plan.evChargeKw(), plan.evV2gKw())
                    ? Storage.car(rules).map(s -> new StorageSearch(money, s, true, powers)).orElse(null)
                    : null;
        }

        boolean isSearched() {
            return battery != null || car != null;
        }
    }

    /**
     * @param relaxed a point of the relaxation
     * @param multipliers that belong to it
     */
    public OneWaySearch(RunInputs inputs, Mode mode, FleetSchedule relaxed, FleetMultipliers multipliers) {
        this.relaxed = relaxed;
        room = new Room(inputs);
        for (Product product : Product.values()) {
            requiredUsd[product.ordinal()] = multipliers.required(product).toArray();
        }
        for (int i = 0; i < relaxed.homes().size(); i++) {
            HomeRules rules = new HomeRules(inputs, i, mode);
            HomeMoney money = new HomeMoney(rules, multipliers.homes().get(i), room);
            Home home = new Home(rules, relaxed.homes().get(i), money);
            homes.add(home);
            if (home.isSearched()) {
                searched.add(home);
            } else {
                room.take(home.powers.soldKw());
            }
        }
    }

    private static boolean splits(TimeSeries in, TimeSeries out) {
        for (int t = 0; t < in.length(); t++) {
            if (in.at(t) > IDLE_KW && out.at(t) > IDLE_KW) {
                return true;
            }
        }
        return false;
    }

    /** Whether any device uses both directions in an interval. */
    public boolean isNeeded() {
        return !searched.isEmpty();
    }

    /** Whether the plan of a home is searched: whether one of its devices uses both directions in an interval. */
    public boolean isSearched(int home) {
        return homes.get(home).isSearched();
    }

    /**
     * Searches.
     *
     * @param poll called before every home; throws where the work is to end
     */
    public void run(Runnable poll) {
        for (int sweep = 0; sweep < SHARES.length; sweep++) {
            for (Home home : searched) {
                poll.run();
                home.money.price(requiredUsd, SHARES[sweep]);
                if (sweep == 0) {
                    plan(home.battery);
                    plan(home.car);
                } else {
                    room.giveBack(home.powers.soldKw());
                    improve(home, home.battery, false);
                    improve(home, home.car, true);
                }
                room.take(home.powers.soldKw());
            }
        }
    }

    private static void plan(@Nullable StorageSearch device) {
        if (device != null) {
            device.value();
            device.follow();
        }
    }

    /** Plans a device anew, and keeps what it did where that earns as much. */
    private static void improve(Home home, @Nullable StorageSearch device, boolean car) {
        if (device == null) {
            return;
        }
        device.value();
        double before = device.follow(home.powers.kw(car).clone());
        HomePowers kept = home.powers.copy();
        if (device.follow() <= before) {
            home.powers.set(kept);
        }
    }

    /** The schedule found; energies and curtailment are left to the replay. */
    public FleetSchedule schedule() {
        List<HomeSchedule> result = new ArrayList<>();
        for (int i = 0; i < homes.size(); i++) {
            HomeSchedule plan = relaxed.homes().get(i);
            result.add(homes.get(i).isSearched() ? homes.get(i).powers.schedule(plan) : plan);
        }
        return new FleetSchedule(result);
    }

    /** The directions of the schedule found; an idle device may take what its roof has left, or else give what the home needs. */
    public HomeDirections directions(int home) {
        return new HomeDirections(directions(homes.get(home), false), directions(homes.get(home), true));
    }

    private static Directions directions(Home home, boolean car) {
        double[] kw = home.powers.kw(car);
        double[] other = home.powers.kw(!car);
        BitSet noCharge = new BitSet();
        BitSet noDischarge = new BitSet();
        for (int t = 0; t < kw.length; t++) {
            boolean charges = kw[t] < -IDLE_KW || (kw[t] <= IDLE_KW && home.money.fixedKw(t) + other[t] > 0);
            (charges ? noDischarge : noCharge).set(t);
        }
        return new Directions(noCharge, noDischarge);
    }
}
