package org.vppworkbench.app.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.vppworkbench.app.io.RefusedException;
import org.vppworkbench.model.scenario.Finding;
import org.vppworkbench.model.scenario.Reading;
import org.vppworkbench.model.simulation.ProgressSink;

/**
 * What a command says: results to the standard output, findings and progress to the standard error.
 * On a terminal progress rewrites one line; elsewhere each new step is one plain line.
 */
final class Console {
    private static final int MOST_ALIKE = 10;
    private static final Pattern NUMBER = Pattern.compile("\\d+");

    private final PrintWriter out;
    private final PrintWriter err;
    private final boolean terminal;

    Console(PrintWriter out, PrintWriter err) {
        this.out = out;
        this.err = err;
        this.terminal =
                Optional.ofNullable(System.console()).map(java.io.Console::isTerminal).orElse(false);
    }

    void line(String text) {
        out.println(visible(text).stripTrailing());
        out.flush();
    }

    /** One line each; of findings that differ in nothing but numbers, such as rows of a table, the first few and how many more. */
    void findings(List<Finding> findings) {
        Map<String, List<Finding>> alike = new LinkedHashMap<>();
        for (Finding finding : findings) {
            String kind = finding.severity() + " " + NUMBER.matcher(finding.where()).replaceAll("0") + ": " + finding.message();
            List<Finding> all = alike.computeIfAbsent(kind, _ -> new ArrayList<>());
            all.add(finding);
            if (all.size() <= MOST_ALIKE) {
                err.println(visible(finding.oneLine()));
            }
        }
        for (List<Finding> all : alike.values()) {
            if (all.size() > MOST_ALIKE) {
                Finding last = all.getLast();
                err.println(visible(last.severity() + " and " + (all.size() - MOST_ALIKE) + " more like these, the last: " + last.sentence()));
            }
        }
        err.flush();
    }

    /** What was read, with its findings told; refused where there is nothing. */
    <T> T kept(Reading<T> reading) {
        T value = RefusedException.unlessUsable(reading);
        findings(reading.findings());
        return value;
    }

    void error(String message) {
        err.println("ERROR " + visible(message));
        err.flush();
    }

    /** What helps after an error. */
    void hint(String message) {
        err.println(visible(message));
        err.flush();
    }

    /** One line, whatever an id or a file name holds: control characters as their escapes. */
    static String visible(String text) {
        StringBuilder line = new StringBuilder();
        text.codePoints().forEach(c -> {
            switch (c) {
                case '\n' -> line.append("\\n");
                case '\r' -> line.append("\\r");
                case '\t' -> line.append("\\t");
                default -> {
                    if (breaksLines(c)) {
                        line.append(String.format(Locale.ROOT, "\\u%04x", c));
                    } else {
                        line.appendCodePoint(c);
                    }
                }
            }
        });
        return line.toString();
    }

    /** Control characters, separators of lines and paragraphs, and characters that change the direction of text. */
    private static boolean breaksLines(int c) {
        int type = Character.getType(c);
        return type == Character.CONTROL
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR
                || (c >= 0x202a && c <= 0x202e)
                || (c >= 0x2066 && c <= 0x2069);
    }

    /** A sink that prints at most one line per step, or rewrites one line on a terminal. */
    ProgressSink progress() {
        return new Lines();
    }

    /** Clears the line of progress. */
    void endProgress() {
        if (terminal) {
            err.print("\r" + " ".repeat(78) + "\r");
            err.flush();
        }
    }

    private final class Lines implements ProgressSink {
        private String last = "";
        private int lastPercent = -1;

        @Override
        public synchronized void report(int done, int total, String what) {
            int percent = total <= 0 ? 0 : 100 * done / total;
            boolean newStep = !what.equals(last) && !what.startsWith("writing ");
            if (terminal && (percent != lastPercent || !what.equals(last))) {
                String text = String.format(Locale.ROOT, "%3d %%  %s", percent, what);
                err.print("\r" + text + " ".repeat(Math.max(0, 78 - text.length())));
                err.flush();
            } else if (!terminal && newStep) {
                err.println("... " + what);
                err.flush();
            }
            last = what;
            lastPercent = percent;
        }
    }
}
