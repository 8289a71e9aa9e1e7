package org.vppworkbench.app.cli;

import java.util.List;
import java.util.Locale;
import org.vppworkbench.app.experiment.Consent;
import org.vppworkbench.app.io.RefusedException;
import org.vppworkbench.model.scenario.LanguageSettings;
import org.vppworkbench.negotiation.llm.settings.Destination;
import org.vppworkbench.negotiation.llm.settings.Disclosure;
import org.vppworkbench.negotiation.llm.settings.Purpose;

/**
 * Says what leaves the machine, and asks.
 *
 * @param console where it is said
 * @param purpose what the model is asked for
 * @param terminal who is asked where the command line has no answer
 * @param given whether the command line has it
 */
record AskedConsent(Console console, Purpose purpose, Terminal terminal, boolean given) implements Consent {
    private static final List<String> YES = List.of("y", "yes");

    @Override
    public void obtain(Destination destination, LanguageSettings settings) {
        String host = destination.endpoint().host();
        console.hint("PRIVACY: this asks " + destination.words() + ". What leaves this machine:");
        Disclosure.of(destination, settings, purpose).forEach(line -> console.hint("  " + line));
        if (given) {
            return;
        }
        String answer = terminal.ask("Send this to " + host + "? [y/N] ");
        if (answer == null || !YES.contains(answer.strip().toLowerCase(Locale.ROOT))) {
            throw RefusedException.because(
                    "--consent",
                    answer == null
                            ? "nothing was sent: nobody could be asked whether the above may go to " + host
                            : "nothing was sent: you did not agree that the above goes to " + host,
                    "--consent where you agree; a server on this machine and --tape replay:FILE need none");
        }
    }
}
