package org.vppworkbench.negotiation.external;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.ArrayList;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.negotiation.agent.language.ReplyFault;
import org.vppworkbench.negotiation.agent.language.ReplyObject;
import org.vppworkbench.negotiation.agent.language.ReplyReader;

/** The fields of one object of a line. What is not asked for is unknown, and refused by {@link #nothingElse()}. */
final class LineFields {
    private static final int SHOWN = 60;
    private static final int LONGEST_TEXT = 10_000;
    private static final int MOST_ITEMS = 2_000;

    private final ReplyObject object;
    private final Set<String> known = new LinkedHashSet<>();

    private LineFields(ReplyObject object) {
        this.object = object;
    }

    static LineFields of(String line) throws ReplyFault {
        return new LineFields(ReplyReader.read(line));
    }

    /** Text of others, short and without control characters, in quotation marks. */
    static String shown(String text) {
        return "\"" + oneLine(text, SHOWN) + "\"";
    }

    /** The text without control characters and directions of writing, at most so long. */
    static String oneLine(String text, int most) {
        StringBuilder clean = new StringBuilder();
        for (int point : text.codePoints().limit(most + 1L).toArray()) {
            if (clean.length() >= most) {
                return clean.append("...").toString();
            }
            clean.appendCodePoint(plain(point) ? point : ' ');
        }
        return clean.toString();
    }

    private static boolean plain(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR, Character.PRIVATE_USE, Character.UNASSIGNED -> false;
            default -> true;
        };
    }

    String text(String name) throws ReplyFault {
        String value = optionalText(name);
        if (value == null) {
            throw missing(name, "a text");
        }
        return value;
    }

    @Nullable String optionalText(String name) throws ReplyFault {
        known.add(name);
        return object.has(name) ? object.text(name, LONGEST_TEXT) : null;
    }

    double number(String name) throws ReplyFault {
        known.add(name);
        return object.number(name);
    }

    @Nullable Double optionalNumber(String name) throws ReplyFault {
        known.add(name);
        return object.optionalNumber(name);
    }

    int whole(String name) throws ReplyFault {
        Integer value = optionalWhole(name);
        if (value == null) {
            throw missing(name, "a whole number");
        }
        return value;
    }

    @Nullable Integer optionalWhole(String name) throws ReplyFault {
        Double value = optionalNumber(name);
        if (value == null) {
            return null;
        }
        if (value != Math.rint(value) || Math.abs(value) > 1e9) {
            throw new ReplyFault(name + " = " + value + ", must be a whole number");
        }
        return value.intValue();
    }

    /** False where the field is absent. */
    boolean flag(String name) throws ReplyFault {
        known.add(name);
        return object.has(name) && object.flag(name);
    }

    /** A constant by its name; {@code otherwise} where the field is absent. */
    <E extends Enum<E>> E constant(String name, Class<E> type, E otherwise) throws ReplyFault {
        known.add(name);
        E value = object.optionalChoice(name, type);
        return value == null ? otherwise : value;
    }

    List<LineFields> objects(String name) throws ReplyFault {
        known.add(name);
        List<LineFields> all = new ArrayList<>();
        for (ReplyObject item : object.objects(name, MOST_ITEMS)) {
            all.add(new LineFields(item));
        }
        return all;
    }

    /** Refuses what nobody asked for: a misspelt field must not pass as an absent one. */
    void nothingElse() throws ReplyFault {
        object.only(known);
    }

    private static ReplyFault missing(String name, String wanted) {
        return new ReplyFault("the field " + name + " must be " + wanted);
    }
}
