package org.vppworkbench.app.io.external;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Looks a program up as the operating system would. */
final class ProgramPath {
    private final Map<String, String> environment;
    private final boolean windows;

    ProgramPath(Map<String, String> environment, boolean windows) {
        this.environment = environment;
        this.windows = windows;
    }

    static ProgramPath ofTheMachine() {
        return new ProgramPath(System.getenv(), System.getProperty("os.name", "").startsWith("Windows"));
    }

    /** The file of a program that can be started; empty where there is none. */
    Optional<Path> find(String program, Path folder) {
        try {
            boolean named = program.contains("/") || (windows && program.contains("\\"));
            List<Path> places = new ArrayList<>();
            if (named) {
                places.add(folder);
            } else {
                for (String place : variable("PATH").split(File.pathSeparator, -1)) {
                    if (!place.isBlank()) {
                        places.add(folder.resolve(place));
                    }
                }
            }
            return places.stream().flatMap(place -> names(program).stream().map(place::resolve))
                    .filter(file -> Files.isRegularFile(file) && Files.isExecutable(file))
                    .findFirst();
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    private List<String> names(String program) {
        List<String> names = new ArrayList<>(List.of(program));
        if (windows) {
            String endings = variable("PATHEXT");
            for (String ending : (endings.isEmpty() ? ".COM;.EXE;.BAT;.CMD" : endings).split(";", -1)) {
                names.add(program + ending.toLowerCase(Locale.ROOT));
            }
        }
        return names;
    }

    private String variable(String name) {
        return environment.entrySet().stream()
                .filter(e -> windows ? e.getKey().equalsIgnoreCase(name) : e.getKey().equals(name))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("");
    }
}
