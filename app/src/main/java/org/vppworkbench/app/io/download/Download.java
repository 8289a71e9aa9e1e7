package org.vppworkbench.app.io.download;

import java.net.URI;
import java.time.Instant;
import org.vppworkbench.app.io.Sha256;

/** The bytes a service sent, with their provenance. */
public final class Download {
    private final String fileName;
    private final URI url;
    private final Instant retrieved;
    private final boolean fromCache;
    private final byte[] bytes;
    private final String sha256;

    Download(String fileName, URI url, Instant retrieved, boolean fromCache, byte[] bytes) {
        this.fileName = fileName;
        this.url = url;
        this.retrieved = retrieved;
        this.fromCache = fromCache;
        this.bytes = bytes.clone();
        this.sha256 = Sha256.of(bytes);
    }

    /** A name for the file, made of letters, digits, dots, dashes and underscores. */
    public String fileName() {
        return fileName;
    }

    /** What was asked, without the key. */
    public URI url() {
        return url;
    }

    /** When the service answered. */
    public Instant retrieved() {
        return retrieved;
    }

    /** Whether the bytes were kept from an earlier download. */
    public boolean fromCache() {
        return fromCache;
    }

    /** A copy of the bytes. */
    public byte[] bytes() {
        return bytes.clone();
    }

    public int size() {
        return bytes.length;
    }

    public String sha256() {
        return sha256;
    }
}
