package org.vppworkbench.app.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.vppworkbench.app.ui.session.Notice;
import org.vppworkbench.model.scenario.Finding;

class NoticeGateTest {
    private final Notice saved = new Notice(Finding.Severity.INFO, "Saved", "fleet.json");
    private long now;
    private final NoticeGate gate = new NoticeGate(6000, () -> now);

    @Test
    void theSameMessageIsNotShownTwiceAtATime() {
        assertEquals(Optional.of(saved), gate.admit(saved));
        now = 5999;
        assertEquals(Optional.empty(), gate.admit(saved));
        assertEquals(Optional.empty(), gate.admit(saved));
        assertTrue(gate.admit(new Notice(Finding.Severity.INFO, "Saved", "other.json")).isPresent());

        now = 6000;
        assertEquals("fleet.json (2 more of these before)", gate.admit(saved).orElseThrow().text());
        now = 20_000;
        assertEquals(Optional.of(saved), gate.admit(saved));
    }

    @Test
    void anErrorThatComesAgainAndAgainIsToldOnceAndCounted() {
        List<UncaughtErrors.Told> told = new ArrayList<>();
        UncaughtErrors errors = new UncaughtErrors(() -> now, told::add);
        IllegalStateException bug = new IllegalStateException("what went wrong");
        for (int i = 0; i < 1000; i++) {
            errors.uncaughtException(Thread.currentThread(), bug);
        }
        assertEquals(List.of(), told, "nothing is told before the pulse");
        errors.drain();
        assertEquals(1, told.size());
        assertTrue(told.getFirst().text().startsWith("IllegalStateException: what went wrong"), told.getFirst().text());

        now = 10_000;
        errors.uncaughtException(Thread.currentThread(), bug);
        errors.uncaughtException(Thread.currentThread(), new OutOfMemoryError());
        errors.drain();
        assertEquals(3, told.size());
        assertTrue(told.getLast().text().contains("out of memory"));
    }
}
