package org.vppworkbench.app.ui.log;

import java.util.logging.Level;

/** How grave a line is, from all down to errors; the levels of the logging system and those of messages to the user. */
public enum LogLevel {
    DETAILS("All"),
    INFO("Information and above"),
    WARNING("Warnings and errors"),
    ERROR("Errors");

    private final String words;

    LogLevel(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }

    /** The level of a line by its name. */
    static LogLevel of(String name) {
        if (name.equals(ERROR.name()) || name.equals(Level.SEVERE.getName())) {
            return ERROR;
        }
        if (name.equals(WARNING.name())) {
            return WARNING;
        }
        return name.equals(INFO.name()) ? INFO : DETAILS;
    }
}
