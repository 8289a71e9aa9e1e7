package org.vppworkbench.negotiation.standin;

/**
 * Rules in the place of every model of a run: of homes, of the aggregator, and of the single model. Who is asked shows in the
 * form of the reply that is wanted. Answers depend on the words of the request alone.
 *
 * @param home plays the homes
 */
public record RulePlayers(BargainingResponder home) implements Responder {
    /** Homes that never make a mistake. */
    public static final RulePlayers FAULTLESS = new RulePlayers(new BargainingResponder(0));

    @Override
    public String reply(Asked asked) {
        String schema = String.valueOf(asked.schema());
        if (schema.contains("\"moves\"")) {
            return AggregatorSpeaker.reply(asked.turns(), schema);
        }
        return schema.contains("\"contracts\"") ? SingleSpeaker.reply(asked.turns()) : home.reply(asked);
    }
}
