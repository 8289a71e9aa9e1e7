package org.vppworkbench.packaging;

import java.nio.file.Path;

/**
 * What is read and what is written.
 *
 * @param sources the folder packaging/ of the sources
 * @param program the program folder that the module app makes
 * @param thirdParty the list of libraries and licences that Maven makes
 * @param target where everything goes
 */
record BuildFolders(Path sources, Path program, Path thirdParty, Path target) {
    Path icons() {
        return target.resolve("icons");
    }

    Path input() {
        return target.resolve("input");
    }

    Path runtime() {
        return target.resolve("runtime");
    }

    Path images() {
        return target.resolve("image");
    }

    Path training() {
        return target.resolve("training");
    }

    Path resources() {
        return target.resolve("resources");
    }

    Path installers() {
        return target.resolve("installer");
    }
}
