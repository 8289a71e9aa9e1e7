package org.vppworkbench.negotiation.llm.settings;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.model.scenario.Finding;
import org.vppworkbench.model.scenario.Reading;

/**
 * Where requests go.
 *
 * @param baseUrl without a slash at its end
 * @param host host, and port where it is not the usual one of its scheme
 * @param providersOwn whether the provider itself answers there
 * @param secure whether what is sent is encrypted
 * @param loopback whether it is this machine
 */
public record Endpoint(String baseUrl, String host, boolean providersOwn, boolean secure, boolean loopback) {
    private static final String WHERE = "base URL";
    private static final int MOST_PORT = 65_535;

    /** Reads a base URL; {@code null} or blank means the provider's own. */
    public static Reading<Endpoint> of(Provider provider, @Nullable String baseUrl) {
        String text = baseUrl == null || baseUrl.isBlank() ? provider.ownBaseUrl() : baseUrl.strip();
        URI uri;
        try {
            uri = new URI(text);
        } catch (URISyntaxException e) {
            // the text itself may hold a password: it is not repeated
            return Reading.refused(Finding.error(WHERE, null, "not a URL", "such as " + provider.ownBaseUrl()));
        }
        String fault = fault(uri);
        if (fault != null) {
            return Reading.refused(Finding.error(WHERE, null, fault, "such as " + provider.ownBaseUrl()));
        }
        return Reading.of(of(provider, uri, text));
    }

    private static @Nullable String fault(URI uri) {
        String scheme = uri.getScheme();
        if (scheme == null || !(scheme.equalsIgnoreCase("https") || scheme.equalsIgnoreCase("http"))) {
            return "not an http or https URL";
        }
        if (uri.getRawUserInfo() != null || String.valueOf(uri.getRawAuthority()).contains("@")) {
            return "holds a user name or password; a key belongs into the environment";
        }
        if (uri.getRawQuery() != null || uri.getRawFragment() != null) {
            return "holds a query or a fragment; a key belongs into the environment";
        }
        if (uri.getHost() == null) {
            return "names no host";
        }
        if (uri.getPort() > MOST_PORT) {
            return "names a port above " + MOST_PORT;
        }
        return null;
    }

    private static Endpoint of(Provider provider, URI uri, String text) {
        String name = uri.getHost().toLowerCase(Locale.ROOT);
        boolean secure = uri.getScheme().equalsIgnoreCase("https");
        int port = uri.getPort();
        boolean usual = port == -1 || port == (secure ? 443 : 80);
        String host = usual ? name : name + ":" + port;
        boolean own = URI.create(provider.ownBaseUrl()).getAuthority().equals(host);
        return new Endpoint(text.replaceAll("/+$", ""), host, own, secure, isLoopback(name));
    }

    private static boolean isLoopback(String host) {
        return host.equals("localhost") || host.equals("[::1]") || host.matches("127(\\.\\d{1,3}){3}");
    }

    /** What may be wrong with the path, or {@code null}. */
    @Nullable String oddPath(Provider provider) {
        String path = String.valueOf(URI.create(baseUrl).getPath());
        return path.contains(provider.usualPath()) ? null : "the path usually ends in " + provider.usualPath();
    }
}
