package org.vppworkbench.app.cli;

import java.util.Locale;
import java.util.concurrent.Callable;
import org.vppworkbench.app.experiment.MechanismCatalogue;
import org.vppworkbench.model.scenario.DataSet;
import org.vppworkbench.model.scenario.Reading;
import org.vppworkbench.model.scenario.Requirement;
import org.vppworkbench.model.time.Provenance;
import org.vppworkbench.sample.SampleLibrary;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code vpp samples}. */
@Command(
        name = "samples",
        mixinStandardHelpOptions = true,
        description = "Lists the sample data with their sources, the sample fleets, the mechanisms.")
final class SamplesCommand implements Callable<Integer> {
    @Spec @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Override
    public Integer call() {
        Console console = new Console(spec.commandLine().getOut(), spec.commandLine().getErr());
        for (String id : SampleLibrary.ids()) {
            Reading<DataSet> reading = SampleLibrary.load(id);
            DataSet data = reading.value();
            if (data == null) {
                console.findings(reading.findings());
                return ExitCode.REFUSED;
            }
            console.line(String.format(Locale.ROOT, "%s  %s, %s from %s", id, data.title(), Plural.of(data.horizon().days(), "day"),
                    data.horizon().date(0)));
            Requirement wanted = SampleLibrary.defaultRequirement(id);
            console.line(String.format(Locale.ROOT, "  opens with %s, %.0f kW energy, %.0f kW spin, %.0f kW non-spin",
                    SampleLibrary.defaultFleetId(id).orThrow(), wanted.energyKw(), wanted.spinKw(), wanted.nonSpinKw()));
            for (Provenance source : data.provenance()) {
                console.line(String.format(Locale.ROOT, "  %-9s %s; %s", source.kind(), source.series(), source.source()));
            }
        }
        for (String id : SampleLibrary.fleetIds()) {
            Provenance fleet = SampleLibrary.fleetProvenance(id);
            console.line(String.format(Locale.ROOT, "  %-9s %s; %s", fleet.kind(), fleet.series(), fleet.source()));
        }
        console.line("");
        console.line(String.format(Locale.ROOT, "fleets      %s", String.join(", ", SampleLibrary.fleetIds())));
        console.line(String.format(Locale.ROOT, "mechanisms  %s", String.join(", ", MechanismCatalogue.standard().ids())));
        console.line(String.format(Locale.ROOT, "  by a language model (a key, a server of your own, or a tape): %s",
                String.join(", ", MechanismCatalogue.standard().languageIds())));
        return ExitCode.OK;
    }
}
