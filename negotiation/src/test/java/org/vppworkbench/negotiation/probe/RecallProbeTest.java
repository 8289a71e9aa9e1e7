package org.vppworkbench.negotiation.probe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.vppworkbench.model.market.MarketSeries;
import org.vppworkbench.model.simulation.CancelToken;
import org.vppworkbench.model.time.Horizon;
import org.vppworkbench.model.time.TimeSeries;
import org.vppworkbench.negotiation.language.Answer;
import org.vppworkbench.negotiation.language.FailureKind;
import org.vppworkbench.negotiation.language.LanguageModel;
import org.vppworkbench.negotiation.language.ModelIdentity;
import org.vppworkbench.negotiation.language.Provenance;
import org.vppworkbench.negotiation.language.Question;
import org.vppworkbench.negotiation.language.Usage;

/** What a model remembers, against prices of 100, 110, 120 … $/MWh per hour of the week. */
class RecallProbeTest {
    private static final Horizon WEEK = new Horizon(LocalDate.of(2023, 8, 15), 7, Horizon.LOS_ANGELES);
    private static final MarketSeries PRICES = new MarketSeries(
            TimeSeries.generate(WEEK.intervals(), t -> 100 + t / 4 * 10), null, null, null);

    private static final List<Question> ASKED = new ArrayList<>();

    private static RecallResult ask(Horizon days, Function<Integer, Answer> byHour) {
        ASKED.clear();
        LanguageModel model = new LanguageModel() {
            @Override
            public Answer ask(Question question, CancelToken cancel) {
                ASKED.add(question);
                return byHour.apply(Integer.valueOf(question.origin().subject().substring("ENERGY@".length())));
            }

            @Override
            public ModelIdentity identity() {
                return new ModelIdentity("gemini", "m", "h", true, false);
            }
        };
        return new RecallProbe().ask(model, days, PRICES, CancelToken.NEVER);
    }

    private static Answer says(String text) {
        return new Answer.Said(text, Usage.NONE, new Provenance("m", "m", "h", "0", false));
    }

    private static Answer price(double price) {
        return says("{\"knows\":true,\"price_usd_per_mwh\":" + price + "}");
    }

    @Test
    void whoKnowsTheWeekIsFound() {
        RecallResult result = ask(WEEK, hour -> price((100 + hour * 10) * 1.099));
        assertEquals(21, result.items().size());
        assertEquals(1, result.knownShare());
        assertTrue(result.chanceShare() < 0.2, "chance: " + result.chanceShare());
        assertTrue(result.suspicious());
        assertEquals(0, ask(WEEK, hour -> price((100 + hour * 10) * 1.101)).knownShare());
    }

    @Test
    void theLevelOfPricesAloneIsNoMemory() {
        RecallResult level = ask(WEEK, hour -> price(940));
        assertEquals(hits(940) / 21.0, level.knownShare(), 1e-12);
        assertEquals((hits(940) * (hits(940) - 1.0) + (21 - hits(940)) * hits(940)) / 20 / 21, level.chanceShare(), 1e-12);
        assertFalse(level.suspicious());
    }

    private static long hits(double price) {
        long hits = 0;
        for (int day = 0; day < 7; day++) {
            for (int clock : new int[] {3, 12, 19}) {
                double actual = 100 + (day * 24 + clock) * 10.0;
                hits += Math.abs(price - actual) <= 0.1 * actual ? 1 : 0;
            }
        }
        return hits;
    }

    @Test
    void anHonestNoCountsAndAFailureDoesNot() {
        RecallResult result = ask(WEEK, hour -> switch (hour % 24) {
            case 3 -> says("{\"knows\":false}");
            case 12 -> new Answer.Failed(FailureKind.TIMEOUT, "no answer in time", Usage.NONE);
            default -> price(100 + hour * 10);
        });
        assertEquals(14, result.replied());
        assertEquals(0.5, result.knownShare());
        assertTrue(result.items().get(1).failure().contains("TIMEOUT"), result.items().get(1).failure());
        RecallResult nonsense = ask(WEEK, hour -> says(hour % 2 == 0 ? "I think 940" : "{\"knows\":true,\"price_usd_per_mwh\":\"940\"}"));
        assertEquals(0, nonsense.replied());
        assertEquals(0, nonsense.knownShare());
        assertEquals(0, nonsense.chanceShare());
        assertFalse(nonsense.suspicious());
    }

    @Test
    void onlyDaysOfTheDataAreAskedAboutAndThePriceIsNotInTheQuestion() {
        Horizon day = new Horizon(LocalDate.of(2023, 8, 16), 1, Horizon.LOS_ANGELES);
        assertEquals(3, ask(day, hour -> says("{\"knows\":false}")).items().size());
        String text = ASKED.getFirst().prompt().turns().getFirst().text();
        assertEquals("What was the price on 16 August 2023 in the hour from 03:00 to 04:00?", text);
        assertFalse(ASKED.getFirst().prompt().system().contains("130"), "the price of that hour");
        assertEquals(1, ASKED.stream().map(q -> q.prompt().hash()).distinct().count());
    }
}
