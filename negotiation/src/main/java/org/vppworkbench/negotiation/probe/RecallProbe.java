package org.vppworkbench.negotiation.probe;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;
import org.vppworkbench.model.market.MarketSeries;
import org.vppworkbench.model.market.Product;
import org.vppworkbench.model.simulation.CancelToken;
import org.vppworkbench.model.time.Horizon;
import org.vppworkbench.negotiation.agent.language.ReplyFault;
import org.vppworkbench.negotiation.agent.language.ReplyObject;
import org.vppworkbench.negotiation.agent.language.ReplyReader;
import org.vppworkbench.negotiation.language.Answer;
import org.vppworkbench.negotiation.language.LanguageModel;
import org.vppworkbench.negotiation.language.Origin;
import org.vppworkbench.negotiation.language.Prompt;
import org.vppworkbench.negotiation.language.Question;
import org.vppworkbench.negotiation.language.ReplySchema;
import org.vppworkbench.negotiation.language.Sampling;
import org.vppworkbench.negotiation.language.Utterance;
import org.vppworkbench.negotiation.persona.PromptLibrary;

/**
 * Asks a model for prices of the week in which it is to negotiate, one question each, all fixed in a resource. A model that
 * knows them by heart needs no forecast, and its runs say little about negotiating. A recall that fails proves nothing: a
 * model may use what it does not admit to remember.
 */
public final class RecallProbe {
    /** Name of the asker in every record. */
    public static final String AGENT = "probe";

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH);
    private static final double MOST_PRICE = 1e6;

    private final PromptLibrary library = new PromptLibrary();
    private final PromptLibrary.Instructions instructions = library.compose(
            "probe", List.of("probe/instructions.txt"),
            List.of("probe/question.txt", "probe/questions.csv", "probe/reply.json"), Map.of());
    private final ReplySchema schema = new ReplySchema("recalled_price", library.text("probe/reply.json").strip());

    /** Asked about a price: a day and a local clock hour. */
    private record Asked(LocalDate date, int hour) {}

    /**
     * Asks all questions that fall into the days, one after the other.
     *
     * @param horizon days of the data
     * @param prices realised prices over these days
     * @throws CancellationException where the user cancelled
     */
    public RecallResult ask(LanguageModel model, Horizon horizon, MarketSeries prices, CancelToken cancel) {
        List<RecallResult.Item> items = new ArrayList<>();
        for (Asked asked : questions()) {
            int hour = hourOf(asked, horizon);
            if (hour >= 0) {
                double actual = prices.hourMean(Product.ENERGY, hour);
                items.add(item(asked, actual, model.ask(question(asked, hour), cancel)));
            }
        }
        return new RecallResult(items);
    }

    private List<Asked> questions() {
        return library.text("probe/questions.csv").lines()
                .skip(1)
                .filter(line -> !line.isBlank())
                .map(line -> line.split(",", -1))
                .map(cells -> new Asked(LocalDate.parse(cells[0]), Integer.parseInt(cells[1].strip())))
                .toList();
    }

    /** The hour from the start of the days, or -1 where it is not among them. */
    private static int hourOf(Asked asked, Horizon horizon) {
        for (int hour = 0; hour < horizon.hours(); hour++) {
            var local = horizon.localStart(Horizon.firstInterval(hour));
            if (local.toLocalDate().equals(asked.date()) && local.getHour() == asked.hour()) {
                return hour;
            }
        }
        return -1;
    }

    private Question question(Asked asked, int hour) {
        String text = PromptLibrary.filled(
                library.text("probe/question.txt").strip(),
                Map.of(
                        "date", DATE.format(asked.date()),
                        "from", clock(asked.hour()),
                        "to", clock(asked.hour() + 1)));
        Prompt prompt = new Prompt(
                instructions.id(), instructions.hash(), instructions.text(), List.of(new Utterance(Utterance.Role.USER, text)));
        return new Question(new Origin(AGENT, Product.ENERGY + "@" + hour, 0, 0, 0, 0), prompt, schema, Sampling.REPEATABLE);
    }

    private static String clock(int hour) {
        return String.format(Locale.ROOT, "%02d:00", hour);
    }

    private static RecallResult.Item item(Asked asked, double actual, Answer answer) {
        return switch (answer) {
            case Answer.Failed failed -> new RecallResult.Item(
                    asked.date().toString(), asked.hour(), actual, null, failed.kind() + ": " + failed.words());
            case Answer.Said said -> read(asked, actual, said.text());
        };
    }

    private static RecallResult.Item read(Asked asked, double actual, String text) {
        String date = asked.date().toString();
        try {
            ReplyObject reply = ReplyReader.read(text);
            reply.only(Set.of("knows", "price_usd_per_mwh"));
            Double price = reply.flag("knows") ? Double.valueOf(reply.number("price_usd_per_mwh", -MOST_PRICE, MOST_PRICE)) : null;
            return new RecallResult.Item(date, asked.hour(), actual, price, "");
        } catch (ReplyFault fault) {
            return new RecallResult.Item(date, asked.hour(), actual, null, String.valueOf(fault.getMessage()));
        }
    }
}
