package org.vppworkbench.negotiation.llm;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.vppworkbench.model.simulation.CancelToken;
import org.vppworkbench.negotiation.language.Answer;

/** Asks a gateway about homes, one after the other or many at once. */
final class Asking {
    private Asking() {}

    static Answer ask(ModelGateway gateway, int home) {
        return gateway.ask(Gateways.question("home-" + home, "kW?"), CancelToken.NEVER);
    }

    static List<Answer> askAll(ModelGateway gateway, int homes) {
        List<Answer> answers = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Answer>> under =
                    IntStream.range(0, homes).mapToObj(home -> threads.submit(() -> ask(gateway, home))).toList();
            for (Future<Answer> one : under) {
                answers.add(one.get());
            }
        } catch (InterruptedException | ExecutionException e) {
            throw new AssertionError(e);
        }
        return answers;
    }

    static long said(List<Answer> answers) {
        return answers.stream().filter(Answer.Said.class::isInstance).count();
    }
}
