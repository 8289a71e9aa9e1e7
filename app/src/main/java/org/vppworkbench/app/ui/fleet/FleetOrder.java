package org.vppworkbench.app.ui.fleet;

import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.vppworkbench.model.fleet.Home;

/**
 * Sorts homes by columns: numbers as numbers, words as people read them ({@code home-9} before {@code home-10}), and homes
 * without the thing last, whichever way. Keys are read once per home, not once per comparison. Homes that are alike keep
 * their order.
 */
final class FleetOrder {
    /**
     * What to sort by.
     *
     * @param column the column
     * @param descending largest first
     */
    record By(FleetColumn column, boolean descending) {}

    private FleetOrder() {}

    /** The homes in another order, the first column first. */
    static List<Home> sorted(List<Home> homes, List<By> order) {
        if (order.isEmpty() || homes.size() < 2) {
            return homes;
        }
        Integer[] places = new Integer[homes.size()];
        Arrays.setAll(places, i -> i);
        Comparator<Integer> comparator = comparator(homes, order.getFirst());
        for (By by : order.subList(1, order.size())) {
            comparator = comparator.thenComparing(comparator(homes, by));
        }
        Arrays.sort(places, comparator);
        return Arrays.stream(places).map(homes::get).toList();
    }

    private static Comparator<Integer> comparator(List<Home> homes, By by) {
        boolean down = by.descending();
        if (by.column() instanceof FleetColumn.Quantity number) {
            double[] keys = homes.stream().mapToDouble(number.value()).toArray();
            return (a, b) -> {
                boolean noA = Double.isNaN(keys[a]);
                boolean noB = Double.isNaN(keys[b]);
                return noA || noB ? Boolean.compare(noA, noB) : down ? Double.compare(keys[b], keys[a]) : Double.compare(keys[a], keys[b]);
            };
        }
        String[] keys = homes.stream().map(home -> key(by.column().text(home))).toArray(String[]::new);
        return (a, b) -> {
            boolean noA = keys[a].isEmpty();
            boolean noB = keys[b].isEmpty();
            return noA || noB ? Boolean.compare(noA, noB) : down ? keys[b].compareTo(keys[a]) : keys[a].compareTo(keys[b]);
        };
    }

    /** Lower case, with numbers brought to one length, so that they sort as numbers. */
    static String key(String text) {
        StringBuilder key = new StringBuilder(text.length() + 16);
        int i = 0;
        String lower = text.toLowerCase(Locale.ROOT);
        while (i < lower.length()) {
            int end = i;
            while (end < lower.length() && lower.charAt(end) >= '0' && lower.charAt(end) <= '9') {
                end++;
            }
            if (end == i) {
                key.append(lower.charAt(i++));
            } else {
                key.append(String.join("", Collections.nCopies(Math.max(0, 12 - (end - i)), "0"))).append(lower, i, end);
                i = end;
            }
        }
        return key.toString();
    }
}
