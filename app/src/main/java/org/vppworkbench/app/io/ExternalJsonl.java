package org.vppworkbench.app.io;

import com.google.gson.JsonParseException;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonWriter;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import org.vppworkbench.model.scenario.Finding;
import org.vppworkbench.model.scenario.Reading;
import org.vppworkbench.negotiation.external.Exchange;

/**
 * {@code external.jsonl}, format {@code vpp-external/1}: all that was said to programs of the user and what they answered, one
 * listening a line, in the order of the run, after a line that names the format. A run is played back from it without the
 * programs.
 */
public final class ExternalJsonl {
    public static final String FORMAT = "vpp-external/1";

    private static final RecordGson.FieldAdapter<Exchange> EXCHANGE = RecordGson.fields(Exchange.class);

    /** The first line. */
    private record Head(String format) {}

    private ExternalJsonl() {}

    public static String write(List<Exchange> exchanges) {
        StringBuilder text = new StringBuilder(RecordGson.GSON.toJson(new Head(FORMAT))).append('\n');
        for (Exchange exchange : exchanges) {
            text.append(line(exchange)).append('\n');
        }
        return text.toString();
    }

    private static String line(Exchange exchange) {
        StringWriter text = new StringWriter();
        try (JsonWriter json = RecordGson.GSON.newJsonWriter(text)) {
            EXCHANGE.write(json, exchange);
        } catch (IOException e) {
            throw new IllegalStateException("writing to memory", e);
        }
        return text.toString();
    }

    /**
     * Reads a whole file.
     *
     * @param file name for findings
     */
    public static Reading<List<Exchange>> read(BufferedReader in, String file) throws IOException {
        List<Exchange> exchanges = new ArrayList<>();
        String head = in.readLine();
        if (head == null || !head.equals(RecordGson.GSON.toJson(new Head(FORMAT)))) {
            return Reading.refused(Finding.error(file + ", line 1", null, "unknown format", FORMAT));
        }
        String line;
        while ((line = in.readLine()) != null) {
            String where = file + ", line " + (exchanges.size() + 2);
            try {
                JsonReader json = RecordGson.GSON.newJsonReader(new StringReader(line));
                exchanges.add(EXCHANGE.read(json));
            } catch (IOException | JsonParseException | IllegalStateException | IllegalArgumentException e) {
                return Reading.refused(Finding.error(where, null, JsonText.plain(e), null));
            }
        }
        return Reading.of(exchanges);
    }
}
