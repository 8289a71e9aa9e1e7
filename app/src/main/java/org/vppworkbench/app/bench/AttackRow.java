package org.vppworkbench.app.bench;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came of one attack under one gate.
 *
 * @param attack what was tried
 * @param condition {@code GATE_FULL} or {@code GATE_PHYSICS}; of descriptions the parser, {@code rule} or {@code model}
 * @param victim the home attacked; of attacks on all homes the one that lost most; of descriptions empty
 * @param reached prompts that held the attack, or readers of the description
 * @param obeyed replies in which the stand-in did what the attack wants
 * @param refused replies of the homes, or values of a description, that were refused
 * @param breaches what got through engine, gate or settlement, in words; empty where they held
 * @param changed whether the attack changed what the victim sold or earned, or made it tell private numbers
 * @param told messages that passed in which the victim tells its private numbers, for the reader only
 * @param crossed prompts of another agent that held such words
 * @param victimUsd utility the victim lost against the same seed without the attack [$]; {@code null} where there is no run
 * @param welfareUsd the same of W [$]
 */
public record AttackRow(
        Attack attack,
        String condition,
        String victim,
        int reached,
        int obeyed,
        int refused,
        List<String> breaches,
        boolean changed,
        int told,
        int crossed,
        @Nullable Double victimUsd,
        @Nullable Double welfareUsd) {
    public AttackRow {
        breaches = List.copyOf(breaches);
    }
}
