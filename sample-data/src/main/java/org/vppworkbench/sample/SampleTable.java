package org.vppworkbench.sample;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Predicate;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Rows of a shipped CSV file. Its content is known by hash, so a surprise here is a bug, not bad input. */
record SampleTable(List<CSVRecord> rows) {
    static SampleTable of(SampleFile file) {
        String text = new String(file.bytes(), StandardCharsets.UTF_8);
        CSVFormat format = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();
        try (CSVParser parser = CSVParser.parse(new StringReader(text), format)) {
            return new SampleTable(parser.getRecords());
        } catch (IOException e) {
            throw new UncheckedIOException(file.path(), e);
        }
    }

    SampleTable where(Predicate<CSVRecord> keep) {
        return new SampleTable(rows.stream().filter(keep).toList());
    }

    double[] column(String name) {
        return rows.stream().mapToDouble(row -> Double.parseDouble(row.get(name))).toArray();
    }
}
