package org.vppworkbench.negotiation.llm.settings;

import java.util.ArrayList;
import java.util.List;
import org.vppworkbench.model.scenario.LanguageSettings;

/** What leaves this machine with a live model, in words, to be shown before the first request. */
public final class Disclosure {
    private Disclosure() {}

    /** One or two sentences a line. */
    public static List<String> of(Destination destination, LanguageSettings conditions, Purpose purpose) {
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
        switch (purpose) {
            case NEGOTIATION -> negotiation(conditions, lines);
            case SINGLE -> {
                lines.add("Sent of every home, for each deal: its id and, for some quantities, the true least price at which it"
                        + " would sell, which in a negotiation stays with its own side. Where there are more homes than a reply has"
                        + " room for, those with the lowest.");
                lines.add("Sent of the aggregator: its task and the published price. Devices, plans, preferences and words of"
                        + " owners are not sent.");
                dates(conditions, lines);
            }
            case DESCRIBE -> lines.add("Sent: the text of each description that is read, word for word, with all it says of the"
                    + " people and the home. Nothing else of yours.");
            case SENTINEL -> lines.add("Sent: fifty short questions that come with the application, the same for everybody."
                    + " Nothing of your homes, runs or data.");
            case PROBE -> lines.add("Sent: fixed questions about market prices at days and hours of the data that come with the"
                    + " application, dates as they are. No price, and nothing of your homes or runs.");
            case EXPLAIN -> lines.add("Sent: the table of metrics of the run, numbers with the names of the metrics. No homes, no words"
                    + " of owners or agents, no prices, no dates.");
        }
        if (destination.key() != null) {
            lines.add("The key goes along in a header, and nowhere else: not into the tape, the bundle or the log.");
        }
        lines.add("A provider may keep what it gets and learn from it; its terms say so, above all those without payment.");
        return List.copyOf(lines);
    }

    private static void negotiation(LanguageSettings conditions, List<String> lines) {
        boolean daily = conditions.mode() == LanguageSettings.Mode.DAILY_STRATEGY;
        if (conditions.homes() != 0) {
            String home = "Sent of each home a model speaks for: its id, devices, plan, preferences with the words they came from, ";
            lines.add(home + (daily
                    ? "its past contracts and the prices it knows, once for each day. No offers."
                    : "what its own side knows of the deal, and the offers to it."));
        }
        if (conditions.mode() == LanguageSettings.Mode.BATCHED && conditions.homes() != 0) {
            lines.add("Several homes share a request: their private data meet there.");
        }
        if (conditions.aggregatorByModel()) {
            lines.add("Sent for the aggregator: its task, prices and forecasts, and the offers of the homes"
                    + (daily ? ", at every turn." : "."));
        }
        dates(conditions, lines);
    }

    private static void dates(LanguageSettings conditions, List<String> lines) {
        lines.add(conditions.guards().relativeDates()
                ? "Dates are sent as day 1, day 2 and so on; dates and days of the week in the words of owners are struck out where they"
                        + " are recognised."
                : "Dates and hours of the week are sent as they are.");
    }
}
