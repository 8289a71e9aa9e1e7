package org.vppworkbench.sample.imports.home;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.model.scenario.Findings;
import org.vppworkbench.sample.JsonText;
import org.vppworkbench.sample.imports.source.FilePart;
import org.vppworkbench.sample.imports.source.ImportLog;
import org.vppworkbench.sample.imports.source.InputRefusedException;

/** Reads a reply of the ACN-Data API: a list {@code _items} of sessions, or such a list alone. */
final class AcnJson {
    /** A session is about 700 characters; 30,000 sessions. */
    private static final int MAX_CHARACTERS = 20_000_000;

    private final String file;
    private final ZoneId zone;
    private final SessionList sessions;
    private final ImportLog log;

    AcnJson(String file, ZoneId zone, SessionList sessions, ImportLog log) {
        this.file = file;
        this.zone = zone;
        this.sessions = sessions;
        this.log = log;
    }

    void read(FilePart part) throws IOException {
        Findings findings = new Findings();
        JsonElement parsed = JsonText.parse(part.text(MAX_CHARACTERS), file, findings);
        findings.list().forEach(log::add);
        JsonElement list = parsed instanceof JsonObject reply ? reply.get("_items") : parsed;
        if (parsed == null) {
            return;
        }
        if (!(list instanceof JsonArray items)) {
            log.error(file + ", _items", null, "there is no list of sessions", "{\"_items\": [ … ]}");
            return;
        }
        if (parsed instanceof JsonObject reply
                && reply.get("_links") instanceof JsonObject links
                && links.has("next")) {
            log.warning(file + ", _links.next", null, "this is one page of several; the sessions of the others are missing",
                    "all pages");
        }
        for (int i = 0; i < items.size(); i++) {
            item(items.get(i), file + ", _items[" + i + "]");
        }
    }

    private void item(JsonElement element, String where) throws InputRefusedException {
        if (!(element instanceof JsonObject item)) {
            log.error(where, element, "not an object", "{\"connectionTime\": …}");
            return;
        }
        String id = text(item, "sessionID").isEmpty() ? text(item, "_id") : text(item, "sessionID");
        if (id.isEmpty()) {
            log.error(where + ".sessionID", null, "missing", "a text");
        }
        Optional<Instant> arrival =
                SessionFields.time(text(item, "connectionTime"), where + ".connectionTime", log);
        Optional<Instant> departure =
                SessionFields.time(text(item, "disconnectTime"), where + ".disconnectTime", log);
        OptionalDouble kwh = SessionFields.number(text(item, "kWhDelivered"), where + ".kWhDelivered", log);
        if (!id.isEmpty() && arrival.isPresent() && departure.isPresent() && kwh.isPresent()) {
            sessions.add(new ChargingSession(
                    id, arrival.get(), departure.get(), kwh.getAsDouble(), requested(item), zone(item, where), where));
        }
    }

    /** What the user asked for last. */
    private static OptionalDouble requested(JsonObject item) {
        if (item.get("userInputs") instanceof JsonArray inputs
                && !inputs.isEmpty()
                && inputs.get(inputs.size() - 1) instanceof JsonObject last) {
            return SessionFields.finite(text(last, "kWhRequested"));
        }
        return OptionalDouble.empty();
    }

    private ZoneId zone(JsonObject item, String where) throws InputRefusedException {
        String name = text(item, "timezone");
        try {
            return name.isEmpty() ? zone : ZoneId.of(name);
        } catch (DateTimeException e) {
            log.error(where + ".timezone", "\"" + name + "\"", "unknown time zone", "such as America/Los_Angeles");
            return zone;
        }
    }

    private static String text(JsonObject object, String key) {
        @Nullable JsonElement value = object.get(key);
        return value instanceof JsonPrimitive primitive ? primitive.getAsString().strip() : "";
    }
}
