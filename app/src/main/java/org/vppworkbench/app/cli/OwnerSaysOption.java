package org.vppworkbench.app.cli;

import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.vppworkbench.app.experiment.ScenarioLoader;
import org.vppworkbench.app.experiment.ScenarioRequest;
import org.vppworkbench.app.io.RefusedException;
import org.vppworkbench.model.inputs.ProsumerInputs;
import org.vppworkbench.model.inputs.RunInputs;
import org.vppworkbench.model.scenario.Finding;
import org.vppworkbench.model.scenario.Findings;
import org.vppworkbench.model.scenario.OwnerMessage;
import org.vppworkbench.model.scenario.Reading;
import org.vppworkbench.negotiation.text.OwnerWords;
import picocli.CommandLine.Option;

/** What owners say during a run, in words: read by rules, shown, and confirmed before it binds. */
final class OwnerSaysOption {
    private static final String FORM = "HOME@TIME=WORDS, such as \"home-003@2023-08-16T12:00=Don't sell from 6 to 8 pm tonight\"";

    @Option(names = "--owner-says", paramLabel = "HOME@TIME=WORDS",
            description = {
                "an owner says something at a local time: quiet hours, a fuller car, another daily cap from a day on,"
                        + " another reserve in the battery from a moment on, or no more sales; it is shown as it is"
                        + " understood and binds from then on, unknown before; once per saying"
            })
    private List<String> says = new ArrayList<>();

    @Option(names = "--yes", description = "what owners say is understood right: do not ask; needed where nobody can be asked")
    private boolean yes;

    /**
     * The request with what the owners say.
     *
     * @throws RefusedException for what is not understood, cannot be in this run, or is not confirmed
     */
    ScenarioRequest apply(ScenarioRequest request, Console console, Terminal terminal) {
        if (says.isEmpty()) {
            return request;
        }
        RunInputs inputs = ScenarioLoader.load(request).orRefuse().inputs();
        Findings findings = new Findings();
        List<OwnerMessage> messages = new ArrayList<>(request.scenario().told());
        for (String said : says) {
            String saying = request.keys().masked(said, "--owner-says", findings);
            read(saying, inputs, findings).ifPresent(messages::add);
        }
        if (findings.hasErrors()) {
            throw new RefusedException(findings.list());
        }
        ScenarioRequest told = request.with(request.scenario().withMessages(messages));
        // what cannot be in this run is refused before it is called understood
        ScenarioLoader.load(told).orRefuse();
        console.findings(findings.list());
        List<OwnerMessage> said = messages.subList(request.scenario().told().size(), messages.size());
        said.forEach(message -> console.hint("UNDERSTOOD at " + message.at() + ": " + message.words()));
        confirm(terminal);
        return told;
    }

    private void confirm(Terminal terminal) {
        String answer = yes ? "y" : terminal.ask("Is this what the owners mean? [y/N] ");
        if (answer == null || !answer.strip().toLowerCase(Locale.ROOT).startsWith("y")) {
            throw RefusedException.because(
                    "--owner-says",
                    answer == null ? "nobody is there to confirm what was understood" : "not confirmed",
                    "--yes where it is understood right");
        }
    }

    private static Optional<OwnerMessage> read(String saying, RunInputs inputs, Findings out) {
        int at = saying.indexOf('@');
        int equals = saying.indexOf('=');
        if (at < 1 || equals < at) {
            out.error("--owner-says", "\"" + saying + "\"", "does not say who says what and when", FORM);
            return Optional.empty();
        }
        String id = saying.substring(0, at).strip();
        Optional<ProsumerInputs> home = inputs.prosumers().stream().filter(p -> p.id().equals(id)).findFirst();
        if (home.isEmpty()) {
            out.error("--owner-says", id, "no such home", "the id of a home of the fleet");
            return Optional.empty();
        }
        LocalDateTime time;
        try {
            time = LocalDateTime.parse(saying.substring(at + 1, equals).strip());
        } catch (DateTimeParseException e) {
            out.error("--owner-says, " + id, saying.substring(at + 1, equals), "not a local time", "such as 2023-08-16T12:00");
            return Optional.empty();
        }
        Reading<OwnerMessage> reading =
                new OwnerWords().read(saying.substring(equals + 1).strip(), time, home.get(), inputs.horizon());
        for (Finding finding : reading.findings()) {
            out.add(finding);
        }
        return Optional.ofNullable(reading.value());
    }
}
