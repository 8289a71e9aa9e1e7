package org.vppworkbench.app.ui.session;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.vppworkbench.app.experiment.HomePlanReference;
import org.vppworkbench.app.io.RefusedException;
import org.vppworkbench.model.fleet.Fleet;
import org.vppworkbench.model.fleet.Home;
import org.vppworkbench.model.inputs.BessInputs;
import org.vppworkbench.model.inputs.EvInputs;
import org.vppworkbench.model.inputs.ProsumerInputs;
import org.vppworkbench.model.physics.DispatchTable;
import org.vppworkbench.model.scenario.AgentSettings;
import org.vppworkbench.model.scenario.DataSet;
import org.vppworkbench.model.scenario.Requirement;
import org.vppworkbench.model.scenario.Resolution;
import org.vppworkbench.model.scenario.ResolvedScenario;
import org.vppworkbench.model.scenario.SatisfactionSettings;
import org.vppworkbench.model.scenario.Scenario;
import org.vppworkbench.model.scenario.ScenarioResolver;
import org.vppworkbench.model.simulation.CancelToken;
import org.vppworkbench.model.simulation.ProgressSink;

/** Lets one home live through days of the data on its own plan: the reference that W0 is made of. */
public final class HomePreview {
    /** Most days that are looked at. */
    public static final int DAYS = 7;

    private HomePreview() {}

    /**
     * The days around a first day: up to seven that the data have, beginning there, or earlier where they end too soon.
     *
     * @throws RefusedException where the home cannot live through them
     * @throws java.util.concurrent.CancellationException if it was stopped
     */
    public static HomeWeek of(Home home, DataSet data, LocalDate around, CancelToken cancel) {
        LocalDate begin = data.horizon().firstDay();
        int days = Math.min(DAYS, data.horizon().days());
        LocalDate latest = begin.plusDays(data.horizon().days() - days);
        LocalDate first = around.isBefore(begin) ? begin : around.isAfter(latest) ? latest : around;
        Fleet alone = new Fleet("preview", "preview", List.of(home));
        Scenario scenario = new Scenario(
                data.id(), first, days, alone.id(), new Requirement(0, 0, 0), 0, "rule", AgentSettings.DEFAULT,
                SatisfactionSettings.DEFAULT, 1, 1);
        Resolution resolution = ScenarioResolver.resolve(scenario, alone, data, ProgressSink.NONE, cancel);
        ResolvedScenario resolved = resolution.resolved();
        if (resolved == null) {
            throw new RefusedException(resolution.findings());
        }
        cancel.check("the home lived through its days");
        DispatchTable dispatch = HomePlanReference.dispatch(resolved.inputs(), resolved.behaviours());
        cancel.check("the days were drawn");
        ProsumerInputs inputs = resolved.inputs().prosumers().getFirst();
        BessInputs bess = inputs.bess();
        EvInputs ev = inputs.ev();
        return new HomeWeek(
                home.id(), resolved.inputs().horizon(),
                IntStream.range(0, dispatch.intervals()).mapToObj(t -> dispatch.at(0, t)).toList(),
                inputs.importPrice(), inputs.exportPrice(), bess == null ? null : bess.capacityKwh(), ev == null ? null : ev.capacityKwh(),
                resolution.findings());
    }
}
