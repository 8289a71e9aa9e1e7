package org.vppworkbench.app.ui.help;

import java.util.List;
import java.util.regex.Pattern;

/** What is typed, word by word. */
final class Splitting {
    private static final Pattern SPACE = Pattern.compile("\\s+");

    private Splitting() {}

    /** The words of a text; none of a blank one. */
    static List<String> words(String text) {
        return SPACE.splitAsStream(text.strip()).filter(word -> !word.isEmpty()).toList();
    }
}
