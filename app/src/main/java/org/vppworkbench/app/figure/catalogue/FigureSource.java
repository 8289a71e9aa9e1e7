package org.vppworkbench.app.figure.catalogue;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.app.experiment.ExperimentResult;
import org.vppworkbench.app.figure.RunFigures;
import org.vppworkbench.app.io.Bundle;
import org.vppworkbench.model.event.RunEvent;
import org.vppworkbench.model.market.Opportunity;

/**
 * What figures are drawn from.
 *
 * @param result the run
 * @param bundle where it was read from, or {@code null} for a run of the window
 * @param shapleyUsd Shapley value by home, or {@code null} where they were not worked out [$]
 * @param opportunity id of the one opportunity that some figures are about; {@code null} for the one most was said about
 * @param home the one home that some figures are about; {@code null} for the one that said most about the opportunity
 */
public record FigureSource(
        ExperimentResult result,
        @Nullable Bundle bundle,
        @Nullable Map<String, Double> shapleyUsd,
        @Nullable String opportunity,
        @Nullable String home) {
    /** A run without choices. */
    public static FigureSource of(ExperimentResult result, @Nullable Bundle bundle) {
        return new FigureSource(result, bundle, null, null, null);
    }

    String note() {
        return RunFigures.note(result);
    }

    /** Everything said about an opportunity, in order. */
    List<RunEvent.MessageSent> said(Opportunity about) {
        return result.events().stream()
                .map(logged -> logged.event())
                .filter(RunEvent.MessageSent.class::isInstance)
                .map(RunEvent.MessageSent.class::cast)
                .filter(sent -> id(sent).equals(about.id()))
                .toList();
    }

    /** The opportunity meant; empty where the run has none, or not that one. */
    Optional<Opportunity> about() {
        Map<String, Integer> counts = new LinkedHashMap<>();
        Map<String, Opportunity> opened = new LinkedHashMap<>();
        result.events().forEach(logged -> {
            switch (logged.event()) {
                case RunEvent.OpportunityOpened event -> opened.put(event.opportunity().id(), event.opportunity());
                case RunEvent.MessageSent sent -> counts.merge(id(sent), 1, Integer::sum);
                default -> { }
            }
        });
        String wanted = opportunity;
        if (wanted != null) {
            return Optional.ofNullable(opened.get(wanted));
        }
        // the first of those with most messages: a stable choice
        return opened.values().stream()
                .filter(one -> counts.containsKey(one.id()))
                .max(Comparator.comparingInt((Opportunity one) -> counts.getOrDefault(one.id(), 0))
                        .thenComparingInt(one -> -one.hour()));
    }

    /** The home meant: the one named, else the one that spoke most often about an opportunity, the first of them in the fleet. */
    Optional<String> homeAbout(Opportunity about) {
        String wanted = home;
        List<String> homes = result.metrics().prosumers().stream().map(score -> score.prosumer()).toList();
        if (wanted != null) {
            return homes.contains(wanted) ? Optional.of(wanted) : Optional.empty();
        }
        Map<String, Integer> counts = new LinkedHashMap<>();
        said(about).forEach(sent -> counts.merge(sent.message().envelope().sender(), 1, Integer::sum));
        return homes.stream()
                .filter(counts::containsKey)
                .max(Comparator.comparingInt((String id) -> counts.getOrDefault(id, 0))
                        .thenComparingInt(id -> -homes.indexOf(id)));
    }

    private static String id(RunEvent.MessageSent sent) {
        return sent.message().envelope().product() + "@" + sent.message().envelope().hour();
    }
}
