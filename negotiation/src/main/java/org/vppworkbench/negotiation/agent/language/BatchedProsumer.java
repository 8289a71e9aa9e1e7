package org.vppworkbench.negotiation.agent.language;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.model.message.GateVerdict;
import org.vppworkbench.model.message.MessageSource;
import org.vppworkbench.model.message.NegotiationMessage;
import org.vppworkbench.model.scenario.LanguageSettings;
import org.vppworkbench.model.simulation.CancelToken;
import org.vppworkbench.negotiation.agent.language.HomeThoughts.Thought;
import org.vppworkbench.negotiation.language.LanguageModel;
import org.vppworkbench.negotiation.language.Origin;
import org.vppworkbench.negotiation.persona.BatchBriefing;
import org.vppworkbench.negotiation.persona.HomeBriefing;
import org.vppworkbench.negotiation.protocol.AgentFailure;
import org.vppworkbench.negotiation.protocol.Preparation;
import org.vppworkbench.negotiation.protocol.ProsumerPolicy;
import org.vppworkbench.negotiation.protocol.ProsumerTurn;

/**
 * Homes decided by a language model, many in one request. Each home's part of a reply is read and goes through the gate on
 * its own; a part that is missing or cannot be read fails that home only. One instance serves all homes of one run.
 */
public final class BatchedProsumer implements ProsumerPolicy, Preparation {
    /** Answers of the tool per turn: a second look costs a request for all homes that want it. */
    private static final int MOST_TOOL_STEPS = 2;

    private final DecisionLoop loop;
    private final HomeBriefing single;
    private final BatchBriefing briefing;
    private final LanguageHomeTools tools;
    private final LanguageSettings settings;
    private final int size;
    private final HomeThoughts thoughts;
    private final Map<String, Integer> preparations = new HashMap<>();
    private CancelToken cancel = CancelToken.NEVER;

    public BatchedProsumer(
            LanguageModel model, HomeBriefing single, BatchBriefing briefing, LanguageSettings settings, long seed) {
        this.loop = new DecisionLoop(model, Samplings.of(settings));
        this.single = single;
        this.briefing = briefing;
        this.settings = settings;
        this.tools = new LanguageHomeTools(single.words(), settings, seed);
        this.size = ReplyRoom.DECISIONS.items(settings);
        this.thoughts = new HomeThoughts(
                single,
                settings,
                turn -> think(turn.desk().prosumer(), turn.letterhead().part(), List.of(turn)).getFirst(),
                this::repaired);
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
        answers.forEach(thoughts::keep);
    }

    @Override
    public Optional<NegotiationMessage> reply(ProsumerTurn turn) {
        return thoughts.reply(turn);
    }

    @Override
    public Optional<NegotiationMessage> retry(ProsumerTurn turn, GateVerdict verdict) {
        return thoughts.retry(turn, verdict);
    }

    /** Where the agent itself fails, it fails for these homes and for no others. */
    private List<Thought> think(String agent, int time, List<ProsumerTurn> turns) {
        try {
            return asked(agent, time, turns);
        } catch (RuntimeException failure) {
            Asking<HomeDecision> none = Asking.failed(origin(agent, time, 0, turns), failure);
            return turns.stream().map(turn -> new Thought(turn, none)).toList();
        }
    }

    /** Asks for all homes, and once more for those whose part could not be read. */
    private List<Thought> asked(String agent, int time, List<ProsumerTurn> turns) {
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

    private Outcome<HomeDecision> repaired(ProsumerTurn turn, Outcome<HomeDecision> first, String words) {
        String home = turn.desk().prosumer();
        Talk talk = talk(home, turn.letterhead().part(), 0, List.of(turn)).again(words);
        Outcome<HomeDecision> second = ask(talk, List.of(turn)).get(home);
        return second == null ? missing(home, turn.letterhead().part(), turn) : second;
    }

    private Talk talk(String agent, int time, int step, List<ProsumerTurn> turns) {
        return new Talk(origin(agent, time, step, turns), briefing.about(turns, tools::known));
    }

    private static Origin origin(String agent, int time, int step, List<ProsumerTurn> turns) {
        ProsumerTurn any = turns.getFirst();
        return new Origin(agent, any.opportunity().id(), any.round(), time, 0, step);
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

    /** The parts by home. Strays are nobody's turn, so that nobody is refused for them. */
    private Map<String, Part> parts(List<ProsumerTurn> turns, ReplyObject reply) throws ReplyFault {
        Map<String, ProsumerTurn> asked = new HashMap<>();
        turns.forEach(turn -> asked.put(turn.desk().prosumer(), turn));
        List<ReplyObject> items = reply.objects("replies", 4 * ReplyRoom.DECISIONS.most());
        return PerHome.read(
                        items, asked.keySet(), "reply",
                        (home, item) -> part(Objects.requireNonNull(asked.get(home)), item.without("home")), "")
                .items();
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
        } catch (RuntimeException failure) {
            return new Part(null, AgentFailure.words(failure));
        }
    }
}
