package org.vppworkbench.app.io;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Locale;
import org.apache.commons.csv.CSVFormat;
import org.jspecify.annotations.Nullable;

/** The choices of a person as a table for a study, one decision a row, with what the rule would have done beside it. */
public final class HumanCsv {
    private static final List<String> HEADER = List.of(
            "decision", "agent", "opportunity", "round", "kind", "at_s", "seconds", "what_ifs", "questions", "said", "kw",
            "usd_per_mwh", "refused", "rule_said", "rule_kw", "rule_usd_per_mwh");

    private HumanCsv() {}

    public static void write(List<HumanChoice> choices, Writer out) throws IOException {
        CSVFormat format = CSVFormat.RFC4180.builder().setRecordSeparator("\n").get();
        format.printRecord(out, HEADER.toArray());
        for (HumanChoice choice : choices) {
            JsonObject said = object(choice.said());
            JsonObject rule = object(choice.rule());
            JsonObject terms = rule.has("terms") && rule.get("terms").isJsonObject() ? rule.getAsJsonObject("terms") : new JsonObject();
            long whatIfs = choice.asked().stream()
                    .filter(asked -> text(object(asked.question()), "type").equals("what_if"))
                    .count();
            format.printRecord(
                    out, choice.decision(), choice.agent(), choice.opportunity(), choice.round(), choice.kind(),
                    seconds(choice.atSeconds()), seconds(choice.seconds()), whatIfs, choice.asked().size(),
                    said.has("actions") ? said.get("actions") : text(said, "type"),
                    text(said, "kw"), text(said, "usdPerMwh"), choice.refused() == null ? "" : choice.refused(),
                    rule.has("actions") ? rule.get("actions") : text(rule, "said"), text(terms, "kw"),
                    text(terms, "usdPerMwh"));
        }
    }

    private static String seconds(double value) {
        return String.format(Locale.ROOT, "%.3f", value);
    }

    private static JsonObject object(@Nullable String line) {
        if (line == null) {
            return new JsonObject();
        }
        JsonElement parsed = JsonParser.parseString(line);
        return parsed.isJsonObject() ? parsed.getAsJsonObject() : new JsonObject();
    }

    private static String text(JsonObject object, String name) {
        JsonElement value = object.get(name);
        return value == null || value.isJsonNull() ? "" : value.getAsString();
    }
}
