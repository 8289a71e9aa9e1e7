package org.vppworkbench.app.experiment;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.app.io.ExternalJsonl;
import org.vppworkbench.app.io.RefusedException;
import org.vppworkbench.model.market.CoalitionSolver;
import org.vppworkbench.model.market.MeritOrderCoalition;
import org.vppworkbench.model.scenario.AgentSettings;
import org.vppworkbench.model.scenario.Scenario;
import org.vppworkbench.model.simulation.Mechanism;
import org.vppworkbench.model.simulation.RunRecord;
import org.vppworkbench.negotiation.external.ExternalMechanism;
import org.vppworkbench.negotiation.external.ExternalRecorder;
import org.vppworkbench.negotiation.external.NotRecordedException;
import org.vppworkbench.negotiation.mechanism.TraderMechanism;

/** The part of the user's programs, and of persons, in one run: in their places while it runs, on record after it. */
final class ExternalRun {
    private final AgentSettings agents;
    private final AgentPrograms programs;
    private final ExternalRecorder recorder;
    private final CoalitionSolver solver = new MeritOrderCoalition();

    private ExternalRun(AgentSettings agents, AgentPrograms programs) {
        this.agents = agents;
        this.programs = programs;
        this.recorder = new ExternalRecorder(programs.opener(agents));
    }

    /**
     * The programs' part in a scenario, or {@code null} where it has none.
     *
     * @throws RefusedException where they cannot be had
     */
    static @Nullable ExternalRun of(Scenario scenario, AgentPrograms programs) {
        AgentSettings agents = scenario.agents();
        return agents.programs().isEmpty() && agents.seats().isEmpty() ? null : new ExternalRun(agents, programs);
    }

    /**
     * A mechanism with the programs in their places.
     *
     * @throws RefusedException where nobody negotiates under it
     */
    Mechanism seated(@Nullable Mechanism mechanism) {
        if (mechanism instanceof TraderMechanism trading) {
            return new ExternalMechanism(trading, agents, solver, recorder);
        }
        throw RefusedException.because(
                agents.programs().isEmpty() ? "scenario, agents.humans" : "scenario, agents.external", "under this mechanism no agent of this kind negotiates", "mechanism rule or llm");
    }

    /** Runs it; the label names the programs, whoever else is named. */
    RunRecord run(Supplier<RunRecord> work) {
        RunRecord record;
        try {
            record = work.get();
        } catch (NotRecordedException e) {
            throw RefusedException.because(
                    "external.jsonl", String.valueOf(e.getMessage()),
                    "the record of this very run, with the same scenario, settings and version of the program");
        }
        String all = ExternalMechanism.label("", agents);
        String label = record.label().endsWith(all) ? record.label() : record.label() + all;
        return new RunRecord(
                record.mechanism(), label, record.complete(), record.dispatch(), record.offers(), record.paidAtMarket());
    }

    /** What was said and chosen. */
    ExternalRecord record() {
        return new ExternalRecord(ExternalJsonl.write(recorder.exchanges()), programs.choices());
    }
}
