package org.vppworkbench.negotiation.agent.language;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.random.RandomGenerator;
import org.vppworkbench.model.market.Opportunity;
import org.vppworkbench.model.physics.WhatIfResult;
import org.vppworkbench.model.scenario.LanguageSettings;
import org.vppworkbench.model.simulation.ProsumerDesk;
import org.vppworkbench.model.simulation.RandomStreams;
import org.vppworkbench.negotiation.agent.Willingness;
import org.vppworkbench.negotiation.persona.Figures;
import org.vppworkbench.negotiation.persona.HomeWords;
import org.vppworkbench.negotiation.protocol.ProsumerTurn;

/**
 * The tools of the homes' models: each answers from the desk of the home that asks. What was computed once in a negotiation
 * is remembered for its next rounds, for nothing about it changes meanwhile. A home is served by one thread at a time.
 */
final class LanguageHomeTools {
    private static final int MOST_KNOWN = 6;
    private static final int MOST_PAST = 10;
    private static final int MOST_HOURS = 24;

    private final HomeWords words;
    private final LanguageSettings settings;
    private final RandomStreams random;
    private final Map<String, Known> known = new ConcurrentHashMap<>();

    /**
     * What a home's tool said in its current negotiation.
     */
    private record Known(String opportunity, List<String> lines) {}

    LanguageHomeTools(HomeWords words, LanguageSettings settings, long seed) {
        this.words = words;
        this.settings = settings;
        this.random = new RandomStreams(seed);
    }

    /** What the tool told this home earlier in this negotiation. */
    List<String> known(ProsumerTurn turn) {
        Known now = known.get(turn.desk().prosumer());
        return now == null || !now.opportunity().equals(turn.opportunity().id()) ? List.of() : now.lines();
    }

    /** The answer of the what-if tool, exact or with seeded errors, as one line. */
    String whatIf(ProsumerTurn turn, double kw) {
        Opportunity opportunity = turn.opportunity();
        ProsumerDesk desk = turn.desk();
        // not desk.about: where kw is all that can be delivered, its answer names the quantity that was asked for the most
        WhatIfResult exact = desk.whatIf(kw);
        WhatIfResult told = settings.tool() == LanguageSettings.Tool.NOISY ? noisy(turn, exact) : exact;
        double reservation = Willingness.reservation(desk, told);
        String line = words.whatIf(told, reservation, opportunity.product(), opportunity.hour());
        remember(turn, line);
        return line;
    }

    List<String> history(ProsumerTurn turn) {
        return words.history(turn.desk(), MOST_PAST);
    }

    List<String> forecast(ProsumerTurn turn) {
        return words.forecast(turn.desk(), turn.opportunity().product(), MOST_HOURS);
    }

    /** Relative errors of quantity and cost, the same whenever the same home asks the same about the same deal. */
    private WhatIfResult noisy(ProsumerTurn turn, WhatIfResult exact) {
        String stream = turn.opportunity().id() + "/tool-noise/" + turn.desk().prosumer() + "/"
                + Figures.kw(exact.requestedKw());
        RandomGenerator noise = random.named(stream);
        double quantity = Math.max(1 + settings.toolNoise() * noise.nextGaussian(), 0);
        double cost = 1 + settings.toolNoise() * noise.nextGaussian();
        double kw = Math.min(exact.deliverableKw() * quantity, exact.requestedKw());
        return new WhatIfResult(
                exact.requestedKw(),
                kw,
                exact.incrementalCostUsd() * cost,
                exact.reservationPerMwh() * cost,
                exact.discomfortUsd() * cost,
                exact.binding(),
                exact.bindingInterval(),
                exact.fromInterval(),
                exact.bessWithKwh(),
                exact.bessWithoutKwh());
    }

    private void remember(ProsumerTurn turn, String line) {
        List<String> lines = new ArrayList<>(known(turn));
        if (!lines.contains(line)) {
            lines.add(line);
        }
        if (lines.size() > MOST_KNOWN) {
            lines.removeFirst();
        }
        known.put(turn.desk().prosumer(), new Known(turn.opportunity().id(), List.copyOf(lines)));
    }
}
