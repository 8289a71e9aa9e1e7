package org.vppworkbench.negotiation.agent.language;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.model.message.GateVerdict;
import org.vppworkbench.model.message.MessageSource;
import org.vppworkbench.model.message.NegotiationMessage;
import org.vppworkbench.model.scenario.LanguageSettings;
import org.vppworkbench.model.simulation.CancelToken;
import org.vppworkbench.negotiation.language.LanguageModel;
import org.vppworkbench.negotiation.language.Origin;
import org.vppworkbench.negotiation.persona.BatchBriefing;
import org.vppworkbench.negotiation.persona.HomeBriefing;
import org.vppworkbench.negotiation.protocol.Preparation;
import org.vppworkbench.negotiation.protocol.ProsumerPolicy;
import org.vppworkbench.negotiation.protocol.ProsumerTurn;

/**
 * Homes decided by a language model, many in one request. Each home's part of a reply is read and goes through the gate on
 * its own; a part that is missing or cannot be read fails that home only. One instance serves all homes of one run.
 */
public final class BatchedProsumer implements ProsumerPolicy, Preparation {
    /** The most homes in one request; fewer where a reply has no room for them. Assumption. */
    public static final int MOST_HOMES = 25;

    /** A home's part of a reply takes about so many tokens. Assumption. */
    private static final int TOKENS_PER_HOME = 45;

    /** Answers of the tool per turn: a second look costs a request for all homes that want it. */
    private static final int MOST_TOOL_STEPS = 2;

    private final DecisionLoop loop;
    private final HomeBriefing single;
    private final BatchBriefing briefing;
    private final HomeTools tools;
    private final LanguageSettings settings;
    private final int size;
    private final Map<String, Thought> thoughts = new HashMap<>();
    private final Map<String, Integer> preparations = new HashMap<>();
    private CancelToken cancel = CancelToken.NEVER;

    /**
     * What the model answered for a home.
     *
     * @param turn the turn it answered; an answer to another turn is of no use
     */
    private record Thought(ProsumerTurn turn, Asking<HomeDecision> asking) {}

    public BatchedProsumer(
            LanguageModel model, HomeBriefing single, BatchBriefing briefing, LanguageSettings settings, long seed) {
        this.loop = new DecisionLoop(model, Samplings.of(settings));
        this.single = single;
        this.briefing = briefing;
        this.settings = settings;
        this.tools = new HomeTools(single.words(), settings, seed);
        this.size = Math.clamp(settings.sampling().maxOutputTokens() / TOKENS_PER_HOME, 1, MOST_HOMES);
    }

    @Override
    public MessageSource source() {
        return MessageSource.LLM;
    }

    @Override
    public void prepare(List<ProsumerTurn> turns, CancelToken token) {
        cancel = token;
        if (turns.isEmpty()) {
            return;
        }
        ProsumerTurn any = turns.getFirst();
        int time = preparations.merge(any.opportunity().id() + "/r" + any.round(), 1, Integer::sum) - 1;
        List<Integer> batches =
                IntStream.rangeClosed(0, (turns.size() - 1) / size).boxed().toList();
        List<List<Thought>> answers = SideBySide.map(
                batches,
                i -> think("batch-" + (i + 1), time, turns.subList(i * size, Math.min((i + 1) * size, turns.size()))),
                token);
        answers.forEach(batch -> batch.forEach(thought -> thoughts.put(thought.turn().desk().prosumer(), thought)));
    }

    @Override
    public Optional<NegotiationMessage> reply(ProsumerTurn turn) {
        return message(turn, thought(turn).asking().first(), false);
    }

    @Override
    public Optional<NegotiationMessage> retry(ProsumerTurn turn, GateVerdict verdict) {
        Asking<HomeDecision> asking = thought(turn).asking();
        Outcome<HomeDecision> second = asking.second();
        return message(turn, second == null ? repaired(turn, asking.first(), verdict) : second, true);
    }

    private Optional<NegotiationMessage> message(ProsumerTurn turn, Outcome<HomeDecision> outcome, boolean last) {
        Outcome.Decided<HomeDecision> decided = Asking.decided(outcome, turn.desk().prosumer(), last);
        return HomeMessages.message(turn, decided.decision(), decided.rawHash());
    }

    private Thought thought(ProsumerTurn turn) {
        Thought prepared = thoughts.get(turn.desk().prosumer());
        if (prepared != null && prepared.turn().equals(turn)) {
            return prepared;
        }
        Thought now = think(turn.desk().prosumer(), turn.letterhead().part(), List.of(turn)).getFirst();
        thoughts.put(turn.desk().prosumer(), now);
        return now;
    }

    /** Asks for all homes, and once more for those whose part could not be read. */
    private List<Thought> think(String agent, int time, List<ProsumerTurn> turns) {
        Map<String, Outcome<HomeDecision>> first = ask(talk(agent, time, 0, turns), turns);
        List<ProsumerTurn> failed = new ArrayList<>();
        Set<String> faults = new LinkedHashSet<>();
        for (ProsumerTurn turn : turns) {
            if (first.get(turn.desk().prosumer()) instanceof Outcome.Failed<HomeDecision> fault && fault.repairable()) {
                failed.add(turn);
                faults.add(fault.words());
            }
        }
        Map<String, Outcome<HomeDecision>> second = new HashMap<>();
        if (!failed.isEmpty()) {
            String words = single.repair(Asking.CHECK, String.join("; ", faults));
            second.putAll(ask(talk(agent, time, 0, failed).again(words), failed));
        }
        return turns.stream()
                .map(turn -> {
                    String home = turn.desk().prosumer();
                    Outcome<HomeDecision> outcome = first.get(home);
                    return new Thought(turn, new Asking<>(outcome == null ? missing(agent, time, turn) : outcome, second.get(home)));
                })
                .toList();
    }

    private Outcome<HomeDecision> repaired(ProsumerTurn turn, Outcome<HomeDecision> first, GateVerdict verdict) {
        double kw = first instanceof Outcome.Decided<HomeDecision> decided ? decided.decision().kw() : 0;
        boolean toolTells = settings.tool() == LanguageSettings.Tool.EXACT;
        String reason = GateWords.of(verdict, turn, kw, single.figures(), toolTells);
        String home = turn.desk().prosumer();
        Talk talk = talk(home, turn.letterhead().part(), 0, List.of(turn)).again(single.repair(verdict.check(), reason));
        Outcome<HomeDecision> second = ask(talk, List.of(turn)).get(home);
        return second == null ? missing(home, turn.letterhead().part(), turn) : second;
    }

    private Talk talk(String agent, int time, int step, List<ProsumerTurn> turns) {
        ProsumerTurn any = turns.getFirst();
        Origin origin = new Origin(agent, any.opportunity().id(), any.round(), time, 0, step);
        return new Talk(origin, briefing.about(turns, tools::known));
    }

    private Outcome<HomeDecision> missing(String agent, int time, ProsumerTurn turn) {
        return new Outcome.Failed<>("there is no part for this home", true, talk(agent, time, 0, List.of(turn)));
    }

    /** What came for each home; homes that ask the tool are asked about again, together. */
    private Map<String, Outcome<HomeDecision>> ask(Talk start, List<ProsumerTurn> turns) {
        Map<String, Outcome<HomeDecision>> done = new LinkedHashMap<>();
        List<ProsumerTurn> open = turns;
        Talk talk = start;
        for (int step = 0; !open.isEmpty(); step++) {
            List<ProsumerTurn> asked = open;
            Outcome<Map<String, Part>> outcome =
                    loop.decide(talk, briefing.schema(), reply -> new Move.Decided<>(parts(asked, reply)), cancel);
            List<ProsumerTurn> next = new ArrayList<>();
            for (ProsumerTurn turn : open) {
                String home = turn.desk().prosumer();
                if (take(outcome, home, step, done)) {
                    next.add(turn);
                }
            }
            open = next;
            if (!open.isEmpty()) {
                talk = goOn(talk, step + 1, open);
            }
        }
        return done;
    }

    /** Goes on with the homes whose tool has answered. */
    private Talk goOn(Talk before, int step, List<ProsumerTurn> open) {
        Origin o = before.origin();
        Origin origin = new Origin(o.agent(), o.subject(), o.round(), o.turn(), o.attempt(), step);
        return new Talk(origin, briefing.about(open, tools::known));
    }

    /** Keeps a home's part; true where its tool was asked and it waits for the answer. */
    private static boolean take(
            Outcome<Map<String, Part>> outcome, String home, int step, Map<String, Outcome<HomeDecision>> done) {
        switch (outcome) {
            case Outcome.Failed<Map<String, Part>>(String words, boolean repairable, Talk talk) ->
                    done.put(home, new Outcome.Failed<>(words, repairable, talk));
            case Outcome.Spent<Map<String, Part>>(String words, Talk talk) ->
                    done.put(home, new Outcome.Spent<>(words, talk));
            case Outcome.Decided<Map<String, Part>>(Map<String, Part> parts, String hash, Talk talk) -> {
                Part part = parts.get(home);
                HomeDecision decision = part == null ? null : part.decision();
                if (part == null) {
                    done.put(home, new Outcome.Failed<>("there is no part for this home", true, talk));
                } else if (decision != null) {
                    done.put(home, new Outcome.Decided<>(decision, hash, talk));
                } else if (part.fault().isEmpty() && step < MOST_TOOL_STEPS) {
                    return true;
                } else {
                    String words = part.fault().isEmpty() ? "a tool was asked once too often; decide now" : part.fault();
                    done.put(home, new Outcome.Failed<>(words, true, talk));
                }
            }
        }
        return false;
    }

    /**
     * A home's part of a reply.
     *
     * @param decision {@code null} where the tool was asked or the part cannot be read
     * @param fault what is wrong with it, empty for nothing
     */
    private record Part(@Nullable HomeDecision decision, String fault) {}

    /** The parts by home; the first counts where a home is named twice, and homes nobody asked about are passed over. */
    private Map<String, Part> parts(List<ProsumerTurn> turns, ReplyObject reply) throws ReplyFault {
        Map<String, ProsumerTurn> asked = new HashMap<>();
        turns.forEach(turn -> asked.put(turn.desk().prosumer(), turn));
        Map<String, Part> parts = new HashMap<>();
        for (ReplyObject item : reply.objects("replies", 4 * MOST_HOMES)) {
            String home = item.text("home", 64);
            ProsumerTurn turn = asked.remove(home);
            if (turn != null) {
                parts.put(home, part(turn, item.without("home")));
            }
        }
        return parts;
    }

    private Part part(ProsumerTurn turn, ReplyObject item) {
        try {
            if (item.text("action", 32).matches("HISTORY|FORECAST")) {
                return new Part(null, "this tool is not offered for many homes at once");
            }
            HomeReader reader = new HomeReader(
                    turn, single, tools, settings.tool(), BatchBriefing.offered(turn, settings.tool()), 0);
            return reader.read(item) instanceof Move.Decided<HomeDecision>(HomeDecision decision)
                    ? new Part(decision, "")
                    : new Part(null, "");
        } catch (ReplyFault fault) {
            return new Part(null, fault.words());
        }
    }
}
