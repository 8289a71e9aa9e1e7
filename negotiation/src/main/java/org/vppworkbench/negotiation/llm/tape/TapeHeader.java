package org.vppworkbench.negotiation.llm.tape;

import org.vppworkbench.model.message.TextHash;
import org.vppworkbench.negotiation.language.ModelIdentity;

/**
 * First line of a tape.
 *
 * @param application name and version of what recorded it
 * @param identity who was asked, live
 * @param settings settings of the gateway in words, as far as they change answers
 * @param fingerprint SHA-256 of identity and settings; part of every key
 * @param started date and time of the first line, ISO 8601
 */
public record TapeHeader(
        String application, ModelIdentity identity, String settings, String fingerprint, String started) {
    /** The one version this application writes and reads. */
    public static final String FORMAT = "vpp-tape/1";

    /** A header with its fingerprint. */
    public static TapeHeader of(String application, ModelIdentity identity, String settings, String started) {
        String print =
                TextHash.sha256(
                        String.join("\n", identity.provider(), identity.model(), identity.host(), settings));
        return new TapeHeader(application, identity, settings, print, started);
    }
}
