package org.vppworkbench.model.scenario;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What came of reading an input: the value, or findings that say why there is none. Nothing is half-loaded: with an
 * {@code ERROR} among the findings there is no value.
 *
 * @param value what was read, or {@code null}
 * @param findings everything worth telling, also where a value was read
 * @param <T> what is read
 */
public record Reading<T>(@Nullable T value, List<Finding> findings) {
    public Reading {
        findings = List.copyOf(findings);
    }

    public static <T> Reading<T> of(T value) {
        return new Reading<>(value, List.of());
    }

    public static <T> Reading<T> refused(Finding... findings) {
        return new Reading<>(null, List.of(findings));
    }

    /**
     * The value.
     *
     * @throws IllegalStateException with all findings, if there is none
     */
    public T orThrow() {
        T present = value;
        if (present == null) {
            throw new IllegalStateException(
                    findings.stream().map(Finding::oneLine).collect(Collectors.joining("\n")));
        }
        return present;
    }
}
