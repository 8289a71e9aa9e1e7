package org.vppworkbench.app.io;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonParseException;
import com.google.gson.Strictness;
import com.google.gson.TypeAdapter;
import com.google.gson.TypeAdapterFactory;
import com.google.gson.reflect.TypeToken;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.model.time.TimeSeries;

/**
 * Gson for the records of the model: a record is an object with its components in order, a sealed
 * family carries its member's name as {@code type}, doubles are written in the shortest form that
 * reads back to the same double. Reading is strict: an unknown, missing or misspelt field is an
 * error, never a guess.
 */
final class RecordGson {
    static final Gson GSON =
            new GsonBuilder()
                    .setStrictness(Strictness.STRICT)
                    .disableHtmlEscaping()
                    .registerTypeAdapter(TimeSeries.class, new SeriesAdapter())
                    .registerTypeAdapter(Instant.class, text(Instant::parse))
                    .registerTypeAdapter(LocalDate.class, text(LocalDate::parse))
                    .registerTypeAdapter(LocalDateTime.class, text(LocalDateTime::parse))
                    .registerTypeAdapter(LocalTime.class, text(LocalTime::parse))
                    .registerTypeHierarchyAdapter(ZoneId.class, text(ZoneId::of))
                    .registerTypeAdapterFactory(new Families())
                    .create();

    private RecordGson() {}

    /** The adapter of a record or of a sealed family, with access to its fields alone. */
    static <T> FieldAdapter<T> fields(Class<T> type) {
        return (FieldAdapter<T>) GSON.getAdapter(type);
    }

    private static <T> TypeAdapter<T> text(Function<String, T> parse) {
        return new TypeAdapter<T>() {
            @Override
            public void write(JsonWriter out, T value) throws IOException {
                out.value(value.toString());
            }

            @Override
            public T read(JsonReader in) throws IOException {
                String value = in.nextString();
                try {
                    return parse.apply(value);
                } catch (java.time.DateTimeException e) {
                    throw new JsonParseException(
                            "'" + value + "' at " + in.getPreviousPath() + " is not a date or time", e);
                }
            }
        };
    }

    /** An adapter that can leave out the braces, so that others can put their own fields first. */
    abstract static class FieldAdapter<T> extends TypeAdapter<T> {
        abstract void writeFields(JsonWriter out, T value) throws IOException;

        /** Reads up to, not including, the closing brace. */
        abstract T readFields(JsonReader in) throws IOException;

        @Override
        public void write(JsonWriter out, T value) throws IOException {
            out.beginObject();
            writeFields(out, value);
            out.endObject();
        }

        @Override
        public T read(JsonReader in) throws IOException {
            in.beginObject();
            T value = readFields(in);
            in.endObject();
            return value;
        }
    }

    private static final class SeriesAdapter extends TypeAdapter<TimeSeries> {
        @Override
        public void write(JsonWriter out, TimeSeries value) throws IOException {
            out.beginArray();
            for (int i = 0; i < value.length(); i++) {
                out.value(value.at(i));
            }
            out.endArray();
        }

        @Override
        public TimeSeries read(JsonReader in) throws IOException {
            double[] values = new double[64];
            int n = 0;
            in.beginArray();
            while (in.hasNext()) {
                if (n == values.length) {
                    values = Arrays.copyOf(values, 2 * n);
                }
                values[n++] = in.nextDouble();
            }
            in.endArray();
            return TimeSeries.of(Arrays.copyOf(values, n));
        }
    }

    /** Writes elements by their declared type: Gson's own would drop the {@code type} of a family. */
    private static final class ListAdapter<E> extends TypeAdapter<List<E>> {
        private final TypeAdapter<E> element;

        ListAdapter(TypeAdapter<E> element) {
            this.element = element;
        }

        @Override
        public void write(JsonWriter out, List<E> values) throws IOException {
            out.beginArray();
            for (E value : values) {
                element.write(out, value);
            }
            out.endArray();
        }

        @Override
        public List<E> read(JsonReader in) throws IOException {
            List<E> values = new ArrayList<>();
            in.beginArray();
            while (in.hasNext()) {
                values.add(element.read(in));
            }
            in.endArray();
            return values;
        }
    }

    private static final class EnumAdapter<T> extends TypeAdapter<T> {
        private final Class<? super T> type;

        EnumAdapter(Class<? super T> type) {
            this.type = type;
        }

        @Override
        public void write(JsonWriter out, T value) throws IOException {
            out.value(((Enum<?>) value).name());
        }

        @Override
        @SuppressWarnings("unchecked") // the constants of T's own class
        public T read(JsonReader in) throws IOException {
            String name = in.nextString();
            Object[] constants = type.getEnumConstants();
            for (Object constant : constants) {
                if (((Enum<?>) constant).name().equals(name)) {
                    return (T) constant;
                }
            }
            throw new JsonParseException(
                    "'" + name + "' at " + in.getPreviousPath() + " is not one of "
                            + Arrays.toString(constants));
        }
    }

    private static final class Families implements TypeAdapterFactory {
        @Override
        @SuppressWarnings("unchecked") // raw is the class of T
        public <T> @Nullable TypeAdapter<T> create(Gson gson, TypeToken<T> type) {
            Class<T> raw = (Class<T>) type.getRawType();
            if (raw.isRecord()) {
                return new RecordAdapter<>(gson, raw);
            }
            if (raw == List.class && type.getType() instanceof ParameterizedType list) {
                TypeToken<?> element = TypeToken.get(list.getActualTypeArguments()[0]);
                return (TypeAdapter<T>) new ListAdapter<>(gson.getAdapter(element));
            }
            if (raw.isSealed()) {
                return new SealedAdapter<>(gson, raw);
            }
            return raw.isEnum() ? new EnumAdapter<T>(raw) : null;
        }
    }
}
