package org.vppworkbench.negotiation.llm.cost;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.model.scenario.Findings;
import org.vppworkbench.model.scenario.Reading;
import org.vppworkbench.negotiation.llm.wire.Json;
import org.vppworkbench.negotiation.llm.wire.Tokens;

/**
 * What tokens cost, as of a date. Prices change and discounts differ: a user can put another list in place of this one.
 *
 * @param asOf day the prices were looked up
 * @param source where
 * @param models by the id of the model
 */
public record PriceList(LocalDate asOf, String source, Map<String, Price> models) {
    private static final String FORMAT = "vpp-prices/1";
    private static final String BUILT_IN = "prices.json";
    private static final double PER = 1e6;
    private static final double DEAREST = 1e6;

    /**
     * Dollars per million tokens.
     *
     * @param input tokens sent
     * @param cachedInput tokens read from the provider's cache
     * @param output tokens of the reply and of thoughts
     */
    public record Price(double input, double cachedInput, double output) {}

    public PriceList {
        models = Map.copyOf(models);
    }

    /** The list that comes with the application. */
    public static PriceList builtIn() {
        try (InputStream in = PriceList.class.getResourceAsStream(BUILT_IN)) {
            if (in == null) {
                throw new IllegalStateException(BUILT_IN + " is missing from the application");
            }
            return read(BUILT_IN, new String(in.readAllBytes(), StandardCharsets.UTF_8)).orThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Reads a list.
     *
     * @param file its name, for findings
     * @param text {@code vpp-prices/1}
     */
    public static Reading<PriceList> read(String file, String text) {
        Findings findings = new Findings();
        JsonObject root = Json.object(text);
        if (root == null) {
            findings.error(file, null, "not a JSON object", null);
            return new Reading<>(null, findings.list());
        }
        if (!FORMAT.equals(Json.text(root, "format"))) {
            findings.error(file + ", format", Json.text(root, "format"), "not a price list of this version", FORMAT);
        }
        LocalDate asOf = date(file, Json.text(root, "asOf"), findings);
        Map<String, Price> models = new TreeMap<>();
        JsonObject listed = Json.object(root, "usdPerMillionTokens");
        if (listed == null) {
            findings.error(file + ", usdPerMillionTokens", null, "missing", "an object with a price for each model");
        } else {
            listed.entrySet().forEach(entry -> {
                Price price = price(file + ", " + entry.getKey(), entry.getValue(), findings);
                if (price != null) {
                    models.put(entry.getKey(), price);
                }
            });
        }
        if (findings.hasErrors() || asOf == null) {
            return new Reading<>(null, findings.list());
        }
        String source = Json.text(root, "source");
        return new Reading<>(new PriceList(asOf, source == null ? file : source, models), findings.list());
    }

    private static @Nullable LocalDate date(String file, @Nullable String text, Findings findings) {
        try {
            return LocalDate.parse(text == null ? "" : text);
        } catch (DateTimeException e) {
            findings.error(file + ", asOf", text, "not a date", "YYYY-MM-DD");
            return null;
        }
    }

    private static @Nullable Price price(String where, JsonElement element, Findings findings) {
        if (!element.isJsonObject()) {
            findings.error(where, element, "not a price", "{\"input\":..,\"cachedInput\":..,\"output\":..}");
            return null;
        }
        JsonObject object = element.getAsJsonObject();
        double input = number(where + ".input", object.get("input"), findings);
        double output = number(where + ".output", object.get("output"), findings);
        // without a discount a cached token costs what any other does
        double cached = object.has("cachedInput") ? number(where + ".cachedInput", object.get("cachedInput"), findings) : input;
        return new Price(input, cached, output);
    }

    private static double number(String where, @Nullable JsonElement element, Findings findings) {
        double value =
                element instanceof JsonPrimitive primitive && primitive.isNumber() ? primitive.getAsDouble() : Double.NaN;
        findings.inRange(where, value, 0, DEAREST, "$ per million tokens");
        return value;
    }

    /** Whether a model, or what it is a version of, is on the list. */
    public boolean knows(String model) {
        return price(model) != null;
    }

    private @Nullable Price price(String model) {
        Price exact = models.get(model);
        if (exact != null) {
            return exact;
        }
        String family = ModelFamily.onList(models.keySet(), model);
        return family == null ? null : models.get(family);
    }

    /**
     * What tokens cost: {@code ((prompt − cached)·input + cached·cachedInput + (output + thoughts)·output) / 10⁶} dollars.
     *
     * @throws IllegalArgumentException for a model that is not on the list
     */
    public double usd(String model, Tokens tokens) {
        Price price = price(model);
        if (price == null) {
            throw new IllegalArgumentException("no price for " + model);
        }
        long cached = Math.min(tokens.cached(), tokens.prompt());
        return ((tokens.prompt() - cached) * price.input()
                        + cached * price.cachedInput()
                        + (tokens.output() + tokens.thoughts()) * price.output())
                / PER;
    }
}
