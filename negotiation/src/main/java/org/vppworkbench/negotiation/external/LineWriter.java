package org.vppworkbench.negotiation.external;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.model.market.Opportunity;
import org.vppworkbench.model.message.Terms;
import org.vppworkbench.model.time.Horizon;
import org.vppworkbench.model.time.TimeSeries;
import org.vppworkbench.negotiation.protocol.Offer;

/** An object of the protocol with its fields in order; doubles in the shortest form that reads back to the same double. */
final class LineWriter {
    private final JsonObject object = new JsonObject();

    /** A message of this type. */
    static LineWriter of(String type) {
        return new LineWriter().put("type", type);
    }

    LineWriter put(String name, @Nullable String value) {
        object.add(name, value == null ? JsonNull.INSTANCE : new JsonPrimitive(value));
        return this;
    }

    LineWriter put(String name, @Nullable Number value) {
        object.add(name, value == null ? JsonNull.INSTANCE : new JsonPrimitive(value));
        return this;
    }

    LineWriter put(String name, boolean value) {
        object.addProperty(name, value);
        return this;
    }

    LineWriter put(String name, @Nullable LineWriter value) {
        object.add(name, value == null ? JsonNull.INSTANCE : value.object);
        return this;
    }

    LineWriter put(String name, @Nullable Terms terms) {
        return put(name, terms == null ? null : new LineWriter().terms(terms));
    }

    LineWriter put(String name, @Nullable Offer offer) {
        return put(
                name,
                offer == null
                        ? null
                        : new LineWriter()
                                .put("id", offer.messageId())
                                .terms(offer.terms())
                                .put("validUntilRound", offer.validUntilRound()));
    }

    LineWriter put(String name, TimeSeries values) {
        JsonArray array = new JsonArray();
        for (int i = 0; i < values.length(); i++) {
            array.add(values.at(i));
        }
        object.add(name, array);
        return this;
    }

    LineWriter texts(String name, Collection<String> values) {
        JsonArray array = new JsonArray();
        values.forEach(array::add);
        object.add(name, array);
        return this;
    }

    LineWriter objects(String name, Collection<LineWriter> values) {
        JsonArray array = new JsonArray();
        values.forEach(value -> array.add((JsonElement) value.object));
        object.add(name, array);
        return this;
    }

    LineWriter terms(Terms terms) {
        return put("kw", terms.kw()).put("minKw", terms.minKw()).put("usdPerMwh", terms.pricePerMwh());
    }

    /** Product, hour of delivery in local time, and what is published about it. */
    static LineWriter opportunity(Opportunity opportunity, Horizon horizon) {
        String start = horizon.localStart(Horizon.firstInterval(opportunity.hour()))
                .format(DateTimeFormatter.ISO_OFFSET_DATE_TIME.withLocale(Locale.ROOT));
        return new LineWriter()
                .put("id", opportunity.id())
                .put("product", opportunity.product().name())
                .put("hour", opportunity.hour())
                .put("start", start)
                .put("requiredKw", opportunity.requiredKw())
                .put("forecastUsdPerMwh", opportunity.forecastPrice());
    }

    /** The line, without its end. */
    String line() {
        return object.toString();
    }
}
