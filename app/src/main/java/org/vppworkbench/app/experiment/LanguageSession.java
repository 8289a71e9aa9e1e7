package org.vppworkbench.app.experiment;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.app.io.RecallReport;
import org.vppworkbench.negotiation.language.LanguageModel;

/** A model for one run, and what is left of the talk with it. Closed when the run is over, however it ended. */
public interface LanguageSession extends AutoCloseable {
    LanguageModel model();

    /** The tape of all that was asked so far, or of the run that is replayed ({@code vpp-tape/1}). */
    String tape();

    /** What a reader of the results must know, such as another model that answered, or a parameter that was not sent. */
    List<String> notes();

    /** What the model remembered of prices by a probe, or {@code null} where nobody says. */
    default @Nullable RecallReport recall() {
        return null;
    }

    @Override
    void close();
}
