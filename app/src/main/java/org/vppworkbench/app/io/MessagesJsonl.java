package org.vppworkbench.app.io;

import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.Writer;
import org.vppworkbench.model.event.LoggedEvent;
import org.vppworkbench.model.event.RunEvent;
import org.vppworkbench.model.message.GateVerdict;
import org.vppworkbench.model.message.NegotiationMessage;

/**
 * {@code messages.jsonl}: every message of the negotiation with what the gate said, one a line. A
 * view of {@code events.jsonl}; {@code sequence} is the event's.
 */
public final class MessagesJsonl {
    private static final RecordGson.FieldAdapter<NegotiationMessage> MESSAGE =
            RecordGson.fields(NegotiationMessage.class);
    private static final RecordGson.FieldAdapter<GateVerdict> VERDICT =
            RecordGson.fields(GateVerdict.class);

    private MessagesJsonl() {}

    public static void write(Iterable<LoggedEvent> events, Writer out) throws IOException {
        for (LoggedEvent logged : events) {
            if (logged.event() instanceof RunEvent.MessageSent sent) {
                out.write(line(logged, sent));
                out.write('\n');
            }
        }
    }

    private static String line(LoggedEvent logged, RunEvent.MessageSent sent) throws IOException {
        StringWriter text = new StringWriter();
        try (JsonWriter json = RecordGson.GSON.newJsonWriter(text)) {
            json.beginObject();
            json.name("sequence").value(logged.sequence());
            json.name("simulatedTime").value(logged.simulatedTime().toString());
            MESSAGE.writeFields(json, sent.message());
            json.name("gate");
            VERDICT.write(json, sent.verdict());
            json.endObject();
        }
        return text.toString();
    }
}
