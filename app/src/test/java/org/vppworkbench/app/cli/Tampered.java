package org.vppworkbench.app.cli;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.vppworkbench.app.io.Bundle;
import org.vppworkbench.app.io.Sha256;

/** Bundles that somebody has changed. */
final class Tampered {
    private Tampered() {}

    /** Replaces text of a file, once, and nothing else. */
    static void edit(Path bundle, String name, String good, String bad) throws IOException {
        Path file = bundle.resolve(name);
        String text = Files.readString(file);
        assertTrue(text.contains(good), name + " has no " + good);
        int at = text.indexOf(good);
        Files.writeString(file, text.substring(0, at) + bad + text.substring(at + good.length()));
    }

    /** Replaces text of a file, once, and brings all checksums up to date: what another version would have written. */
    static void forge(Path bundle, String name, String good, String bad) throws IOException {
        String before = Sha256.of(bundle.resolve(name));
        edit(bundle, name, good, bad);
        if (!name.equals(Bundle.MANIFEST)) {
            edit(bundle, Bundle.MANIFEST, before, Sha256.of(bundle.resolve(name)));
        }
        Files.writeString(
                bundle.resolve(Bundle.MANIFEST_CHECKSUM), Sha256.of(bundle.resolve(Bundle.MANIFEST)) + "  manifest.json\n");
    }
}
