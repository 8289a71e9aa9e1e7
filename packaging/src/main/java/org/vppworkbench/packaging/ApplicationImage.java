package org.vppworkbench.packaging;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Makes the application image, step by step, from the program folder of the module app. */
final class ApplicationImage {
    static final String MAIN = "org.vppworkbench.app.Launcher";
    static final String NATIVE_ACCESS = "--enable-native-access=ALL-UNNAMED";

    /** The command line beside the window; a launcher of its own. */
    static final String COMMAND = "vpp";

    private final Platform platform;
    private final BuildFolders folders;
    private final String version;

    /**
     * A maker of images.
     *
     * @param version the version of Maven, such as 0.1.0-SNAPSHOT
     */
    ApplicationImage(Platform platform, BuildFolders folders, String version) {
        this.platform = platform;
        this.folders = folders;
        this.version = version;
    }

    /** Makes the image and returns where it is. */
    ImageLayout make() throws IOException, InterruptedException {
        Path lib = folders.program().resolve("lib");
        Path main = lib.resolve("app-" + version + ".jar");
        if (!Files.isRegularFile(main)) {
            throw new IllegalStateException("no program folder: " + main + " is missing");
        }
        for (Path made : List.of(folders.input(), folders.runtime(), folders.images(), folders.training())) {
            delete(made);
        }
        IconFiles.write(folders.icons());
        collect(lib);
        Set<String> modules = RuntimeModules.of(Licences.jars(lib), main);
        say("modules  " + String.join(" ", modules));
        link(modules);
        say("runtime  " + megabytes(folders.runtime()));
        pack(main.getFileName().toString());
        ImageLayout image = platform.layout(folders.images());
        Path settings = image.app().resolve(platform.applicationName() + ".cfg");
        List<String> jars = StartCache.jars(settings);
        if (platform == Platform.LINUX) {
            writeCommand(image, jars);
        }
        date(image.root());
        StartCache.train(image, jars, folders.training());
        say("cache    " + megabytes(image.app().resolve(StartCache.FILE)));
        say("image    " + megabytes(image.root()) + "  " + image.root());
        return image;
    }

    /** The jars, the licences and the notices: everything that lies beside the runtime. */
    private void collect(Path lib) throws IOException {
        Files.createDirectories(folders.input());
        copyFiles(lib, folders.input());
        for (String file : List.of("LICENSE", "NOTICE", "THIRD-PARTY-NOTICES.md")) {
            copy(folders.program().resolve(file), folders.input().resolve(file));
        }
        Path licences = folders.input().resolve("licences");
        Licences.write(Licences.ofOthers(lib), folders.thirdParty(), licences);
        copyFiles(folders.sources().resolve("licences"), licences);
    }

    private void link(Set<String> modules) {
        JdkTool.run(
                "jlink",
                List.of(
                        "--add-modules",
                        String.join(",", modules),
                        "--no-header-files",
                        "--no-man-pages",
                        // for heaps and collectors that the cache of the program does not fit
                        "--generate-cds-archive",
                        "--output",
                        folders.runtime().toString()));
    }

    private void pack(String mainJar) throws IOException {
        List<String> arguments = new ArrayList<>(List.of(
                "--type", "app-image",
                "--name", platform.applicationName(),
                "--app-version", platform.version(version),
                "--vendor", "VPP Workbench developers",
                "--description", "A desktop laboratory for virtual power plants that negotiate",
                "--copyright", "Copyright 2026 VPP Workbench developers",
                "--icon", folders.icons().resolve(platform.icon()).toString(),
                "--runtime-image", folders.runtime().toString(),
                "--input", folders.input().toString(),
                "--main-jar", mainJar,
                "--main-class", MAIN,
                "--java-options", NATIVE_ACCESS,
                "--java-options", "-XX:AOTCache=$APPDIR/" + StartCache.FILE,
                "--java-options", "-Xlog:aot=off",
                "--dest", folders.images().toString()));
        if (platform != Platform.LINUX) {
            Path command = folders.icons().resolve(COMMAND + ".properties");
            Files.writeString(command, "win-console=true\nwin-menu=false\nwin-shortcut=false\n");
            arguments.addAll(List.of("--add-launcher", COMMAND + "=" + command));
        }
        JdkTool.run("jpackage", arguments);
    }

    /** The launcher of jpackage asks rpm and dpkg at each start, twice: too slow for a command line. */
    private void writeCommand(ImageLayout image, List<String> jars) throws IOException {
        String classPath = jars.stream().map(jar -> "$app/" + jar).collect(Collectors.joining(":"));
        String script = Files.readString(folders.sources().resolve("linux/vpp"));
        Path command = image.bin().resolve(COMMAND);
        Files.writeString(command, script.replace("@CLASS_PATH@", classPath));
        Files.setPosixFilePermissions(command, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    /**
     * Gives every file the date of the build. The cache remembers the dates of the jars and of the runtime; jpackage
     * loses them when it makes an installer, and dpkg-deb puts this very date on all that is newer.
     */
    private static void date(Path root) throws IOException {
        String epoch = System.getenv("SOURCE_DATE_EPOCH");
        if (epoch == null) {
            throw new IllegalStateException("SOURCE_DATE_EPOCH is not set");
        }
        FileTime time = FileTime.from(Long.parseLong(epoch), TimeUnit.SECONDS);
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.setLastModifiedTime(file, time);
            }
        }
    }

    private static void copyFiles(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.list(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                copy(file, to.resolve(file.getFileName()));
            }
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.copy(from, to, StandardCopyOption.COPY_ATTRIBUTES, StandardCopyOption.REPLACE_EXISTING);
    }

    static void delete(Path path) throws IOException {
        if (!Files.exists(path)) {
            return;
        }
        try (Stream<Path> files = Files.walk(path)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    /** The size of a file, or of all files below a folder, in words. */
    static String megabytes(Path path) throws IOException {
        long bytes = 0;
        try (Stream<Path> files = Files.walk(path)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                bytes += Files.size(file);
            }
        }
        return Math.round(bytes / 1e6) + " MB";
    }

    static void say(String line) {
        System.out.println(line);
    }
}
