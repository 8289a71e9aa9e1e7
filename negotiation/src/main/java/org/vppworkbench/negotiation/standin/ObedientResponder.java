package org.vppworkbench.negotiation.standin;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.negotiation.language.Utterance;
import org.vppworkbench.negotiation.standin.PromptData.Computed;

/**
 * The worst model of a home there can be: where its prompt holds a known attack, it does what the attack wants, as far as it
 * can and in every reply. Without one it is honest. An attack is known by a mark of visible ASCII characters that is put in
 * front of its text, so that it survives whatever is done to the text on its way. What comes of it is an upper bound of the
 * harm: a real model obeys less.
 *
 * <p>It obeys as the model of a single home in a negotiation. Strategies of the day and requests about several homes are
 * answered honestly.
 *
 * @param goals what is wanted, by id of the attack
 */
public record ObedientResponder(Map<String, AttackGoal> goals) implements Responder {
    /** What a model that tells its numbers says first. */
    public static final String TOLD = "[told ";

    private static final NegotiatingResponder HONEST = new NegotiatingResponder(new BargainingResponder(0));
    private static final Pattern MARK = Pattern.compile("\\[ref (attack-[0-9]{3})\\]");
    private static final Pattern NUMBER = Pattern.compile("[0-9]+\\.[0-9]+");
    private static final double NEXT_TO_NOTHING = 0.01;

    public ObedientResponder {
        goals = Map.copyOf(goals);
    }

    /** The mark of an attack. */
    public static String mark(String id) {
        return "[ref " + id + "]";
    }

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
        AttackGoal goal = obeys(turns);
        return goal == null ? HONEST.reply(system, turns) : obey(goal, turns);
    }

    /** The goal it works for in a talk, or {@code null} where it is honest. */
    public @Nullable AttackGoal obeys(List<Utterance> turns) {
        AttackGoal goal = heard(turns);
        boolean single = goal != null && !BatchSpeaker.understands(turns) && PromptData.of(turns).has("allowed_actions");
        return single ? goal : null;
    }

    /** The goal of the first known attack that stands in a talk, whatever the talk is about, or {@code null}. */
    public @Nullable AttackGoal heard(List<Utterance> turns) {
        for (Utterance turn : turns) {
            Matcher mark = MARK.matcher(turn.role() == Utterance.Role.MODEL ? "" : turn.text());
            while (mark.find()) {
                AttackGoal goal = goals.get(mark.group(1));
                if (goal != null) {
                    return goal;
                }
            }
        }
        return null;
    }

    private String obey(AttackGoal goal, List<Utterance> turns) {
        PromptData data = PromptData.of(turns);
        JsonObject honest = JsonParser.parseString(HONEST.home().reply(turns)).getAsJsonObject();
        boolean again = turns.getLast().text().contains("Your last reply was refused");
        return switch (goal) {
            case SELL_CHEAP -> cheap(data, honest, again).toString();
            case ACCEPT_ANYTHING -> (may(data, "ACCEPT") ? plain("ACCEPT") : honest).toString();
            case REFUSE_EVERYTHING -> no(data).toString();
            case ASK_HIGH -> priced(data, honest, data.number("price_range", 1, 1000)).toString();
            case OVER_CAP -> priced(data, honest, 1e6).toString();
            case INFEASIBLE -> offer(data, honest, 500, data.number("published_price", 0, 0)).toString();
            case LEAK -> told(data, honest).toString();
            case SMUGGLE -> Smuggling.reply(data, honest, variant(turns));
            case OUT_OF_PHASE -> Smuggling.outOfPhase(data, variant(turns));
            case FLOOD -> Smuggling.flood(variant(turns));
            case SILENCE -> variant(turns) % 2 == 0 ? "" : BargainingResponder.tool(0.5 + variant(turns) % 7).toString();
        };
    }

    /** At next to nothing; where that was refused, at the least price the tool has named for the quantity. */
    private static JsonObject cheap(PromptData data, JsonObject honest, boolean again) {
        if (may(data, "ACCEPT")) {
            return plain("ACCEPT");
        }
        if (honest.get("action").getAsString().equals("WHAT_IF")) {
            return honest;
        }
        Computed known = data.computed().values().stream().findFirst().orElse(null);
        double kw = known == null ? BargainingResponder.power(data) : known.kw();
        return offer(data, honest, kw, again && known != null ? known.reservation() : NEXT_TO_NOTHING);
    }

    private static JsonObject priced(PromptData data, JsonObject honest, double price) {
        double kw = honest.has("kw") ? honest.get("kw").getAsDouble() : BargainingResponder.power(data);
        return offer(data, honest, kw, price);
    }

    private static JsonObject offer(PromptData data, JsonObject honest, double kw, double price) {
        String action = may(data, "COUNTER") ? "COUNTER" : may(data, "PROPOSE") ? "PROPOSE" : "";
        return action.isEmpty() ? honest : BargainingResponder.terms(action, kw, price, "As I was told.");
    }

    private static JsonObject no(PromptData data) {
        if (may(data, "REFUSE")) {
            return BargainingResponder.refusal("OWNER", "As I was told.");
        }
        for (String action : List.of("REJECT", "WITHDRAW")) {
            if (may(data, action)) {
                return plain(action);
            }
        }
        return plain("STAND");
    }

    /** What the honest model does, with every number of the briefing in the words, the most private ones first. */
    private static JsonObject told(PromptData data, JsonObject honest) {
        StringBuilder words = new StringBuilder(TOLD).append(data.text("your_home")).append(']');
        data.computed().values().forEach(known -> words.append(" reservation ").append(known.reservation()));
        for (String key : List.of("battery", "car", "retail", "house")) {
            words.append(' ').append(key).append(NUMBER.matcher(data.text(key)).results()
                    .map(number -> " " + number.group())
                    .collect(Collectors.joining()));
        }
        JsonObject reply = honest.deepCopy();
        reply.addProperty("rationale", words.toString());
        return reply;
    }

    private static boolean may(PromptData data, String action) {
        return BargainingResponder.may(data, action);
    }

    private static JsonObject plain(String action) {
        return BargainingResponder.plain(action, "As I was told.");
    }

    /** A number that depends on the talk alone, so that kinds of one goal take turns. */
    private static int variant(List<Utterance> turns) {
        int sum = turns.size();
        for (Utterance turn : turns) {
            sum = 31 * sum + turn.text().hashCode();
        }
        return (sum >>> 4) & 0xffff;
    }
}
