package org.vppworkbench.app.experiment;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.app.io.LanguageReport;
import org.vppworkbench.app.io.RecallReport;
import org.vppworkbench.app.io.Sha256;
import org.vppworkbench.model.metrics.ProcessCount;
import org.vppworkbench.model.metrics.ProcessCounts;
import org.vppworkbench.negotiation.language.FailureKind;
import org.vppworkbench.negotiation.language.ModelIdentity;
import org.vppworkbench.negotiation.mechanism.LanguageMechanisms;

/**
 * How language models took part in a run.
 *
 * @param report for the manifest
 * @param tape all that was asked and answered ({@code vpp-tape/1})
 */
public record LanguageRecord(LanguageReport report, String tape) {
    /** Above this share of decisions taken by rules a run says little about its models. */
    static final double MOST_FALLBACKS = 0.05;

    static LanguageRecord of(
            String mechanism, ModelIdentity identity, ObservedModel.Account account, @Nullable ProcessCounts counts,
            LanguageSession session) {
        long decisions = counts == null ? 0 : Math.round(counts.of(ProcessCount.MODEL_DECISIONS));
        long fallbacks = counts == null ? 0 : Math.round(counts.of(ProcessCount.MODEL_FALLBACKS));
        String tape = session.tape();
        return new LanguageRecord(
                new LanguageReport(
                        identity.provider(), identity.model(), identity.host(), identity.providersOwn(), identity.replayed(),
                        List.copyOf(account.versions()), account.prompts(),
                        Sha256.of(tape.getBytes(StandardCharsets.UTF_8)), account.use(), account.failures(), account.notSent(),
                        decisions, fallbacks, decisions == 0 ? null : (double) fallbacks / decisions,
                        marks(byRules(mechanism), account, decisions, fallbacks, notes(session, identity)), session.recall()),
                tape);
    }

    /** Whether rules decide where a model of this mechanism does not. */
    public static boolean byRules(String mechanism) {
        return !mechanism.equals(LanguageMechanisms.LLM_SINGLE);
    }

    /** What the label of a run must add where too little was decided by its models; else empty. */
    static String qualification(String mechanism, ProcessCounts counts) {
        double decisions = counts.of(ProcessCount.MODEL_DECISIONS);
        double fallbacks = counts.of(ProcessCount.MODEL_FALLBACKS);
        return decisions == 0 || fallbacks <= MOST_FALLBACKS * decisions
                ? ""
                : String.format(
                        Locale.ROOT, " (%.1f %% %s)", 100 * fallbacks / decisions, byRules(mechanism) ? "by rules" : "undecided");
    }

    /** What the session says, and what a probe of the model found that speaks against the results. */
    private static List<String> notes(LanguageSession session, ModelIdentity identity) {
        List<String> notes = new ArrayList<>(session.notes());
        RecallReport recall = session.recall();
        if (recall != null && recall.suspicious()) {
            notes.add(recall.words());
        }
        if (recall != null && !recall.host().equals(identity.host())) {
            notes.add("the recall probe asked " + recall.host() + ", the run " + identity.host());
        }
        return notes;
    }

    private static List<String> marks(
            boolean byRules, ObservedModel.Account account, long decisions, long fallbacks, List<String> notes) {
        List<String> marks = new ArrayList<>(notes);
        if (decisions > 0 && fallbacks > MOST_FALLBACKS * decisions) {
            marks.add(String.format(
                    Locale.ROOT, "%d of %d decisions of the model (%.1f %%) %s", fallbacks, decisions,
                    100.0 * fallbacks / decisions,
                    byRules ? "were taken by rules" : "could not be used, in whole or in part; no rule sold in their place"));
        }
        if (account.failures().containsKey(FailureKind.BUDGET.name())) {
            marks.add("the budget was spent before the run was over; negotiations that needed a model then ended with what was agreed");
        }
        return marks;
    }
}
