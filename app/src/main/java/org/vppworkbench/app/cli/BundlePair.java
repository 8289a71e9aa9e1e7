package org.vppworkbench.app.cli;

import java.nio.file.Path;
import org.vppworkbench.app.io.Bundle;
import org.vppworkbench.app.io.BundleReader;
import picocli.CommandLine.Option;

/** The bundle a command reads, and the one it makes of it. */
final class BundlePair {
    @Option(names = "--bundle", paramLabel = "DIR", required = true, order = 0, description = "the bundle of the run")
    @SuppressWarnings("NullAway.Init") // required
    Path bundle;

    @Option(names = "--out", paramLabel = "DIR", required = true, order = 1,
            description = "the new bundle: a folder that is absent or empty")
    @SuppressWarnings("NullAway.Init") // required
    Path out;

    /** Refuses a place that cannot be written before it reads the bundle, and tells what was found in that. */
    Bundle read(Console console) {
        SingleRun.refuseUnwritable(out);
        return console.kept(BundleReader.read(bundle));
    }
}
