package org.vppworkbench.app.io;

import java.util.List;
import java.util.stream.Collectors;
import org.vppworkbench.model.scenario.Finding;
import org.vppworkbench.model.scenario.Reading;
import org.vppworkbench.model.simulation.EndsRun;

/**
 * Something the user asked for cannot be done, with the findings that say why. The message is meant
 * for the user: no technical detail, one finding a line.
 */
public final class RefusedException extends RuntimeException implements EndsRun {
    private static final long serialVersionUID = 1L;

    private final transient List<Finding> findings;

    public RefusedException(List<Finding> findings) {
        super(text(findings));
        this.findings = List.copyOf(findings);
    }

    public RefusedException(List<Finding> findings, Throwable cause) {
        super(text(findings), cause);
        this.findings = List.copyOf(findings);
    }

    /** One error about one place, such as a file. */
    public static RefusedException because(String where, String message, String help) {
        return new RefusedException(List.of(Finding.error(where, null, message, help)));
    }

    /** What was read, or a refusal with the findings that stand against it. */
    public static <T> T unlessUsable(Reading<T> reading) {
        T value = reading.value();
        if (value == null) {
            throw new RefusedException(reading.findings());
        }
        return value;
    }

    public List<Finding> findings() {
        return findings;
    }

    private static String text(List<Finding> findings) {
        return findings.stream().map(Finding::oneLine).collect(Collectors.joining("\n"));
    }
}
