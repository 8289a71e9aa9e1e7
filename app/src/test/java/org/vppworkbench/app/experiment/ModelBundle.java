package org.vppworkbench.app.experiment;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.vppworkbench.app.io.BundleWriter;
import org.vppworkbench.model.scenario.Requirement;
import org.vppworkbench.model.simulation.CancelToken;
import org.vppworkbench.model.simulation.ProgressSink;
import org.vppworkbench.negotiation.llm.settings.Limits;
import org.vppworkbench.negotiation.standin.BargainingResponder;
import org.vppworkbench.negotiation.standin.StandInServer;
import org.vppworkbench.negotiation.standin.StandInSettings;

/** The bundle of a day of four homes with a stand-in for a language model. */
public final class ModelBundle {
    private ModelBundle() {}

    /** Runs the day and writes its bundle. */
    public static ExperimentResult write(Path folder) throws IOException {
        StandInSettings settings = StandInSettings.saying(new BargainingResponder(0)).withKey(ModelRuns.KEY).withModels(Set.of(ModelRuns.MODEL));
        try (StandInServer server = StandInServer.start(settings)) {
            ExperimentResult run = ModelRuns.run(
                    ModelRuns.scenario(4, LocalDate.of(2023, 8, 16), 1, new Requirement(6, 4, 4), 0.25, "llm", ModelRuns.gemini(server)),
                    ModelRuns.models(Limits.USUAL), false);
            BundleWriter.write(folder, RunBundle.of(run, Map.of(), List.of()), ProgressSink.NONE, CancelToken.NEVER);
            return run;
        }
    }
}
