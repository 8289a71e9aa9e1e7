package org.vppworkbench.app.experiment;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.model.inputs.ProsumerInputs;
import org.vppworkbench.model.metrics.PreferenceCheck;
import org.vppworkbench.model.metrics.ProsumerScore;

/** How preferences were kept and how satisfied homes are, by kind. */
public final class PreferenceSummary {
    /** What each kind of preference is about. */
    private static final Map<String, String> ASSETS = assets();

    private PreferenceSummary() {}

    /**
     * One kind of preference.
     *
     * @param type as in the fleet file
     * @param hard whether it binds; otherwise it is soft or known to the home's agent alone
     * @param asset what it is about: {@code battery}, {@code car} or {@code contracts}
     * @param homes that have it
     * @param checks times it could have been broken
     * @param violations times it was
     * @param severity how badly, in {@code unit}
     * @param unit of the severity
     */
    public record Kind(
            String type, boolean hard, String asset, int homes, int checks, int violations, double severity, String unit) {
        /** Share of checks that held, or {@code null} where there was none [0..1]. */
        public @Nullable Double compliance() {
            return checks == 0 ? null : 1.0 - (double) violations / checks;
        }

        /** {@code hard} or {@code soft}. */
        public String strength() {
            return hard ? "hard" : "soft";
        }
    }

    /**
     * Homes with the same assets.
     *
     * @param assets such as {@code battery + car}
     * @param homes how many
     * @param meanSatisfaction of those that have one, or {@code null} [0..1]
     * @param leastSatisfaction of those that have one, or {@code null} [0..1]
     * @param meanSurplusUsd S of a home [$]
     * @param violations of any preference
     */
    public record Group(
            String assets, int homes, @Nullable Double meanSatisfaction, @Nullable Double leastSatisfaction,
            double meanSurplusUsd, int violations) {}

    /** Every kind some home has, hard before soft, in the order of {@code model.md}. */
    public static List<Kind> kinds(ExperimentResult result) {
        List<Kind> kinds = new ArrayList<>();
        for (String type : ASSETS.keySet()) {
            for (boolean hard : new boolean[] {true, false}) {
                List<PreferenceCheck> checks = result.metrics().prosumers().stream()
                        .flatMap(score -> score.preferences().stream())
                        .filter(check -> check.type().equals(type) && check.hard() == hard)
                        .toList();
                if (!checks.isEmpty()) {
                    kinds.add(new Kind(
                            type, hard, ASSETS.getOrDefault(type, ""),
                            (int) checks.stream().map(PreferenceCheck::prosumer).distinct().count(),
                            checks.stream().mapToInt(PreferenceCheck::checks).sum(),
                            checks.stream().mapToInt(PreferenceCheck::violations).sum(),
                            checks.stream().mapToDouble(PreferenceCheck::severity).sum(),
                            checks.getFirst().unit().replace("kWh.h", "kWh\u00b7h")));
                }
            }
        }
        return kinds;
    }

    /** The homes by what they own. */
    public static List<Group> groups(ExperimentResult result) {
        Map<String, List<ProsumerScore>> byAssets = new TreeMap<>();
        List<ProsumerInputs> inputs = result.scenario().inputs().prosumers();
        List<ProsumerScore> scores = result.metrics().prosumers();
        for (int i = 0; i < scores.size(); i++) {
            byAssets.computeIfAbsent(assets(inputs.get(i)), none -> new ArrayList<>()).add(scores.get(i));
        }
        List<Group> groups = new ArrayList<>();
        byAssets.forEach((assets, homes) -> groups.add(group(assets, homes)));
        return groups;
    }

    private static Group group(String assets, List<ProsumerScore> homes) {
        double sum = 0;
        double least = Double.POSITIVE_INFINITY;
        int satisfied = 0;
        for (ProsumerScore home : homes) {
            Double value = home.satisfaction();
            if (value != null) {
                sum += value;
                least = Math.min(least, value);
                satisfied++;
            }
        }
        return new Group(
                assets, homes.size(), satisfied == 0 ? null : sum / satisfied, satisfied == 0 ? null : least,
                homes.stream().mapToDouble(ProsumerScore::surplusUsd).average().orElse(0),
                homes.stream().mapToInt(home -> home.hardViolations() + home.softViolations()).sum());
    }

    private static String assets(ProsumerInputs home) {
        List<String> assets = new ArrayList<>();
        if (home.bess() != null) {
            assets.add("battery");
        }
        if (home.ev() != null) {
            assets.add("car");
        }
        return assets.isEmpty() ? "no storage" : String.join(" + ", assets);
    }

    private static Map<String, String> assets() {
        Map<String, String> assets = new LinkedHashMap<>();
        assets.put("ReserveFloor", "battery");
        assets.put("DailyDischargeCap", "battery");
        assets.put("EvReadyBy", "car");
        assets.put("BlackoutWindow", "contracts");
        assets.put("PriceFloor", "contracts");
        assets.put("MaxEventsPerDay", "contracts");
        return assets;
    }
}
