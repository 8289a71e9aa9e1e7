package org.vppworkbench.app.io.download;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.net.URI;
import java.util.concurrent.CancellationException;
import org.vppworkbench.app.io.download.ContentCheck.Verdict;
import org.vppworkbench.model.scenario.Findings;
import org.vppworkbench.model.scenario.Reading;
import org.vppworkbench.model.simulation.CancelToken;
import org.vppworkbench.model.simulation.ProgressSink;

/**
 * NREL PVWatts v8: the hourly yield of a PV system in a typical year. The key travels in the header {@code X-Api-Key}, which
 * all services behind api.data.gov take.
 */
public final class PvwattsClient {
    private static final ContentCheck CHECK = JsonBody.check(PvwattsClient::check);

    private final DownloadTools tools;

    PvwattsClient(DownloadTools tools) {
        this.tools = tools;
    }

    /**
     * Downloads the yield.
     *
     * @return the reply, JSON
     * @throws CancellationException soon after {@code cancel} says so
     */
    public Reading<Download> fetch(PvwattsQuery query, ProgressSink progress, CancelToken cancel) {
        Findings findings = new Findings();
        findings.addAll(query.problems());
        Reading<URI> url = Service.PVWATTS.url(tools.environment());
        Reading<ApiKey> key = Service.PVWATTS.key(tools.environment());
        findings.addAll(url.findings());
        findings.addAll(key.findings());
        if (findings.hasErrors()) {
            return new Reading<>(null, findings.list());
        }
        progress.report(0, 1, "PVWatts");
        DownloadRequest request = new DownloadRequest(
                Service.PVWATTS,
                DownloadRequest.url(url.orThrow(), "/pvwatts/v8.json", query.parameters()),
                "pvwatts-v8.json",
                false);
        String what = "latitude " + Findings.number(query.latitude()) + ", longitude " + Findings.number(query.longitude());
        Reading<Download> reading =
                new Fetcher(tools, Service.PVWATTS, key.value()).fetch(request, what, CHECK, cancel);
        progress.report(1, 1, "PVWatts done");
        return reading;
    }

    private static Verdict check(JsonObject reply) {
        String errors = JsonBody.messages(reply.get("errors"));
        if (!errors.isEmpty()) {
            return Verdict.refused("PVWatts answers: " + errors, "what https://developer.nlr.gov/docs/solar/pvwatts/v8/ describes");
        }
        return reply.get("outputs") instanceof JsonObject outputs && outputs.get("ac") instanceof JsonArray
                ? Verdict.GOOD
                : Verdict.refused("the reply has no hourly yield", "\"outputs\": {\"ac\": [...]}");
    }
}
