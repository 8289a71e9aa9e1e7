package org.vppworkbench.negotiation.text;

import java.util.List;

/** More ways to say that something is not there than a negation right before its name. */
final class NoneRules {
    private static final String ASSET = "(?:@BAT|@PV|@PANEL|@CAR)";
    /** Negations that stand before nouns. */
    private static final String NO = "'no|zero|without|w_/_o|w_o|wo|nil|kein|keine|keinen|sin|sans|sem|senza|geen|0|nary_a|not_a|not_any|neither'";
    private static final String HAVING = "'have|has|had|own|owns|owned|own_any|got|getting|get|possess|bought|buy|installed|install|put|add|drive|afford|went|go|gone|opted|bother|bothered|spring|justify|allow|allowed|let|keep|tenemos|tengo|haben|habe|avons|temos|tenho|abbiamo|ho'";
    /** What follows where the words are about doing something with a device that is there. */
    private static final String DOING = "(?!@SELL|@EXPORT|@IMPORT|@TOUCH|@CHARGES|@CHARGED|@FULL|@KEEP|=PCT|=E|=P|=T|=N|@LEAVES|@RETURNS|@CYCLE|'below|under|from|between|during|before|after|charger|use|sales?|power|energy|limit|tariff|plan|maker|company|to|be|not|is|are|was|has|that|which')";

    private NoneRules() {}

    static void read(Sentence s, List<Sentence> before, Claims out) {
        answer(s, before, out);
        // adjectives of any kind, but no article that points at a device that is there
        String plain = "(?:(?!<|\\+|:(?:[,;()./:-]|the|our|my|your|its|his|her|that|this|these|those|more|longer|less|need|reason|problem|idea|way|than|later|earlier|other|second|and|but|or|of|in|to|for|with|from|on|at)\\x20)\\S+\\x20)";
        claim(s, NO + plain + "{0,2}" + ASSET + DOING, out);
        claim(s, "@NEG" + plain + "{0,2}(?:" + HAVING + "|@USE)(?:" + plain + "|'of|at_all|for|with|in|to|up|on|round'){0,3}" + ASSET + DOING, out);
        claim(s, "=N(?:" + plain + "){0,1}" + ASSET + "(?=(?:'[.,;/)]|and|or'|$))", true, out);
        claim(s, ASSET + "(?:'[,?]'){0,1}(?:@SELF){0,1}'we_have|have|ive|weve|i_have|we_ve|has|got|there_is|theres|there_are|is|are'{0,1}(?:'not|none|aint_any|havent'|@NOTHING)(?='[.,;]'|$)", out);
        claim(s, ASSET + "(?:'[:-]'){0,1}'n'{1}'/'{1}'a'{1}", out);
        claim(s, ASSET + "(?:'[:-]|is|are|was|were|got|been|has|have'){0,3}'cancelled|canceled|gone|dead|removed|scrapped|not_yet|not_installed|uninstalled'", out);
        for (Line.Found found : s.all("(?:@NOTHING|'nothing|nowt|zilch')%1'on|up_on|atop'%2@ROOF|'bare|empty|naked'@ROOF|@ROOF(?:'is|stays|s|remains|still|completely'){0,3}(?:'bare|empty|naked'|@NOTHING)")) {
            if (s.scope().ours(found.from())) {
                out.text(HomeField.PV_NONE, "true", s, found.from(), found.to(), 0.8);
            }
        }
        for (Line.Found found : s.all("(?:@NOTHING|'nothing|none|neither|not'|@NEG)%2(?:'plugs|with_a_plug|plug_in|that_plugs|plugs_in|that_plug_in|electric'|'with'%1'plug')%2(?='[.,;]|$|in|on')|(?:'dont|doesnt|never|cant|do_not'|@NEG)%1'drive|learned|learnt'(?:'to|drive|a|car|at|all|any|more|anymore'|@DRIVE|@CAR){0,3}(?='[.,;]'|$)")) {
            if (s.scope().ours(found.from())) {
                out.text(HomeField.EV_NONE, "true", s, found.from(), found.to(), 0.7);
            }
        }
    }

    /** "Solar? - Not yet": a question about a device and a no behind it. */
    private static void answer(Sentence s, List<Sentence> before, Claims out) {
        List<Line.Found> no = s.all("^(?:'a|[:>.*–-]|answer'){0,3}(?:@NEG|@NOTHING|'nope|nah|none|not_yet|no'|'not'){1}(?='[.,;!]'|'yet|thanks|sorry|sir|need|plans|really|here|currently'|@NOW|$)");
        if (no.isEmpty() || before.isEmpty()) {
            return;
        }
        Sentence question = before.getLast();
        if (!question.items().getLast().form().equals("?") || question.items().size() > 16) {
            return;
        }
        for (Item item : question.items()) {
            HomeField field = item.is("BAT") ? HomeField.BESS_NONE : item.is("PV") || item.is("PANEL") ? HomeField.PV_NONE
                    : item.is("CAR") ? HomeField.EV_NONE : null;
            boolean does = question.has("'do|own|have|any|is|are|got'") || question.items().size() <= 6;
            if (field != null && does && !question.has("@SELL|@TOUCH|@KEEP|@CHARGES|@BY")) {
                out.text(field, "true", s, no.getFirst().from(), no.getFirst().to(), 0.85);
            }
        }
    }

    private static void claim(Sentence s, String pattern, Claims out) {
        claim(s, pattern, false, out);
    }

    /** @param zero whether the number in the match has to be zero */
    private static void claim(Sentence s, String pattern, boolean zero, Claims out) {
        for (Line.Found found : s.all(pattern)) {
            if (s.scope().others(found.from()) || s.scope().future(found.from())
                    || (zero && s.item(found.any()).value() != 0)) {
                continue;
            }
            for (int i = found.from(); i < found.to(); i++) {
                Item item = s.item(i);
                boolean asset = item.is("BAT") || item.is("PV") || item.is("PANEL") || item.is("CAR");
                if (asset && s.free(i)) {
                    AssetRules.none(s, i, found.from(), out);
                }
            }
        }
    }
}
