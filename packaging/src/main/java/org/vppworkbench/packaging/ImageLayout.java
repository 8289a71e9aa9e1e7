package org.vppworkbench.packaging;

import java.nio.file.Path;

/**
 * Where jpackage puts what.
 *
 * @param root the folder of the image
 * @param bin the launchers
 * @param app the jars and the settings of the launchers, {@code $APPDIR} there
 * @param java the java of the runtime
 */
record ImageLayout(Path root, Path bin, Path app, Path java) {
    static ImageLayout linux(Path root) {
        return new ImageLayout(
                root, root.resolve("bin"), root.resolve("lib/app"), root.resolve("lib/runtime/bin/java"));
    }

    static ImageLayout windows(Path root) {
        return new ImageLayout(root, root, root.resolve("app"), root.resolve("runtime/bin/java.exe"));
    }

    static ImageLayout macos(Path root) {
        Path contents = root.resolve("Contents");
        return new ImageLayout(
                root,
                contents.resolve("MacOS"),
                contents.resolve("app"),
                contents.resolve("runtime/Contents/Home/bin/java"));
    }
}
