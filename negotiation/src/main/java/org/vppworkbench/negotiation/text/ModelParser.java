package org.vppworkbench.negotiation.text;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.vppworkbench.model.message.TextHash;
import org.vppworkbench.model.scenario.Finding;
import org.vppworkbench.model.simulation.CancelToken;
import org.vppworkbench.negotiation.language.Answer;
import org.vppworkbench.negotiation.language.LanguageModel;
import org.vppworkbench.negotiation.language.Origin;
import org.vppworkbench.negotiation.language.Prompt;
import org.vppworkbench.negotiation.language.Question;
import org.vppworkbench.negotiation.language.Sampling;
import org.vppworkbench.negotiation.language.Utterance;

/**
 * Reads a description with a language model, and believes little: the words a value rests on must stand in the text, must
 * not be part of something addressed to the program, and the value must lie in the range of its field. Where the model
 * fails or its reply cannot be read, the trained parser reads the text and the findings say so.
 */
public final class ModelParser implements TextParser {
    private static final int MAX_TOKENS = 4096;

    private final LanguageModel model;
    private final TrainedParser own = new TrainedParser();

    public ModelParser(LanguageModel model) {
        this.model = model;
    }

    @Override
    public String id() {
        return "model";
    }

    @Override
    public ParsedHome parse(String text, CancelToken cancel) {
        ParsedHome withoutModel = own.parse(text);
        if (text.isBlank()) {
            return withoutModel;
        }
        SourceText source = SourceText.of(text);
        return switch (model.ask(question(source.text()), cancel)) {
            case Answer.Failed failed -> instead(withoutModel, failed.words());
            case Answer.Said said -> read(said.text(), source, withoutModel);
        };
    }

    private static Question question(String text) {
        String instructions = TextResource.text("describe-v1.txt");
        String hash = TextHash.sha256(instructions + ModelReply.SCHEMA.json());
        String fence = "DESCRIPTION " + TextHash.sha256(text).substring(0, 12);
        String data = "BEGIN " + fence + "\n" + text + "\nEND " + fence;
        return new Question(
                new Origin("describe", "home", 0, 0, 0, 0),
                new Prompt("describe/v1", hash, instructions, List.of(new Utterance(Utterance.Role.USER, data))),
                ModelReply.SCHEMA,
                new Sampling(0.0, null, 7, MAX_TOKENS));
    }

    private ParsedHome read(String reply, SourceText source, ParsedHome withoutModel) {
        List<ModelReply.Line> lines = ModelReply.read(reply);
        if (lines == null) {
            return instead(withoutModel, "its reply was not the JSON that was asked for");
        }
        Quotes quotes = new Quotes(source);
        Map<HomeField, ParsedField> fields = new EnumMap<>(HomeField.class);
        Set<HomeField> abstained = EnumSet.noneOf(HomeField.class);
        List<Finding> findings = new ArrayList<>();
        if (source.cut()) {
            findings.add(Finding.warning("description", null, "only the first " + SourceText.LIMIT + " characters were read", null));
        }
        for (ModelReply.Line line : lines) {
            String where = "model, " + line.field().key();
            Span span = quotes.find(line.words());
            String value = FieldValues.checked(line.field(), line.value());
            if (span == null) {
                findings.add(Finding.warning(where, RuleParser.quoted(line.words()), "these words are not in the text; refused", null));
            } else if (quotes.hostile(line.words())) {
                findings.add(Finding.warning(where, RuleParser.quoted(line.words()), "an instruction to the program; refused", null));
            } else if (value == null) {
                findings.add(Finding.warning(where, line.value(), "not a possible value; refused", line.field().allowed()));
            } else if (fields.containsKey(line.field())
                    && !FieldMatch.same(line.field(), value, fields.get(line.field()).value())) {
                abstained.add(line.field());
                findings.add(Finding.warning(where, value, "named twice with different values; the default stands", null));
            } else {
                fields.put(line.field(), new ParsedField(line.field(), value, span, source.words(span), 0.8, "read by the model"));
            }
        }
        abstained.forEach(fields::remove);
        abstained.addAll(withoutModel.abstained());
        // where the text contradicts itself a model must not pick a side
        withoutModel.abstained().forEach(fields::remove);
        withoutModel.findings().stream().filter(f -> !f.message().startsWith("nothing was taken")).forEach(findings::add);
        return new ParsedHome(id(), withoutModel.language(), fields, abstained, withoutModel.hostile(), findings);
    }

    private static ParsedHome instead(ParsedHome withoutModel, String why) {
        List<Finding> findings = new ArrayList<>();
        findings.add(Finding.warning("describe", null, "the model gave nothing usable (" + why + "); read without it", null));
        findings.addAll(withoutModel.findings());
        return new ParsedHome(
                withoutModel.parser(), withoutModel.language(), withoutModel.fields(), withoutModel.abstained(), withoutModel.hostile(), findings);
    }
}
