package org.vppworkbench.negotiation.persona;

import java.util.List;
import java.util.function.Function;
import org.vppworkbench.model.scenario.LanguageSettings;

/**
 * In which order homes are presented to a model: the same homes with the same numbers, only their places differ. A place
 * depends on seed, subject and home alone, so that a home that joins or leaves moves no other past its neighbour.
 *
 * @param order a condition of the experiment
 * @param seed master seed
 */
public record PresentationOrder(LanguageSettings.Order order, long seed) {

    /**
     * The items in the order in which they are presented.
     *
     * @param items in fleet order
     * @param home id of the home an item is about
     * @param subject what it is about, such as {@code ENERGY@41}; another subject is another shuffle
     */
    public <T> List<T> of(List<T> items, Function<T, String> home, String subject) {
        return new org.vppworkbench.model.simulation.PresentationOrder(order, seed).of(items, home, subject);
    }
}
