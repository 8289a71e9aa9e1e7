package org.vppworkbench.optimizer.lp;

/**
 * The barred directions of the storages of one home.
 *
 * @param battery of its battery
 * @param car of its car
 */
public record HomeDirections(Directions battery, Directions car) {
    /** Nothing barred. */
    public static final HomeDirections FREE = new HomeDirections(Directions.FREE, Directions.FREE);
}
