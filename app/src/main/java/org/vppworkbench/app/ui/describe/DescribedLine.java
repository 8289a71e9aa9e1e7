package org.vppworkbench.app.ui.describe;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.model.scenario.Finding;

/**
 * A description and its place in the text: the whole of it, or a line.
 *
 * @param number of the line, from 1
 * @param start first character in the text
 * @param home what was made of it
 * @param chosen whether the user wants it added, or {@code null} while he said nothing
 */
record DescribedLine(int number, int start, DescribedHome home, @Nullable Boolean chosen) {
    /** Whether it is added with the others: what speaks to the program only when the user says so. */
    boolean included() {
        return home.isAddable() && (chosen != null ? chosen : !home.isHostile());
    }

    DescribedLine with(DescribedHome other) {
        return new DescribedLine(number, start, other, chosen);
    }

    DescribedLine chosen(boolean wanted) {
        return new DescribedLine(number, start, home, wanted);
    }

    int end() {
        return start + home.text().length();
    }

    /** The worst of its findings. */
    Optional<Finding> worst() {
        return home.findings().stream().max((a, b) -> a.severity().compareTo(b.severity()));
    }
}
