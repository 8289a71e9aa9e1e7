package org.vppworkbench.model.simulation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.vppworkbench.model.scenario.LanguageSettings;

/**
 * In which order homes are presented to a model: the same homes with the same numbers, only their places differ. A place
 * depends on seed, subject and home alone, so that a home that joins or leaves moves no other past its neighbour. It stands
 * here because the metric of order bias has to know it too.
 *
 * @param order a condition of the experiment
 * @param seed master seed
 */
public record PresentationOrder(LanguageSettings.Order order, long seed) {
    /** The order of the fleet, which agents that are no models hear. */
    public static final PresentationOrder FLEET = new PresentationOrder(LanguageSettings.Order.FLEET, 0);

    /**
     * The items in the order in which they are presented.
     *
     * @param items in fleet order
     * @param home id of the home an item is about
     * @param subject what it is about, such as {@code ENERGY@41}; another subject is another shuffle
     */
    public <T> List<T> of(List<T> items, Function<T, String> home, String subject) {
        if (order == LanguageSettings.Order.FLEET) {
            return List.copyOf(items);
        }
        RandomStreams streams = new RandomStreams(seed);
        Map<String, Long> places = new HashMap<>();
        for (T item : items) {
            places.computeIfAbsent(
                    home.apply(item), id -> streams.named(subject + "/presentation/" + id).nextLong());
        }
        List<T> shuffled = new ArrayList<>(items);
        shuffled.sort(Comparator.comparing((T item) -> places.get(home.apply(item))).thenComparing(home));
        if (order == LanguageSettings.Order.REVERSED) {
            Collections.reverse(shuffled);
        }
        return List.copyOf(shuffled);
    }
}
