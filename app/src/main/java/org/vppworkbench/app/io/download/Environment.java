package org.vppworkbench.app.io.download;

import org.jspecify.annotations.Nullable;

/** Settings by the names of environment variables. */
@FunctionalInterface
public interface Environment {
    /** The setting, or {@code null} where it is not made. */
    @Nullable String get(String name);

    /** A system property of that name, for tests and launch scripts, or else the environment variable. */
    static Environment ofTheProcess() {
        return name -> {
            String property = System.getProperty(name);
            return property == null ? System.getenv(name) : property;
        };
    }
}
