package org.vppworkbench.packaging;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** The command behind {@code mvn package -Pimage}. */
public final class Packaging {
    private Packaging() {}

    /**
     * Makes image and installer.
     *
     * @param args the folder packaging/ of the sources, the program folder, the list of licences, the folder for
     *     everything that is made, the version
     */
    public static void main(String[] args) throws IOException, InterruptedException {
        if (args.length != 5) {
            throw new IllegalArgumentException("five arguments: sources, program, licences, target, version");
        }
        System.setProperty("java.awt.headless", "true");
        BuildFolders folders = new BuildFolders(
                Path.of(args[0]).toAbsolutePath().normalize(),
                Path.of(args[1]).toAbsolutePath().normalize(),
                Path.of(args[2]).toAbsolutePath().normalize(),
                Path.of(args[3]).toAbsolutePath().normalize());
        Platform platform = Platform.current();
        ImageLayout image = new ApplicationImage(platform, folders, args[4]).make();
        Installer installer = new Installer(platform, folders, args[4]);
        Optional<String> obstacle = installer.obstacle();
        if (obstacle.isPresent()) {
            ApplicationImage.say(obstacle.get());
            return;
        }
        for (Path file : installer.make(image)) {
            ApplicationImage.say("package  " + ApplicationImage.megabytes(file) + "  " + file);
        }
    }
}
