package org.vppworkbench.app.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.app.experiment.LanguageModels;
import org.vppworkbench.app.experiment.LanguageSession;
import org.vppworkbench.app.experiment.RecordedModels;
import org.vppworkbench.app.io.DotEnv;
import org.vppworkbench.app.io.RefusedException;
import org.vppworkbench.app.io.TapeFile;
import org.vppworkbench.app.io.download.Environment;
import org.vppworkbench.model.scenario.LanguageSettings;
import org.vppworkbench.model.time.Horizon;
import org.vppworkbench.negotiation.llm.settings.Purpose;
import org.vppworkbench.negotiation.llm.tape.Tape;
import org.vppworkbench.negotiation.text.ModelParser;
import org.vppworkbench.negotiation.text.RuleParser;
import org.vppworkbench.negotiation.text.TextParser;
import org.vppworkbench.negotiation.text.TrainedParser;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** Which parser reads descriptions. */
final class ParserOptions {
    /** Who reads. */
    enum Choice {
        TRAINED,
        RULE,
        MODEL
    }

    @Option(names = "--parser", paramLabel = "NAME", defaultValue = "trained",
            description = "trained, without key and network; rule, its rules alone; or model (default: ${DEFAULT-VALUE})")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    Choice parser;

    @Mixin @SuppressWarnings("NullAway.Init") // picocli sets it
    LanguageOptions language;

    @Mixin @SuppressWarnings("NullAway.Init") // picocli sets it
    GatewayOptions gateway;

    /** Opens the parser, lets it read, and closes what it needed. */
    <T> T reading(CommandSpec spec, LanguageDesk desk, Console console, Function<TextParser, T> read) {
        if (parser != Choice.MODEL) {
            List<String> given = new ArrayList<>(language.given());
            given.addAll(gateway.given());
            if (!given.isEmpty()) {
                throw new ParameterException(spec.commandLine(), String.join(", ", given) + ": only with --parser model");
            }
            return read.apply(parser == Choice.RULE ? new RuleParser() : new TrainedParser());
        }
        gateway.check(spec);
        @Nullable Tape tape = gateway.tape != null && gateway.tape.replay()
                ? console.kept(TapeFile.read(gateway.tape.file()))
                : null;
        Environment environment = RefusedException.unlessUsable(DotEnv.beneath(desk.process(), desk.folder()));
        LanguageSettings settings = language.over(null, tape == null ? null : tape.header().identity(), environment);
        LanguageModels models = tape == null ? desk.live(environment, gateway, console, Purpose.DESCRIBE) : new RecordedModels(tape);
        // budgets per day count all descriptions as one day
        Horizon day = new Horizon(java.time.LocalDate.of(2023, 8, 15), 1, java.time.ZoneId.of("America/Los_Angeles"));
        try (LanguageSession session = models.open(settings, day)) {
            console.line("asking   " + session.model().identity().label());
            T value = read.apply(new ModelParser(session.model()));
            session.notes().forEach(note -> console.line("note     " + note));
            return value;
        }
    }
}
