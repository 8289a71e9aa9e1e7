package org.vppworkbench.negotiation.language;

/**
 * Where an answer came from.
 *
 * @param requestedModel the id that was asked for
 * @param returnedModel the version the server named, or empty where it named none
 * @param host the endpoint, as in {@link ModelIdentity}
 * @param rawHash SHA-256 of the text of the reply, lower-case hexadecimal
 * @param replayed whether it was read from a tape
 */
public record Provenance(
        String requestedModel, String returnedModel, String host, String rawHash, boolean replayed) {}
