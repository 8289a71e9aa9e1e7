package org.vppworkbench.app.io.download;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class DateSpanTest {
    private static final Duration LONGEST = Duration.ofDays(31);

    /** The parts follow on each other without gap, none is too long, and none could be a day longer. */
    @Test
    void partsCoverTheSpan() {
        SplittableRandom random = new SplittableRandom(20230815);
        for (int i = 0; i < 200 * Integer.getInteger("vpp.random.scale", 1); i++) {
            LocalDate first = LocalDate.of(2019, 1, 1).plusDays(random.nextInt(3000));
            DateSpan span = DateSpan.of(first, 1 + random.nextInt(400), OasisClient.ZONE);
            List<DateSpan> parts = span.split(LONGEST);
            assertEquals(span.start(), parts.getFirst().start());
            assertEquals(span.end(), parts.getLast().end());
            for (int p = 0; p < parts.size(); p++) {
                DateSpan part = parts.get(p);
                assertTrue(Duration.between(part.start(), part.end()).compareTo(LONGEST) <= 0, part.toString());
                if (p + 1 < parts.size()) {
                    assertEquals(part.end(), parts.get(p + 1).start());
                    DateSpan longer = new DateSpan(part.first(), part.last().plusDays(1), span.zone());
                    assertTrue(Duration.between(longer.start(), longer.end()).compareTo(LONGEST) > 0, part.toString());
                }
            }
        }
    }

    @Test
    void aSpanEndsNotBeforeItBegins() {
        LocalDate day = LocalDate.of(2023, 8, 15);
        assertThrows(IllegalArgumentException.class, () -> new DateSpan(day, day.minusDays(1), OasisClient.ZONE));
    }
}
