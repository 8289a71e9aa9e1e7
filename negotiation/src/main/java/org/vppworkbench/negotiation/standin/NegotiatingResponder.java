package org.vppworkbench.negotiation.standin;

import java.util.List;
import org.vppworkbench.negotiation.language.Utterance;

/**
 * Stands in for every model of a negotiation, by rules: a home, several homes at once, the aggregator, or the single model
 * that decides for all. It sees nothing but the text a model sees, and its answer depends on that text alone. All of them
 * make as many mistakes as the home does.
 *
 * @param home speaks for single homes
 */
public record NegotiatingResponder(BargainingResponder home) implements Responder {
    @Override
    public String reply(Asked asked) {
        return reply(asked.system(), asked.turns());
    }

    /**
     * The reply to a talk so far.
     *
     * @param system the instructions
     */
    public String reply(String system, List<Utterance> turns) {
        if (BatchSpeaker.understands(turns)) {
            return BatchSpeaker.reply(turns, home.faultShare());
        }
        String table = DataTable.of(turns).text();
        if (table.contains("\nhome ask_kw ")) {
            return AggregatorSpeaker.reply(turns, system, home.faultShare());
        }
        return table.contains("\nhome kw:least_price ") ? SingleSpeaker.reply(turns, home.faultShare())
                : home.reply(turns);
    }
}
