package org.vppworkbench.app.ui.shell;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What nobody caught, on any thread: logged with its stack the first time, counted for a while after that, and told on the
 * JavaFX thread at the next pulse. The window stays open.
 */
final class UncaughtErrors implements Thread.UncaughtExceptionHandler {
    private static final Logger LOG = LoggerFactory.getLogger(UncaughtErrors.class);
    private static final long QUIET_MILLIS = 10_000;

    /**
     * An error to be told.
     *
     * @param title in a few words
     * @param text what it was, and how often before it was not told
     */
    record Told(String title, String text) {}

    private record Known(long atMillis, int untold) {}

    private final LongSupplier clock;
    private final Consumer<Told> tell;
    private final Map<String, Known> known = new HashMap<>();
    private final ConcurrentLinkedQueue<Told> waiting = new ConcurrentLinkedQueue<>();

    /**
     * @param clock steady time [ms]
     * @param tell takes what is to be told, on the JavaFX thread
     */
    UncaughtErrors(LongSupplier clock, Consumer<Told> tell) {
        this.clock = clock;
        this.tell = tell;
    }

    @Override
    public void uncaughtException(Thread thread, Throwable error) {
        int before = admit(error);
        if (before < 0) {
            return;
        }
        LOG.error("uncaught on {}{}", thread.getName(), before == 0 ? "" : ", and " + before + " times before", error);
        String what = error instanceof OutOfMemoryError
                ? "The program ran out of memory. Keep fewer runs (Preferences), or start it with more: JAVA_TOOL_OPTIONS=-Xmx4g."
                : error.getClass().getSimpleName() + (error.getMessage() == null ? "" : ": " + error.getMessage())
                        + ". The window goes on; what you do next may be affected. A report helps to mend it.";
        waiting.add(new Told("A bug in the program", what));
    }

    /** Tells what waits. Called once per pulse. */
    void drain() {
        for (Told told = waiting.poll(); told != null; told = waiting.poll()) {
            tell.accept(told);
        }
    }

    /** How often the same error came untold before, or −1 where this one is not told either. */
    private synchronized int admit(Throwable error) {
        StackTraceElement[] stack = error.getStackTrace();
        String key = error.getClass().getName() + (stack.length == 0 ? "" : " at " + stack[0]);
        long now = clock.getAsLong();
        Known before = known.get(key);
        if (before != null && now - before.atMillis() < QUIET_MILLIS) {
            known.put(key, new Known(before.atMillis(), before.untold() + 1));
            return -1;
        }
        known.put(key, new Known(now, 0));
        return before == null ? 0 : before.untold();
    }
}
