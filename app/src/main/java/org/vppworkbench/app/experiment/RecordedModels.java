package org.vppworkbench.app.experiment;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.app.io.ApplicationInfo;
import org.vppworkbench.app.io.Bundle;
import org.vppworkbench.app.io.LanguageReport;
import org.vppworkbench.app.io.RecallReport;
import org.vppworkbench.app.io.RefusedException;
import org.vppworkbench.model.scenario.LanguageSettings;
import org.vppworkbench.model.time.Horizon;
import org.vppworkbench.negotiation.language.LanguageModel;
import org.vppworkbench.negotiation.llm.GatewaySurroundings;
import org.vppworkbench.negotiation.llm.ModelGateway;
import org.vppworkbench.negotiation.llm.settings.GatewaySettings;
import org.vppworkbench.negotiation.llm.tape.Tape;
import org.vppworkbench.negotiation.llm.tape.TapeReader;
import org.vppworkbench.negotiation.llm.tape.TapeUse;

/**
 * Models that say what a tape says, without key and network.
 *
 * @param tape what was recorded
 * @param recall what the recorded run says of a probe, or {@code null}
 */
public record RecordedModels(Tape tape, @Nullable RecallReport recall) implements LanguageModels {
    /** A tape of which no run is known. */
    public RecordedModels(Tape tape) {
        this(tape, null);
    }

    /**
     * The models of a bundle: those of its tape, or none where no model took part.
     *
     * @throws RefusedException where its tape is missing or cannot be used
     */
    public static LanguageModels of(Bundle bundle) {
        LanguageReport report = bundle.manifest() == null ? null : bundle.manifest().language();
        if (report == null) {
            return NONE;
        }
        String place = bundle.folder().resolve(Bundle.TAPE).toString();
        String text = bundle.tape();
        if (text == null) {
            throw RefusedException.because(place, "missing: a language model took part in this run", "the whole bundle");
        }
        return new RecordedModels(RefusedException.unlessUsable(TapeReader.read(place, text.lines().toList())), report.recall());
    }

    /** A tape as the text of a file, in the order of a bundle. */
    static String text(Tape tape) {
        return String.join("\n", tape.sortedLines()) + "\n";
    }

    @Override
    public LanguageSession open(LanguageSettings settings, Horizon horizon, Map<String, String> conditions) {
        GatewaySurroundings around = GatewaySurroundings.of(
                ApplicationInfo.NAME + " " + ApplicationInfo.current().version(), new SimulatedDay(horizon));
        return new Session(
                RefusedException.unlessUsable(
                        ModelGateway.open(GatewaySettings.of(settings, null), new TapeUse.Replay(tape, conditions), around)),
                tape, recall);
    }

    private record Session(ModelGateway gateway, Tape recorded, @Nullable RecallReport recall) implements LanguageSession {
        @Override
        public LanguageModel model() {
            return gateway;
        }

        @Override
        public String tape() {
            return text(recorded);
        }

        @Override
        public List<String> notes() {
            return gateway.accounting().marks();
        }

        @Override
        public void close() {
            gateway.close();
        }
    }
}
