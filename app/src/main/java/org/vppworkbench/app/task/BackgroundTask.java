package org.vppworkbench.app.task;

import java.util.function.Consumer;

/**
 * Work with what follows it. The followers run on the JavaFX thread; neither runs after a cancel that stopped the work.
 *
 * @param title what the user reads
 * @param work what is done off the JavaFX thread
 * @param onSuccess takes the result
 * @param onFailure takes the reason
 * @param <T> what the work makes
 */
public record BackgroundTask<T>(
    String title, Work<T> work, Consumer<T> onSuccess, Consumer<Throwable> onFailure) {}
