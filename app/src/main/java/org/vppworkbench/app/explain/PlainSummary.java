package org.vppworkbench.app.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.app.experiment.ExperimentResult;
import org.vppworkbench.app.experiment.OptimumSet;

/** A run in a few sentences that follow from its numbers by fixed rules. */
public final class PlainSummary {
    /** Who wrote it. */
    public static final String LABEL = "RULE";

    /** Below this a sum of money is nothing [$]. */
    private static final double NOTHING = 0.005;

    private final MetricsSheet sheet;
    private final List<Sentence> sentences = new ArrayList<>();

    private PlainSummary(MetricsSheet sheet) {
        this.sheet = sheet;
    }

    /** The sentences, the most important first. */
    public static List<Sentence> of(ExperimentResult result) {
        PlainSummary summary = new PlainSummary(MetricsSheet.of(result));
        summary.value();
        summary.optimum(result.optimum());
        summary.regret();
        summary.homes();
        summary.preferences();
        summary.delivery();
        summary.talks();
        return summary.sentences;
    }

    private void value() {
        double value = need("vppValueUsd");
        String homes = has("homesShareOfSurplusShare") && value >= 0.01
                ? String.format(Locale.ROOT, "; the homes got %s of it, the aggregator %s",
                        usd(need("prosumerSurplusUsd")), usd(need("aggregatorProfitUsd")))
                : "";
        String head = Math.abs(value) < NOTHING
                ? "The virtual power plant added nothing to what the homes do alone: " + usd(value)
                : "The virtual power plant was worth " + usd(value) + (value < 0 ? ", less than nothing," : "")
                        + " compared with homes that plan alone";
        say(head + homes + ".", "vppValueUsd", "prosumerSurplusUsd", "aggregatorProfitUsd");
    }

    private void optimum(@Nullable OptimumSet optimum) {
        if (has("efficiencyAware")) {
            double share = need("efficiencyAware");
            say("It realised " + percent(share) + " of the gains from trade that a planner with perfect foresight could have had"
                    + " (efficiency), " + usd(need("awareGapUsd")) + " short of the certified optimum.", "efficiencyAware", "awareGapUsd");
        } else {
            say(optimum == null
                    ? "How far that is from the best is not known: the central optimum was not solved."
                    : "An efficiency is not defined here; the table of metrics says why.");
        }
    }

    private void regret() {
        record Part(String key, String words) {}
        List<Part> parts = List.of(
                new Part("regretInformationAndCoordinationUsd", "information and coordination"),
                new Part("regretPreferencesUsd", "the owners' preferences"),
                new Part("regretHomePlanUsd", "home plans that could be better"),
                new Part("regretDeliveryUsd", "promises not kept"));
        if (has("regretTotalUsd")) {
            Part largest = parts.stream().max(java.util.Comparator.comparingDouble(part -> need(part.key()))).orElseThrow();
            say("Of the " + usd(need("regretTotalUsd")) + " between the run and the most that physics allow, the largest part, "
                    + usd(need(largest.key())) + ", is " + largest.words() + ".", "regretTotalUsd", largest.key());
        }
    }

    private void homes() {
        say(count(need("homesNotWorseOff")) + " of " + count(need("homes")) + " homes were not worse off than alone.",
                "homesNotWorseOff", "homes");
        if (has("satisfactionMeanShare")) {
            say("Mean satisfaction was " + plain(need("satisfactionMeanShare")) + ", that of the least satisfied home "
                    + plain(need("satisfactionLeastShare")) + ", on a scale from none to all.",
                    "satisfactionMeanShare", "satisfactionLeastShare");
        }
    }

    private void preferences() {
        double hard = need("hardViolations");
        double soft = need("softViolations");
        say("Hard preferences were broken " + count(hard) + " times, soft and agent-only ones " + count(soft) + " times"
                        + (soft > 0 ? ", at a price to the homes of " + usd(need("discomfortUsd")) : "") + ".",
                "hardViolations", "softViolations", "discomfortUsd");
    }

    private void delivery() {
        if (has("energyDeliveryShare")) {
            say("Of the energy promised, " + percent(need("energyDeliveryShare")) + " was delivered; what was missing cost "
                    + usd(need("shortfallCostUsd")) + " more than it had earned.", "energyDeliveryShare", "shortfallCostUsd");
        } else {
            say("No energy contract was in force.");
        }
    }

    private void talks() {
        if (has("opportunities")) {
            say("The market offered " + count(need("opportunities")) + " opportunities worth the talk; "
                    + count(need("contractsInForce")) + " contracts came into force after " + count(need("messages")) + " messages.",
                    "opportunities", "contractsInForce", "messages");
        }
    }

    private void say(String text, String... cites) {
        List<String> defined = List.of(cites).stream().filter(this::has).toList();
        sentences.add(new Sentence(text, defined, FigureCheck.problems(text, defined, sheet)));
    }

    private boolean has(String key) {
        return sheet.find(key).isPresent();
    }

    private double need(String key) {
        Optional<MetricsSheet.Row> row = sheet.find(key);
        return row.map(MetricsSheet.Row::value).orElse(0.0);
    }

    private static String usd(double value) {
        return minus(String.format(Locale.ROOT, "%.2f $", noise(value)));
    }

    private static String percent(double share) {
        return minus(String.format(Locale.ROOT, "%.1f %%", 100 * share));
    }

    private static String plain(double share) {
        return minus(String.format(Locale.ROOT, "%.2f", share));
    }

    private static String count(double value) {
        return String.format(Locale.ROOT, "%.0f", value);
    }

    private static double noise(double value) {
        return Math.abs(value) < NOTHING ? 0 : value;
    }

    private static String minus(String text) {
        return text.replace('-', '\u2212');
    }
}
