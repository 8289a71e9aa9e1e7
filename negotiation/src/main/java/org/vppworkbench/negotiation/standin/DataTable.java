package org.vppworkbench.negotiation.standin;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.vppworkbench.negotiation.language.Utterance;

/**
 * What a rule-driven speaker reads of a prompt about many homes: the numbers of its head and the rows below the line that
 * begins with {@code home}.
 *
 * @param text the last request that holds a table
 * @param rows words of each row, the home's id first
 */
record DataTable(String text, List<List<String>> rows) {
    private static final Pattern ROUND = Pattern.compile("round (\\d+) of (\\d+)");

    /** The table of the latest request that has one. */
    static DataTable of(List<Utterance> turns) {
        String text = turns.reversed().stream()
                .filter(turn -> turn.role() != Utterance.Role.MODEL && turn.text().contains("\nhome "))
                .map(Utterance::text)
                .findFirst()
                .orElse("");
        List<List<String>> rows = new ArrayList<>();
        boolean inside = false;
        for (String line : text.lines().toList()) {
            if (line.startsWith("<<<END")) {
                inside = false;
            } else if (inside && line.matches("\\S+( [0-9.:-]+)+")) {
                rows.add(Arrays.asList(line.split(" ")));
            }
            inside |= line.startsWith("home ");
        }
        return new DataTable(text, rows);
    }

    /** The number after a name, 0 where there is none. */
    double number(String name) {
        Matcher match = Pattern.compile(name + " ([0-9.]+)").matcher(text);
        return match.find() ? Double.parseDouble(match.group(1).replaceAll("\\.$", "")) : 0;
    }

    /** Share of the rounds that is over [0..1]. */
    double elapsed() {
        Matcher match = ROUND.matcher(text);
        if (!match.find()) {
            return 1;
        }
        int round = Integer.parseInt(match.group(1));
        int deadline = Integer.parseInt(match.group(2));
        return deadline <= 1 ? 1 : Math.min((round - 1.0) / (deadline - 1), 1);
    }

    boolean says(String words) {
        return text.contains(words);
    }
}
