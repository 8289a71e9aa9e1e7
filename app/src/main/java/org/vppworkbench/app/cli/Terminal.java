package org.vppworkbench.app.cli;

import java.io.Console;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Somebody who can be asked. */
@FunctionalInterface
interface Terminal {
    /** The line that was typed, or {@code null} where nobody is there. */
    @Nullable String ask(String question);

    /** The terminal of the process; nobody where its input or output is a file or a pipe. */
    static Terminal ofTheProcess() {
        return question -> Optional.ofNullable(System.console())
                .filter(Console::isTerminal)
                .map(console -> console.readLine("%s", question))
                .orElse(null);
    }
}
