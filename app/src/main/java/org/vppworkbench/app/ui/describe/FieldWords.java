package org.vppworkbench.app.ui.describe;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.app.ui.control.Numbers;
import org.vppworkbench.app.ui.fleet.HomeText;
import org.vppworkbench.model.fleet.HomePlanKind;
import org.vppworkbench.model.fleet.TariffPlan;
import org.vppworkbench.negotiation.text.FieldValues;
import org.vppworkbench.negotiation.text.HomeField;

/**
 * Fields of a described home in plain words, and values as people write them: shares in percent, days and choices in words.
 * What is entered is checked against the ranges of {@link HomeField}.
 */
final class FieldWords {
    private static final int DIGITS = 6;
    private static final String NONE = "none";
    private static final List<String> DAYS = List.of("MO", "TU", "WE", "TH", "FR", "SA", "SU");
    private static final List<String> DAY_WORDS = List.of("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun");
    private static final String WORKING_DAYS = "MO,TU,WE,TH,FR";
    private static final String ALL_DAYS = "MO,TU,WE,TH,FR,SA,SU";

    private FieldWords() {}

    /** All fields, by their names. */
    static List<HomeField> all() {
        return Arrays.stream(HomeField.values()).sorted(Comparator.comparing(FieldWords::name)).toList();
    }

    static String name(HomeField field) {
        return switch (field) {
            case BESS_PRODUCT -> "Battery";
            case BESS_COUNT -> "Battery units";
            case BESS_CAPACITY -> "Battery size";
            case BESS_POWER -> "Battery discharging";
            case BESS_CHARGE -> "Battery charging";
            case BESS_INITIAL -> "Battery at the start";
            case BESS_NONE -> "No battery";
            case PV_SIZE -> "Solar roof";
            case PV_NONE -> "No solar roof";
            case EV_MODEL -> "Car";
            case EV_CAPACITY -> "Car battery";
            case EV_CHARGE -> "Car charger";
            case EV_V2G -> "Car feeding back";
            case EV_INITIAL -> "Car at the start";
            case EV_NONE -> "No electric car";
            case TRIP_DEPARTURE -> "Car leaves at";
            case TRIP_ARRIVAL -> "Car returns at";
            case TRIP_DAYS -> "Car leaves on";
            case TRIP_KWH -> "Driving, energy";
            case TRIP_KM -> "Driving, distance";
            case LOAD -> "Consumption";
            case TARIFF -> "Tariff";
            case HOME_PLAN -> "Home plan";
            case CAR_PLAN -> "Car plan";
            case IMPORT_LIMIT -> "Meter, import";
            case EXPORT_LIMIT -> "Meter, export";
            case RESERVE_KWH -> "Reserve, energy";
            case RESERVE_SHARE -> "Reserve, share";
            case RESERVE_STRENGTH -> "Reserve, how firm";
            case READY_SHARE -> "Car ready, share";
            case READY_KWH -> "Car ready, energy";
            case READY_BY -> "Car ready by";
            case READY_DAYS -> "Car ready on";
            case READY_STRENGTH -> "Car ready, how firm";
            case BLACKOUT_FROM -> "No sales from";
            case BLACKOUT_TO -> "No sales to";
            case BLACKOUT_STRENGTH -> "No sales, how firm";
            case BLACKOUT2_FROM -> "No sales from (2nd)";
            case BLACKOUT2_TO -> "No sales to (2nd)";
            case BLACKOUT2_STRENGTH -> "No sales, how firm (2nd)";
            case CAP_KWH -> "Sold a day, energy";
            case CAP_SHARE -> "Sold a day, share";
            case CAP_STRENGTH -> "Sold a day, how firm";
            case PRICE_FLOOR -> "Least price";
            case MAX_EVENTS -> "Contracts a day";
            case STYLE -> "Bargaining";
        };
    }

    /** Name of a value of a home that is or is not a field of a description. */
    static String name(String key) {
        return switch (key) {
            case "bess" -> "Battery";
            case "pv" -> "Solar roof";
            case "ev" -> "Car";
            case "bess.roundTripEfficiency" -> "Battery, round trip";
            case "bess.minSocFraction" -> "Battery, lower limit";
            case "bess.degradationPerKwh" -> "Battery wear";
            case "ev.eta" -> "Car, charging efficiency";
            case "ev.minSocFraction" -> "Car, lower limit";
            default -> HomeField.of(key).map(FieldWords::name).orElse(key);
        };
    }

    static String unit(HomeField field) {
        return isShare(field.key()) ? "%" : field.unit();
    }

    /** The unit beside a value as {@link #shown} writes it. */
    static String unit(String key, String unit) {
        return isShare(key) ? "%" : unit;
    }

    /** A value as people read it, without its unit. */
    static String shown(String key, String value) {
        HomeField field = HomeField.of(key).orElse(null);
        if (field != null && !field.isNumber()) {
            return words(field, value);
        }
        try {
            double number = Double.parseDouble(value);
            return Numbers.significant(isShare(key) ? 100 * number : number, DIGITS);
        } catch (NumberFormatException e) {
            return value;
        }
    }

    static String words(HomeField field, String value) {
        return switch (field.kind()) {
            case NUMBER, COUNT -> shown(field.key(), value);
            case NAME, TIME -> value;
            case FLAG -> NONE;
            case DAYS -> days(value);
            case CHOICE -> choice(field, value);
        };
    }

    /** What somebody typed, in the one form of the field, or {@code null} where it is not allowed. */
    static @Nullable String read(HomeField field, String typed) {
        String entered = typed.strip().replace('−', '-');
        return switch (field.kind()) {
            case NUMBER, COUNT -> isShare(field.key()) ? share(field, entered) : FieldValues.checked(field, entered);
            case DAYS -> FieldValues.checked(field, dayCodes(entered));
            case FLAG -> entered.equals(NONE) ? "true" : null;
            case CHOICE -> field.choices().stream().filter(c -> choice(field, c).equals(entered)).findFirst().orElse(null);
            case NAME, TIME -> FieldValues.checked(field, entered);
        };
    }

    /** What is allowed, in a few words. */
    static String allowed(HomeField field) {
        return switch (field.kind()) {
            case NUMBER, COUNT -> shown(field.key(), Double.toString(field.min())) + " to "
                    + shown(field.key(), Double.toString(field.max())) + (unit(field).isEmpty() ? "" : " " + unit(field))
                    + (field.kind() == HomeField.Kind.COUNT ? ", whole numbers" : "");
            case TIME -> "a time such as 07:30";
            case DAYS -> "days such as Mon Wed Fri, or daily, or weekdays";
            case NAME -> "a name of at most 80 characters";
            case FLAG -> NONE;
            case CHOICE -> String.join(", ", choices(field));
        };
    }

    /** The values of a choice in words. */
    static List<String> choices(HomeField field) {
        return field.kind() == HomeField.Kind.FLAG ? List.of(NONE) : field.choices().stream().map(c -> choice(field, c)).toList();
    }

    private static boolean isShare(String key) {
        String name = key.toLowerCase(Locale.ROOT);
        return name.endsWith("share") || name.endsWith("fraction") || name.endsWith("efficiency") || name.endsWith(".eta");
    }

    private static @Nullable String share(HomeField field, String percent) {
        try {
            double number = Double.parseDouble(percent.replace("%", "").strip());
            return FieldValues.checked(field, Double.toString(number / 100));
        } catch (NumberFormatException e) {
            return null;
        }
    }

    private static String choice(HomeField field, String value) {
        return switch (field) {
            case TARIFF -> HomeText.tariff(TariffPlan.valueOf(value));
            case HOME_PLAN -> HomeText.plan(HomePlanKind.valueOf(value));
            default -> switch (value) {
                case "HARD" -> "must be kept";
                case "SOFT" -> "has its price";
                case "BOULWARE" -> "hard (Boulware)";
                case "CONCEDER" -> "gives way (Conceder)";
                case "LINEAR" -> "evenly (linear)";
                default -> value.toLowerCase(Locale.ROOT).replace('_', ' ');
            };
        };
    }

    private static String days(String value) {
        return switch (value) {
            case WORKING_DAYS -> "weekdays";
            case ALL_DAYS, "DAILY" -> "daily";
            default -> Arrays.stream(value.split(","))
                    .map(day -> DAYS.contains(day) ? DAY_WORDS.get(DAYS.indexOf(day)) : day)
                    .collect(Collectors.joining(" "));
        };
    }

    private static String dayCodes(String words) {
        return switch (words.toLowerCase(Locale.ROOT)) {
            case "weekdays" -> WORKING_DAYS;
            case "daily" -> "DAILY";
            default -> Arrays.stream(words.split("[,\\s]+"))
                    .map(day -> DAY_WORDS.stream()
                            .filter(word -> day.length() >= 2 && day.toLowerCase(Locale.ROOT).startsWith(word.substring(0, 2).toLowerCase(Locale.ROOT)))
                            .findFirst()
                            .map(word -> DAYS.get(DAY_WORDS.indexOf(word)))
                            .orElse(day))
                    .collect(Collectors.joining(","));
        };
    }
}
