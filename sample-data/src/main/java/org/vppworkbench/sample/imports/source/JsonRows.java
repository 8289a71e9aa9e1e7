package org.vppworkbench.sample.imports.source;

import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.MalformedJsonException;
import java.io.EOFException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.vppworkbench.model.scenario.Finding;

/**
 * Reads flat JSON objects as rows: a list of them, or the list {@code data} of a reply. Rows are counted from 1 in the list.
 *
 * @param normal how keys are compared
 */
public record JsonRows(UnaryOperator<String> normal) {
    /**
     * Hands every object to {@code rows}.
     *
     * @return whether the reply says that there are more pages
     */
    public boolean read(FilePart part, ImportLog log, RowReader rows) throws IOException {
        long[] row = new long[1];
        boolean more = false;
        try (RecordReader characters = part.reader();
                JsonReader json = new JsonReader(characters)) {
            json.setStrictness(Strictness.STRICT);
            if (json.peek() == JsonToken.BEGIN_ARRAY) {
                list(json, characters, part.name(), row, rows);
            } else {
                more = reply(json, characters, part.name(), row, rows);
            }
            if (json.peek() != JsonToken.END_DOCUMENT) {
                throw malformed(part.name(), row[0], "text after the end of the JSON value");
            }
        } catch (EOFException e) {
            throw malformed(part.name(), row[0], "the file ends too early; it is cut off");
        } catch (MalformedJsonException | IllegalStateException | NumberFormatException e) {
            String text = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
            throw malformed(part.name(), row[0], text.replaceFirst("Use JsonReader.setStrictness.*malformed JSON", ""));
        }
        if (row[0] == 0) {
            log.error(part.name(), null, "there are no rows", "a list \"data\" of objects");
        }
        return more;
    }

    private boolean reply(JsonReader json, RecordReader characters, String file, long[] row, RowReader rows)
            throws IOException {
        boolean more = false;
        json.beginObject();
        while (json.hasNext()) {
            String key = json.nextName();
            if (key.equals("data") && json.peek() == JsonToken.BEGIN_ARRAY) {
                list(json, characters, file, row, rows);
            } else if (key.equals("meta") && json.peek() == JsonToken.BEGIN_OBJECT) {
                more = hasNextPage(json);
            } else {
                json.skipValue();
            }
        }
        json.endObject();
        return more;
    }

    private static boolean hasNextPage(JsonReader json) throws IOException {
        boolean more = false;
        json.beginObject();
        while (json.hasNext()) {
            String key = json.nextName();
            if (key.equals("hasNextPage") && json.peek() == JsonToken.BOOLEAN) {
                more = json.nextBoolean();
            } else {
                json.skipValue();
            }
        }
        json.endObject();
        return more;
    }

    private void list(JsonReader json, RecordReader characters, String file, long[] row, RowReader rows)
            throws IOException {
        json.beginArray();
        while (json.hasNext()) {
            row[0]++;
            if (json.peek() != JsonToken.BEGIN_OBJECT) {
                throw malformed(file, row[0], "not an object: " + json.peek());
            }
            List<String> names = new ArrayList<>();
            List<String> cells = new ArrayList<>();
            json.beginObject();
            while (json.hasNext()) {
                String key = json.nextName();
                if (names.contains(key)) {
                    throw malformed(file, row[0], "the key \"" + key + "\" stands here twice");
                }
                names.add(key);
                cells.add(cell(json, file, row[0], key));
            }
            json.endObject();
            characters.record();
            rows.row(new TableRow(new TableHeader(file, row[0], names, normal), file, row[0], cells));
        }
        json.endArray();
    }

    private static String cell(JsonReader json, String file, long row, String key) throws IOException {
        return switch (json.peek()) {
            case STRING, NUMBER -> json.nextString();
            case BOOLEAN -> String.valueOf(json.nextBoolean());
            case NULL -> {
                json.nextNull();
                yield "";
            }
            default -> throw malformed(file, row, "the value of \"" + key + "\" is not a text or a number");
        };
    }

    private static InputRefusedException malformed(String file, long row, String message) {
        return new InputRefusedException(Finding.error(
                file + ", row " + Math.max(1, row), null, "malformed JSON: " + message.strip(),
                "{\"data\": [ { … }, … ]} with texts and numbers"));
    }
}
