package org.vppworkbench.negotiation.text;

import java.util.List;

/** A group of rules that turn a sentence into claims. */
interface RuleBook {
    /**
     * Reads one sentence.
     *
     * @param before the sentences before it
     */
    void read(Sentence sentence, List<Sentence> before, Claims out);

    /** What the car is called, in patterns. */
    String CAR = "(?:@CAR|=PC)";

    /** What the battery is called, in patterns. */
    String BATTERY = "(?:@BAT|=PB)";
}
