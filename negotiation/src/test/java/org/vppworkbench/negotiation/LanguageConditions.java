package org.vppworkbench.negotiation;

import org.vppworkbench.model.scenario.LanguageSettings;
import org.vppworkbench.model.scenario.LanguageSettings.Guards;
import org.vppworkbench.model.scenario.LanguageSettings.Mode;
import org.vppworkbench.model.scenario.LanguageSettings.Tool;

/** Conditions that differ in one thing from homes by a model, asked every round, with a rule for the aggregator. */
public final class LanguageConditions {
    public static final LanguageSettings DEFAULT = conditions(Mode.EVERY_ROUND, -1, Tool.EXACT, 0, false, 0, Guards.NONE, 1);

    private LanguageConditions() {}

    public static LanguageSettings mode(Mode mode) {
        return conditions(mode, -1, Tool.EXACT, 0, false, 0, Guards.NONE, 1);
    }

    public static LanguageSettings homes(int homes) {
        return conditions(Mode.EVERY_ROUND, homes, Tool.EXACT, 0, false, 0, Guards.NONE, 1);
    }

    public static LanguageSettings tool(Tool tool, double noise) {
        return conditions(Mode.EVERY_ROUND, -1, tool, noise, false, 0, Guards.NONE, 1);
    }

    public static LanguageSettings sharing(Guards guards) {
        return conditions(Mode.EVERY_ROUND, -1, Tool.EXACT, 0, true, 0, guards, 1);
    }

    /** The first homes and the aggregator by a model; the words of either side are shared. */
    public static LanguageSettings sharingWithAggregator(Mode mode, int homes, Guards guards) {
        LanguageSettings plain = sharing(guards);
        return new LanguageSettings(
                plain.provider(), plain.model(), null, mode, homes, true, plain.tool(), 0, plain.persona(), 1,
                plain.order(), true, 0, guards, plain.sampling(), plain.budget());
    }

    public static LanguageSettings leastStake(double usd) {
        return conditions(Mode.EVERY_ROUND, -1, Tool.EXACT, 0, false, usd, Guards.NONE, 1);
    }

    public static LanguageSettings guards(Mode mode, Guards guards) {
        return conditions(mode, -1, Tool.EXACT, 0, false, 0, guards, 1);
    }

    public static LanguageSettings paraphrase(int number) {
        return conditions(Mode.EVERY_ROUND, -1, Tool.EXACT, 0, false, 0, Guards.NONE, number);
    }

    public static LanguageSettings persona(String persona) {
        LanguageSettings plain = DEFAULT;
        return new LanguageSettings(
                plain.provider(), plain.model(), null, plain.mode(), plain.homes(), false, plain.tool(), 0, persona, 1,
                plain.order(), false, 0, plain.guards(), plain.sampling(), plain.budget());
    }

    private static LanguageSettings conditions(
            Mode mode, int homes, Tool tool, double noise, boolean share, double stake, Guards guards, int paraphrase) {
        LanguageSettings plain = LanguageSettings.of("gemini", "model-x", null);
        return new LanguageSettings(
                plain.provider(), plain.model(), null, mode, homes, false, tool, noise, "neutral", paraphrase, plain.order(),
                share, stake, guards, plain.sampling(), plain.budget());
    }
}
