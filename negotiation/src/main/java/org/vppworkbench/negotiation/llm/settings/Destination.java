package org.vppworkbench.negotiation.llm.settings;

import org.jspecify.annotations.Nullable;
import org.vppworkbench.negotiation.language.ModelIdentity;

/**
 * The checked way to a model.
 *
 * @param key sent in a header where present
 */
public record Destination(Provider provider, String model, Endpoint endpoint, @Nullable Secret key) {
    public ModelIdentity identity(boolean replayed) {
        return new ModelIdentity(provider.id(), model, endpoint.host(), endpoint.providersOwn(), replayed);
    }

    /** A text of somebody else without the key. */
    public String mask(String text) {
        return key == null ? text : key.mask(text);
    }

    /** {@code model @host}, for words. */
    public String words() {
        return model + " @" + endpoint.host();
    }
}
