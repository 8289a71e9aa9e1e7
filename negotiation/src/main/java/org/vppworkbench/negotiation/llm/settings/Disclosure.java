package org.vppworkbench.negotiation.llm.settings;

import java.util.ArrayList;
import java.util.List;
import org.vppworkbench.model.scenario.LanguageSettings;

/** What leaves this machine with a live model, in words, to be shown before the first request. */
public final class Disclosure {
    private Disclosure() {}

    /** One sentence a line. */
    public static List<String> of(Destination destination, LanguageSettings conditions) {
        Endpoint endpoint = destination.endpoint();
        List<String> lines = new ArrayList<>();
        lines.add("Requests go to " + endpoint.baseUrl() + " and ask for the model " + destination.model() + ".");
        if (endpoint.loopback()) {
            lines.add("That is this machine: nothing leaves it, unless the program there passes it on.");
        } else if (!endpoint.providersOwn()) {
            lines.add("That is not the address of the provider: whoever runs it reads all of it.");
        }
        if (!endpoint.secure() && !endpoint.loopback()) {
            lines.add("The way there is not encrypted: whoever sits on it reads all of it.");
        }
        lines.add("Sent of each home a model speaks for: its id, devices, plan, preferences with the words they came from,"
                + " what its own side knows of the deal, and the offers to it.");
        if (conditions.mode() == LanguageSettings.Mode.BATCHED) {
            lines.add("Several homes share a request: their private data meet there.");
        }
        if (conditions.aggregatorByModel()) {
            lines.add("Sent for the aggregator: its task, prices and forecasts, and the offers of the homes.");
        }
        lines.add(conditions.guards().relativeDates()
                ? "Dates are sent as day 1, day 2 and so on."
                : "Dates and hours of the week are sent as they are.");
        if (destination.key() != null) {
            lines.add("The key goes along in a header, and nowhere else: not into the tape, the bundle or the log.");
        }
        lines.add("A provider may keep what it gets and learn from it; its terms say so, above all those without payment.");
        return List.copyOf(lines);
    }
}
