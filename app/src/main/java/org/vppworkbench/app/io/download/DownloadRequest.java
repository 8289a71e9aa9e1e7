package org.vppworkbench.app.io.download;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;
import org.vppworkbench.app.io.Sha256;

/**
 * One question to a service. The key is not part of it: it travels in a header, so that neither the address, nor the name
 * in the cache, nor the provenance can contain it.
 *
 * @param service whom to ask
 * @param url the whole address
 * @param fileName name of the reply as a file
 * @param mayChange whether a later reply may hold more, so that this one must not be kept
 */
record DownloadRequest(Service service, URI url, String fileName, boolean mayChange) {
    static URI url(URI base, String path, Map<String, String> parameters) {
        String query = parameters.entrySet().stream()
                .map(entry -> encoded(entry.getKey()) + "=" + encoded(entry.getValue()))
                .collect(Collectors.joining("&"));
        return URI.create(base + path + "?" + query);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("%3A", ":");
    }

    /** The name of this question in the cache: a hash of the address, without any key. */
    String cacheKey() {
        return Sha256.of((service + " GET " + url).getBytes(StandardCharsets.UTF_8));
    }
}
