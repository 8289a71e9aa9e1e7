package org.vppworkbench.negotiation.llm.sentinel;

import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.vppworkbench.model.simulation.CancelToken;
import org.vppworkbench.negotiation.language.Answer;
import org.vppworkbench.negotiation.language.LanguageModel;
import org.vppworkbench.negotiation.language.Usage;
import org.vppworkbench.negotiation.llm.wire.Json;

/** Asks the fixed questions, all side by side; the limits of the gateway hold. */
public final class Sentinel {
    private Sentinel() {}

    /**
     * Asks and waits.
     *
     * @param date day of the run, ISO 8601, for the record
     * @throws CancellationException where the user cancels
     */
    public static SentinelRecord run(LanguageModel model, String date, CancelToken cancel) {
        SentinelSet set = SentinelSet.builtIn();
        List<Answer> answers = ask(set, model, cancel);
        List<SentinelRecord.Reply> replies = new ArrayList<>();
        TreeSet<String> versions = new TreeSet<>();
        Usage usage = Usage.NONE;
        for (int i = 0; i < answers.size(); i++) {
            Answer answer = answers.get(i);
            usage = usage.plus(answer.usage());
            String id = set.items().get(i).id();
            switch (answer) {
                case Answer.Said said -> {
                    versions.add(said.provenance().returnedModel());
                    replies.add(new SentinelRecord.Reply(id, plain(said.text()), true));
                }
                case Answer.Failed failed ->
                    replies.add(new SentinelRecord.Reply(id, failed.kind().name(), false));
            }
        }
        return new SentinelRecord(
                set.version(), set.hash(), date, model.identity(), List.copyOf(versions), replies, usage);
    }

    private static List<Answer> ask(SentinelSet set, LanguageModel model, CancelToken cancel) {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Answer>> under =
                    set.items().stream().map(item -> threads.submit(() -> model.ask(set.question(item), cancel))).toList();
            List<Answer> answers = new ArrayList<>();
            for (Future<Answer> one : under) {
                answers.add(get(one, threads));
            }
            return answers;
        }
    }

    private static Answer get(Future<Answer> under, ExecutorService threads) {
        try {
            return under.get();
        } catch (InterruptedException e) {
            threads.shutdownNow();
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted while the sentinel questions were asked");
        } catch (ExecutionException e) {
            threads.shutdownNow();
            if (e.getCause() instanceof CancellationException cancelled) {
                throw cancelled;
            }
            throw new IllegalStateException(e.getCause());
        }
    }

    /** What was answered, without what says nothing: braces, blanks, case, a full stop. A text of another form stays as it is. */
    private static String plain(String text) {
        JsonObject object = Json.object(text.strip());
        String answer = Json.text(object, "answer");
        String said = answer == null ? text : answer;
        return said.strip().toLowerCase(Locale.ROOT).replaceAll("\\s+", " ").replaceAll("[.!]$", "");
    }
}
