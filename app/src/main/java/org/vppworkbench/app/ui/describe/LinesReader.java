package org.vppworkbench.app.ui.describe;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.app.ui.session.Laboratory;
import org.vppworkbench.model.scenario.Finding;
import org.vppworkbench.model.scenario.Findings;
import org.vppworkbench.model.scenario.KeyMask;
import org.vppworkbench.model.simulation.CancelToken;
import org.vppworkbench.model.simulation.ProgressSink;
import org.vppworkbench.negotiation.text.HomeDefaults;

/**
 * Reads a text as one description or as one a line. What was read and corrected before is kept where a line is unchanged;
 * corrections of a changed line are kept where its text says the same about their fields.
 */
final class LinesReader {
    /** Lines that are read at most. */
    static final int MOST_LINES = 1000;

    private final Laboratory laboratory;
    private final HomeDefaults defaults;
    private final List<DescribedLine> before;
    private final Map<String, Deque<DescribedLine>> byText = new HashMap<>();

    /**
     * What was read.
     *
     * @param many whether every line is a home
     * @param lines one for each home
     * @param findings about the text as a whole
     */
    record Result(boolean many, List<DescribedLine> lines, List<Finding> findings) {
        static final Result NOTHING = new Result(false, List.of(), List.of());

        Result {
            lines = List.copyOf(lines);
            findings = List.copyOf(findings);
        }
    }

    /** A piece of the text. */
    private record Piece(int number, int start, String text) {}

    LinesReader(Laboratory laboratory, HomeDefaults defaults, List<DescribedLine> before) {
        this.laboratory = laboratory;
        this.defaults = defaults;
        this.before = before;
        for (DescribedLine line : before) {
            byText.computeIfAbsent(line.home().text(), text -> new ArrayDeque<>()).add(line);
        }
    }

    /**
     * Reads a text.
     *
     * @throws java.util.concurrent.CancellationException if it was stopped
     */
    Result read(String text, boolean many, ProgressSink progress, CancelToken cancel) {
        KeyMask keys = laboratory.keys();
        Findings about = new Findings();
        List<Piece> pieces = many ? lines(text, about) : List.of(new Piece(1, 0, text));
        List<DescribedLine> read = new ArrayList<>();
        for (Piece piece : pieces) {
            cancel.check("the descriptions were read");
            Findings told = new Findings();
            String clean = keys.masked(piece.text(), "description", told);
            DescribedLine old = old(clean, read.size(), pieces.size());
            DescribedHome home = old != null && old.home().text().equals(clean)
                    ? old.home().with(defaults)
                    : home(clean, old, told.list(), cancel);
            read.add(new DescribedLine(piece.number(), piece.start(), home, old == null ? null : old.chosen()));
            progress.report(read.size(), pieces.size(), "description");
        }
        return new Result(many, read, about.list());
    }

    private DescribedHome home(String clean, @Nullable DescribedLine old, List<Finding> told, CancelToken cancel) {
        DescribedHome home = DescribedHome.of(clean, laboratory.read(clean, cancel), defaults, told);
        return old == null ? home : home.keeping(old.home());
    }

    /** The line that this one was: of the same text, or at the same place where none came or went. */
    private @Nullable DescribedLine old(String text, int index, int count) {
        Deque<DescribedLine> same = byText.get(text);
        DescribedLine found = same == null ? null : same.poll();
        return found != null || count != before.size() ? found : before.get(index);
    }

    private static List<Piece> lines(String text, Findings about) {
        List<Piece> pieces = new ArrayList<>();
        int start = 0;
        for (int number = 1; start < text.length(); number++) {
            int feed = text.indexOf('\n', start);
            int end = feed < 0 ? text.length() : feed;
            String line = text.substring(start, end);
            if (!line.isBlank()) {
                if (pieces.size() == MOST_LINES) {
                    about.warning("description, line " + number, null, "from here on nothing is read", "at most " + MOST_LINES + " lines with words");
                    break;
                }
                pieces.add(new Piece(number, start, line));
            }
            start = end + 1;
        }
        return pieces;
    }
}
