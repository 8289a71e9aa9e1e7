package org.vppworkbench.app.io;

import com.google.gson.JsonParseException;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonWriter;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.Writer;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.vppworkbench.model.event.LoggedEvent;
import org.vppworkbench.model.event.RunEvent;
import org.vppworkbench.model.scenario.Finding;
import org.vppworkbench.model.scenario.Reading;

/**
 * {@code events.jsonl}: one event a line, {@code sequence}, {@code simulatedTime} and {@code type}
 * first. No wall clock: the same inputs and seed give the same bytes.
 */
public final class EventsJsonl {
    private static final RecordGson.FieldAdapter<RunEvent> EVENT =
            RecordGson.fields(RunEvent.class);

    private EventsJsonl() {}

    public static void write(Iterable<LoggedEvent> events, Writer out) throws IOException {
        for (LoggedEvent event : events) {
            out.write(line(event));
            out.write('\n');
        }
    }

    /** One event as one line, without the line's end. */
    public static String line(LoggedEvent event) {
        StringWriter text = new StringWriter();
        try (JsonWriter json = RecordGson.GSON.newJsonWriter(text)) {
            json.beginObject();
            json.name("sequence").value(event.sequence());
            json.name("simulatedTime").value(event.simulatedTime().toString());
            EVENT.writeFields(json, event.event());
            json.endObject();
        } catch (IOException e) {
            throw new IllegalStateException("writing to memory", e);
        }
        return text.toString();
    }

    /** Reads a line written by {@link #line}. */
    public static LoggedEvent parse(String line) throws IOException {
        JsonReader json = RecordGson.GSON.newJsonReader(new StringReader(line));
        json.beginObject();
        expect(json, "sequence");
        long sequence = json.nextLong();
        expect(json, "simulatedTime");
        Instant time = Instant.parse(json.nextString());
        RunEvent event = EVENT.readFields(json);
        json.endObject();
        return new LoggedEvent(sequence, time, event);
    }

    /**
     * Reads a whole stream.
     *
     * @param file name for findings
     */
    public static Reading<List<LoggedEvent>> read(BufferedReader in, String file)
            throws IOException {
        List<LoggedEvent> events = new ArrayList<>();
        String line;
        while ((line = in.readLine()) != null) {
            String where = file + ", line " + (events.size() + 1);
            try {
                LoggedEvent event = parse(line);
                if (event.sequence() != events.size()) {
                    return Reading.refused(
                            Finding.error(
                                    where, event.sequence(), "an event is missing", "sequence " + events.size()));
                }
                events.add(event);
            } catch (IOException
                    | JsonParseException
                    | IllegalStateException
                    | IllegalArgumentException
                    | DateTimeException e) {
                return Reading.refused(Finding.error(where, null, JsonText.plain(e), null));
            }
        }
        return Reading.of(events);
    }

    private static void expect(JsonReader json, String name) throws IOException {
        String found = json.hasNext() ? json.nextName() : "nothing";
        if (!found.equals(name)) {
            throw new JsonParseException("'" + found + "' where '" + name + "' must come");
        }
    }
}
