package org.vppworkbench.app.task;

import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import javafx.application.Platform;

/** The JavaFX thread, for who measures the window from outside. */
public final class FxThread {
    private FxThread() {}

    /** Starts the toolkit where it does not run yet, without a display. */
    public static void startHeadless() {
        System.setProperty("glass.platform", "Headless");
        System.setProperty("prism.order", "sw");
        CompletableFuture<Boolean> started = new CompletableFuture<>();
        try {
            Platform.startup(() -> started.complete(true));
        } catch (IllegalStateException running) {
            started.complete(false);
        }
        started.join();
        Platform.setImplicitExit(false);
    }

    /** Does something on the JavaFX thread, some time. */
    public static void later(Runnable body) {
        Platform.runLater(body);
    }

    /** Does something on the JavaFX thread and waits for it. */
    public static <T> T call(Callable<T> body) {
        CompletableFuture<T> result = new CompletableFuture<>();
        Platform.runLater(() -> {
            try {
                result.complete(body.call());
            } catch (Exception e) {
                result.completeExceptionally(e);
            }
        });
        try {
            return result.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("on the JavaFX thread", e.getCause());
        }
    }
}
