package org.vppworkbench.app.io.download;

import java.net.URI;
import java.net.http.HttpResponse;
import org.jspecify.annotations.Nullable;

/** Which redirects are followed: to the same server, never from an encrypted to an unencrypted connection. */
final class Redirects {
    private Redirects() {}

    /** Where to ask next, or {@code null} where that is refused. */
    static @Nullable URI next(URI from, HttpResponse<?> reply) {
        URI to = target(from, reply);
        if (to == null || to.getHost() == null || !to.getHost().equalsIgnoreCase(from.getHost()) || to.getRawUserInfo() != null) {
            return null;
        }
        boolean samePort = to.getPort() == from.getPort() && to.getScheme().equals(from.getScheme());
        // http://host to https://host is how servers ask for encryption.
        boolean encrypted =
                "http".equals(from.getScheme()) && "https".equals(to.getScheme()) && from.getPort() < 0 && to.getPort() < 0;
        return samePort || encrypted ? to : null;
    }

    /** The name of the other server, for a message. */
    static String host(URI from, HttpResponse<?> reply) {
        URI to = target(from, reply);
        if (to == null || to.getHost() == null) {
            return "nowhere";
        }
        return to.getScheme() + "://" + to.getHost() + (to.getPort() < 0 ? "" : ":" + to.getPort());
    }

    private static @Nullable URI target(URI from, HttpResponse<?> reply) {
        try {
            return reply.headers().firstValue("Location").map(from::resolve).orElse(null);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
