package org.vppworkbench.packaging;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The licences of all libraries: the list that Maven makes of their POMs, and the texts that their jars carry. */
final class Licences {
    /** The name of the list inside the folder of licences. */
    static final String LIST = "THIRD-PARTY.txt";

    private static final Pattern LISTED = Pattern.compile("\\(([^():\\s]+):([^():\\s]+):([^():\\s]+) - [^)]*\\)");

    /** A licence, notice or copyright at the top, in META-INF or in a folder of licences. */
    private static final Pattern TEXT = Pattern.compile(
            "(?:META-INF/|META-INF/licen[sc]es?/|licen[sc]es?/)?[^/]*(?:licen[sc]e|notice|copying|copyright)[^/]*",
            Pattern.CASE_INSENSITIVE);

    private static final String OWN_GROUP = "org.vppworkbench";

    private Licences() {}

    /**
     * Writes the folder of licences.
     *
     * @param jars all jars of the program
     * @param list the list of libraries with their licences, made by Maven
     * @param folder where the list and one folder per jar with texts go; made if need be
     * @throws IllegalStateException if a jar of others is not on the list
     */
    static void write(List<Path> jars, Path list, Path folder) throws IOException {
        String listed = Files.readString(list);
        List<String> missing = unlisted(jars.stream().map(Licences::name).toList(), listed);
        if (!missing.isEmpty()) {
            throw new IllegalStateException("no licence is known for " + String.join(", ", missing));
        }
        Files.createDirectories(folder);
        Files.writeString(folder.resolve(LIST), listed);
        for (Path jar : jars) {
            copyTexts(jar, folder.resolve(name(jar).replaceFirst("\\.jar$", "")));
        }
    }

    /** The names of jars that neither the list names, as artifact and version, nor belong to the program itself. */
    static List<String> unlisted(List<String> jars, String list) {
        List<String> known = new ArrayList<>();
        Matcher matcher = LISTED.matcher(list);
        while (matcher.find()) {
            known.add(matcher.group(2) + "-" + matcher.group(3));
        }
        return jars.stream()
                .filter(jar -> known.stream().noneMatch(name -> jar.equals(name + ".jar") || jar.startsWith(name + "-")))
                .toList();
    }

    /** Whether a file inside a jar is the text of a licence or a notice. */
    static boolean isText(String entry) {
        return TEXT.matcher(entry).matches() && !entry.toLowerCase(Locale.ROOT).endsWith(".class");
    }

    /** The jars in a folder, in order of their names. */
    static List<Path> jars(Path lib) throws IOException {
        try (Stream<Path> files = Files.list(lib)) {
            return files.filter(file -> name(file).endsWith(".jar")).sorted().toList();
        }
    }

    /** The jars in a folder that are not the program's own. */
    static List<Path> ofOthers(Path lib) throws IOException {
        List<Path> others = new ArrayList<>();
        for (Path jar : jars(lib)) {
            if (!isOwn(jar)) {
                others.add(jar);
            }
        }
        return others;
    }

    private static boolean isOwn(Path jar) throws IOException {
        try (JarFile file = new JarFile(jar.toFile())) {
            return file.getEntry("META-INF/maven/" + OWN_GROUP + "/") != null;
        }
    }

    private static void copyTexts(Path jar, Path folder) throws IOException {
        try (JarFile file = new JarFile(jar.toFile())) {
            for (JarEntry entry : file.stream().toList()) {
                if (!entry.isDirectory() && isText(entry.getName())) {
                    Files.createDirectories(folder);
                    try (InputStream in = file.getInputStream(entry)) {
                        Files.write(folder.resolve(entry.getName().replaceFirst("^.*/", "")), in.readAllBytes());
                    }
                }
            }
        }
    }

    private static String name(Path file) {
        return file.getFileName().toString();
    }
}
