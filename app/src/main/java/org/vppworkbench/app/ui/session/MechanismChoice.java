package org.vppworkbench.app.ui.session;

/**
 * A mechanism the user may choose.
 *
 * @param id id on the command line
 * @param label honest label, such as {@code RULE}
 * @param title what it is, in a few words
 */
public record MechanismChoice(String id, String label, String title) {
    @Override
    public String toString() {
        return title;
    }
}
