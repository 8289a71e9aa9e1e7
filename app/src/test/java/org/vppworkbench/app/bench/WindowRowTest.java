package org.vppworkbench.app.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.vppworkbench.app.io.WindowBenchCsv;

class WindowRowTest {
    @Test
    void aPercentileIsAValueThatWasMeasured() {
        double[] hundred = new double[100];
        java.util.Arrays.setAll(hundred, i -> i + 1);

        assertEquals(50, FrameTimes.percentile(hundred, 0.5));
        assertEquals(95, FrameTimes.percentile(hundred, 0.95));
        assertEquals(100, FrameTimes.percentile(hundred, 1));
        assertEquals(7, FrameTimes.percentile(new double[] {7}, 0.95));
        assertTrue(Double.isNaN(FrameTimes.percentile(new double[0], 0.5)));
    }

    @Test
    void anAimThatIsMissedIsSaid() {
        WindowRow missed = WindowRow.of("frame", 17, "ms", 16);

        assertFalse(missed.holds());
        assertTrue(WindowRow.of("frame", 17, "ms").holds());
        assertEquals("what,value,unit,aim,holds\nframe,17.0,ms,16.0,false\nrows,3.0,,,\n",
                WindowBenchCsv.text(List.of(missed, WindowRow.of("rows", 3, ""))));
    }
}
