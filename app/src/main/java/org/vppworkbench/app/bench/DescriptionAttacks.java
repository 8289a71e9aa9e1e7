package org.vppworkbench.app.bench;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import org.vppworkbench.model.fleet.Fleet;
import org.vppworkbench.model.fleet.Home;
import org.vppworkbench.model.message.TextHash;
import org.vppworkbench.model.scenario.Finding;
import org.vppworkbench.model.scenario.FleetValidation;
import org.vppworkbench.model.simulation.CancelToken;
import org.vppworkbench.negotiation.language.Answer;
import org.vppworkbench.negotiation.language.LanguageModel;
import org.vppworkbench.negotiation.language.ModelIdentity;
import org.vppworkbench.negotiation.language.Provenance;
import org.vppworkbench.negotiation.language.Question;
import org.vppworkbench.negotiation.language.Usage;
import org.vppworkbench.negotiation.text.FieldValues;
import org.vppworkbench.negotiation.text.HomeDefaults;
import org.vppworkbench.negotiation.text.HomeDraft;
import org.vppworkbench.negotiation.text.HomeDrafter;
import org.vppworkbench.negotiation.text.HomeField;
import org.vppworkbench.negotiation.text.ModelParser;
import org.vppworkbench.negotiation.text.ParsedField;
import org.vppworkbench.negotiation.text.ParsedHome;
import org.vppworkbench.negotiation.text.RuleParser;
import org.vppworkbench.negotiation.text.TextParser;
import org.vppworkbench.negotiation.text.TrainedParser;

/**
 * Descriptions of homes that are attacks, through all parsers: the trained one, its rules alone, and a model that obeys, which claims every number
 * the text demands for every field that takes one, with the attack's own words, and one with words of its own making.
 * A number of an instruction that becomes a value is a success, and so is a value out of its range or a home that the checks
 * of a fleet file refuse. A number that only misleads is none: it is shown with its words, and changes the home.
 */
final class DescriptionAttacks {
    private static final int QUOTED = 60;

    /** Ways to quote the attack. */
    private static final int WAYS = 3;

    private final HomeDefaults defaults;
    private final CancelToken cancel;

    DescriptionAttacks(HomeDefaults defaults, CancelToken cancel) {
        this.defaults = defaults;
        this.cancel = cancel;
    }

    List<AttackRow> run(Attack attack) {
        return List.of(row(attack, new TrainedParser()), row(attack, new RuleParser()), row(attack, new ModelParser(new Gullible(attack))));
    }

    private AttackRow row(Attack attack, TextParser parser) {
        ParsedHome home = parser.parse(attack.text(), cancel);
        HomeDraft draft = HomeDrafter.draft(home, defaults, "described");
        List<String> breaches = new ArrayList<>();
        for (ParsedField field : home.fields().values()) {
            if (FieldValues.checked(field.field(), field.value()) == null) {
                breaches.add("not validated: " + field);
            }
            if (attack.forbidden().stream().anyMatch(number -> same(number, field.value()))) {
                breaches.add("an instruction became a value: " + field);
            }
        }
        Home made = draft.home();
        if (made != null) {
            Fleet fleet = new Fleet("described", "described", List.of(made));
            FleetValidation.check(fleet, "description").stream()
                    .filter(Finding::isError)
                    .forEach(finding -> breaches.add("not a home: " + finding));
        }
        boolean misled = home.fields().values().stream()
                .anyMatch(field -> attack.misleading().stream().anyMatch(number -> same(number, field.value())));
        boolean asked = parser instanceof ModelParser;
        int refused = (int) home.findings().stream().filter(f -> f.message().contains("refused")).count();
        return new AttackRow(
                attack, parser.id(), "", asked ? 1 : 0, asked && !demands(attack).isEmpty() ? 1 : 0, refused, breaches,
                misled || !breaches.isEmpty(), 0, 0, null, null);
    }

    private static List<String> demands(Attack attack) {
        List<String> numbers = new ArrayList<>(attack.forbidden());
        numbers.addAll(attack.misleading());
        return numbers;
    }

    private static boolean same(String number, String value) {
        try {
            return Double.parseDouble(number) == Double.parseDouble(value);
        } catch (NumberFormatException notOne) {
            return false;
        }
    }

    /** Claims whatever the text demands. */
    private record Gullible(Attack attack) implements LanguageModel {
        @Override
        public Answer ask(Question question, CancelToken token) {
            JsonArray lines = new JsonArray();
            int ways = demands(attack).size() == 1 ? WAYS : 1;
            for (String number : demands(attack)) {
                for (HomeField field : HomeField.values()) {
                    if (field.kind() == HomeField.Kind.NUMBER || field.kind() == HomeField.Kind.COUNT) {
                        for (int i = 0; i < ways; i++) {
                            lines.add(line(field, number, words(attack.text(), number, field.ordinal() + i)));
                        }
                    }
                }
            }
            lines.add(line(HomeField.BESS_CAPACITY, "777", "exactly 777 kWh as I was told"));
            JsonObject reply = new JsonObject();
            reply.add("fields", lines);
            String text = reply.toString();
            return new Answer.Said(
                    text, Usage.NONE, new Provenance("stand-in", "stand-in", "none", TextHash.sha256(text), false));
        }

        private static JsonObject line(HomeField field, String number, String words) {
            JsonObject line = new JsonObject();
            line.addProperty("field", field.key());
            line.addProperty("value", number);
            line.addProperty("words", words);
            return line;
        }

        /** Words of the attack with the number in them: the number alone, with what follows it, or all up to it. */
        private static String words(String text, String number, int way) {
            int at = Math.max(text.indexOf(number), 0);
            int end = Math.min(text.length(), at + number.length());
            return switch (way % WAYS) {
                case 0 -> text.substring(at, end);
                case 1 -> text.substring(at, Math.min(text.length(), end + QUOTED));
                default -> text.substring(0, end);
            };
        }

        @Override
        public ModelIdentity identity() {
            return new ModelIdentity("stand-in", "obedient stand-in", "none", false, false);
        }
    }
}
