package org.vppworkbench.negotiation.persona;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.vppworkbench.model.scenario.LanguageSettings;
import org.vppworkbench.model.simulation.PresentationOrder;
import org.vppworkbench.negotiation.language.Prompt;
import org.vppworkbench.negotiation.language.ReplySchema;
import org.vppworkbench.negotiation.language.Utterance;
import org.vppworkbench.negotiation.persona.PromptLibrary.Instructions;
import org.vppworkbench.negotiation.protocol.ProsumerTurn;
import org.vppworkbench.negotiation.protocol.Stage;

/**
 * What a model is told that decides for several homes in one request: what they have in common once, then each home's own
 * information in a paragraph of its own. It mixes private data of homes, which is why it is a labelled condition.
 */
public final class BatchBriefing {
    /** Tools whose answer would have to be told home by home. */
    private static final Set<HomeAction> NOT_OFFERED = Set.of(HomeAction.HISTORY, HomeAction.FORECAST);

    /** Answers of the tool that are repeated, the latest. */
    private static final int MOST_KNOWN = 1;

    private final HomeBriefing single;
    private final Instructions instructions;
    private final ReplySchema schema;
    private final PresentationOrder order;

    /**
     * @param single briefing of one home
     * @param seed master seed
     * @throws IllegalStateException where a prompt is missing
     */
    public BatchBriefing(PromptLibrary library, LanguageSettings settings, HomeBriefing single, long seed) {
        this.single = single;
        this.order = new PresentationOrder(settings.order(), seed);
        String tool = "prosumer/tool-" + settings.tool().name().toLowerCase(Locale.ROOT) + ".txt";
        Fence fence = single.fence();
        this.instructions = library.compose(
                "prosumer-batched-" + settings.paraphrase() + "-" + settings.persona(),
                List.of(
                        "prosumer/instructions-" + settings.paraphrase() + ".txt",
                        "persona/" + settings.persona() + ".txt",
                        "prosumer/batched.txt"),
                List.of(tool, "prosumer/batched.json", "prosumer/repair.txt"),
                Map.of("open", fence.open(), "close", fence.close(), "tool", library.text(tool).strip()));
        String actions = HomeAction.all(settings.tool()).stream()
                .filter(action -> !NOT_OFFERED.contains(action))
                .map(Enum::name)
                .collect(Collectors.joining("\",\""));
        this.schema = new ReplySchema(
                "prosumer_replies",
                PromptLibrary.filled(library.text("prosumer/batched.json").strip(), Map.of("actions", actions)));
    }

    public ReplySchema schema() {
        return schema;
    }

    /** What a home's part of a reply may do in a turn. */
    public static List<HomeAction> offered(ProsumerTurn turn, LanguageSettings.Tool tool) {
        return HomeAction.allowed(turn, tool).stream().filter(action -> !NOT_OFFERED.contains(action)).toList();
    }

    /**
     * One request about homes that negotiate about the same opportunity in the same round.
     *
     * @param turns at least one
     * @param known what tools answered to a home earlier in this negotiation
     */
    public Prompt about(List<ProsumerTurn> turns, Function<ProsumerTurn, List<String>> known) {
        ProsumerTurn any = turns.getFirst();
        List<String> lines = new ArrayList<>();
        single.opening(any).stream().filter(line -> !own(line)).forEach(lines::add);
        single.talk(any, action -> true).stream().filter(BatchBriefing::round).forEach(lines::add);
        String subject = any.opportunity().id() + "/r" + any.round();
        for (ProsumerTurn turn : order.of(turns, t -> t.desk().prosumer(), subject)) {
            single.opening(turn).stream().filter(BatchBriefing::own).forEach(lines::add);
            if (turn.stage() == Stage.CALLED) {
                lines.addAll(single.words().home(turn.desk(), turn.opportunity().hour()));
            }
            List<String> told = known.apply(turn);
            told.subList(Math.max(told.size() - MOST_KNOWN, 0), told.size()).forEach(line -> lines.add(brief(line)));
            single.talk(turn, action -> !NOT_OFFERED.contains(action)).stream()
                    .filter(line -> !round(line))
                    .forEach(lines::add);
        }
        String task = single.fence().block(lines) + "\nYour replies, one per home:";
        return new Prompt(
                instructions.id(), instructions.hash(), instructions.text(),
                List.of(new Utterance(Utterance.Role.USER, task)));
    }

    /** An answer of the tool without the battery's path, which takes a third of it. */
    private static String brief(String told) {
        int path = told.indexOf(", battery in that hour");
        return path < 0 ? told : told.substring(0, path);
    }

    private static boolean own(String line) {
        return line.startsWith("your_home: ") || line.startsWith("owners_price_floor: ");
    }

    private static boolean round(String line) {
        return line.startsWith("round: ");
    }
}
