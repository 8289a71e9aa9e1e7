package org.vppworkbench.model.metrics;

/**
 * What the negotiation itself cost and lost, counted from the event stream.
 *
 * @param opportunities opportunities opened
 * @param traded opportunities with at least one contract in force
 * @param rounds rounds over all opportunities
 * @param messages messages sent
 * @param agentReplies messages of agents that the gate judged
 * @param invalidReplies replies refused for their form or order
 * @param infeasibleReplies replies refused for physics
 * @param refusals refusals by homes
 * @param rejections proposals turned down for good
 * @param counterAcceptances acceptances of a counter-offer
 * @param lostZoneUsd best coalition at true reservations less surplus contracted [$]
 */
public record ProcessCounts(
        int opportunities,
        int traded,
        int rounds,
        int messages,
        int agentReplies,
        int invalidReplies,
        int infeasibleReplies,
        int refusals,
        int rejections,
        int counterAcceptances,
        double lostZoneUsd) {}
