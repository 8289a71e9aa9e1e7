package org.vppworkbench.sample.imports.home;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.vppworkbench.model.scenario.Findings;
import org.vppworkbench.sample.imports.ImportedTable;
import org.vppworkbench.sample.imports.source.ImportLog;
import org.vppworkbench.sample.imports.source.InputRefusedException;

/** The sessions of an import, each once. */
final class SessionList {
    private static final List<String> COLUMNS = List.of(
            "session_id", "arrival_utc", "departure_utc", "arrival_local", "departure_local", "delivered_kwh",
            "requested_kwh", "plausible");

    private final Map<String, ChargingSession> byId = new HashMap<>();
    private final ImportLog log;

    SessionList(ImportLog log) {
        this.log = log;
    }

    void add(ChargingSession session) throws InputRefusedException {
        ChargingSession first = byId.putIfAbsent(session.id(), session);
        if (first == null) {
            return;
        }
        if (first.sameAs(session)) {
            log.warning(session.where(), session.id(), "the session stands here twice; one is used", null);
        } else {
            log.error(session.where(), session.id(), "two different sessions have one id", "the values of " + first.where());
        }
    }

    boolean isEmpty() {
        return byId.isEmpty();
    }

    /** In the order of arrival. */
    List<ChargingSession> sorted() {
        List<ChargingSession> all = new ArrayList<>(byId.values());
        all.sort(Comparator.comparing(ChargingSession::arrival).thenComparing(ChargingSession::id));
        return all;
    }

    /**
     * All sessions as rows.
     *
     * @param plausible for each session in the order of arrival, whether it counts
     */
    static ImportedTable table(List<ChargingSession> sorted, List<Boolean> plausible) {
        List<List<String>> rows = new ArrayList<>();
        for (int i = 0; i < sorted.size(); i++) {
            ChargingSession session = sorted.get(i);
            rows.add(List.of(
                    session.id(),
                    session.arrival().toString(),
                    session.departure().toString(),
                    session.arrival().atZone(session.zone()).toLocalDateTime().toString(),
                    session.departure().atZone(session.zone()).toLocalDateTime().toString(),
                    Findings.number(session.kwh()),
                    session.requestedKwh().isPresent() ? Findings.number(session.requestedKwh().getAsDouble()) : "",
                    plausible.get(i).toString()));
        }
        return new ImportedTable("sessions", COLUMNS, rows);
    }
}
