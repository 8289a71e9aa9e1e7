package org.vppworkbench.negotiation.llm.wire;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.negotiation.language.FailureKind;

/** What a status other than success means. All three providers put an object {@code error} into the body, or nothing. */
final class Refusals {
    private static final int LONGEST_WORDS = 240;

    private Refusals() {}

    /**
     * The problem behind a status.
     *
     * @param now for a date in {@code Retry-After}
     * @param mask takes the key out of texts of the server
     */
    static Attempt.Problem of(RawReply reply, Instant now, UnaryOperator<String> mask) {
        int status = reply.status();
        JsonObject body = Json.object(reply.body());
        Told told = Told.of(body);
        String head = "HTTP " + status;
        if (status == 407) {
            return Attempt.Problem.lasting(FailureKind.UNREACHABLE, head + ": a proxy in the way wants its own login");
        }
        if (status >= 300 && status < 400) {
            return Attempt.Problem.lasting(FailureKind.UNREACHABLE, head + redirect(reply));
        }
        if (body == null && reply.isPage()) {
            head += " with a web page instead of an answer: a proxy in the way, or not the address of the interface";
        }
        FailureKind kind = kind(status, told);
        // what a server says of a key may quote the key; its code says enough
        String said = kind == FailureKind.UNAUTHORISED ? told.code() : told.words();
        String words = head + (said.isEmpty() ? "" : ": " + plain(mask.apply(said)));
        if (kind == FailureKind.RATE_LIMITED) {
            boolean day = namesADay(Json.member(Json.object(body, "error"), "details"));
            boolean spent = day || told.code().contains("insufficient_quota");
            return new Attempt.Problem(
                    kind, day ? words + " (the quota of the day)" : words, !spent, Waits.of(reply, body, told.message(), now), null);
        }
        if (kind == FailureKind.SERVER_ERROR) {
            return new Attempt.Problem(kind, words, true, Waits.of(reply, body, "", now), null);
        }
        if (kind == FailureKind.BAD_REQUEST) {
            return new Attempt.Problem(kind, words, false, null, Parameter.namedIn(told.parameter() + " " + told.message()));
        }
        return new Attempt.Problem(kind, words, kind.passing(), null, null);
    }

    /** Whether a quota of a day is spent: Gemini names it in {@code quotaId}, and asks to wait some seconds all the same. */
    private static boolean namesADay(@Nullable JsonElement details) {
        if (details == null || !details.isJsonArray()) {
            return false;
        }
        for (JsonElement one : details.getAsJsonArray()) {
            JsonElement violations = one.isJsonObject() ? Json.member(one.getAsJsonObject(), "violations") : null;
            if (violations != null && violations.isJsonArray()) {
                for (JsonElement violation : violations.getAsJsonArray()) {
                    String quota = violation.isJsonObject() ? Json.text(violation.getAsJsonObject(), "quotaId") : null;
                    if (quota != null && quota.contains("PerDay")) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    private static FailureKind kind(int status, Told told) {
        return switch (status) {
            case 401, 403 -> FailureKind.UNAUTHORISED;
            case 404 -> FailureKind.UNKNOWN_MODEL;
            case 408 -> FailureKind.TIMEOUT;
            case 429 -> FailureKind.RATE_LIMITED;
            case 400 -> ofBadRequest(told);
            default -> status >= 500 ? FailureKind.SERVER_ERROR : FailureKind.BAD_REQUEST;
        };
    }

    /** Gemini answers a wrong or expired key by 400, and some services a blocked prompt too. */
    private static FailureKind ofBadRequest(Told told) {
        String code = told.code().toLowerCase(Locale.ROOT);
        if (code.contains("api_key") || told.message().toLowerCase(Locale.ROOT).startsWith("api key")) {
            return FailureKind.UNAUTHORISED;
        }
        return code.contains("content_filter") || code.contains("content_policy")
                ? FailureKind.BLOCKED_PROMPT
                : FailureKind.BAD_REQUEST;
    }

    private static String redirect(RawReply reply) {
        String to = reply.headers().firstValue("location").orElse("");
        String host;
        try {
            host = String.valueOf(URI.create(to).getHost());
        } catch (IllegalArgumentException e) {
            host = "an unreadable address";
        }
        return ": the server points to " + (host.equals("null") ? "another path" : plain(host))
                + ", and redirects are not followed because the key would go along";
    }

    /** One line of bounded length without control characters. */
    static String plain(String text) {
        String line = text.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
        return line.length() <= LONGEST_WORDS ? line : line.substring(0, LONGEST_WORDS) + "...";
    }

    /**
     * What an error object says.
     *
     * @param code status, codes and reasons, joined
     * @param parameter parameter it names itself, or empty
     */
    private record Told(String message, String code, String parameter) {
        static Told of(@Nullable JsonObject body) {
            JsonElement error = Json.member(body, "error");
            if (error != null && error.isJsonPrimitive()) {
                return new Told(error.getAsString(), "", "");
            }
            JsonObject object = Json.object(body, "error");
            StringBuilder code = new StringBuilder();
            for (String name : new String[] {"status", "type", "code"}) {
                append(code, Json.text(object, name));
            }
            JsonElement details = Json.member(object, "details");
            if (details != null && details.isJsonArray()) {
                details.getAsJsonArray().forEach(one ->
                        append(code, one.isJsonObject() ? Json.text(one.getAsJsonObject(), "reason") : null));
            }
            return new Told(
                    orEmpty(Json.text(object, "message")), code.toString(), orEmpty(Json.text(object, "param")));
        }

        private static void append(StringBuilder code, @Nullable String part) {
            if (part != null && !part.isBlank()) {
                code.append(code.isEmpty() ? "" : ", ").append(part);
            }
        }

        private static String orEmpty(@Nullable String text) {
            return text == null ? "" : text;
        }

        String words() {
            return message.isEmpty() ? code : message;
        }
    }
}
