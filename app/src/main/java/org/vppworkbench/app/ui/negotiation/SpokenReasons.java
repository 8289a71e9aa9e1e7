package org.vppworkbench.app.ui.negotiation;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.JsonParseException;
import com.google.gson.GsonBuilder;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.WeakHashMap;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.app.experiment.ExperimentResult;
import org.vppworkbench.app.experiment.ExternalRecord;
import org.vppworkbench.app.experiment.LanguageRecord;
import org.vppworkbench.app.io.ExternalJsonl;
import org.vppworkbench.app.ui.control.Numbers;
import org.vppworkbench.model.event.RunEvent;
import org.vppworkbench.model.message.Envelope;
import org.vppworkbench.model.message.MessageSource;
import org.vppworkbench.negotiation.external.Exchange;
import org.vppworkbench.negotiation.language.Answer;
import org.vppworkbench.negotiation.language.Usage;
import org.vppworkbench.negotiation.llm.tape.Tape;
import org.vppworkbench.negotiation.llm.tape.TapeEntry;
import org.vppworkbench.negotiation.llm.tape.TapeReader;

/** What a language model or a program of the user was told and answered, from the tape of the run. */
final class SpokenReasons {
    private static final Map<LanguageRecord, Optional<Tape>> TAPES = new WeakHashMap<>();

    private final @Nullable ExperimentResult outcome;

    /**
     * @param outcome the complete run, or {@code null}
     */
    SpokenReasons(@Nullable ExperimentResult outcome) {
        this.outcome = outcome;
    }

    List<Why.Section> of(Envelope envelope, RunEvent.@Nullable AgentDecided decision) {
        List<Why.Section> sections = new ArrayList<>();
        List<Why.Row> rows = new ArrayList<>();
        rows.add(new Why.Row("Decision", decision == null ? "not recorded" : switch (decision.outcome()) {
            case OWN -> "the agent’s own, at its first try";
            case REPAIRED -> "the agent’s own, asked once more after a refusal";
            case FALLBACK -> "taken by rules: the agent’s could not be used";
            case NONE -> "nobody’s: no rule stands in for the agent";
        }));
        if (envelope.source() == MessageSource.HUMAN) {
            rows.add(new Why.Row("Who", "a person at this window"));
        }
        String hash = envelope.rawReplyHash();
        if (hash != null) {
            rows.add(new Why.Row("Raw reply", "SHA-256 " + hash + "; the words are the model’s own"));
        }
        boolean external = envelope.source() == MessageSource.EXTERNAL;
        if (external) {
            rows.addAll(exchanges(envelope));
        }
        sections.add(new Why.Section("Who decided", rows));
        if (envelope.source() == MessageSource.LLM || hash != null) {
            sections.addAll(asked(envelope));
        }
        return sections;
    }

    private List<Why.Section> asked(Envelope envelope) {
        ExperimentResult result = outcome;
        LanguageRecord record = result == null ? null : result.language();
        Tape tape = record == null ? null : TAPES.computeIfAbsent(record, SpokenReasons::tape).orElse(null);
        if (record == null || tape == null) {
            String why = result == null ? "the tape is there when the run is complete" : "not recorded";
            return List.of(new Why.Section("Language model", List.of(new Why.Row("Prompt and reply", why))));
        }
        String subject = envelope.product() + "@" + envelope.hour();
        List<Why.Section> sections = new ArrayList<>();
        tape.entries().stream()
                .filter(entry -> entry.origin().agent().equals(envelope.sender()))
                .filter(entry -> entry.origin().round() == envelope.round())
                .filter(entry -> entry.origin().subject().equals(subject))
                .sorted(TapeEntry.ORDER)
                .forEach(entry -> sections.add(section(entry, record.report().replayed())));
        return sections.isEmpty()
                ? List.of(new Why.Section("Language model", List.of(new Why.Row("Prompt and reply", "not recorded for this message"))))
                : sections;
    }

    private static Optional<Tape> tape(LanguageRecord record) {
        return Optional.ofNullable(TapeReader.read("tape", record.tape().lines().toList()).value());
    }

    private static Why.Section section(TapeEntry entry, boolean replayed) {
        List<Why.Row> rows = new ArrayList<>();
        rows.add(new Why.Row("Prompt", entry.promptId() + ", SHA-256 " + entry.promptHash().substring(0, 12) + "…", prompt(entry)));
        Answer answer = entry.answer();
        switch (answer) {
            case null -> rows.add(new Why.Row("Reply", "none: the run was ended while the question was open"));
            case Answer.Failed failed -> rows.add(new Why.Row("Reply", "none: " + failed.kind() + ", " + failed.words()));
            case Answer.Said said -> {
                rows.add(new Why.Row("Raw reply", said.text().length() + " characters, SHA-256 " + said.provenance().rawHash().substring(0, 12) + "…", said.text()));
                String returned = said.provenance().returnedModel();
                rows.add(new Why.Row("Model", said.provenance().requestedModel() + " asked for, "
                        + (returned.isEmpty() ? "none named" : returned) + " returned, at " + said.provenance().host()));
            }
        }
        if (answer != null) {
            Usage use = answer.usage();
            rows.add(new Why.Row("Tokens", use.promptTokens() + " sent (" + use.cachedTokens() + " cached), " + use.outputTokens() + " replied, "
                    + use.thoughtTokens() + " thinking" + (use.estimated() ? ", estimated" : "")));
            rows.add(new Why.Row("Cost", use.priced() ? Numbers.format("%.6f $", use.usd()) : "not known: the model is not on the price list"));
            rows.add(new Why.Row("Latency", Numbers.format("%.2f s", use.seconds()) + " in " + use.attempts() + (use.attempts() == 1 ? " request" : " requests")));
        }
        rows.add(new Why.Row("Asked", (replayed ? "replayed from a tape recorded " : "live, ") + entry.when()));
        String attempt = entry.origin().attempt() == 0 ? "" : ", repair " + entry.origin().attempt();
        String step = entry.origin().step() == 0 ? "" : ", after " + entry.origin().step() + " answers of tools";
        return new Why.Section("Language model" + attempt + step, rows);
    }

    /** What was sent, as it stands on the tape. */
    private static String prompt(TapeEntry entry) {
        try {
            JsonObject line = JsonParser.parseString(entry.line()).getAsJsonObject();
            return line.has("request")
                    ? new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create().toJson(line.get("request")).replace("\\n", "\n")
                    : "not recorded";
        } catch (JsonParseException | IllegalStateException e) {
            return "not recorded";
        }
    }

    /** The lines to and from the program that are about this opportunity. */
    private List<Why.Row> exchanges(Envelope envelope) {
        ExperimentResult result = outcome;
        ExternalRecord recorded = result == null ? null : result.external();
        if (recorded == null) {
            return List.of(new Why.Row("What was said to the program", result == null ? "there when the run is complete" : "not recorded"));
        }
        List<Why.Row> rows = new ArrayList<>();

        for (Exchange exchange : exchanges(recorded.lines())) {
            String heard = exchange.heard();
            boolean about = exchange.agent().equals(envelope.sender())
                    && exchange.sent().stream().anyMatch(line -> line.contains(envelope.product() + "@" + envelope.hour()));
            if (about) {
                rows.add(new Why.Row("Listening " + exchange.number(), heard == null ? "no line: " + exchange.words() : heard,
                        String.join("\n", exchange.sent())));
            }
        }
        return rows.isEmpty() ? List.of(new Why.Row("What was said to the program", "not recorded for this opportunity")) : rows;
    }

    private static List<Exchange> exchanges(String recorded) {
        try {
            List<Exchange> all = ExternalJsonl.read(new BufferedReader(new StringReader(recorded)), "external.jsonl").value();
            return all == null ? List.of() : all;
        } catch (IOException e) {
            return List.of();
        }
    }
}
