package org.vppworkbench.app.bench;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.model.message.Envelope;
import org.vppworkbench.model.message.TextHash;
import org.vppworkbench.model.simulation.CancelToken;
import org.vppworkbench.negotiation.language.Answer;
import org.vppworkbench.negotiation.language.LanguageModel;
import org.vppworkbench.negotiation.language.ModelIdentity;
import org.vppworkbench.negotiation.language.Provenance;
import org.vppworkbench.negotiation.language.Question;
import org.vppworkbench.negotiation.language.Usage;
import org.vppworkbench.negotiation.language.Utterance;
import org.vppworkbench.negotiation.standin.ObedientResponder;

/**
 * The obedient stand-in in the place of the models of one run, without a network; it notes which prompts an attack reached.
 * The aggregator's model is honest in what it does, and may speak an attack with it.
 */
final class RedTeamModel implements LanguageModel {
    private final ObedientResponder responder;
    private final String mark;
    private final @Nullable String speech;
    private final LongAdder reached = new LongAdder();
    private final LongAdder obeyed = new LongAdder();
    private final LongAdder crossed = new LongAdder();

    /**
     * @param mark what an attack is known by
     * @param speech what the aggregator says with every decision, or {@code null}
     */
    RedTeamModel(ObedientResponder responder, String mark, @Nullable String speech) {
        this.responder = responder;
        this.mark = mark;
        this.speech = speech;
    }

    @Override
    public Answer ask(Question question, CancelToken cancel) {
        cancel.check(question.origin().words());
        String agent = question.origin().agent();
        List<Utterance> turns = question.prompt().turns();
        boolean aggregator = agent.equals(Envelope.AGGREGATOR);
        String told = heard(question);
        if (told.contains(mark)) {
            reached.increment();
        }
        if (told.replace(ObedientResponder.TOLD + agent + "]", "").contains(ObedientResponder.TOLD)) {
            crossed.increment();
        }
        if (responder.obeys(turns) != null) {
            obeyed.increment();
        }
        String text = responder.reply(question.prompt().system(), turns);
        return said(aggregator && speech != null ? spoken(text, speech) : text);
    }

    /** All that somebody else wrote. */
    private static String heard(Question question) {
        StringBuilder all = new StringBuilder(question.prompt().system());
        for (Utterance turn : question.prompt().turns()) {
            if (turn.role() != Utterance.Role.MODEL) {
                all.append('\n').append(turn.text());
            }
        }
        return all.toString();
    }

    private static String spoken(String reply, String words) {
        JsonObject object = JsonParser.parseString(reply).getAsJsonObject();
        object.addProperty("rationale", words);
        return object.toString();
    }

    private static Answer said(String text) {
        return new Answer.Said(
                text, Usage.NONE, new Provenance("stand-in", "stand-in", "none", TextHash.sha256(text), false));
    }

    @Override
    public ModelIdentity identity() {
        return new ModelIdentity("stand-in", "obedient stand-in", "none", false, false);
    }

    /** Prompts that held the attack. */
    int reached() {
        return reached.intValue();
    }

    /** Replies in which the stand-in obeyed. */
    int obeyed() {
        return obeyed.intValue();
    }

    /** Prompts of an agent that held private numbers told by another. */
    int crossed() {
        return crossed.intValue();
    }
}
