package org.vppworkbench.app.io.external;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Drains what a program says beside the protocol and keeps its last words. */
final class StandardError implements Runnable {
    private static final int KEPT = 400;

    private final InputStream bytes;
    private byte[] last = new byte[0];

    StandardError(InputStream bytes) {
        this.bytes = bytes;
    }

    @Override
    public void run() {
        byte[] buffer = new byte[8192];
        try {
            for (int n = bytes.read(buffer); n >= 0; n = bytes.read(buffer)) {
                keep(buffer, n);
            }
        } catch (IOException e) {
            // closed while the process is ended
        }
    }

    private synchronized void keep(byte[] buffer, int n) {
        byte[] all = Arrays.copyOf(last, last.length + n);
        System.arraycopy(buffer, 0, all, last.length, n);
        last = Arrays.copyOfRange(all, Math.max(0, all.length - KEPT), all.length);
    }

    /** The end of it as one line; empty where it said nothing. */
    synchronized String lastWords() {
        String text = new String(last, StandardCharsets.UTF_8);
        return text.replaceAll("\\p{C}+", " ").strip();
    }
}
