package org.vppworkbench.negotiation.llm.tape;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.model.message.TextHash;

/** A line of JSON that carries the hash of the rest of itself as its last member, so that an edit shows. */
final class SealedLine {
    private static final Gson GSON = new GsonBuilder().serializeNulls().disableHtmlEscaping().create();
    private static final String MEMBER = ",\"check\":\"";
    private static final int TAIL = MEMBER.length() + 64 + "\"}".length();

    private SealedLine() {}

    static String seal(JsonObject object) {
        String plain = GSON.toJson((JsonElement) object);
        return plain.substring(0, plain.length() - 1) + MEMBER + TextHash.sha256(plain) + "\"}";
    }

    /** Whether the hash fits the line; {@code null} where it carries none. */
    static @Nullable Boolean intact(String line) {
        int at = line.length() - TAIL;
        if (at < 1 || !line.startsWith(MEMBER, at) || !line.endsWith("\"}")) {
            return null;
        }
        String check = line.substring(at + MEMBER.length(), line.length() - 2);
        return check.equals(TextHash.sha256(line.substring(0, at) + "}"));
    }
}
