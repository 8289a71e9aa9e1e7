package org.vppworkbench.app.io.download;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.model.scenario.Finding;
import org.vppworkbench.model.scenario.Reading;

/** The services, their public addresses and the manners they ask for. */
public enum Service {
    /** CAISO asks for 5 s between requests and answers 429 otherwise. */
    OASIS("CAISO OASIS", "OASIS_BASE_URL", "https://oasis.caiso.com/oasisapi", Duration.ofSeconds(5), null, ""),
    GRIDSTATUS(
            "Grid Status",
            "GRIDSTATUS_BASE_URL",
            "https://api.gridstatus.io/v1",
            Duration.ofSeconds(2),
            "GRIDSTATUS_API_KEY",
            "a free key: make an account at https://www.gridstatus.io and copy the key from its settings"),
    /** The laboratory was renamed and moved its services from {@code developer.nrel.gov} in May 2026. */
    PVWATTS(
            "NREL PVWatts",
            "NREL_BASE_URL",
            "https://developer.nlr.gov/api",
            Duration.ofSeconds(1),
            "NREL_API_KEY",
            "a free key: https://developer.nlr.gov/signup/");

    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    private final String title;
    private final String urlVariable;
    private final String standardUrl;
    private final Duration gap;
    private final @Nullable String keyVariable;
    private final String keyHelp;

    Service(
            String title, String urlVariable, String standardUrl, Duration gap, @Nullable String keyVariable,
            String keyHelp) {
        this.title = title;
        this.urlVariable = urlVariable;
        this.standardUrl = standardUrl;
        this.gap = gap;
        this.keyVariable = keyVariable;
        this.keyHelp = keyHelp;
    }

    /** Name for people. */
    public String title() {
        return title;
    }

    /** The environment variable of its key, or {@code null} where it needs none. */
    public @Nullable String keyVariable() {
        return keyVariable;
    }

    /** Least time between two requests. */
    public Duration gap() {
        return gap;
    }

    /** The key, or a finding that names the variable and where to get one; a value is absent where none is needed. */
    Reading<ApiKey> key(Environment environment) {
        String variable = keyVariable;
        return variable == null ? new Reading<>(null, List.of()) : ApiKey.from(environment, variable, keyHelp);
    }

    /** The address to ask: the public one, unless the environment names another. */
    Reading<URI> url(Environment environment) {
        String set = environment.get(urlVariable);
        String text = set == null || set.isBlank() ? standardUrl : set.strip();
        try {
            URI url = new URI(text.endsWith("/") ? text.substring(0, text.length() - 1) : text);
            String scheme = url.getScheme();
            boolean web = url.getHost() != null && ("https".equals(scheme) || "http".equals(scheme));
            if (!web || url.getRawQuery() != null || url.getRawFragment() != null || url.getRawUserInfo() != null) {
                return wrong("an address such as " + standardUrl + ", without user, query and fragment");
            }
            if (keyVariable != null && "http".equals(scheme) && !LOOPBACK.contains(url.getHost())) {
                return wrong("https: a key is never sent unencrypted, except to this machine");
            }
            return Reading.of(url);
        } catch (URISyntaxException e) {
            return wrong("an address such as " + standardUrl);
        }
    }

    /** Without the value: somebody may have put a key into it. */
    private Reading<URI> wrong(String allowed) {
        return Reading.refused(Finding.error(urlVariable, null, "not a usable address", allowed));
    }
}
