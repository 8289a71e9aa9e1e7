package org.vppworkbench.negotiation.text;

import java.util.List;
import org.vppworkbench.model.scenario.Finding;

/**
 * What the rules made of a text, before anything is weighed.
 *
 * @param source the folded text
 * @param sentences those that are about a home
 * @param ignored those that speak to the program
 * @param claims of the rules
 * @param hostile whether the text tries to instruct the program
 * @param findings so far
 * @param unread sentences from which the rules took nothing
 */
record RuleReading(
        SourceText source, Language language, List<Sentence> sentences, List<Sentence> ignored, Claims claims, boolean hostile, List<Finding> findings,
        List<String> unread) {}
