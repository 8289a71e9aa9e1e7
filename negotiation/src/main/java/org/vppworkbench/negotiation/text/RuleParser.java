package org.vppworkbench.negotiation.text;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.vppworkbench.model.scenario.Finding;
import org.vppworkbench.model.simulation.CancelToken;

/**
 * The deterministic parser: tokens, items, rules. It needs no key and no network, and the same text gives the same fields.
 * It reads English and the basics of Spanish, German, French, Italian, Portuguese and Chinese.
 */
public final class RuleParser implements TextParser {
    private static final int MAX_REPORTED = 12;
    /** Sentences over which "he" and "her" may still mean the neighbour. */
    private static final int REACH = 3;

    private static final Pattern PLAIN = Pattern.compile("\\S+");

    private final Gazetteer gazetteer = Gazetteer.standard();
    // wishes before sizes: "keep 4 kWh" is no size of a battery
    private final List<RuleBook> rules =
            List.of(new AssetRules(), new WishRules(), new QuietRules(), new TripRules(), new PlanRules(), new SizeRules());

    @Override
    public String id() {
        return "rule";
    }

    @Override
    public ParsedHome parse(String text, CancelToken cancel) {
        return parse(text);
    }

    /** Reads a description. */
    public ParsedHome parse(String original) {
        RuleReading read = read(original);
        List<Finding> findings = new ArrayList<>(read.findings());
        Weighing.Result result = new Weighing(read.source(), read.claims()).result();
        findings.addAll(result.findings());
        report(read.unread(), findings);
        Families.refine(gazetteer, result.fields());
        return new ParsedHome(id(), read.language(), result.fields(), result.abstained(), read.hostile(), findings);
    }

    /** What the rules find in a description. */
    RuleReading read(String original) {
        return read(original, sentence -> false);
    }

    /**
     * What the rules find in a description.
     *
     * @param addressed which sentences speak to the program besides those the patterns of {@link Hostility} find
     */
    RuleReading read(String original, Predicate<Sentence> addressed) {
        SourceText source = SourceText.of(original);
        List<Finding> findings = new ArrayList<>();
        if (source.cut()) {
            findings.add(Finding.warning("description", original.length() + " characters",
                    "only the first " + SourceText.LIMIT + " characters were read", null));
        }
        List<Token> tokens = Tokenizer.tokens(source.text());
        Language language = Language.of(tokens);
        List<Token> corrected = Spelling.corrected(HanNumbers.plain(tokens), Lexicon.of(language), gazetteer);
        Tagger tagger = new Tagger(language, gazetteer);
        Claims claims = new Claims();
        List<Sentence> read = new ArrayList<>();
        List<Sentence> ignored = new ArrayList<>();
        List<String> unread = new ArrayList<>();
        int others = Integer.MIN_VALUE / 2;
        for (List<Token> sentence : Tokenizer.sentences(corrected)) {
            String words = source.text().substring(sentence.getFirst().from(), sentence.getLast().to());
            List<Item> items = tagger.items(sentence);
            Line line = new Line(items);
            Scope scope = new Scope(items, line, read.size() - others <= REACH);
            Sentence made = Sentence.of(read.size(), sentence, items, line, scope);
            if (Hostility.is(words) || addressed.test(made)) {
                ignored.add(made);
                Span span = source.span(sentence.getFirst().from(), sentence.getLast().to());
                findings.add(Finding.warning("description", quoted(source.words(span)),
                        "reads like an instruction to the program and was ignored", null));
                continue;
            }
            if (scope.othersAtEnd()) {
                others = read.size();
            } else if (line.has("'wife|husband|partner|spouse|daughter|son|mujer|marido|frau|mann|femme|mari|esposa|moglie|marito'")) {
                others = Integer.MIN_VALUE / 2;
            }
            rules.forEach(rule -> rule.read(made, read, claims));
            read.add(made);
            if (!claims.isUnderstood(made.index())) {
                unread.add(words);
            }
        }
        boolean hostile = !ignored.isEmpty();
        hostile |= Hostility.tagged(source.text());
        return new RuleReading(source, language, read, ignored, claims, hostile, findings, unread);
    }

    /** The tagged form of each sentence, for the development of rules. */
    List<String> tagged(String original) {
        SourceText source = SourceText.of(original);
        List<Token> tokens = Tokenizer.tokens(source.text());
        Language language = Language.of(tokens);
        Tagger tagger = new Tagger(language, gazetteer);
        return Tokenizer.sentences(Spelling.corrected(HanNumbers.plain(tokens), Lexicon.of(language), gazetteer)).stream()
                .map(sentence -> new Line(tagger.items(sentence)).toString())
                .toList();
    }

    static void report(List<String> unread, List<Finding> findings) {
        for (String words : unread.subList(0, Math.min(MAX_REPORTED, unread.size()))) {
            findings.add(Finding.info("description", "nothing was taken from: " + quoted(words)));
        }
        if (unread.size() > MAX_REPORTED) {
            findings.add(Finding.info(
                    "description", "nothing was taken from " + (unread.size() - MAX_REPORTED) + " further sentences"));
        }
    }

    static String quoted(String words) {
        String plain = PLAIN.matcher(words).results().map(java.util.regex.MatchResult::group)
                .collect(java.util.stream.Collectors.joining(" "));
        return "\"" + (plain.length() > 160 ? plain.substring(0, 160) + " …" : plain) + "\"";
    }
}
