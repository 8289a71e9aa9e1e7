package org.vppworkbench.negotiation.text;

import java.util.ArrayList;
import java.util.List;
import org.vppworkbench.model.scenario.Findings;

/** A home in the making: hands out what was said or a default, and writes down which. */
final class Draft {
    private final ParsedHome parsed;
    private final List<HomeDraft.Entry> entries = new ArrayList<>();

    Draft(ParsedHome parsed) {
        this.parsed = parsed;
    }

    ParsedHome parsed() {
        return parsed;
    }

    List<HomeDraft.Entry> entries() {
        return entries;
    }

    boolean says(HomeField... fields) {
        for (HomeField field : fields) {
            if (parsed.has(field)) {
                return true;
            }
        }
        return false;
    }

    double number(HomeField field, double otherwise, String why) {
        String text = text(field, Claims.shortest(otherwise), why);
        return Double.parseDouble(text);
    }

    /** A number that is not noted where it was not said. */
    double quiet(HomeField field, double otherwise) {
        return parsed.has(field) ? number(field, otherwise, "") : otherwise;
    }

    /** A share, said as such or as an energy of a capacity; 0 where neither was said. Not noted. */
    double quietShare(HomeField share, HomeField kwh, double capacity) {
        if (parsed.has(kwh)) {
            return parsed.get(kwh).orElseThrow().number() / capacity;
        }
        return parsed.get(share).map(ParsedField::number).orElse(0.0);
    }

    <E extends Enum<E>> E choice(HomeField field, E otherwise) {
        return Enum.valueOf(otherwise.getDeclaringClass(), text(field, otherwise.name(), "default"));
    }

    String text(HomeField field, String otherwise, String why) {
        ParsedField said = parsed.get(field).orElse(null);
        String value = said == null ? otherwise : said.value();
        boolean open = said == null && parsed.abstained().contains(field);
        entries.add(new HomeDraft.Entry(
                field.key(), value, field.unit(), said, said == null ? (open ? "the text leaves it open; " : "") + why : said.note()));
        return value;
    }

    void absent(String key, HomeField none, String why) {
        ParsedField said = parsed.get(none).orElse(null);
        entries.add(new HomeDraft.Entry(key, "none", "", said, said == null ? why : said.note()));
    }

    void fixed(String key, double value, String unit, String why) {
        entries.add(new HomeDraft.Entry(key, Findings.number(value), unit, null, why));
    }
}
