package org.vppworkbench.app.io;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * {@code manifest.sha256}: the checksum of the manifest, one line as {@code sha256sum} writes and checks it. The manifest
 * holds the checksums of all other files of a bundle.
 */
final class ManifestChecksum {
    private ManifestChecksum() {}

    /** The file for a manifest with this text. */
    static String of(String manifest) {
        return line(Sha256.of(manifest.getBytes(StandardCharsets.UTF_8)));
    }

    /** Whether a text is such a file. */
    static boolean isOne(String text) {
        return text.matches("[0-9a-f]{64}  " + Pattern.quote(Bundle.MANIFEST) + "\\R?");
    }

    /** The file for a manifest with this SHA-256. */
    static String line(String sha256) {
        return sha256 + "  " + Bundle.MANIFEST + "\n";
    }
}
