package org.vppworkbench.model.physics;

/** Why a home cannot sell more, or nothing. */
public enum BindingConstraint {
    NONE("nothing binds"),
    NO_BATTERY("the home has no battery, nor a car that could sell this"),
    BLACKOUT("the owner sells nothing in this hour"),
    DISCHARGE_POWER("the inverter's discharge limit, after what is already sold"),
    V2G_POWER("the charger's discharge limit, after what is already sold"),
    CAR_AWAY("the car is not plugged in"),
    CAR_NEED("the energy the car needs for the departures to come"),
    ENERGY_FLOOR("stored energy above the owner's floor, after what is already sold"),
    DAILY_CAP("the owner's daily limit on energy sold"),
    EXPORT_LIMIT("the feed-in limit of the meter");

    private final String words;

    BindingConstraint(String words) {
        this.words = words;
    }

    /** In plain words, to follow "because of". */
    public String words() {
        return words;
    }
}
