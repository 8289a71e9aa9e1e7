package org.vppworkbench.model.metrics.behaviour;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.model.event.RunEvent;
import org.vppworkbench.model.market.ClearedOffer;
import org.vppworkbench.model.market.MarketRules;
import org.vppworkbench.model.market.Opportunity;
import org.vppworkbench.model.message.Envelope;
import org.vppworkbench.model.simulation.PresentationOrder;

/** Folds the event stream into a {@link BehaviourRecord}. */
public final class BehaviourObserver {
    private final MarketRules rules;
    private final PresentationOrder order;
    private final double priceScale;
    private final Map<String, OpportunityTalk> talks = new LinkedHashMap<>();

    /**
     * @param rules price caps
     * @param order in which homes are presented to the agent that chooses among them
     * @param priceScale factor on all prices the agents see, above 0
     */
    public BehaviourObserver(MarketRules rules, PresentationOrder order, double priceScale) {
        this.rules = rules;
        this.order = order;
        this.priceScale = priceScale;
    }

    /**
     * @param boughtKw what the best coalition at true costs buys of each standing [kW]
     */
    public void opened(RunEvent.OpportunityOpened opened, List<Double> boughtKw) {
        Opportunity opportunity = opened.opportunity();
        double top = Math.min(opportunity.forecastPrice(), rules.capPerMwh(opportunity.product()));
        talks.put(opportunity.id(), new OpportunityTalk(opened, boughtKw, top, priceScale));
    }

    public void message(RunEvent.MessageSent sent) {
        Envelope envelope = sent.message().envelope();
        OpportunityTalk talk = talks.get(envelope.product() + "@" + envelope.hour());
        if (talk != null) {
            talk.message(sent);
        }
    }

    public void decided(RunEvent.AgentDecided decided) {
        OpportunityTalk talk = talks.get(decided.product() + "@" + decided.hour());
        if (talk != null) {
            talk.decided(decided);
        }
    }

    public void settled(ClearedOffer offer) {
        @Nullable OpportunityTalk talk = talks.get(offer.opportunity().id());
        if (talk != null) {
            talk.settled(offer);
        }
    }

    /** What was seen so far. */
    public BehaviourRecord record() {
        Tally tally = new Tally();
        List<Bargain> bargains = new ArrayList<>();
        boolean manyRounds = false;
        for (OpportunityTalk talk : talks.values()) {
            talk.count(order, tally, bargains);
            manyRounds |= talk.deadline() > 1;
        }
        return new BehaviourRecord(tally.entries(), bargains, manyRounds);
    }
}
