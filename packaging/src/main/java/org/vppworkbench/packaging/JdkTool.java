package org.vppworkbench.packaging;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.spi.ToolProvider;

/** A tool of the JDK that runs this program: jdeps, jlink, jpackage. */
final class JdkTool {
    private JdkTool() {}

    /**
     * Runs a tool and returns what it printed.
     *
     * @throws IllegalStateException where the JDK lacks the tool, or the tool fails; with what it said
     */
    static String run(String name, List<String> arguments) {
        ToolProvider tool = ToolProvider.findFirst(name)
                .orElseThrow(() -> new IllegalStateException("this Java runtime has no " + name + "; a JDK is needed"));
        StringWriter said = new StringWriter();
        PrintWriter writer = new PrintWriter(said);
        int code = tool.run(writer, writer, arguments.toArray(String[]::new));
        writer.flush();
        if (code != 0) {
            throw new IllegalStateException(name + " ended with " + code + "\n" + said);
        }
        return said.toString();
    }
}
