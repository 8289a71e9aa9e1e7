package org.vppworkbench.app.ui.shell;

import org.vppworkbench.app.io.PriceKinds;
import org.vppworkbench.app.ui.control.Badge;
import org.vppworkbench.app.ui.negotiation.TransportViewModel;
import org.vppworkbench.app.ui.results.CertificateBadge;
import org.vppworkbench.app.ui.results.DayStory;
import org.vppworkbench.app.ui.results.ResultsViewModel;
import org.vppworkbench.app.ui.session.Workbench;

/** What stands beside a shown run: who decided, what is proved about it, and whether it is still that of the document. */
final class RunBadges {
    private final Workbench workbench;
    private final TransportViewModel transport;
    private final ResultsViewModel results;

    RunBadges(Workbench workbench, TransportViewModel transport, ResultsViewModel results) {
        this.workbench = workbench;
        this.transport = transport;
        this.results = results;
    }

    /** Who decided in the run shown, from the run itself. */
    Badge source() {
        Badge badge = new Badge("", "info", "");
        badge.setId("run-label");
        transport.runProperty().addListener((o, was, is) -> label(badge));
        workbench.outcomeProperty().addListener((o, was, is) -> label(badge));
        label(badge);
        return badge;
    }

    /** What is proved about the best of the day on screen; of a run of one day, about the run. */
    CertificateBadge best() {
        CertificateBadge badge = new CertificateBadge("day-best");
        results.dayProperty().addListener((o, was, is) -> show(badge));
        results.certificateProperty().addListener((o, was, is) -> show(badge));
        show(badge);
        return badge;
    }

    private void show(CertificateBadge badge) {
        DayStory story = results.dayProperty().get();
        badge.showBound(story != null ? story.certificate() : results.certificateProperty().get(), "day: W ");
    }

    private void label(Badge badge) {
        var live = transport.runProperty().get();
        String mechanism = live == null ? "" : live.scenario().scenario().mechanism();
        String warning = live == null ? "" : PriceKinds.warning(live.scenario().provenance());
        badge.show(
                live == null ? "no run" : workbench.labelOf(live) + (warning.isEmpty() ? "" : " · " + warning),
                warning.isEmpty() ? "info" : "bad",
                live == null
                        ? "Nothing was run yet"
                        : "Mechanism " + mechanism + (live.opened() == null ? "; who decides, as it stands in the bundle too" : "; label of the bundle's manifest"));
    }

    /** Says that what is shown is not what stands in the scenario and fleet panes. */
    Badge stale() {
        Badge badge = new Badge("changed since this run", "derived",
                "Scenario or fleet were edited after this run: run again (F5) to see what comes of them");
        badge.getStyleClass().add("stale");
        badge.visibleProperty().bind(workbench.staleProperty());
        badge.managedProperty().bind(workbench.staleProperty());
        return badge;
    }
}
