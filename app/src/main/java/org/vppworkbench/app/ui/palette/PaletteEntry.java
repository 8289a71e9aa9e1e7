package org.vppworkbench.app.ui.palette;

import java.util.function.Supplier;

/**
 * Something that can be done or gone to.
 *
 * @param id unique among all entries
 * @param kind what it is
 * @param title what is searched and shown first
 * @param detail what it does or holds, in a line
 * @param shortcut keys, or empty
 * @param obstacle why it cannot be done now; gives an empty text where it can
 * @param body does it
 */
public record PaletteEntry(
        String id, Kind kind, String title, String detail, String shortcut, Supplier<String> obstacle, Runnable body) {

    /** Where entries come from. */
    public enum Kind {
        ACTION("Action"),
        HOME("Home"),
        HOUR("Hour"),
        HELP("Help");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }
}
