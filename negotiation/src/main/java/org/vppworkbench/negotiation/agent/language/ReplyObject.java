package org.vppworkbench.negotiation.agent.language;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The fields of a reply, each checked for its type as it is taken. A number in quotes is a text, and a text no number. */
public final class ReplyObject {
    private static final int SHOWN_CHARACTERS = 40;

    private final Map<String, Object> fields;

    ReplyObject(Map<String, Object> fields) {
        this.fields = new LinkedHashMap<>(fields);
    }

    public boolean has(String name) {
        return fields.containsKey(name);
    }

    /** The same without a field. */
    ReplyObject without(String name) {
        Map<String, Object> rest = new LinkedHashMap<>(fields);
        rest.remove(name);
        return new ReplyObject(rest);
    }

    /**
     * Refuses fields nobody asked for.
     *
     * @throws ReplyFault naming the first
     */
    public void only(Set<String> known) throws ReplyFault {
        for (String name : fields.keySet()) {
            if (!known.contains(name)) {
                throw new ReplyFault("the field " + shown(name) + " is unknown, allowed: " + String.join(", ", known.stream().sorted().toList()));
            }
        }
    }

    /** A finite number. */
    public double number(String name) throws ReplyFault {
        Double value = optionalNumber(name);
        if (value == null) {
            throw missing(name, "a number");
        }
        return value;
    }

    /**
     * A number within a range.
     *
     * @param least smallest allowed
     * @param most largest allowed
     */
    public double number(String name, double least, double most) throws ReplyFault {
        double value = number(name);
        if (value < least || value > most) {
            throw new ReplyFault(shown(name) + " = " + value + ", allowed: " + least + " to " + most);
        }
        return value;
    }

    public @Nullable Double optionalNumber(String name) throws ReplyFault {
        Object value = fields.get(name);
        if (value == null || value instanceof Double) {
            return (Double) value;
        }
        throw new ReplyFault(shown(name) + " = " + shown(value) + ", must be a number");
    }

    public boolean flag(String name) throws ReplyFault {
        Object value = fields.get(name);
        if (value instanceof Boolean flag) {
            return flag;
        }
        throw missing(name, "true or false");
    }

    /** A text; empty where it is left out. */
    public String text(String name, int mostCharacters) throws ReplyFault {
        Object value = fields.get(name);
        if (value == null) {
            return "";
        }
        if (value instanceof String text) {
            if (text.length() > mostCharacters) {
                throw new ReplyFault(
                        shown(name) + " has " + text.length() + " characters, allowed: up to " + mostCharacters);
            }
            return text;
        }
        throw new ReplyFault(shown(name) + " = " + shown(value) + ", must be a text");
    }

    /** One of the constants of an enumeration, spelt exactly. */
    public <E extends Enum<E>> E choice(String name, Class<E> kind) throws ReplyFault {
        return choice(name, kind, Arrays.asList(kind.getEnumConstants()));
    }

    /**
     * One of the constants of an enumeration, spelt exactly.
     *
     * @param offered constants that the words of a fault name; the others are read too and left to the caller to judge
     */
    <E extends Enum<E>> E choice(String name, Class<E> kind, List<E> offered) throws ReplyFault {
        E value = optionalChoice(name, kind, offered);
        if (value == null) {
            throw missing(name, "one of " + offered);
        }
        return value;
    }

    public <E extends Enum<E>> @Nullable E optionalChoice(String name, Class<E> kind) throws ReplyFault {
        return optionalChoice(name, kind, Arrays.asList(kind.getEnumConstants()));
    }

    private <E extends Enum<E>> @Nullable E optionalChoice(String name, Class<E> kind, List<E> offered) throws ReplyFault {
        Object value = fields.get(name);
        if (value == null) {
            return null;
        }
        for (E constant : kind.getEnumConstants()) {
            if (constant.name().equals(value)) {
                return constant;
            }
        }
        throw new ReplyFault(shown(name) + " = " + shown(value) + ", allowed: " + offered);
    }

    /** A list of objects. */
    public List<ReplyObject> objects(String name, int mostItems) throws ReplyFault {
        if (!(fields.get(name) instanceof List<?> items)) {
            throw missing(name, "a list of objects");
        }
        if (items.size() > mostItems) {
            throw new ReplyFault(shown(name) + " has " + items.size() + " items, allowed: up to " + mostItems);
        }
        List<ReplyObject> objects = new ArrayList<>();
        for (Object item : items) {
            if (!(item instanceof ReplyObject object)) {
                throw new ReplyFault(shown(name) + " holds " + shown(item) + ", must hold objects only");
            }
            objects.add(object);
        }
        return objects;
    }

    private static ReplyFault missing(String name, String what) {
        return new ReplyFault("the field " + shown(name) + " is missing or of another type, must be " + what);
    }

    /** A value of a reply in the words of a fault: short, one line, plain characters. */
    static String shown(Object value) {
        String text = value instanceof ReplyObject ? "an object" : value instanceof List<?> ? "a list" : value.toString();
        String plain = text.replaceAll("[^A-Za-z0-9_.,+ -]", "?");
        return plain.length() <= SHOWN_CHARACTERS ? plain : plain.substring(0, SHOWN_CHARACTERS) + "...";
    }
}
