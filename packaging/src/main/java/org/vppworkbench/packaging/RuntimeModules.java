package org.vppworkbench.packaging;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The modules of the JDK that the program needs: those its classes and the libraries they reach name, which jdeps finds,
 * and those that are only found at run time.
 */
final class RuntimeModules {
    /** Gson, Jackson and JavaFX look for sun.misc.Unsafe by name, and jdeps leaves the module out. */
    static final Set<String> FOUND_AT_RUN_TIME = Set.of("jdk.unsupported");

    private static final Pattern NEEDED = Pattern.compile("-> ((?:java|jdk)\\.[a-z0-9.]+)");

    private RuntimeModules() {}

    /**
     * The modules for the program whose jars lie in a folder.
     *
     * @param jars all jars, one by one: jdeps finds none behind a wildcard, and says nothing
     * @param main the jar from which jdeps follows every reference; jars with a module descriptor cannot be asked
     *     themselves, because jdeps then wants all modules they require, also those left out on purpose
     */
    static Set<String> of(List<Path> jars, Path main) {
        String summary = JdkTool.run(
                "jdeps",
                List.of(
                        "-R",
                        "-summary",
                        "--ignore-missing-deps",
                        "--multi-release",
                        String.valueOf(Runtime.version().feature()),
                        "--class-path",
                        jars.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator)),
                        main.toString()));
        Set<String> modules = named(summary);
        if (!modules.contains("java.base")) {
            throw new IllegalStateException("jdeps found no module of the JDK:\n" + summary);
        }
        modules.addAll(FOUND_AT_RUN_TIME);
        return modules;
    }

    /** The modules of the JDK that a summary of jdeps names, in order. */
    static Set<String> named(String summary) {
        Set<String> modules = new TreeSet<>();
        Matcher matcher = NEEDED.matcher(summary);
        while (matcher.find()) {
            modules.add(matcher.group(1));
        }
        return modules;
    }
}
