package org.vppworkbench.negotiation.llm.tape;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import org.vppworkbench.negotiation.language.Answer;
import org.vppworkbench.negotiation.language.FailureKind;
import org.vppworkbench.negotiation.language.Usage;

/**
 * What is on a tape, to be listed.
 *
 * @param lines by what they tell
 * @param failures by kind
 * @param agents lines by who asked
 * @param prompts lines by name of the prompt
 * @param versions answers by the version of the model the server named
 * @param usage of all
 * @param first date and time of the first line, or empty
 * @param last date and time of the last line, or empty
 */
public record TapeSummary(
        TapeHeader header,
        Map<TapeEntry.Kind, Integer> lines,
        Map<FailureKind, Integer> failures,
        Map<String, Integer> agents,
        Map<String, Integer> prompts,
        Map<String, Integer> versions,
        Usage usage,
        String first,
        String last) {

    public static TapeSummary of(Tape tape) {
        Map<TapeEntry.Kind, Integer> lines = new EnumMap<>(TapeEntry.Kind.class);
        Map<FailureKind, Integer> failures = new EnumMap<>(FailureKind.class);
        Map<String, Integer> agents = new TreeMap<>();
        Map<String, Integer> prompts = new TreeMap<>();
        Map<String, Integer> versions = new TreeMap<>();
        Usage usage = Usage.NONE;
        for (TapeEntry entry : tape.entries()) {
            lines.merge(entry.kind(), 1, Integer::sum);
            agents.merge(entry.origin().agent(), 1, Integer::sum);
            prompts.merge(entry.promptId(), 1, Integer::sum);
            Answer answer = entry.answer();
            if (answer instanceof Answer.Said said) {
                versions.merge(said.provenance().returnedModel(), 1, Integer::sum);
            } else if (answer instanceof Answer.Failed failed) {
                failures.merge(failed.kind(), 1, Integer::sum);
            }
            usage = answer == null ? usage : usage.plus(answer.usage());
        }
        return new TapeSummary(
                tape.header(), Collections.unmodifiableMap(lines), Collections.unmodifiableMap(failures),
                Collections.unmodifiableMap(agents), Collections.unmodifiableMap(prompts),
                Collections.unmodifiableMap(versions), usage,
                tape.entries().stream().map(TapeEntry::when).min(String::compareTo).orElse(""),
                tape.entries().stream().map(TapeEntry::when).max(String::compareTo).orElse(""));
    }
}
