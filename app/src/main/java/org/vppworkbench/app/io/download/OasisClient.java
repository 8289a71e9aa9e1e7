package org.vppworkbench.app.io.download;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.regex.Pattern;
import org.vppworkbench.model.scenario.Finding;
import org.vppworkbench.model.scenario.Findings;
import org.vppworkbench.model.scenario.Reading;
import org.vppworkbench.model.simulation.CancelToken;
import org.vppworkbench.model.simulation.ProgressSink;

/**
 * CAISO OASIS, {@code SingleZip}. A question covers at most 31 days and questions are at least 5 s apart, as the service
 * asks; longer spans are split at local midnights, which are 07:00 or 08:00 GMT. No key.
 */
public final class OasisClient {
    /** The operating days of CAISO. */
    public static final ZoneId ZONE = ZoneId.of("America/Los_Angeles");

    /** Trading hub of Southern California. */
    public static final String SP15 = "TH_SP15_GEN-APND";

    private static final Duration LONGEST = Duration.ofDays(31);
    /** Questions about one product of PRC_AS were seen to be answered whole up to about this long. */
    private static final Duration LONGEST_RESERVE = Duration.ofDays(25);
    private static final Pattern NODE = Pattern.compile("[A-Za-z0-9_.-]{1,60}");
    /** A price of the day before may still be corrected, and later ones are not all published. */
    private static final Duration SETTLED_AFTER = Duration.ofDays(7);
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HH:mm'-0000'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final DownloadTools tools;

    OasisClient(DownloadTools tools) {
        this.tools = tools;
    }

    /**
     * Downloads reports.
     *
     * @param reports which prices
     * @param node for those that belong to a node
     * @param first first operating day
     * @param days number of operating days, in [1, 3660]
     * @return one ZIP for each report and span, in this order; all of them or none
     * @throws CancellationException soon after {@code cancel} says so
     */
    public Reading<List<Download>> fetch(
            List<OasisReport> reports, String node, LocalDate first, int days, ProgressSink progress, CancelToken cancel) {
        Findings findings = new Findings();
        if (!NODE.matcher(node).matches()) {
            findings.error("node", "\"" + node + "\"", "not a name of a node", "such as " + SP15);
        }
        findings.addAll(DateSpan.problems(first, days));
        Reading<URI> base = Service.OASIS.url(tools.environment());
        findings.addAll(base.findings());
        URI url = base.value();
        if (findings.hasErrors() || url == null) {
            return new Reading<>(null, findings.list());
        }
        return fetchAll(questions(reports, node, DateSpan.of(first, days, ZONE), url), progress, cancel);
    }

    private Reading<List<Download>> fetchAll(List<Question> questions, ProgressSink progress, CancelToken cancel) {
        Fetcher fetcher = new Fetcher(tools, Service.OASIS, null);
        List<Download> downloads = new ArrayList<>();
        List<Finding> findings = new ArrayList<>();
        for (Question question : questions) {
            progress.report(downloads.size(), questions.size(), "OASIS " + question.what());
            Reading<Download> reading = fetcher.fetch(question.request(), question.what(), OasisZip::check, cancel);
            findings.addAll(reading.findings());
            Download download = reading.value();
            if (download == null) {
                return new Reading<>(null, findings);
            }
            downloads.add(download);
        }
        progress.report(questions.size(), questions.size(), "OASIS done");
        return new Reading<>(List.copyOf(downloads), findings);
    }

    private List<Question> questions(List<OasisReport> reports, String node, DateSpan span, URI base) {
        List<Question> questions = new ArrayList<>();
        for (OasisReport report : reports) {
            for (DateSpan part : span.split(report.isNodal() ? LONGEST : LONGEST_RESERVE)) {
                Map<String, String> parameters = new LinkedHashMap<>(report.parameters(node));
                parameters.put("startdatetime", TIME.format(part.start()));
                parameters.put("enddatetime", TIME.format(part.end()));
                parameters.put("version", "1");
                parameters.put("resultformat", "6"); // CSV in a ZIP
                String name = report.fileName(node) + "-" + part.first() + "_" + part.last() + ".zip";
                questions.add(new Question(
                        report.title() + ", " + part,
                        new DownloadRequest(
                                Service.OASIS,
                                DownloadRequest.url(base, "/SingleZip", parameters),
                                name,
                                mayChange(part, tools.clock().now()))));
            }
        }
        return questions;
    }

    static boolean mayChange(DateSpan span, Instant now) {
        return span.end().plus(SETTLED_AFTER).isAfter(now);
    }

    private record Question(String what, DownloadRequest request) {}
}
