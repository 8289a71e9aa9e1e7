package org.vppworkbench.negotiation.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordClassesTest {
    private static final int MOST_CLASSES = 4;

    @Test
    void columnsAreTheLanguages() {
        List<String> header = List.of(
                TextResource.text("classes.tsv").lines().findFirst().orElseThrow().split("\t"));
        List<String> expected = new ArrayList<>(List.of("class"));
        for (Language language : Language.values()) {
            expected.add(language.name().toLowerCase(Locale.ROOT));
        }
        assertEquals(expected, header);
        TextResource.text("classes.tsv").lines().forEach(line -> assertEquals(expected.size(), line.split("\t", -1).length, line));
    }

    @Test
    void everyClassHasOneNameAndEnglishWords() {
        Set<String> names = new HashSet<>();
        for (String[] row : WordClasses.rows()) {
            assertTrue(names.add(row[0]), row[0]);
            assertTrue(row[0].matches("[A-Z][A-Z0-9_]+"), row[0]);
            assertTrue(row[1].split(",").length >= 8, row[0]);
        }
        assertTrue(names.size() >= 150, "only " + names.size());
    }

    @Test
    void noPhraseIsTwiceInAClassNorInTooMany() {
        for (int column = 1; column <= Language.values().length; column++) {
            Map<String, Integer> classes = new HashMap<>();
            for (String[] row : WordClasses.rows()) {
                Set<String> seen = new HashSet<>();
                for (String phrase : phrases(row[column])) {
                    assertTrue(seen.add(phrase), row[0] + ": " + phrase);
                    assertTrue(classes.merge(phrase, 1, Integer::sum) <= MOST_CLASSES, phrase);
                }
            }
        }
    }

    /** A phrase that does not read as itself, or a stem too short for the table, would never be found. */
    @Test
    void everyPhraseIsFoundAsItsClass() {
        for (Language language : Language.values()) {
            WordClasses classes = WordClasses.of(language);
            for (String[] row : WordClasses.rows()) {
                for (String phrase : phrases(row[1 + language.ordinal()])) {
                    List<Token> tokens = Tokenizer.tokens(phrase.replace("*", ""));
                    assertFalse(tokens.isEmpty(), phrase);
                    List<String> found = classes.at(tokens, 0).stream()
                            .filter(one -> one.length() == tokens.size())
                            .map(PhraseTable.Found::meaning)
                            .toList();
                    assertTrue(found.contains(row[0]), language + " " + row[0] + ": " + phrase + " " + found);
                }
            }
        }
    }

    @Test
    void aClassIsNamedOnceWithItsLongestPhraseAndTheLongestComeFirst() {
        List<Token> tokens = Tokenizer.tokens("back home by six");
        List<PhraseTable.Found<String>> found = WordClasses.of(Language.EN).at(tokens, 0);
        assertEquals(found.size(), new HashSet<>(found.stream().map(PhraseTable.Found::meaning).toList()).size());
        assertEquals(new PhraseTable.Found<>(2, "COME_HOME"), found.getFirst());
        for (int i = 1; i < found.size(); i++) {
            assertTrue(found.get(i).length() <= found.get(i - 1).length());
        }
    }

    @Test
    void wordsOfTheLanguageComeBeforeEnglishOnes() {
        List<Token> tokens = Tokenizer.tokens("also");
        List<String> german = WordClasses.of(Language.DE).at(tokens, 0).stream().map(PhraseTable.Found::meaning).toList();
        assertFalse(german.contains("CONNECTIVE_AND"), german.toString());
        assertTrue(at(Language.DE, "round trip").contains("ROUND_TRIP"));
    }

    @ParameterizedTest
    @CsvSource({
        "EN, departs at seven, LEAVE_HOME",
        "EN, squirrelled away for storms, KEEP_RESERVE",
        "EN, sinks below a third, NOT_BELOW",
        "EN, heading off to work, LEAVE_HOME",
        "EN, keep your mitts off, KEEP_RESERVE",
        "EN, hands off, FORBID",
        "EN, plug-in hybrid, PLUGIN_HYBRID",
        "EN, Corolla, PETROL_CAR",
        "DE, Fehlanzeige, ABSENT",
        "DE, Melkzeit, FARM_CHORE",
        "ES, desenchufo, LEAVE_HOME",
        "FR, j'aimerais, WISH_SOFT",
        "IT, all'incirca, UNCERTAIN",
        "PT, vizinho, OTHERS_OWN",
        "ZH, 别动, KEEP_RESERVE",
        "NL, minstens, LOWER_BOUND",
        "ES, round trip, ROUND_TRIP"
    })
    void phrasesHaveTheirClass(Language language, String text, String name) {
        assertTrue(at(language, text).contains(name), () -> text + " " + at(language, text));
    }

    @Test
    void aWordOfNoClassHasNone() {
        assertEquals(List.of(), at(Language.EN, "xylograph"));
    }

    private static List<String> at(Language language, String text) {
        return WordClasses.of(language).at(Tokenizer.tokens(text), 0).stream()
                .map(PhraseTable.Found::meaning)
                .toList();
    }

    private static List<String> phrases(String cell) {
        return Arrays.stream(cell.split(",")).filter(phrase -> !phrase.isBlank()).toList();
    }
}
