package org.vppworkbench.app.io.external;

import java.util.Map;
import java.util.regex.Pattern;

/** What a program of the user inherits: the environment without what looks like a secret. */
final class ScrubbedEnvironment {
    private static final Pattern SECRET = Pattern.compile(
            ".*(api_?key|access_?key|private_?key|_key$|token|secret|passw|pwd$|credential).*", Pattern.CASE_INSENSITIVE);

    private ScrubbedEnvironment() {}

    /** Removes them from the environment of a process that is to be started. */
    static void scrub(Map<String, String> environment) {
        environment.keySet().removeIf(name -> secret(name));
    }

    static boolean secret(String name) {
        return !name.equals("PWD") && !name.equals("OLDPWD") && SECRET.matcher(name).matches();
    }
}
