package org.vppworkbench.app.figure.catalogue;

import static org.vppworkbench.app.figure.catalogue.Drawing.impossible;

import org.vppworkbench.app.experiment.PreferenceSummary;
import org.vppworkbench.app.figure.HomeFigures;
import org.vppworkbench.model.metrics.Metric;

/** Figures about how the homes fare. */
final class HomeEntries {
    /** Bars whose names are still legible. */
    private static final int MOST = 60;

    private HomeEntries() {}

    static Drawing satisfaction(FigureSource source) {
        long homes = source.result().metrics().prosumers().stream().filter(score -> score.satisfaction() != null).count();
        if (homes == 0) {
            String reason = source.result().metrics().metric("satisfactionMeanShare").map(Metric::reason).orElse("");
            return impossible(reason.isEmpty() ? "the fleet has no homes" : reason);
        }
        return homes > MOST
                ? impossible(homes + " homes are too many for bars with names; at most " + MOST)
                : Drawing.of(HomeFigures.satisfaction(source.result()));
    }

    static Drawing compliance(FigureSource source) {
        return PreferenceSummary.kinds(source.result()).stream().allMatch(kind -> kind.checks() == 0)
                ? impossible("no home has a preference that was checked")
                : Drawing.of(HomeFigures.compliance(source.result()));
    }
}
