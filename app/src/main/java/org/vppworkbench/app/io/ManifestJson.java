package org.vppworkbench.app.io;

import org.vppworkbench.model.scenario.Reading;

/** {@code manifest.json}, format {@code vpp-manifest/1}. */
public final class ManifestJson {
    public static final String FORMAT = "vpp-manifest/1";

    private ManifestJson() {}

    public static String write(RunManifest manifest) {
        return FormattedRecord.write(FORMAT, RunManifest.class, manifest);
    }

    public static Reading<RunManifest> read(String text, String file) {
        return FormattedRecord.read(FORMAT, RunManifest.class, text, file);
    }
}
