package org.vppworkbench.app.cli;

import java.util.List;
import java.util.Locale;
import org.vppworkbench.app.experiment.Consent;
import org.vppworkbench.app.io.RefusedException;
import org.vppworkbench.negotiation.llm.settings.Destination;

/**
 * Says what leaves the machine, and asks.
 *
 * @param console where it is said
 * @param terminal who is asked where the command line has no answer
 * @param given whether the command line has it
 */
record AskedConsent(Console console, Terminal terminal, boolean given) implements Consent {
    private static final List<String> YES = List.of("y", "yes");

    @Override
    public void obtain(Destination destination) {
        String host = destination.endpoint().host();
        notice(destination).forEach(console::hint);
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

    private static List<String> notice(Destination destination) {
        String way = destination.endpoint().secure() ? "encrypted (https)" : "NOT encrypted (http)";
        return List.of(
                "PRIVACY: this run sends requests to " + destination.words() + ", " + way + ".",
                "  Sent per request: the instructions, market times and prices, and what the asked agent knows: for a home its id,",
                "  devices, limits and preferences in words and numbers, its energy content and plans, its offers and those made to it;",
                "  for the aggregator the offers of the homes by id. Not sent: files, names of files, other data of this machine.",
                "  Your key goes to this host alone, in a header. What is kept there, and for how long, is for the host's terms to say.");
    }
}
