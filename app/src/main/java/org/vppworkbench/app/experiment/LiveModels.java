package org.vppworkbench.app.experiment;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.app.io.ApplicationInfo;
import org.vppworkbench.app.io.RefusedException;
import org.vppworkbench.app.io.TapeFile;
import org.vppworkbench.app.io.download.Environment;
import org.vppworkbench.model.scenario.Finding;
import org.vppworkbench.model.scenario.LanguageSettings;
import org.vppworkbench.model.scenario.Reading;
import org.vppworkbench.model.time.Horizon;
import org.vppworkbench.negotiation.language.LanguageModel;
import org.vppworkbench.negotiation.llm.GatewaySurroundings;
import org.vppworkbench.negotiation.llm.ModelGateway;
import org.vppworkbench.negotiation.llm.chain.Pace;
import org.vppworkbench.negotiation.llm.cost.PriceList;
import org.vppworkbench.negotiation.llm.settings.Destination;
import org.vppworkbench.negotiation.llm.settings.GatewayChecks;
import org.vppworkbench.negotiation.llm.settings.GatewaySettings;
import org.vppworkbench.negotiation.llm.settings.Limits;
import org.vppworkbench.negotiation.llm.settings.Provider;
import org.vppworkbench.negotiation.llm.settings.Secret;
import org.vppworkbench.negotiation.llm.tape.TapeReader;
import org.vppworkbench.negotiation.llm.tape.TapeUse;

/**
 * Models of a provider, with the key of the environment. Everything that is asked and answered is recorded.
 *
 * @param environment where keys are
 * @param limits how hard the server is driven
 * @param prices what tokens cost
 * @param record file the tape is also written to as it grows, or {@code null}
 * @param consent asked before the first request that leaves this machine
 * @param findings told about settings that may be wrong
 */
public record LiveModels(
        Environment environment,
        Limits limits,
        PriceList prices,
        @Nullable Path record,
        Consent consent,
        Consumer<List<Finding>> findings)
        implements LanguageModels {
    private static final String WITHOUT_KEY =
            "a key in the environment or in .env; or --tape replay:FILE, which needs none; or mechanism rule, which needs no model";

    @Override
    public LanguageSession open(LanguageSettings settings, Horizon horizon, Map<String, String> conditions) {
        GatewaySettings gateway = GatewaySettings.of(settings, key(settings)).with(limits);
        Reading<Destination> checked = GatewayChecks.destination(gateway);
        Destination destination = checked.value();
        if (destination == null) {
            throw new RefusedException(checked.findings().stream().map(LiveModels::helped).toList());
        }
        if (!destination.endpoint().loopback()) {
            consent.obtain(destination, settings);
        }
        GatewaySurroundings around = new GatewaySurroundings(
                ApplicationInfo.NAME + " " + ApplicationInfo.current().version(), prices, new SimulatedDay(horizon), Pace.REAL);
        Path place = record;
        TapeFile file = place == null ? null : TapeFile.create(place);
        List<String> lines = Collections.synchronizedList(new ArrayList<>());
        Consumer<String> tape = line -> {
            lines.add(line);
            if (file != null) {
                file.accept(line);
            }
        };
        Reading<ModelGateway> opened = ModelGateway.open(gateway, new TapeUse.Recording(tape, conditions), around);
        ModelGateway model = opened.value();
        if (model == null) {
            if (file != null) {
                file.discard();
            }
            throw new RefusedException(opened.findings());
        }
        findings.accept(opened.findings());
        return new Session(model, lines, file, findings);
    }

    private @Nullable Secret key(LanguageSettings settings) {
        Provider provider = Provider.of(settings.provider());
        return provider == null ? null : Secret.of(environment.get(provider.keyVariable()));
    }

    private static Finding helped(Finding finding) {
        return GatewayChecks.isAboutKey(finding) && finding.isError()
                ? Finding.error(finding.where(), null, finding.message(), WITHOUT_KEY)
                : finding;
    }

    private record Session(
            ModelGateway gateway, List<String> lines, @Nullable TapeFile file, Consumer<List<Finding>> findings)
            implements LanguageSession {
        @Override
        public LanguageModel model() {
            return gateway;
        }

        /** Concurrent answers come in any order; the tape of a bundle has one. */
        @Override
        public String tape() {
            List<String> recorded;
            synchronized (lines) {
                recorded = List.copyOf(lines);
            }
            return RecordedModels.text(TapeReader.read("tape", recorded).orThrow());
        }

        @Override
        public List<String> notes() {
            List<String> notes = new ArrayList<>(gateway.accounting().marks());
            String problem = file == null ? null : file.problem();
            if (problem != null) {
                notes.add(problem);
            }
            return notes;
        }

        @Override
        public void close() {
            gateway.close();
            if (file != null) {
                file.replace(tape());
                String problem = file.problem();
                if (problem != null) {
                    // also where the run came to no bundle that could say so
                    findings.accept(List.of(Finding.warning("--tape", null, problem, "a file on a disk with room left")));
                }
            }
        }
    }
}
