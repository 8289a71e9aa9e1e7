package org.vppworkbench.sample.imports.source;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The column names of a table. Columns are found by name, never by position. */
public final class TableHeader {
    private final String file;
    private final long row;
    private final List<String> names;
    private final Map<String, Integer> index = new HashMap<>();
    private final Set<String> twice = new HashSet<>();

    /**
     * @param row row of the header, from 1
     * @param normal how names are compared; see {@link #lowerCase}
     */
    TableHeader(String file, long row, List<String> names, UnaryOperator<String> normal) {
        this.file = file;
        this.row = row;
        this.names = List.copyOf(names);
        for (int i = 0; i < names.size(); i++) {
            String name = normal.apply(names.get(i).strip());
            if (index.putIfAbsent(name, i) != null && !name.isEmpty()) {
                twice.add(name);
            }
        }
    }

    /** Names as they are. */
    public static String exact(String name) {
        return name;
    }

    /** Lower case, with one underscore for whatever is not a letter or digit: {@code Interval Start} is {@code interval_start}. */
    public static String lowerCase(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "_").replaceAll("^_+|_+$", "");
    }

    /** The names as they stand in the file. */
    public List<String> names() {
        return names;
    }

    int size() {
        return names.size();
    }

    public boolean has(String column) {
        return index.containsKey(column);
    }

    /** The first of the columns that is there. */
    public Optional<String> first(List<String> columns) {
        return columns.stream().filter(this::has).findFirst();
    }

    /** The first column whose name, as it is compared, begins with {@code start}. */
    public Optional<String> startingWith(String start) {
        return index.keySet().stream().filter(name -> name.startsWith(start)).min(Comparator.comparing(index::get));
    }

    @Nullable Integer position(String column) {
        return index.get(column);
    }

    /** Where the header stands. */
    public String where() {
        return file + ", row " + row;
    }

    /** Whether the columns are all there and each once; what is not is an error. */
    public boolean require(List<String> columns, ImportLog log) throws InputRefusedException {
        boolean good = true;
        for (String column : columns) {
            if (!has(column)) {
                good = false;
                log.error(where() + ", column " + column, null, "missing column", "columns " + String.join(", ", columns)
                        + hint());
            } else if (twice.contains(column)) {
                good = false;
                log.error(where() + ", column " + column, null, "the column stands here twice", "once");
            }
        }
        return good;
    }

    /** What the first row held instead, and why it may have been read as one cell. */
    private String hint() {
        String first = String.join(",", names);
        String shown = first.length() > 160 ? first.substring(0, 160) + "…" : first;
        if (names.size() == 1 && first.contains(";")) {
            return "; the cells are separated by semicolons: import it as csv with a mapping";
        }
        if (names.size() == 1 && first.contains("\t")) {
            return "; the cells are separated by tabs: import it as csv with a mapping";
        }
        return "; found " + shown;
    }
}
