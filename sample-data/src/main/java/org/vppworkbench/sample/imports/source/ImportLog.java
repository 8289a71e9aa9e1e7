package org.vppworkbench.sample.imports.source;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.model.scenario.Finding;
import org.vppworkbench.model.scenario.Findings;

/** The findings of one import, kept to a readable number: of warnings that say the same a few are told and the rest counted. */
public final class ImportLog {
    private static final int MOST_ERRORS = 20;
    private static final int MOST_ALIKE = 3;

    private final Findings out = new Findings();
    private final Map<String, Integer> warnings = new LinkedHashMap<>();
    private int errors;

    /**
     * Adds an error.
     *
     * @throws InputRefusedException after twenty of them: the rest would only follow from these
     */
    public void error(String where, @Nullable Object value, String message, @Nullable String allowed)
            throws InputRefusedException {
        if (errors >= MOST_ERRORS) {
            throw new InputRefusedException(Finding.error(
                    where, null, "reading ended here after " + MOST_ERRORS + " errors", "a file without errors"));
        }
        errors++;
        out.error(where, shortened(value), message, allowed);
    }

    /** Adds a warning, or counts it where enough with the same message were told. */
    public void warning(String where, @Nullable Object value, String message, @Nullable String allowed) {
        if (warnings.merge(message, 1, Integer::sum) <= MOST_ALIKE) {
            out.warning(where, shortened(value), message, allowed);
        }
    }

    public void info(String where, String message) {
        out.info(where, message);
    }

    /** Adds a finding unless it is there: one that ended the reading may have been told before. */
    public void add(Finding finding) {
        if (!out.list().contains(finding)) {
            out.add(finding);
        }
    }

    /** Ends the reading with the last error, for callers that cannot go on after it. */
    public InputRefusedException stop() {
        return new InputRefusedException(
                out.list().reversed().stream().filter(Finding::isError).findFirst().orElseThrow());
    }

    public boolean hasErrors() {
        return out.hasErrors();
    }

    /** Everything found, and how much was not told. */
    public List<Finding> list() {
        List<Finding> all = new ArrayList<>(out.list());
        warnings.forEach((message, count) -> {
            if (count > MOST_ALIKE) {
                all.add(Finding.warning("all files", null, message + ": " + count + " times in all", null));
            }
        });
        return all;
    }

    private static @Nullable String shortened(@Nullable Object value) {
        if (value == null) {
            return null;
        }
        String text = value.toString();
        return text.length() > 80 ? text.substring(0, 80) + "…" : text;
    }
}
