package org.vppworkbench.app.cli;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.vppworkbench.app.experiment.LanguageSession;
import org.vppworkbench.model.time.Horizon;
import org.vppworkbench.negotiation.llm.settings.Purpose;
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
    QuestionOptions language;

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
        // a horizon is needed for what is counted per day; descriptions have none
        Horizon day = new Horizon(LocalDate.of(2023, 8, 15), 1, ZoneId.of("America/Los_Angeles"));
        try (LanguageSession session = desk.open(language, gateway, console, Purpose.DESCRIBE, day)) {
            console.line("asking   " + session.model().identity().label());
            T value = read.apply(new ModelParser(session.model()));
            session.notes().forEach(note -> console.line("note     " + note));
            return value;
        }
    }
}
