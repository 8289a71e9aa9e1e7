package org.vppworkbench.packaging;

import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The ahead-of-time cache (JEP 483, 514, 515): classes loaded and linked, and profiles of methods, from a training run
 * with the runtime and the class path of the image. The virtual machine ignores it where it does not fit.
 */
final class StartCache {
    /** The name of the cache beside the jars. */
    static final String FILE = "vpp.aot";

    static final String MAIN = "org.vppworkbench.app.StartTraining";

    private static final String CLASS_PATH = "app.classpath=$APPDIR/";

    private StartCache() {}

    /** The jars of a launcher, in the order of its settings file, which the cache depends on. */
    static List<String> jars(Path settings) throws IOException {
        return Files.readAllLines(settings).stream()
                .filter(line -> line.startsWith(CLASS_PATH))
                .map(line -> line.substring(CLASS_PATH.length()))
                .toList();
    }

    /**
     * Makes the cache of an image.
     *
     * @param image the image, complete: later changes to its jars or its runtime make the cache useless
     * @param jars the class path, in order
     * @param work a folder for the files of the training, made if need be
     */
    static void train(ImageLayout image, List<String> jars, Path work) throws IOException, InterruptedException {
        Files.createDirectories(work);
        Path bundle = work.resolve("bundle");
        Path log = work.resolve("training.log");
        Path cache = image.app().resolve(FILE);
        List<String> command = new ArrayList<>(List.of(
                image.java().toString(),
                "-XX:AOTCacheOutput=" + cache,
                "-Dglass.platform=Headless",
                "-Dprism.order=sw",
                "--enable-native-access=ALL-UNNAMED",
                "-classpath",
                jars.stream().map(jar -> image.app().resolve(jar).toString())
                        .collect(Collectors.joining(File.pathSeparator)),
                MAIN,
                bundle.toString()));
        ProcessBuilder builder = new ProcessBuilder(command);
        Map<String, String> environment = builder.environment();
        // Options of this machine would become part of the cache.
        environment.keySet().removeAll(List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "JDK_AOT_VM_OPTIONS"));
        environment.keySet().removeAll(List.of("DISPLAY", "WAYLAND_DISPLAY"));
        int code = builder.directory(work.toFile())
                .redirectErrorStream(true)
                .redirectInput(Redirect.from(Files.createFile(work.resolve("no-input")).toFile()))
                .redirectOutput(log.toFile())
                .start()
                .waitFor();
        if (code != 0 || !Files.isRegularFile(cache)) {
            throw new IllegalStateException("the training run ended with " + code + ", see " + log);
        }
    }
}
