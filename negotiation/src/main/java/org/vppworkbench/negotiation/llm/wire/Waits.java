package org.vppworkbench.negotiation.llm.wire;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How long a server asks to wait: {@code retryDelay} in the details of Gemini's error, the headers {@code retry-after-ms} and
 * {@code Retry-After} (RFC 9110 §10.2.3, seconds or a date), or the words {@code try again in 1.5s}.
 */
final class Waits {
    private static final Pattern SECONDS = Pattern.compile("(\\d{1,9}(?:\\.\\d{1,9})?)s?");
    private static final Pattern IN_WORDS =
            Pattern.compile("(?:retry|try again) in (?:(\\d{1,4})m(?!s))?(\\d{1,9}(?:\\.\\d{1,9})?)(ms|s)");

    private Waits() {}

    static @Nullable Duration of(RawReply reply, @Nullable JsonObject body, String message, Instant now) {
        Duration wait = inDetails(Json.member(Json.object(body, "error"), "details"));
        if (wait == null) {
            wait = inHeaders(reply, now);
        }
        return wait == null ? inWords(message) : wait;
    }

    private static @Nullable Duration inDetails(@Nullable JsonElement details) {
        if (details == null || !details.isJsonArray()) {
            return null;
        }
        JsonArray all = details.getAsJsonArray();
        for (JsonElement one : all) {
            String delay = one.isJsonObject() ? Json.text(one.getAsJsonObject(), "retryDelay") : null;
            if (delay != null) {
                return seconds(delay);
            }
        }
        return null;
    }

    private static @Nullable Duration inHeaders(RawReply reply, Instant now) {
        String millis = reply.headers().firstValue("retry-after-ms").orElse("");
        if (millis.matches("\\d{1,12}")) {
            return Duration.ofMillis(Long.parseLong(millis));
        }
        String after = reply.headers().firstValue("retry-after").orElse("").strip();
        if (after.isEmpty()) {
            return null;
        }
        Duration seconds = seconds(after);
        return seconds == null ? untilDate(after, now) : seconds;
    }

    private static @Nullable Duration untilDate(String date, Instant now) {
        try {
            Instant until = ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
            return until.isBefore(now) ? Duration.ZERO : Duration.between(now, until);
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static @Nullable Duration inWords(String message) {
        Matcher found = IN_WORDS.matcher(message);
        if (!found.find()) {
            return null;
        }
        double value = Double.parseDouble(found.group(2));
        Duration rest = Duration.ofMillis(Math.round(found.group(3).equals("ms") ? value : value * 1000));
        return found.group(1) == null ? rest : rest.plusMinutes(Long.parseLong(found.group(1)));
    }

    private static @Nullable Duration seconds(String text) {
        Matcher matcher = SECONDS.matcher(text.strip());
        return matcher.matches() ? Duration.ofMillis(Math.round(Double.parseDouble(matcher.group(1)) * 1000)) : null;
    }
}
