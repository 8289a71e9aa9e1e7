package org.vppworkbench.sample.imports.source;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Counts and hashes the bytes of a file as they are read, and remembers the last ones: a ZIP has its directory there. */
final class CountedStream extends FilterInputStream {
    /** Longest end record of a ZIP: 22 bytes and a comment. */
    private static final int TAIL = 22 + 65_535;

    private final MessageDigest digest;
    private final byte[] tail = new byte[TAIL];
    private long count;

    CountedStream(InputStream in) {
        super(in);
        try {
            this.digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    long count() {
        return count;
    }

    /** SHA-256 of everything read so far, lower-case hex; ends the hashing. */
    String sha256() {
        return HexFormat.of().formatHex(digest.digest());
    }

    /** The number of entries the end record of the ZIP tells, or -1 where there is no end record. */
    int zipEntries() {
        int length = (int) Math.min(count, TAIL);
        for (int at = length - 22; at >= 0; at--) {
            if (tail(length, at) == 'P' && tail(length, at + 1) == 'K' && tail(length, at + 2) == 5
                    && tail(length, at + 3) == 6) {
                return tail(length, at + 10) | tail(length, at + 11) << 8;
            }
        }
        return -1;
    }

    private int tail(int length, int at) {
        return tail[(int) ((count - length + at) % TAIL)] & 0xff;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int read = super.read(buffer, offset, length);
        if (read > 0) {
            digest.update(buffer, offset, read);
            int from = Math.max(0, read - TAIL);
            for (int i = from; i < read; i++) {
                tail[(int) ((count + i) % TAIL)] = buffer[offset + i];
            }
            count += read;
        }
        return read;
    }

    @Override
    public long skip(long bytes) throws IOException {
        byte[] buffer = new byte[(int) Math.min(8192, Math.max(0, bytes))];
        int read = bytes <= 0 ? 0 : read(buffer, 0, buffer.length);
        return Math.max(0, read);
    }

    @Override
    public boolean markSupported() {
        return false;
    }
}
