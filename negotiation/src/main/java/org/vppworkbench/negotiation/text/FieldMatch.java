package org.vppworkbench.negotiation.text;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Whether a value is the labelled one: numbers within 2 %, times within a minute, products by what they are. */
public final class FieldMatch {
    private static final double TOLERANCE = 0.02;
    private static final String ALL_DAYS = "MO,TU,WE,TH,FR,SA,SU";

    private FieldMatch() {}

    /** Whether {@code value} means {@code label}. */
    public static boolean same(HomeField field, String value, String label) {
        return switch (field.kind()) {
            case NUMBER, COUNT -> Math.abs(Double.parseDouble(value) - Double.parseDouble(label))
                    <= TOLERANCE * Math.abs(Double.parseDouble(label)) + 1e-9;
            case TIME -> Math.abs(minutes(value) - minutes(label)) <= 1;
            case DAYS -> days(value).equals(days(label));
            case NAME -> sameProduct(value, label);
            case CHOICE, FLAG -> value.equals(label);
        };
    }

    private static int minutes(String time) {
        String[] parts = time.split(":", -1);
        return 60 * Integer.parseInt(parts[0]) + Integer.parseInt(parts[1]);
    }

    private static Set<String> days(String text) {
        return new TreeSet<>(Set.of((text.equals("DAILY") ? ALL_DAYS : text).split(",")));
    }

    private static boolean sameProduct(String value, String label) {
        Gazetteer gazetteer = Gazetteer.standard();
        Optional<Product> a = gazetteer.named(value);
        Optional<Product> b = gazetteer.named(label);
        if (a.isPresent() && b.isPresent()) {
            return a.get().kind() == b.get().kind() && a.get().name().equals(b.get().name());
        }
        return SourceText.bare(value).equals(SourceText.bare(label));
    }
}
