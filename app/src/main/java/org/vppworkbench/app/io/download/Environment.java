package org.vppworkbench.app.io.download;

import org.jspecify.annotations.Nullable;

/** Settings by the names of environment variables. */
@FunctionalInterface
public interface Environment {
    /** The setting, or {@code null} where it is not made. */
    @Nullable String get(String name);

    /**
     * The environment of the process. An address ({@code ..._BASE_URL}) may also be a system property, for tests and launch
     * scripts; a key may not, because everybody on the machine can read the command lines of its processes.
     */
    static Environment ofTheProcess() {
        return name -> {
            String property = name.endsWith("_BASE_URL") ? System.getProperty(name) : null;
            return property == null ? System.getenv(name) : property;
        };
    }
}
