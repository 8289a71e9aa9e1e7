package org.vppworkbench.app.io.download;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.vppworkbench.model.scenario.Finding;
import org.vppworkbench.model.scenario.Reading;

/** A key for a service, from the environment. It is sent in a header and appears in no text of this program. */
public final class ApiKey {
    /** Shorter ones would also be found, and blanked, where they are no key. */
    private static final int SHORTEST = 8;

    private static final Pattern ALLOWED = Pattern.compile("[\\x21-\\x7e]{" + SHORTEST + ",512}");

    private final String variable;
    private final String value;

    private ApiKey(String variable, String value) {
        this.variable = variable;
        this.value = value;
    }

    /**
     * Looks up a key.
     *
     * @param environment variables by name, {@code null} for an absent one
     * @param help where to get a key
     */
    static Reading<ApiKey> from(Environment environment, String variable, String help) {
        String text = environment.get(variable);
        if (text == null || text.isBlank()) {
            return Reading.refused(Finding.error(
                    variable, null, "this service needs a key, and the environment variable is not set", help));
        }
        String key = text.strip();
        if (!ALLOWED.matcher(key).matches()) {
            return Reading.refused(Finding.error(
                    variable, null, "the environment variable does not hold a key (its content is not shown)",
                    SHORTEST + " to 512 printable ASCII characters without blanks; " + help));
        }
        return Reading.of(new ApiKey(variable, key));
    }

    String variable() {
        return variable;
    }

    /** For the header of a request, nothing else. */
    String headerValue() {
        return value;
    }

    /** The text with every occurrence of the key blanked, also where it is percent-encoded. */
    String scrub(String text) {
        String clean = text;
        for (String form : forms()) {
            clean = clean.replace(form, "*".repeat(form.length()));
        }
        return clean;
    }

    /** The bytes of a reply without the key, of the same length; the same array where it is not in there. */
    byte[] scrub(byte[] bytes) {
        // ISO 8859-1 maps every byte to one character and back, so nothing else changes.
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        String clean = scrub(text);
        return clean.equals(text) ? bytes : clean.getBytes(StandardCharsets.ISO_8859_1);
    }

    private List<String> forms() {
        String encoded = URLEncoder.encode(value, StandardCharsets.UTF_8);
        String json = value.replace("\\", "\\\\").replace("\"", "\\\"");
        return Stream.of(value, encoded, json, json.replace("/", "\\/")).distinct().toList();
    }

    @Override
    public String toString() {
        return "ApiKey[" + variable + "]";
    }
}
