package org.vppworkbench.negotiation.text;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Whether a sentence speaks to the program instead of about a home, by trained weights on its words. */
final class Address {
    /** Name of the weights. */
    static final String MODEL = "1 hostile";

    private static final double ENOUGH = 0.5;

    private Address() {}

    /** Whether a sentence does. */
    static boolean is(Sentence s, Weights weights) {
        return 1 / (1 + Math.exp(-weights.score(MODEL, features(s)))) >= ENOUGH;
    }

    /** Words of a sentence, pairs of them and their classes. */
    static List<String> features(Sentence s) {
        Set<String> all = new LinkedHashSet<>();
        WordClasses words = WordClasses.of(Language.of(s.tokens()));
        String before = "#";
        for (int i = 0; i < s.tokens().size(); i++) {
            String form = s.tokens().get(i).form();
            all.add("w:" + form);
            all.add("b:" + before + "_" + form);
            if (form.length() > 6) {
                all.add("w:" + form.substring(0, 5) + "*");
            }
            words.at(s.tokens(), i).forEach(found -> all.add("c:" + found.meaning()));
            before = form;
        }
        s.items().forEach(item -> all.add("i:" + item.tag()));
        all.add("start:" + s.tokens().getFirst().form());
        words.at(s.tokens(), 0).forEach(found -> all.add("start:" + found.meaning()));
        all.add("place:" + Math.min(2, s.index()));
        all.add("always");
        return List.copyOf(all);
    }
}
