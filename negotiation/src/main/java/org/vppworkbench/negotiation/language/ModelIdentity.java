package org.vppworkbench.negotiation.language;

/**
 * Which model is asked, and where.
 *
 * @param provider {@code gemini}, {@code openai} or {@code ollama}
 * @param model the id that is asked for
 * @param host host name of the endpoint, and its port where it is not the usual one; never a user name or a query
 * @param providersOwn whether the host is the provider's own
 * @param replayed whether answers come from a tape
 */
public record ModelIdentity(String provider, String model, String host, boolean providersOwn, boolean replayed) {
    /**
     * The honest label of a run, such as {@code LLM live gemini-x @generativelanguage.googleapis.com}. A host that is not
     * the provider's reads {@code @custom endpoint}: nobody can say which model answered there.
     */
    public String label() {
        return "LLM " + (replayed ? "replayed " : "live ") + place();
    }

    /** Which model it is and where, however its answers come. */
    public String place() {
        return model + " @" + (providersOwn ? host : "custom endpoint");
    }
}
