package org.vppworkbench.negotiation.agent.language;

import org.vppworkbench.model.message.NegotiationMessage.RefusalReason;
import org.vppworkbench.negotiation.persona.HomeAction;

/**
 * What a model decided for a home, read but not yet judged.
 *
 * @param kw quantity where the action names one, else 0 [kW]
 * @param pricePerMwh price where the action names one, unscaled, else 0 [$/MWh]
 * @param reason of a refusal; of another action without meaning
 * @param rationale one line of visible characters, for the reader
 */
record HomeDecision(HomeAction action, double kw, double pricePerMwh, RefusalReason reason, String rationale) {}
