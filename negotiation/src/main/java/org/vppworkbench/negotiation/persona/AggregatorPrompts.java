package org.vppworkbench.negotiation.persona;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.vppworkbench.model.scenario.LanguageSettings;
import org.vppworkbench.negotiation.language.Prompt;
import org.vppworkbench.negotiation.language.ReplySchema;
import org.vppworkbench.negotiation.language.Utterance;
import org.vppworkbench.negotiation.persona.PromptLibrary.Instructions;

/**
 * The instructions of models that decide about many homes at once: the same text in every request of a run, so that a provider
 * can read it from its cache.
 */
public final class AggregatorPrompts {
    /** Shared with the homes. */
    private static final String REPAIR = "prosumer/repair.txt";

    private final PromptLibrary library;
    private final Instructions instructions;
    private final ReplySchema schema;

    private AggregatorPrompts(PromptLibrary library, Instructions instructions, ReplySchema schema) {
        this.library = library;
        this.instructions = instructions;
        this.schema = schema;
    }

    /**
     * For a model that speaks for the aggregator.
     *
     * @param actions names of what it may do
     */
    public static AggregatorPrompts aggregator(
            PromptLibrary library, LanguageSettings settings, Fence fence, List<String> actions) {
        String tool = settings.tool().name().toLowerCase(Locale.ROOT);
        Instructions instructions = library.compose(
                "aggregator-" + settings.paraphrase() + "-" + tool,
                List.of(
                        "aggregator/instructions-" + settings.paraphrase() + ".txt",
                        "aggregator/protocol.txt",
                        "aggregator/tool-" + tool + ".txt"),
                List.of("aggregator/reply.json", REPAIR),
                Map.of("open", fence.open(), "close", fence.close()));
        String form = PromptLibrary.filled(
                library.text("aggregator/reply.json").strip(), Map.of("actions", String.join("\",\"", actions)));
        return new AggregatorPrompts(library, instructions, new ReplySchema("aggregator_reply", form));
    }

    /** For one model that decides alone for the aggregator and all homes. */
    public static AggregatorPrompts single(PromptLibrary library, LanguageSettings settings, Fence fence) {
        Instructions instructions = library.compose(
                "single-" + settings.paraphrase(),
                List.of("single/instructions-" + settings.paraphrase() + ".txt", "single/protocol.txt"),
                List.of("single/reply.json", REPAIR),
                Map.of("open", fence.open(), "close", fence.close()));
        return new AggregatorPrompts(
                library, instructions, new ReplySchema("single_reply", library.text("single/reply.json").strip()));
    }

    /** The first request about a task. */
    public Prompt about(String task) {
        return new Prompt(
                instructions.id(), instructions.hash(), instructions.text(),
                List.of(new Utterance(Utterance.Role.USER, task)));
    }

    /**
     * The words that ask once more.
     *
     * @param check name of the check that failed
     * @param reason what was wrong, in words without unscaled prices
     */
    public String repair(String check, String reason) {
        return PromptLibrary.filled(library.text(REPAIR).strip(), Map.of("check", check, "reason", reason));
    }

    public ReplySchema schema() {
        return schema;
    }
}
