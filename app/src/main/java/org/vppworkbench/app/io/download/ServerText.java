package org.vppworkbench.app.io.download;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a server says, fit for a message: one short line without the key. */
final class ServerText {
    private static final int LONGEST = 200;

    private ServerText() {}

    /** The beginning of a reply that is text; empty for pages and binary replies, which say nothing in one line. */
    static String brief(HttpResponse<byte[]> reply, @Nullable ApiKey key) {
        String type = reply.headers().firstValue("Content-Type").orElse("").toLowerCase(Locale.ROOT);
        if (!type.contains("json") && !type.startsWith("text/plain")) {
            return "";
        }
        return plain(new String(reply.body(), StandardCharsets.UTF_8), key);
    }

    static String plain(String text, @Nullable ApiKey key) {
        // The key goes first: cutting the text before could leave half of it.
        String clean = key == null ? text : key.scrub(text);
        String line = clean.replaceAll("\\p{Cntrl}+", " ").strip();
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "...";
    }
}
