package org.vppworkbench.negotiation.text;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Recognises text that is addressed to a program and not about a home. Such a sentence is reported and none of it becomes a
 * value. No safety rests on it: values of every other sentence go through the same checks as those of a file.
 */
final class Hostility {
    private static final List<Pattern> SIGNS = List.of(
            sign("\\b(?:ignore|disregard|forget|override|bypass|skip)\\b.{0,30}\\b(?:instruction|prompt|rule|previous|prior|above|earlier|guideline|everything|what you were told|restriction|polic)"),
            sign("\\b(?:olvida|olvide|ignora|ignore)\\b.{0,30}\\b(?:reglas|instrucciones|anterior|previas|todo)"),
            sign("\\b(?:vergiss|vergessen sie|ignoriere?n?)\\b.{0,40}\\b(?:anweisung|regeln|bisherig|vorherig|alles)"),
            sign("\\b(?:oublie[zr]?|ignore[zr]?)\\b.{0,40}\\b(?:instruction|regles|precedent|consigne|tout)"),
            sign("\\b(?:esqueca|ignore|dimentica|ignora)\\b.{0,40}\\b(?:instruc|istruzioni|regras|regole|anterior|precedent)"),
            sign("(?:忽略|无视).{0,12}(?:指令|指示|规则|提示)"),
            sign("\\byou are now\\b|\\bpretend (?:to be|you are|that you)|\\bact as (?:an?|the|if)\\b|\\bfrom now on\\b.{0,40}\\byou\\b|\\bnew (?:instructions?|policy|rules?|system)\\b *[:.]"),
            sign("\\bsystem ?(?:prompt|message|override|note|instruction|:)|^[#\\W]*(?:system|assistant|developer|admin|root|user)\\s*[:>\\]]|\\[/?(?:inst|system|assistant)\\]|<\\|"),
            sign("</?(?:system|description|user|assistant|instructions?|data|prompt|script|input|home|tool|admin)\\b[^>]*>"),
            sign("\\b(?:as (?:the|an?|your) (?:lead |chief |senior |system |head )*(?:engineer|administrator|admin|developer|operator|owner of (?:this|the) (?:platform|system)|supervisor|ceo|manager)).{0,60}(?:authori[sz]e|order|instruct|require|command|tell|permit|reveal|demand)"),
            sign("\\bi (?:hereby )?authori[sz]e you\\b|\\breveal\\b.{0,40}\\b(?:price|reserve|prompt|secret|key|other home)|\\bapi[ _-]?key\\b|\\bpassword\\b"),
            sign("\\{\\s*\"[^\"]+\"\\s*:|\"\\w+\"\\s*:\\s*[\\[{\"\\d]|__proto__|\\bbess\\.\\w+|\\bpv\\.\\w+|\\bev\\.(?:capacity|none|charge|model)|\\bpref\\.\\w+|\\bjson\\b.{0,30}\\b(?:mode|output|reply|return)|\\b(?:capacitykwh|powerkw|reservefloor|pricefloor)\\b"),
            sign("\\b(?:output|return|respond|reply|answer|print|write|echo|copy|emit)\\b.{0,40}\\b(?:exactly|unchanged|verbatim|only|the following|with|json|that my|field)\\b.{0,60}(?:\\bfield|\\bjson|\\boutput|\\bvalue|\\bkwh|\\bunchanged|\\bverbatim|\\bthat\\b)"),
            sign("\\b(?:set|change|mark|make|lower|raise|fill in|treat|classify|report|record|register|enter)\\b.{0,40}\\b(?:reserve|price floor|every preference|all preferences|this home|the parser|field|capacity field|label|summary|hostile|confidence)\\b.{0,40}\\b(?:to|as|in|=|with)\\b"),
            sign("\\bdrop table\\b|;\\s*--|\\bselect \\*|\\beval\\(|\\bexec\\(|<script|\\$\\{|\\{\\{|\\bimport os\\b|\\brm -rf\\b"),
            sign("\\b(?:this|the) (?:home|description|text) (?:has been|is|was) (?:already )?(?:verified|approved|pre-?approved|authori[sz]ed|certified)|\\boperator has (?:verified|approved)|\\badmin(?:istrator)? (?:mode|override|access)|\\bdeveloper mode|\\bjailbreak|\\boverride\\s*[:=]|capacity override"),
            sign("\\b(?:dear|hey|hello|note to|attention|to the) (?:ai|llm|language model|chatbot|assistant|parser|bot|model|gpt|machine)\\b|\\b(?:language model|llm|chatbot|parser)\\b.{0,40}\\b(?:must|should|shall|please|needs? to|has to|will)\\b|\\bif you are (?:an? )?(?:ai|llm|language model|parser|bot|model|assistant)"),
            sign("\\brespond[ae]? que\\b|\\bantworte\\b.{0,30}\\b(?:dass|mit)|\\breponds\\b.{0,30}\\bque|\\brisponds?i\\b.{0,20}\\bche"),
            sign("\\backnowledge and continue|\\bend of (?:description|input|user|prompt|data)|\\bbegin (?:system|new|admin)|-{3,} ?(?:system|end|begin)"));

    private static final Pattern TAGS = sign("</?(?:system|description|user|assistant|instructions?|prompt|script|input|tool|admin)\\b[^>]{0,80}>");

    private Hostility() {}

    private static Pattern sign(String regex) {
        return Pattern.compile(regex, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    /** Whether a text carries the marks of a prompt or of a page. */
    static boolean tagged(String text) {
        return TAGS.matcher(text).find();
    }

    /** Whether a sentence is addressed to a program. */
    static boolean is(String sentence) {
        String bare = java.text.Normalizer.normalize(sentence, java.text.Normalizer.Form.NFKD).replaceAll("\\p{M}+", "");
        return SIGNS.stream().anyMatch(sign -> sign.matcher(bare).find());
    }
}
