package org.vppworkbench.sample.imports.home;

import java.io.IOException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.sample.imports.source.CsvRows;
import org.vppworkbench.sample.imports.source.FilePart;
import org.vppworkbench.sample.imports.source.ImportLog;
import org.vppworkbench.sample.imports.source.InputRefusedException;
import org.vppworkbench.sample.imports.source.TableHeader;
import org.vppworkbench.sample.imports.source.TableRow;

/** Reads sessions of ACN-Data in CSV, with the names of the API or those of the cut that circulates. */
final class AcnCsv {
    private static final CsvRows ROWS = new CsvRows(',', 0, names -> true, TableHeader::lowerCase);
    private static final List<String> ARRIVAL = List.of("arrival", "connectiontime", "connection_time");
    private static final List<String> DEPARTURE = List.of("departure", "disconnecttime", "disconnect_time");
    private static final List<String> KWH = List.of("delivered_energy_kwh", "kwhdelivered", "kwh_delivered");
    private static final List<String> REQUESTED = List.of("requested_energy_kwh", "kwhrequested", "kwh_requested");
    private static final List<String> ID = List.of("session_id", "sessionid");

    private final ZoneId zone;
    private final SessionList sessions;
    private final ImportLog log;
    private @Nullable Columns columns;
    private boolean refused;

    AcnCsv(ZoneId zone, SessionList sessions, ImportLog log) {
        this.zone = zone;
        this.sessions = sessions;
        this.log = log;
    }

    private record Columns(String id, String arrival, String departure, String kwh, String requested) {
        /** The names as this file has them, or {@code null} with findings. */
        static @Nullable Columns of(TableHeader header, ImportLog log) throws InputRefusedException {
            Columns found = new Columns(
                    one(header, ID), one(header, ARRIVAL), one(header, DEPARTURE), one(header, KWH), one(header, REQUESTED));
            List<String> needed = List.of(found.id, found.arrival, found.departure, found.kwh);
            return header.require(needed, log) ? found : null;
        }

        private static String one(TableHeader header, List<String> names) {
            return header.first(names).orElse(names.getFirst());
        }
    }

    void read(FilePart part) throws IOException {
        ROWS.read(part, log, this::row);
    }

    private void row(TableRow row) throws InputRefusedException {
        Columns names = columns;
        if (names == null && !refused) {
            names = Columns.of(row.header(), log);
            columns = names;
            refused = names == null;
        }
        if (names == null) {
            return;
        }
        String id = row.text(names.id());
        if (id.isEmpty()) {
            log.error(row.where(names.id()), null, "empty cell", "the id of the session");
        }
        Optional<Instant> arrival = SessionFields.time(row.text(names.arrival()), row.where(names.arrival()), log);
        Optional<Instant> departure = SessionFields.time(row.text(names.departure()), row.where(names.departure()), log);
        OptionalDouble kwh = SessionFields.number(row.text(names.kwh()), row.where(names.kwh()), log);
        if (!id.isEmpty() && arrival.isPresent() && departure.isPresent() && kwh.isPresent()) {
            OptionalDouble requested = SessionFields.finite(row.text(names.requested()));
            sessions.add(new ChargingSession(
                    id, arrival.get(), departure.get(), kwh.getAsDouble(), requested, zone, row.where()));
        }
    }
}
