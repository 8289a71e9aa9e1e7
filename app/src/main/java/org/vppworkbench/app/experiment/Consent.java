package org.vppworkbench.app.experiment;

import org.vppworkbench.app.io.RefusedException;
import org.vppworkbench.model.scenario.LanguageSettings;
import org.vppworkbench.negotiation.llm.settings.Destination;

/** Whether the user agrees to what leaves the machine. It is asked for before the first request, and kept in no file. */
@FunctionalInterface
public interface Consent {
    /**
     * Tells what leaves the machine and for where.
     *
     * @param settings under which conditions
     * @throws RefusedException where the user does not agree, or cannot be asked
     */
    void obtain(Destination destination, LanguageSettings settings);
}
