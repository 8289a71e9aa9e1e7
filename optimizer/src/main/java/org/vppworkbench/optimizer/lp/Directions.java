package org.vppworkbench.optimizer.lp;

import java.util.BitSet;

/** In which intervals a battery or a car is barred from charging or discharging; nothing is barred by default. */
public final class Directions {
    /** Both directions in every interval: the relaxation of {@code model.md} §5. */
    public static final Directions FREE = new Directions(new BitSet(), new BitSet());

    private final BitSet noCharge;
    private final BitSet noDischarge;

    public Directions(BitSet noCharge, BitSet noDischarge) {
        this.noCharge = (BitSet) noCharge.clone();
        this.noDischarge = (BitSet) noDischarge.clone();
    }

    boolean mayCharge(int t) {
        return !noCharge.get(t);
    }

    boolean mayDischarge(int t) {
        return !noDischarge.get(t);
    }
}
