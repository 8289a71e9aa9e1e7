package org.vppworkbench.app.ui.negotiation;

import org.vppworkbench.app.ui.control.Numbers;
import org.vppworkbench.model.market.Product;
import org.vppworkbench.model.message.NegotiationMessage;
import org.vppworkbench.model.message.Terms;

/** Numbers and names of the negotiation as people read them. */
public final class Words {
    private Words() {}

    public static String kw(double kw) {
        return Numbers.format("%.2f kW", kw);
    }

    /** A price with its unit; reserve is paid per MW and hour. */
    public static String price(Product product, double price) {
        return Numbers.format("%.2f", price) + " " + unit(product);
    }

    public static String unit(Product product) {
        return product.isReserve() ? "$/MW-h" : "$/MWh";
    }

    public static String usd(double usd) {
        return Numbers.format("%.2f $", usd);
    }

    public static String product(Product product) {
        return switch (product) {
            case ENERGY -> "Energy";
            case SPIN -> "Spinning reserve";
            case NONSPIN -> "Non-spinning reserve";
        };
    }

    /** A product in a column. */
    public static String brief(Product product) {
        return switch (product) {
            case ENERGY -> "Energy";
            case SPIN -> "Spin";
            case NONSPIN -> "Non-spin";
        };
    }

    public static String terms(Product product, Terms terms) {
        String least = terms.minKw() > 0 && terms.minKw() < terms.kw() - 1e-9 ? " (at least " + kw(terms.minKw()) + ")" : "";
        return kw(terms.kw()) + least + " at " + price(product, terms.pricePerMwh());
    }

    public static String performative(NegotiationMessage message) {
        return switch (message) {
            case NegotiationMessage.CallForProposals m -> "Call for proposals";
            case NegotiationMessage.Proposal m -> "Proposal";
            case NegotiationMessage.Refusal m -> "Refusal";
            case NegotiationMessage.CounterOffer m -> "Counter-offer";
            case NegotiationMessage.Acceptance m -> "Acceptance";
            case NegotiationMessage.Rejection m -> "Rejection";
            case NegotiationMessage.Withdrawal m -> "Withdrawal";
            case NegotiationMessage.Award m -> "Award";
            case NegotiationMessage.ProtocolViolation m -> "Protocol violation";
        };
    }

    /** What a message says in numbers. */
    public static String terms(NegotiationMessage message) {
        Product product = message.envelope().product();
        return switch (message) {
            case NegotiationMessage.CallForProposals m ->
                    "up to " + kw(m.requiredKw()) + ", announced price " + price(product, m.publishedPricePerMwh());
            case NegotiationMessage.Proposal m -> terms(product, m.terms());
            case NegotiationMessage.CounterOffer m -> terms(product, m.terms());
            case NegotiationMessage.Acceptance m -> terms(product, m.terms());
            case NegotiationMessage.Award m -> terms(product, m.terms());
            case NegotiationMessage.Refusal m -> m.reason().words();
            case NegotiationMessage.Rejection m -> m.reason().words();
            case NegotiationMessage.Withdrawal m -> "";
            case NegotiationMessage.ProtocolViolation m -> m.rule() + ": " + m.detail();
        };
    }
}
