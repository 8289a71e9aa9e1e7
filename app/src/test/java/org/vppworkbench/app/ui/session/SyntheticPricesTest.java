package org.vppworkbench.app.ui.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Objects;
import org.jfree.chart.title.TextTitle;
import org.junit.jupiter.api.Test;
import org.vppworkbench.app.figure.Figure;
import org.vppworkbench.app.figure.RunFigures;
import org.vppworkbench.app.ui.SampleRun;
import org.vppworkbench.app.ui.control.TableCsv;
import org.vppworkbench.app.ui.market.MarketViewModel;
import org.vppworkbench.app.ui.results.ResultsViewModel;

/** Invented prices are called so wherever a number of theirs is shown; real ones are not. */
class SyntheticPricesTest {
    private static final String WARNING = "SYNTHETIC prices";

    private final Workbench workbench = SampleRun.fresh();
    private final MarketViewModel market = new MarketViewModel(workbench);
    private final ResultsViewModel results = new ResultsViewModel(workbench);

    @Test
    void anInventedMarketIsCalledSoEverywhere() {
        workbench.chooseSample("synthetic:1:2023-08-15:7");
        workbench.startRun();

        assertEquals(WARNING, workbench.priceWarning());
        assertTrue(market.subtitleProperty().get().startsWith(WARNING), market.subtitleProperty().get());
        assertTrue(results.verdictProperty().get().startsWith(WARNING), results.verdictProperty().get());
        assertTrue(Objects.requireNonNull(workbench.runProperty().get()).title().endsWith(WARNING));
        for (Figure figure : RunFigures.of(Objects.requireNonNull(workbench.outcomeProperty().get()))) {
            assertTrue(titles(figure).contains("SYNTHETIC"), figure.name() + ": " + titles(figure));
        }
    }

    @Test
    void realPricesAreNot() {
        workbench.startRun();

        assertEquals("", workbench.priceWarning());
        assertTrue(market.subtitleProperty().get().startsWith("2023-08-16"), market.subtitleProperty().get());
        assertTrue(results.verdictProperty().get().startsWith("rule"), results.verdictProperty().get());
    }

    @Test
    void aSavedTableCarriesTheWarningInEveryRow() {
        TableCsv csv = new TableCsv(List.of("a"), List.of(List.of("1"), List.of("2"))).with("Prices", WARNING);

        assertEquals(List.of("a", "Prices"), csv.headings());
        assertEquals(List.of(List.of("1", WARNING), List.of("2", WARNING)), csv.rows());
    }

    private static String titles(Figure figure) {
        StringBuilder text = new StringBuilder();
        for (Object title : figure.chart().getSubtitles()) {
            if (title instanceof TextTitle words) {
                text.append(words.getText()).append('\n');
            }
        }
        return text.toString();
    }
}
