package org.vppworkbench.packaging;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The package of the system, made of a complete image: a Debian package, an MSI, a disk image. */
final class Installer {
    private final Platform platform;
    private final BuildFolders folders;
    private final String version;

    Installer(Platform platform, BuildFolders folders, String version) {
        this.platform = platform;
        this.folders = folders;
        this.version = version;
    }

    /** Why no installer can be made here, with what to install; empty where one can. */
    Optional<String> obstacle() {
        if (platform != Platform.LINUX) {
            return Optional.empty(); // jpackage itself says what it lacks
        }
        List<String> missing =
                Stream.of("dpkg-deb", "fakeroot").filter(tool -> !onPath(tool)).toList();
        return missing.isEmpty()
                ? Optional.empty()
                : Optional.of("no Debian package: " + String.join(" and ", missing)
                        + " not found (apt install dpkg-dev fakeroot binutils)");
    }

    /** Makes the installer and returns its file. */
    List<Path> make(ImageLayout image) throws IOException {
        ApplicationImage.delete(folders.installers());
        if (platform == Platform.LINUX) {
            collectResources();
        }
        List<String> arguments = new ArrayList<>(List.of(
                "--type", platform.installer(),
                "--name", platform.applicationName(),
                "--app-image", image.root().toString(),
                "--app-version", platform.version(version),
                "--vendor", "VPP Workbench developers",
                "--description", "A desktop laboratory for virtual power plants that negotiate",
                "--license-file", folders.program().resolve("LICENSE").toString(),
                "--icon", folders.icons().resolve(platform.icon()).toString(),
                "--dest", folders.installers().toString()));
        arguments.addAll(ofThePlatform());
        JdkTool.run("jpackage", arguments);
        try (Stream<Path> files = Files.list(folders.installers())) {
            return files.sorted().toList();
        }
    }

    /** Templates of jpackage by their names; of a complete image it takes no icon, only from here. */
    private void collectResources() throws IOException {
        ApplicationImage.delete(folders.resources());
        Files.createDirectories(folders.resources());
        for (String template : List.of("postinst", "prerm", "vpp-workbench.desktop")) {
            Files.copy(folders.sources().resolve("linux").resolve(template), folders.resources().resolve(template));
        }
        Files.copy(folders.icons().resolve(platform.icon()), folders.resources().resolve("vpp-workbench.png"));
    }

    private List<String> ofThePlatform() {
        return switch (platform) {
            case LINUX -> List.of(
                    "--resource-dir", folders.resources().toString(),
                    "--linux-package-name", "vpp-workbench",
                    "--linux-deb-maintainer", "vpp-workbench@localhost",
                    "--linux-app-category", "science",
                    "--linux-menu-group", "Science;Education",
                    // what JavaFX loads by name, and jpackage therefore does not see
                    "--linux-package-deps", "libgtk-3-0, libxtst6, libgl1, libfreetype6, fontconfig-config",
                    "--linux-shortcut");
            case WINDOWS -> List.of("--win-menu", "--win-shortcut", "--win-dir-chooser", "--win-per-user-install");
            case MACOS -> List.of("--mac-package-identifier", "org.vppworkbench");
        };
    }

    private static boolean onPath(String tool) {
        return Stream.of(Optional.ofNullable(System.getenv("PATH")).orElse("").split(":"))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, tool)));
    }
}
