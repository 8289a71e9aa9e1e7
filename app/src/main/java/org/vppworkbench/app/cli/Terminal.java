package org.vppworkbench.app.cli;

import java.io.Console;
import org.jspecify.annotations.Nullable;

/** Somebody who can be asked. */
@FunctionalInterface
interface Terminal {
    /** The line that was typed, or {@code null} where nobody is there. */
    @Nullable String ask(String question);

    /** The terminal of the process; nobody where its input or output is a file or a pipe. */
    static Terminal ofTheProcess() {
        return question -> {
            Console console = System.console();
            return console == null || !console.isTerminal() ? null : console.readLine("%s", question);
        };
    }
}
