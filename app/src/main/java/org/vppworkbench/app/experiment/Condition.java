package org.vppworkbench.app.experiment;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.app.io.RunManifest;
import org.vppworkbench.model.scenario.AgentSettings;
import org.vppworkbench.model.scenario.HumanSeat;
import org.vppworkbench.model.scenario.LanguageSettings;
import org.vppworkbench.model.scenario.Scenario;

/**
 * What an experiment varies: who negotiates and how. Everything else of a scenario is the unit, in which conditions are
 * compared pair by pair.
 *
 * @param mechanism id
 * @param agents settings of the agents, the gate among them
 * @param language conditions of language models, or {@code null}
 * @param external label of external programs and persons, or empty
 */
record Condition(String mechanism, AgentSettings agents, @Nullable LanguageSettings language, String external) {
    private static final String EXTERNAL = "EXTERNAL";

    static Condition of(RunManifest manifest) {
        Scenario scenario = manifest.configuration().scenario();
        String label = manifest.label();
        int program = label.indexOf(EXTERNAL);
        int external = program < 0 ? label.indexOf(HumanSeat.LABEL) : program;
        return new Condition(
                scenario.mechanism(), scenario.agents(), scenario.language(), external < 0 ? "" : label.substring(external));
    }

    /** The same scenario whoever negotiates. */
    static Scenario unit(Scenario s) {
        return new Scenario(
                s.sample(), s.firstDay(), s.days(), s.fleetReference(), s.generatedFleet(), s.requirement(), s.minStakeUsd(),
                s.market(), "", AgentSettings.DEFAULT, null, s.satisfaction(), s.kappa(), s.seed(), s.messages(), s.branches());
    }

    String words() {
        List<String> words = new ArrayList<>(List.of(mechanism, agents.gate().name(), agents.rounds() + " rounds"));
        LanguageSettings l = language;
        if (l != null) {
            words.add("model " + l.model());
            words.add(l.mode().name().toLowerCase(Locale.ROOT).replace('_', ' '));
            words.add(l.homes() < 0 ? "all homes" : l.homes() + " homes");
            words.add("aggregator by " + (l.aggregatorByModel() ? "model" : "rules"));
            words.add("tool " + l.tool().name().toLowerCase(Locale.ROOT) + (l.toolNoise() > 0 ? " " + l.toolNoise() : ""));
            words.add("persona " + l.persona() + ", paraphrase " + l.paraphrase());
            words.add("order " + l.order().name().toLowerCase(Locale.ROOT));
            words.add("temperature " + (l.sampling().temperature() == null ? "of the provider" : l.sampling().temperature()));
            if (l.shareRationales()) {
                words.add("words shared");
            }
            if (!l.guards().equals(LanguageSettings.Guards.NONE)) {
                words.add((l.guards().relativeDates() ? "relative dates, " : "") + "prices times " + l.guards().priceScale());
            }
        }
        if (!external.isEmpty()) {
            words.add(external);
        }
        return String.join(", ", words);
    }
}
