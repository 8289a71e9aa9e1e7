package org.vppworkbench.negotiation.standin;

import com.google.gson.JsonObject;
import java.util.List;
import org.vppworkbench.negotiation.language.Utterance;
import org.vppworkbench.negotiation.standin.PromptData.Computed;

/**
 * Stands in for the model of a home, by rules: it reads the data of the prompt, asks the what-if tool, proposes, counters,
 * accepts, refuses. It sees nothing but the text a model sees. What it answers depends on that text alone. Now and then it
 * makes a mistake of a kind that models make; asked once more it makes none.
 *
 * @param faultShare share of first replies that are wrong [0..1]
 */
public record BargainingResponder(double faultShare) implements Responder {
    private static final double LEAST_KW = 0.05;
    private static final int MOST_TOOLS = 3;

    @Override
    public String reply(Asked asked) {
        return reply(asked.turns());
    }

    /** The reply to a talk so far. */
    public String reply(List<Utterance> turns) {
        PromptData data = PromptData.of(turns);
        double draw = Mistakes.draw(turns.getFirst().text());
        boolean right = draw >= faultShare || Mistakes.told(turns);
        if (data.has("rounds_per_negotiation")) {
            JsonObject strategy = strategy(data);
            return right ? strategy.toString() : Mistakes.strategy(strategy, draw / faultShare);
        }
        long tools = turns.stream().filter(turn -> turn.role() == Utterance.Role.MODEL).count();
        JsonObject good = decide(data, tools < MOST_TOOLS);
        return right ? good.toString() : Mistakes.decision(good, draw / faultShare);
    }

    private static JsonObject decide(PromptData data, boolean toolsLeft) {
        boolean last = data.text("state").contains("last word");
        Double limit = data.after("contracts_that_day", "limit is ");
        if (may(data, "REFUSE") && limit != null && data.number("contracts_that_day", 0, 0) >= limit) {
            return refusal("EVENT_LIMIT", "We have sold enough for that day.");
        }
        double most = power(data);
        if (may(data, "REFUSE") && most < LEAST_KW) {
            return refusal("NOT_DELIVERABLE", "There is nothing to sell with here.");
        }
        Double bidKw = data.number("counter_offer", 0);
        double about = bidKw != null ? bidKw : data.has("your_ask") ? data.number("your_ask", 0, most) : most;
        Computed known = data.computed().get(about);
        if (known == null && may(data, "WHAT_IF") && toolsLeft) {
            return tool(about);
        }
        Computed cost = known == null ? guess(data, about) : known;
        if (may(data, "REFUSE")) {
            return opening(data, cost);
        }
        return bidKw == null ? revised(data, cost) : answer(data, cost, last);
    }

    private static JsonObject opening(PromptData data, Computed cost) {
        double top = data.number("published_price", 0, 0);
        if (cost.kw() < LEAST_KW) {
            return refusal("NOT_DELIVERABLE", "That cannot be delivered in this hour.");
        }
        if (cost.reservation() >= top) {
            return refusal("NOT_WORTHWHILE", "The price on offer does not pay for it.");
        }
        return terms("PROPOSE", cost.kw(), ask(data, cost.reservation()), "A fair price for a scarce hour.");
    }

    private static JsonObject revised(PromptData data, Computed cost) {
        double before = data.number("your_ask", 1, 0);
        double ask = ask(data, cost.reservation());
        return ask < before - 0.01
                ? terms("PROPOSE", data.number("your_ask", 0, 0), ask, "I come down a little.")
                : plain("STAND", "My ask stands.");
    }

    private static JsonObject answer(PromptData data, Computed cost, boolean last) {
        double kw = data.number("counter_offer", 0, 0);
        double bid = data.number("counter_offer", 1, 0);
        double least = cost.reservation();
        double next = last ? least : Math.max(least, ask(data, least));
        if (cost.kw() >= kw - 1e-9 && bid >= next) {
            return plain("ACCEPT", "That is good enough for us.");
        }
        if (last) {
            return plain("REJECT", "That does not pay for it.");
        }
        double ask = Math.min(data.number("your_ask", 1, next), next);
        return ask >= bid && cost.kw() >= LEAST_KW
                ? terms("COUNTER", Math.min(cost.kw(), kw), Math.max(ask, least), "We need a little more.")
                : plain("REJECT", "That does not pay for it.");
    }

    /** A price between the published one and the least, closer to the least with every round; each home has its own pace. */
    private static double ask(PromptData data, double least) {
        double top = data.number("published_price", 0, 0);
        double round = data.number("round", 0, 1);
        double rounds = data.number("round", 1, 1);
        double pace = 0.5 + 2 * Mistakes.draw(data.text("your_home"));
        double given = rounds <= 1 ? 1 : Math.pow((round - 1) / (rounds - 1), 1 / pace);
        return Math.ceil((least + 0.9 * (1 - given) * Math.max(top - least, 0)) * 100 - 1e-7) / 100;
    }

    /** Without a tool: what the energy costs at retail, with losses and wear, guessed. */
    private static Computed guess(PromptData data, double kw) {
        double retail = data.number("retail", 0, 0.3);
        Double wear = data.after("battery", "wear ");
        return new Computed(kw * 0.8, Math.ceil((retail * 1.1 + (wear == null ? 0 : wear)) * 1000 * 100) / 100);
    }

    /** Power of battery and car, not above what is wanted [kW]. */
    static double power(PromptData data) {
        Double battery = data.after("battery", "discharges up to ");
        Double car = data.after("car", "gives back up to ");
        double sum = (battery == null ? 0 : battery) + (car == null ? 0 : car);
        return Math.floor(Math.min(sum, data.number("wanted_from_all_homes", 0, sum)) * 100) / 100;
    }

    private static JsonObject strategy(PromptData data) {
        JsonObject reply = new JsonObject();
        double draw = Mistakes.draw(data.text("your_home"));
        reply.addProperty("take_part", !data.text("battery").equals("none"));
        reply.addProperty("reservation_markup", Math.round(10 * draw) / 100.0);
        reply.addProperty("opening_markup", 0.9);
        reply.addProperty("concession_exponent", 0.5 + Math.round(20 * draw) / 10.0);
        reply.addProperty("most_kw_share", 0.9);
        reply.addProperty("least_price_usd_per_mwh", 0);
        reply.addProperty("rationale", "A calm day: sell most of it at a fair price.");
        return reply;
    }

    static boolean may(PromptData data, String action) {
        return List.of(data.text("allowed_actions").split(", ", -1)).contains(action);
    }

    static JsonObject tool(double kw) {
        JsonObject reply = plain("WHAT_IF", "Let me see what that costs.");
        reply.addProperty("kw", kw);
        return reply;
    }

    static JsonObject refusal(String reason, String why) {
        JsonObject reply = plain("REFUSE", why);
        reply.addProperty("reason", reason);
        return reply;
    }

    static JsonObject terms(String action, double kw, double price, String why) {
        JsonObject reply = plain(action, why);
        reply.addProperty("kw", kw);
        reply.addProperty("price_usd_per_mwh", price);
        return reply;
    }

    static JsonObject plain(String action, String why) {
        JsonObject reply = new JsonObject();
        reply.addProperty("action", action);
        reply.addProperty("rationale", why);
        return reply;
    }
}
