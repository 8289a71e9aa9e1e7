package org.vppworkbench.negotiation.text;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.model.fleet.Home;
import org.vppworkbench.model.scenario.Finding;

/**
 * A home made from a description, with where each of its values comes from.
 *
 * @param home the home, or {@code null} where what the text says cannot be: an {@code ERROR} among the findings says why
 * @param entries every value of the home, said or default
 * @param findings what the parser and the checks of a fleet file have to say
 */
public record HomeDraft(@Nullable Home home, List<Entry> entries, List<Finding> findings) {
    public HomeDraft {
        entries = List.copyOf(entries);
        findings = List.copyOf(findings);
    }

    /**
     * One value of a home.
     *
     * @param key name of the field
     * @param value as text
     * @param unit or empty
     * @param said what was read, or {@code null} for a default
     * @param note reason of a default, product, assumption; or empty
     */
    public record Entry(String key, String value, String unit, @Nullable ParsedField said, String note) {
        public boolean isDefault() {
            return said == null;
        }
    }
}
