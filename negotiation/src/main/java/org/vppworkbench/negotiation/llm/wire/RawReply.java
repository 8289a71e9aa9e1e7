package org.vppworkbench.negotiation.llm.wire;

import java.net.http.HttpHeaders;
import java.util.Locale;

/** A reply as bytes of the network, its text decoded. */
record RawReply(int status, HttpHeaders headers, String body) {
    boolean successful() {
        return status >= 200 && status < 300;
    }

    /** Whether it is a page for a person: a proxy, a login, an error page. */
    boolean isPage() {
        String type = headers.firstValue("content-type").orElse("").toLowerCase(Locale.ROOT);
        return type.contains("html") || body.stripLeading().startsWith("<");
    }
}
