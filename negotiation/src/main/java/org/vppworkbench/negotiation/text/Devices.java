package org.vppworkbench.negotiation.text;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds the device a quantity belongs to. */
final class Devices {
    /** What a quantity can be about. */
    enum Device {
        BATTERY,
        ROOF,
        CAR,
        CHARGER,
        HOUSE,
        IMPORT,
        EXPORT
    }

    private static final int FAR = 400;
    private static final int BREAK = 6;

    private Devices() {}

    static @Nullable Device of(Item item) {
        return switch (item.tag()) {
            case "PB" -> Device.BATTERY;
            case "PC" -> Device.CAR;
            case "PG" -> Device.CHARGER;
            case "PM" -> Device.ROOF;
            default -> {
                if (item.is("BAT") || item.is("INVERTER")) {
                    yield Device.BATTERY;
                } else if (item.is("PV") || item.is("PANEL") || item.is("ROOF")) {
                    yield Device.ROOF;
                } else if (item.is("CAR")) {
                    yield Device.CAR;
                } else if (item.is("CHARGER")) {
                    yield Device.CHARGER;
                } else if (item.is("IMPORT") && !item.is("SELL")) {
                    yield Device.IMPORT;
                } else if (item.is("EXPORT")) {
                    yield Device.EXPORT;
                } else {
                    yield item.is("HOUSE") ? Device.HOUSE : null;
                }
            }
        };
    }

    /** The device an item is nearest to in its sentence, or {@code null} where none is named. */
    static @Nullable Device nearest(Sentence s, int at) {
        return nearest(s, at, EnumSet.noneOf(Device.class));
    }

    /** As above; some devices cannot own the quantity. */
    static @Nullable Device nearest(Sentence s, int at, Set<Device> without) {
        Device best = null;
        int least = FAR;
        for (int i = 0; i < s.items().size(); i++) {
            Device device = i == at || s.used().get(i) ? null : of(s.item(i));
            // "the car's battery"
            boolean ofCar = device == Device.BATTERY && s.item(i).is("BAT") && i > 0 && of(s.item(i - 1)) == Device.CAR;
            device = ofCar ? Device.CAR : device;
            device = device != null && without.contains(device) ? null : device;
            // a house is named in passing: "the battery of the house"
            int cost = device == null ? FAR : cost(s, at, i) + (device == Device.HOUSE ? 2 * BREAK : 0);
            if (cost < least) {
                least = cost;
                best = device;
            }
        }
        return best;
    }

    /** The device a sentence names last before an item, or else first. */
    static @Nullable Device topic(List<Sentence> before) {
        for (int i = before.size() - 1; i >= Math.max(0, before.size() - 2); i--) {
            Device found = null;
            for (Item item : before.get(i).items()) {
                Device device = of(item);
                boolean named = device == Device.BATTERY || device == Device.CAR || device == Device.ROOF || device == Device.CHARGER;
                found = named ? device : found;
            }
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    /** Concepts and tags of the part of a sentence around an item, between commas and the like. */
    static String segment(Sentence s, int at) {
        StringBuilder words = new StringBuilder();
        int from = at;
        while (from > 0 && !s.item(from - 1).form().matches("[,;/|()]")) {
            from--;
        }
        for (int i = from; i < s.items().size() && (i <= at || !s.item(i).form().matches("[,;/|()]")); i++) {
            if (!s.used().get(i)) {
                words.append(' ').append(s.item(i).tag()).append(' ').append(String.join(" ", s.item(i).concepts()));
            }
        }
        return words.toString();
    }

    /** Distance in items; what stands between two quantities or behind a comma is farther. */
    private static int cost(Sentence s, int at, int device) {
        int step = device > at ? 1 : -1;
        int cost = 0;
        for (int i = at + step; i != device; i += step) {
            Item item = s.item(i);
            cost += switch (item.form()) {
                case ",", "/", "(", ")", "+" -> BREAK;
                case ";", "|", "but", "pero", "aber", "mais" -> 3 * BREAK;
                case "and", "with", "y", "und", "et", "e", "ed", "en", "met", "con", "mit", "avec", "plus", "&" -> device > at ? BREAK : 2;
                case "of", "de", "of_the", "is", "in" -> 0;
                default -> 1;
            };
        }
        // "10 kWh battery" binds closer than "battery … 10 kWh"
        return 2 * cost + (device > at ? 0 : 1);
    }
}
