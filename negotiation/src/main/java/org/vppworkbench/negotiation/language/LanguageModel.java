package org.vppworkbench.negotiation.language;

import java.util.concurrent.CancellationException;
import org.vppworkbench.model.simulation.CancelToken;

/**
 * A language model, live or on a tape. Safe for use by several threads. Nothing a model or a network does comes out as an
 * exception: it is an {@link Answer.Failed} that says what and where.
 */
public interface LanguageModel {
    /**
     * Asks and waits.
     *
     * @throws CancellationException within a second after the user cancelled
     */
    Answer ask(Question question, CancelToken cancel);

    ModelIdentity identity();
}
