package org.vppworkbench.negotiation.text;

import java.time.DateTimeException;
import java.time.LocalTime;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Brings values of others into the one form of {@link HomeField}, or refuses them. */
public final class FieldValues {
    private static final int MAX_NAME = 80;
    private static final Set<String> DAYS = Set.of("MO", "TU", "WE", "TH", "FR", "SA", "SU");

    private FieldValues() {}

    /** The value in its one form, or {@code null} where it is none. */
    public static @Nullable String checked(HomeField field, String raw) {
        String value = raw.strip();
        return switch (field.kind()) {
            case NUMBER, COUNT -> number(field, value);
            case TIME -> time(value);
            case DAYS -> days(value);
            case CHOICE -> field.choices().contains(value) ? value : null;
            case FLAG -> value.equals("true") ? value : null;
            case NAME -> name(value);
        };
    }

    private static @Nullable String number(HomeField field, String value) {
        try {
            double number = Double.parseDouble(value);
            boolean whole = field.kind() != HomeField.Kind.COUNT || number == Math.rint(number);
            return number >= field.min() && number <= field.max() && whole ? Claims.shortest(number) : null;
        } catch (NumberFormatException e) {
            return null;
        }
    }

    private static @Nullable String time(String value) {
        try {
            return LocalTime.parse(value.length() == 4 ? "0" + value : value).toString().substring(0, 5);
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static @Nullable String days(String value) {
        if (value.equals("DAILY")) {
            return "MO,TU,WE,TH,FR,SA,SU";
        }
        for (String day : value.split(",", -1)) {
            if (!DAYS.contains(day)) {
                return null;
            }
        }
        return TripRules.days(DeviceDrafts.days(value));
    }

    private static @Nullable String name(String value) {
        boolean plain = !value.isEmpty() && value.length() <= MAX_NAME
                && value.chars().noneMatch(c -> Character.isISOControl(c) || c == '<' || c == '>');
        return plain ? Gazetteer.standard().named(value).map(Product::name).orElse(value) : null;
    }
}
