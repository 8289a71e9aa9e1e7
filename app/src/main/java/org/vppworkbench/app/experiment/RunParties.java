package org.vppworkbench.app.experiment;

/**
 * Who may take part in a run besides rules.
 *
 * @param models where language models come from
 * @param programs where programs of the user and persons come from
 */
public record RunParties(LanguageModels models, AgentPrograms programs) {
    /** Rules only: a run that needs more is refused. */
    public static final RunParties NONE = new RunParties(LanguageModels.NONE, AgentPrograms.NONE);

    /** The same models with other programs and persons. */
    public RunParties with(AgentPrograms others) {
        return new RunParties(models, others);
    }
}
