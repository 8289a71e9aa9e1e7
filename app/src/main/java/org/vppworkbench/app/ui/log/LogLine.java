package org.vppworkbench.app.ui.log;

/**
 * One line of the log.
 *
 * @param time local wall time
 * @param level such as {@code INFO}
 * @param logger short name of the class
 * @param text what happened
 */
public record LogLine(String time, String level, String logger, String text) {
    @Override
    public String toString() {
        return time + "  " + level + "  " + logger + "  " + text;
    }
}
