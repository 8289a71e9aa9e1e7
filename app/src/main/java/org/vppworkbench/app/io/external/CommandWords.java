package org.vppworkbench.app.io.external;

import java.util.ArrayList;
import java.util.List;
import org.vppworkbench.model.scenario.Finding;
import org.vppworkbench.model.scenario.Reading;

/**
 * A command line as words, without a shell: blanks separate, single or double quotes keep blanks together, and nothing else
 * has a meaning. No variables, wildcards, pipes or redirections; a backslash is a backslash, as in paths of Windows.
 */
public final class CommandWords {
    private CommandWords() {}

    /**
     * Splits.
     *
     * @param where what the command belongs to, for the finding
     * @return at least one word, or a finding
     */
    public static Reading<List<String>> split(String where, String command) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        boolean begun = false;
        char quote = 0;
        for (int i = 0; i < command.length(); i++) {
            char c = command.charAt(i);
            if (quote != 0 && c == quote) {
                quote = 0;
            } else if (quote == 0 && (c == '"' || c == '\'')) {
                quote = c;
                begun = true;
            } else if (quote == 0 && Character.isWhitespace(c)) {
                if (begun) {
                    words.add(word.toString());
                }
                word.setLength(0);
                begun = false;
            } else {
                word.append(c);
                begun = true;
            }
        }
        if (begun) {
            words.add(word.toString());
        }
        String shown = "\"" + command + "\"";
        if (quote != 0) {
            return Reading.refused(Finding.error(where, shown, "a quotation mark is not closed", "an even number of " + quote));
        }
        if (words.isEmpty() || words.getFirst().isBlank()) {
            return Reading.refused(Finding.error(where, shown, "no program is named", "a command such as: python3 agent.py"));
        }
        return Reading.of(words);
    }
}
