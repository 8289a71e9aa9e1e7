package org.vppworkbench.app.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.vppworkbench.model.simulation.CancelToken;
import org.vppworkbench.model.time.Horizon;
import org.vppworkbench.negotiation.language.Answer;
import org.vppworkbench.negotiation.language.FailureKind;
import org.vppworkbench.negotiation.language.LanguageModel;
import org.vppworkbench.negotiation.language.ModelIdentity;
import org.vppworkbench.negotiation.language.Origin;
import org.vppworkbench.negotiation.language.Prompt;
import org.vppworkbench.negotiation.language.Provenance;
import org.vppworkbench.negotiation.language.Question;
import org.vppworkbench.negotiation.language.ReplySchema;
import org.vppworkbench.negotiation.language.Sampling;
import org.vppworkbench.negotiation.language.Usage;

/** What a run asked of its model, added up. */
class ObservedModelTest {
    private static Question question(int home) {
        Origin origin = new Origin("home-" + home, "ENERGY@" + home % 5, 1 + home % 3, 0, home % 2, 0);
        return new Question(
                origin, new Prompt("prosumer/" + home % 2, "hash-" + home % 2, "", List.of()), new ReplySchema("none", "{}"),
                Sampling.REPEATABLE);
    }

    /** Costs that do not add up to the same double in every order; every seventh question has no answer. */
    private static Answer answer(Question question) {
        int home = Integer.parseInt(question.origin().agent().substring("home-".length()));
        Usage usage = new Usage(10 + home, 1, 2, 3, home == 5, 1, 0.1 / (1 + home), true, 1.0 / (3 + home));
        return home % 7 == 0
                ? new Answer.Failed(home == 0 ? FailureKind.BUDGET : FailureKind.TIMEOUT, "too late", usage)
                : new Answer.Said("{}", usage, new Provenance("m", home % 2 == 0 ? "m-1" : "m-2", "host", "raw", false));
    }

    private static ObservedModel.Account account(List<Integer> order) {
        ObservedModel model = new ObservedModel(new LanguageModel() {
            @Override
            public Answer ask(Question question, CancelToken cancel) {
                return answer(question);
            }

            @Override
            public ModelIdentity identity() {
                return new ModelIdentity("openai", "m", "host", false, false);
            }
        });
        order.forEach(home -> model.ask(question(home), CancelToken.NEVER));
        return model.account();
    }

    @Test
    void theAccountDoesNotDependOnTheOrderOfArrival() {
        List<Integer> homes = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            homes.add(i);
        }
        ObservedModel.Account first = account(homes);
        assertEquals(40, first.use().calls());
        assertEquals(6, first.use().failures());
        assertEquals(40 * 10 + 39 * 20 + 40 * 5, first.use().tokens());
        assertEquals(Set.of("m-1", "m-2"), first.versions());
        assertEquals(Map.of("prosumer/0", "hash-0", "prosumer/1", "hash-1"), first.prompts());
        assertEquals(Map.of("BUDGET", 1L, "TIMEOUT", 5L), first.failures());
        double upwards = homes.stream().mapToDouble(i -> 0.1 / (1 + i)).reduce(0, Double::sum);
        double downwards = homes.reversed().stream().mapToDouble(i -> 0.1 / (1 + i)).reduce(0, Double::sum);
        assertNotEquals(upwards, downwards, "the order would show");
        for (int seed = 0; seed < 20; seed++) {
            Collections.shuffle(homes, new Random(seed));
            assertEquals(first, account(homes));
        }
    }

    @Test
    void aQuestionBelongsToTheDayOfItsHour() {
        SimulatedDay days = new SimulatedDay(new Horizon(LocalDate.of(2023, 11, 4), 3, Horizon.LOS_ANGELES));
        assertEquals("2023-11-04", day(days, "ENERGY@23"));
        assertEquals("2023-11-05", day(days, "SPIN@24"));
        assertEquals("2023-11-05", day(days, "ENERGY@48"), "that day has 25 hours");
        assertEquals("2023-11-06", day(days, "ENERGY@49"));
        assertEquals("", day(days, "ENERGY@100"));
        assertEquals("2023-11-04", day(days, "day 1"));
        assertEquals("2023-11-06", day(days, "day 3"));
        assertEquals("", day(days, "day 4"));
        assertEquals("", day(days, "day 0"));
        assertEquals("", day(days, "describe"));
    }

    private static String day(SimulatedDay days, String subject) {
        return days.apply(new Origin("home-1", subject, 1, 0, 0, 0));
    }
}
