package org.vppworkbench.sample.synthetic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vppworkbench.model.scenario.Reading;

class SyntheticSpecTest {
    @Test
    void anIdReadsBack() {
        SyntheticSpec spec = new SyntheticSpec(-7, LocalDate.of(2024, 2, 29), 31);
        assertEquals("synthetic:-7:2024-02-29:31", spec.id());
        assertEquals(spec, SyntheticSpec.parse(spec.id()).orThrow());
        assertEquals(Long.MIN_VALUE, SyntheticSpec.parse("synthetic:-9223372036854775808:2023-08-01:1").orThrow().seed());
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "synthetic:", "synthetic:1", "synthetic:1:2023-08-01", "synthetic:x:2023-08-01:7", "synthetic:1:2023-08-01:0",
        "synthetic:1:2023-08-01:367", "synthetic:1:2023-13-01:7", "synthetic:1:2023-02-29:7", "synthetic:1:1999-12-31:7",
        "synthetic:1:+999999999-01-01:7", "synthetic:9999999999999999999:2023-08-01:7", "synthetic:1:2023-08-01:999999999",
        "synthetic:1:2023-08-01:9999999999", "synthetic:1:2023-08-01:-7", "synthetic:1.5:2023-08-01:7",
        "synthetic:1:2023-08-01:7:7"
    })
    void whatIsNoIdIsAFindingThatSaysWhatIsAllowed(String id) {
        assertTrue(SyntheticSpec.isSynthetic(id));
        Reading<SyntheticSpec> reading = SyntheticSpec.parse(id);
        assertNull(reading.value());
        assertEquals("\"" + id + "\"", reading.findings().get(0).value());
        assertTrue(reading.findings().get(0).isError());
        assertTrue(reading.findings().get(0).allowed() != null);
    }

    @Test
    void daysAreBounded() {
        assertThrows(IllegalArgumentException.class, () -> new SyntheticSpec(1, LocalDate.of(2023, 8, 1), 0));
        assertThrows(IllegalArgumentException.class, () -> new SyntheticSpec(1, LocalDate.of(2023, 8, 1), 367));
    }
}
