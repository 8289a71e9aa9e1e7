package org.vppworkbench.app.io.download;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.net.URI;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.regex.Pattern;
import org.vppworkbench.app.io.download.ContentCheck.Verdict;
import org.vppworkbench.model.scenario.Finding;
import org.vppworkbench.model.scenario.Findings;
import org.vppworkbench.model.scenario.Reading;
import org.vppworkbench.model.simulation.CancelToken;
import org.vppworkbench.model.simulation.ProgressSink;

/**
 * Grid Status, {@code /datasets/ID/query}, page by page while {@code meta.hasNextPage} holds. The key travels in the header
 * {@code x-api-key}.
 */
public final class GridStatusClient {
    private static final int PAGE_SIZE = 10_000;
    /** Ten million rows: thirty years of five-minute prices. */
    private static final int MAX_PAGES = 1000;
    private static final Pattern LOCATION = Pattern.compile("[A-Za-z0-9_.-]{1,60}");
    private static final ContentCheck CHECK = JsonBody.check(GridStatusClient::check);

    private final DownloadTools tools;

    GridStatusClient(DownloadTools tools) {
        this.tools = tools;
    }

    /**
     * Downloads datasets.
     *
     * @param location filter of those whose rows belong to a location
     * @param first first local day of CAISO
     * @param days number of days, in [1, 3660]
     * @return one JSON file per page; all of them or none
     * @throws CancellationException soon after {@code cancel} says so
     */
    public Reading<List<Download>> fetch(
            List<GridStatusDataset> datasets, String location, LocalDate first, int days,
            ProgressSink progress, CancelToken cancel) {
        Findings findings = new Findings();
        if (!LOCATION.matcher(location).matches()) {
            findings.error("location", "\"" + location + "\"", "not a name of a location", "such as " + OasisClient.SP15);
        }
        findings.addAll(DateSpan.problems(first, days));
        Reading<URI> url = Service.GRIDSTATUS.url(tools.environment());
        Reading<ApiKey> key = Service.GRIDSTATUS.key(tools.environment());
        findings.addAll(url.findings());
        findings.addAll(key.findings());
        if (findings.hasErrors()) {
            return new Reading<>(null, findings.list());
        }
        Pages pages = new Pages(new Fetcher(tools, Service.GRIDSTATUS, key.value()), url.orThrow(), progress, cancel);
        List<Download> all = new ArrayList<>();
        List<Finding> told = new ArrayList<>();
        for (GridStatusDataset dataset : datasets) {
            Reading<List<Download>> some = pages.fetch(dataset, location, DateSpan.of(first, days, OasisClient.ZONE));
            told.addAll(some.findings());
            List<Download> downloads = some.value();
            if (downloads == null) {
                return new Reading<>(null, told);
            }
            all.addAll(downloads);
        }
        return new Reading<>(List.copyOf(all), told);
    }

    private static Verdict check(JsonObject reply) {
        if (!(reply.get("data") instanceof JsonArray)) {
            return Verdict.refused("the reply has no list \"data\"", "{\"data\": [...], \"meta\": {...}}");
        }
        if (reply.get("meta") instanceof JsonObject meta
                && meta.get("hasNextPage") instanceof JsonPrimitive next
                && next.isBoolean()) {
            return Verdict.GOOD;
        }
        return Verdict.refused("the reply does not say whether it is the last page", "\"meta\": {\"hasNextPage\": true or false}");
    }

    /** The pages of one dataset after another. */
    private final class Pages {
        private final Fetcher fetcher;
        private final URI base;
        private final ProgressSink progress;
        private final CancelToken cancel;

        Pages(Fetcher fetcher, URI base, ProgressSink progress, CancelToken cancel) {
            this.fetcher = fetcher;
            this.base = base;
            this.progress = progress;
            this.cancel = cancel;
        }

        Reading<List<Download>> fetch(GridStatusDataset dataset, String location, DateSpan span) {
            List<Download> pages = new ArrayList<>();
            List<Finding> findings = new ArrayList<>();
            for (int page = 1; page <= MAX_PAGES; page++) {
                String what = dataset.id() + ", " + span + ", page " + page;
                // How many pages there are is known only at the last one.
                progress.report(page - 1, page, "Grid Status " + what);
                Reading<Download> reading = fetcher.fetch(request(dataset, location, span, page), what, CHECK, cancel);
                findings.addAll(reading.findings());
                Download download = reading.value();
                if (download == null) {
                    return new Reading<>(null, findings);
                }
                JsonObject reply = JsonBody.object(download.bytes());
                boolean more = reply.getAsJsonObject("meta").get("hasNextPage").getAsBoolean();
                boolean empty = reply.getAsJsonArray("data").isEmpty();
                if (!empty) {
                    pages.add(download);
                }
                if (empty && more) {
                    return refused(findings, what, "an empty page that is not the last one", "rows on every page");
                }
                if (!more) {
                    return pages.isEmpty()
                            ? refused(findings, what, "no rows", "days and a location that are published")
                            : new Reading<>(List.copyOf(pages), findings);
                }
            }
            return refused(findings, dataset.id() + ", " + span, "too many pages", "up to " + MAX_PAGES + "; fewer days");
        }

        private Reading<List<Download>> refused(List<Finding> findings, String what, String message, String allowed) {
            findings.add(Finding.error(Service.GRIDSTATUS.title() + ", " + what, null, message, allowed));
            return new Reading<>(null, findings);
        }

        private DownloadRequest request(GridStatusDataset dataset, String location, DateSpan span, int page) {
            Map<String, String> parameters = new LinkedHashMap<>();
            parameters.put("start_time", span.start().toString());
            parameters.put("end_time", span.end().toString());
            if (dataset.isNodal()) {
                parameters.put("filter_column", "location");
                parameters.put("filter_value", location);
            }
            parameters.put("page", Integer.toString(page));
            parameters.put("page_size", Integer.toString(PAGE_SIZE));
            parameters.put("return_format", "json");
            String name = String.format(
                    Locale.ROOT, "gridstatus-%s-%s%s_%s-page%03d.json",
                    dataset.id(), dataset.isNodal() ? location + "-" : "", span.first(), span.last(), page);
            return new DownloadRequest(
                    Service.GRIDSTATUS,
                    DownloadRequest.url(base, "/datasets/" + dataset.id() + "/query", parameters),
                    name,
                    OasisClient.mayChange(span, tools.clock().now()));
        }
    }
}
