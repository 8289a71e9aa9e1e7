package org.vppworkbench.negotiation.external;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.model.market.Product;
import org.vppworkbench.model.message.Envelope;
import org.vppworkbench.model.message.MessageSource;
import org.vppworkbench.model.message.TextHash;
import org.vppworkbench.negotiation.agent.language.ReplyFault;
import org.vppworkbench.negotiation.protocol.Letterhead;

/**
 * The envelope of a program's reply. What the program says about opportunity, round or the message it answers is taken as it
 * is, so that the gate refuses what is wrong; what it leaves out is filled in.
 */
final class ReplyEnvelope {
    private static final int LONGEST_RATIONALE = 500;
    private static final Pattern OPPORTUNITY = Pattern.compile("(ENERGY|SPIN|NONSPIN)@(\\d{1,6})");

    private ReplyEnvelope() {}

    static Envelope read(
            LineFields fields,
            MessageSource source,
            Letterhead head,
            String receiver,
            @Nullable String inReplyTo,
            int validUntilRound,
            String line)
            throws ReplyFault {
        Product product = head.opportunity().product();
        int hour = head.opportunity().hour();
        String named = fields.optionalText("opportunity");
        if (named != null) {
            Matcher parts = OPPORTUNITY.matcher(named);
            if (!parts.matches()) {
                throw new ReplyFault(
                        "opportunity is " + LineFields.shown(named) + ", must look like " + head.opportunity().id());
            }
            product = Product.valueOf(parts.group(1));
            hour = Integer.parseInt(parts.group(2));
        }
        Integer round = fields.optionalWhole("round");
        Integer valid = fields.optionalWhole("validUntilRound");
        String answered = fields.optionalText("inReplyTo");
        String rationale = fields.optionalText("rationale");
        return new Envelope(
                head.id(receiver),
                answered == null ? inReplyTo : LineFields.oneLine(answered, LONGEST_RATIONALE),
                round == null ? head.round() : round,
                head.sender(),
                receiver,
                product,
                hour,
                valid == null ? validUntilRound : valid,
                source,
                rationale == null ? "" : LineFields.oneLine(rationale, LONGEST_RATIONALE),
                TextHash.sha256(line));
    }
}
