package org.vppworkbench.app.figure;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYBlockRenderer;
import org.jfree.data.xy.DefaultXYZDataset;
import org.junit.jupiter.api.Test;
import org.vppworkbench.app.io.BundleContent;

class DenseFigureTest {
    private static List<String> files(int cells) {
        DefaultXYZDataset data = new DefaultXYZDataset();
        data.addSeries("cells", new double[3][cells]);
        XYPlot plot = new XYPlot(data, new NumberAxis("x"), new NumberAxis("y"), new XYBlockRenderer());
        Figure figure = Figure.wide("heat", "Heat", new JFreeChart(plot), 3);
        return FigureExporter.pictures(List.of(figure)).stream().map(BundleContent.Picture::name).toList();
    }

    /** A thousand homes once took three minutes in the vector writer. */
    @Test
    void aHeatMapOfVeryManyCellsIsWrittenAsRasterOnly() {
        assertEquals(List.of("heat.png", "heat.svg"), files(14 * 672));
        assertEquals(List.of("heat.png"), files(1000 * 96));
    }
}
