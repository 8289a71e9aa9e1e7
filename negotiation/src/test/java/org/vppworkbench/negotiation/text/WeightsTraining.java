package org.vppworkbench.negotiation.text;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Trains the weights of the reader of descriptions. */
final class WeightsTraining {
    static final int LEAST = Integer.getInteger("least", 6);
    static final int EPOCHS = Integer.getInteger("epochs", 12);
    static final double RATE = Double.parseDouble(System.getProperty("rate", "0.1"));
    static final double L2 = Double.parseDouble(System.getProperty("l2", "1e-3"));
    static final double L1 = Double.parseDouble(System.getProperty("l1", "0.015"));
    /** Smaller weights are left out of the table. */
    static final double KEPT = 0.03;
    static final int FOLDS = 4;

    /** A labelled text as it was read. */
    record Example(EvaluationCase text, RuleReading reading, List<Choice> choices, List<Row> rows) {}

    /** A choice in numbers: features by candidate, the last candidate is none. */
    record Row(int[][] features, boolean[] right, boolean[] open, int[] groups) {}

    static List<EvaluationCase> read(Path file) throws IOException {
        List<EvaluationCase> cases = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            if (line.isBlank()) {
                continue;
            }
            JsonObject o = JsonParser.parseString(line).getAsJsonObject();
            Map<HomeField, String> labels = new LinkedHashMap<>();
            boolean hostile = false;
            for (Map.Entry<String, JsonElement> e : o.getAsJsonObject("labels").entrySet()) {
                if (e.getKey().equals("hostile")) {
                    hostile = true;
                    continue;
                }
                HomeField field = HomeField.of(e.getKey()).orElse(null);
                if (field == null) {
                    continue;
                }
                labels.put(field, e.getValue().isJsonNull() ? null : field.isNumber()
                        ? Claims.shortest(e.getValue().getAsDouble()) : e.getValue().getAsString());
            }
            cases.add(new EvaluationCase(o.get("id").getAsString(), "dev", o.get("style").getAsString(), o.get("language").getAsString(),
                    o.get("text").getAsString(), labels, hostile));
        }
        return cases;
    }

    static int fold(EvaluationCase c) {
        return Math.floorMod(c.id().hashCode() * 31 >> 3, FOLDS);
    }

    static boolean right(EvaluationCase text, Proposal p) {
        HomeField field = p.field();
        if (field == HomeField.BLACKOUT_FROM) {
            return window(text, p, HomeField.BLACKOUT_FROM, HomeField.BLACKOUT_TO) || window(text, p, HomeField.BLACKOUT2_FROM, HomeField.BLACKOUT2_TO);
        }
        String label = text.labels().get(field);
        return label != null && FieldMatch.same(field, p.value(), label);
    }

    private static boolean window(EvaluationCase text, Proposal p, HomeField from, HomeField to) {
        String a = text.labels().get(from);
        String b = text.labels().get(to);
        return a != null && b != null && FieldMatch.same(from, p.value().substring(0, 5), a) && FieldMatch.same(to, p.value().substring(6), b);
    }

    // ---- features to numbers

    private final Map<String, Integer> counts = new java.util.concurrent.ConcurrentHashMap<>();
    private final Map<String, Integer> index = new HashMap<>();

    private void count(String model, List<String> features) {
        features.forEach(f -> counts.merge(model + "\t" + f, 1, Integer::sum));
    }

    private int[] numbers(String model, List<String> features) {
        int[] known = new int[features.size()];
        int n = 0;
        for (String f : features) {
            String key = model + "\t" + f;
            if (counts.getOrDefault(key, 0) >= LEAST) {
                known[n++] = index.computeIfAbsent(key, k -> index.size());
            }
        }
        return Arrays.copyOf(known, n);
    }

    private Row row(EvaluationCase text, Choice c, Map<String, Integer> groups, List<List<String>> more, String look) {
        int n = c.proposals().size();
        int[][] features = new int[n + 1][];
        for (int i = 0; i <= n; i++) {
            List<String> all = more.isEmpty() ? c.features(i) : new ArrayList<>(c.features(i));
            if (!more.isEmpty()) {
                all.addAll(more.get(i));
            }
            features[i] = numbers(look + c.model(i), all);
        }
        boolean[] right = new boolean[n];
        boolean[] open = new boolean[n];
        int[] group = new int[n];
        for (int i = 0; i < n; i++) {
            Proposal p = c.proposals().get(i);
            right[i] = right(text, p);
            open[i] = text.labels().containsKey(p.field()) && text.labels().get(p.field()) == null;
            String key = text.id() + p.model() + (p.field() == HomeField.BLACKOUT_FROM ? p.value() : "");
            group[i] = right[i] ? groups.computeIfAbsent(key, k -> groups.size()) : -1;
        }
        return new Row(features, right, open, group);
    }

    // ---- learning

    static double[] fit(List<Row> rows, int size) {
        double[] w = new double[size];
        double[] squares = new double[size];
        int groups = rows.stream().flatMapToInt(r -> Arrays.stream(r.groups())).max().orElse(-1) + 1;
        double[] best = null;
        List<Row> order = new ArrayList<>(rows);
        for (int epoch = 0; epoch < EPOCHS; epoch++) {
            if (epoch >= EPOCHS / 3) {
                best = new double[groups];
                for (Row row : rows) {
                    double[] p = null;
                    for (int i = 0; i < row.right().length; i++) {
                        if (row.right()[i]) {
                            p = p == null ? probabilities(row, w) : p;
                            best[row.groups()[i]] = Math.max(best[row.groups()[i]], p[i]);
                        }
                    }
                }
            }
            java.util.Collections.shuffle(order, new java.util.Random(epoch));
            for (Row row : order) {
                step(row, best, w, squares);
            }
            if (epoch > 0) {
                for (int i = 0; i < w.length; i++) {
                    w[i] = Math.abs(w[i]) <= L1 ? 0 : w[i] - Math.signum(w[i]) * L1;
                }
            }
        }
        return w;
    }

    static double[] probabilities(Row row, double[] w) {
        int n = row.features().length;
        double[] score = new double[n];
        for (int i = 0; i < n; i++) {
            double sum = 0;
            for (int f : row.features()[i]) {
                sum += w[f];
            }
            score[i] = sum;
        }
        return Choice.shares(score);
    }

    /** One step up the likelihood that one of the right proposals is chosen, or none where none is right. */
    private static void step(Row row, double[] best, double[] w, double[] squares) {
        double[] p = probabilities(row, w);
        int n = p.length;
        double good = 0;
        double undecided = 0;
        boolean any = false;
        boolean skipped = false;
        boolean[] use = new boolean[n];
        for (int i = 0; i < n - 1; i++) {
            undecided += row.open()[i] ? p[i] : 0;
            if (row.right()[i]) {
                boolean chosen = best == null || p[i] >= 0.999 * best[row.groups()[i]];
                use[i] = chosen;
                any |= chosen;
                skipped |= !chosen;
            }
        }
        if (undecided > 0.25 || (!any && skipped)) {
            return;
        }
        use[n - 1] = !any;
        for (int i = 0; i < n; i++) {
            good += use[i] ? p[i] : 0;
        }
        good = Math.max(good, 1e-12);
        for (int i = 0; i < n; i++) {
            double gradient = (use[i] ? p[i] / good : 0) - p[i];
            if (Math.abs(gradient) < 1e-4) {
                continue;
            }
            for (int f : row.features()[i]) {
                double g = gradient - L2 * w[f];
                squares[f] += g * g;
                w[f] += RATE * g / Math.sqrt(squares[f] + 1e-6);
            }
        }
    }

    // ---- who is spoken to

    private double[] hostile(List<EvaluationCase> cases, List<List<List<String>>> sentences, int without) {
        List<Row> rows = new ArrayList<>();
        Map<String, Integer> groups = new HashMap<>();
        for (int c = 0; c < cases.size(); c++) {
            if (fold(cases.get(c)) == without) {
                continue;
            }
            for (List<String> features : sentences.get(c)) {
                boolean hostile = cases.get(c).hostile();
                int group = hostile ? groups.computeIfAbsent(cases.get(c).id(), k -> groups.size()) : -1;
                rows.add(new Row(new int[][] {numbers(Address.MODEL, features), {}}, new boolean[] {hostile}, new boolean[1], new int[] {group}));
            }
        }
        return fit(rows, index.size());
    }

    private Weights weights(double[] w, String... prefixes) {
        return Weights.read(Weights.table(named(w, prefixes)));
    }

    private Map<String, Map<String, Double>> named(double[] w, String... prefixes) {
        Map<String, Map<String, Double>> out = new java.util.TreeMap<>();
        index.forEach((key, i) -> {
            if (i < w.length && Arrays.stream(prefixes).anyMatch(key::startsWith) && Math.abs(w[i]) > KEPT) {
                int cut = key.indexOf('\t');
                out.computeIfAbsent(key.substring(0, cut), k -> new HashMap<>()).put(key.substring(cut + 1), w[i]);
            }
        });
        return out;
    }

    // ---- strengths

    private List<Row> strengths(List<Example> examples, List<List<double[]>> shares) {
        List<Choice> choices = new ArrayList<>();
        List<boolean[]> rights = new ArrayList<>();
        List<String> ids = new ArrayList<>();
        for (int e = 0; e < examples.size(); e++) {
            Example example = examples.get(e);
            for (int c = 0; c < example.choices().size(); c++) {
                Choice choice = example.choices().get(c);
                for (int i = 0; i < choice.proposals().size(); i++) {
                    Proposal p = choice.proposals().get(i);
                    HomeField wish = p.field();
                    if (Strength.of(wish) == null || !right(example.text(), p) || shares.get(e).get(c)[i] < 0.3) {
                        continue;
                    }
                    if (wish == HomeField.BLACKOUT_FROM && !window(example.text(), p, HomeField.BLACKOUT_FROM, HomeField.BLACKOUT_TO)) {
                        wish = HomeField.BLACKOUT2_FROM;
                    }
                    String label = example.text().labels().get(Strength.of(wish));
                    Choice strength = Strength.choice(example.reading(), wish, p);
                    choices.add(strength);
                    rights.add(new boolean[] {"HARD".equals(label), "SOFT".equals(label)});
                    ids.add(example.text().id());
                    for (int k = 0; k <= 2; k++) {
                        count("1 " + strength.model(k), strength.features(k));
                    }
                }
            }
        }
        List<Row> rows = new ArrayList<>();
        strengthFolds.clear();
        for (int i = 0; i < choices.size(); i++) {
            int[][] features = new int[3][];
            for (int k = 0; k <= 2; k++) {
                features[k] = numbers("1 " + choices.get(i).model(k), choices.get(i).features(k));
            }
            boolean[] right = rights.get(i);
            rows.add(new Row(features, right, new boolean[2], new int[] {right[0] ? 2 * i : -1, right[1] ? 2 * i + 1 : -1}));
            strengthFolds.add(Math.floorMod(ids.get(i).hashCode() * 31 >> 3, FOLDS));
        }
        return rows;
    }

    private final List<Integer> strengthFolds = new ArrayList<>();

    public static void main(String[] args) throws IOException {
        new WeightsTraining().run(args);
    }

    private void run(String[] args) throws IOException {
        boolean errors = Arrays.asList(args).contains("--errors");
        RuleParser rules = new RuleParser();
        List<EvaluationCase> cases = new ArrayList<>();
        for (String f : args) {
            if (f.endsWith(".jsonl")) {
                cases.addAll(read(Path.of(f)));
            }
        }
        long start = System.currentTimeMillis();
        // who is spoken to
        List<RuleReading> plain = cases.parallelStream().map(c -> rules.read(c.text())).toList();
        List<List<List<String>>> sentences = new ArrayList<>();
        for (RuleReading r : plain) {
            List<List<String>> all = new ArrayList<>();
            r.sentences().forEach(s -> all.add(Address.features(s)));
            r.ignored().forEach(s -> all.add(Address.features(s)));
            all.forEach(f -> count(Address.MODEL, f));
            sentences.add(all);
        }
        List<double[]> addressed = new ArrayList<>();
        List<Weights> hostile = new ArrayList<>();
        for (int f = 0; f <= FOLDS; f++) {
            addressed.add(hostile(cases, sentences, f));
            hostile.add(weights(addressed.getLast(), Address.MODEL));
        }
        sentences.clear();
        time("hostile", start);
        List<Example> read = IntStream.range(0, cases.size()).parallel().mapToObj(c -> {
            EvaluationCase text = cases.get(c);
            Weights own = hostile.get(fold(text));
            RuleReading reading = rules.read(text.text(), s -> Address.is(s, own));
            return new Example(text, reading, Choice.of(reading), new ArrayList<>());
        }).toList();
        read.parallelStream().forEach(e -> e.choices().forEach(c -> {
            for (int i = 0; i <= c.proposals().size(); i++) {
                count(Weights.FIRST + c.model(i), c.features(i));
            }
        }));
        Map<String, Integer> groups = new HashMap<>();
        read.forEach(e -> e.choices().forEach(c -> e.rows().add(row(e.text(), c, groups, List.of(), Weights.FIRST))));
        time("read", start);
        int size = index.size();
        List<double[]> first = IntStream.rangeClosed(0, FOLDS).parallel().mapToObj(f -> fit(rows(read, f), size)).toList();
        time("first look", start);
        List<List<double[]>> shares = read.stream().map(e -> e.rows().stream()
                .map(r -> Arrays.copyOf(probabilities(r, first.get(fold(e.text()))), r.right().length)).toList()).toList();
        // second look
        List<SecondLook> looks = IntStream.range(0, read.size()).parallel().mapToObj(e -> new SecondLook(read.get(e).choices(), shares.get(e))).toList();
        IntStream.range(0, read.size()).parallel().forEach(e -> {
            Example example = read.get(e);
            for (int c = 0; c < example.choices().size(); c++) {
                Choice choice = example.choices().get(c);
                List<List<String>> more = looks.get(e).features(c);
                for (int i = 0; i <= choice.proposals().size(); i++) {
                    count(Weights.SECOND + choice.model(i), more.get(i));
                    count(Weights.SECOND + choice.model(i), choice.features(i));
                }
            }
        });
        Map<String, Integer> groups2 = new HashMap<>();
        List<Example> again = new ArrayList<>();
        for (int e = 0; e < read.size(); e++) {
            Example example = read.get(e);
            List<Row> rows = new ArrayList<>();
            for (int c = 0; c < example.choices().size(); c++) {
                rows.add(row(example.text(), example.choices().get(c), groups2, looks.get(e).features(c), Weights.SECOND));
            }
            again.add(new Example(example.text(), example.reading(), example.choices(), rows));
        }
        int size2 = index.size();
        List<double[]> second = IntStream.rangeClosed(0, FOLDS).parallel().mapToObj(f -> fit(rows(again, f), size2)).toList();
        time("second look", start);
        List<List<double[]>> last = again.stream().map(e -> e.rows().stream()
                .map(r -> Arrays.copyOf(probabilities(r, second.get(fold(e.text()))), r.right().length)).toList()).toList();
        List<Row> wishes = strengths(read, last);
        int size3 = index.size();
        List<double[]> wished = IntStream.rangeClosed(0, FOLDS).mapToObj(
                f -> fit(IntStream.range(0, wishes.size()).filter(i -> strengthFolds.get(i) != f).mapToObj(wishes::get).toList(), size3)).toList();
        List<Weights> strengths = wished.stream().map(w -> weights(w, "1 strength", "1 none strength")).toList();
        time("strengths", start);
        if (System.getProperty("out") != null) {
            Map<String, Map<String, Double>> all = named(first.get(FOLDS), "1 ");
            all.putAll(named(second.get(FOLDS), "2 "));
            all.putAll(named(addressed.get(FOLDS), Address.MODEL));
            all.putAll(named(wished.get(FOLDS), "1 strength", "1 none strength"));
            Files.writeString(Path.of(System.getProperty("out")), Weights.table(all));
        }
        report(rules, read, last, strengths, errors);
    }

    private static List<Row> rows(List<Example> examples, int without) {
        return examples.stream().filter(e -> fold(e.text()) != without).flatMap(e -> e.rows().stream()).toList();
    }

    private static void time(String what, long start) {
        System.err.println(what + " " + (System.currentTimeMillis() - start) / 1000 + " s");
    }

    private static void report(RuleParser rules, List<Example> examples, List<List<double[]>> shares, List<Weights> strengths, boolean errors) {
        List<ReadingScore.Verdict> before = new ArrayList<>();
        List<ReadingScore.Verdict> after = new ArrayList<>();
        String only = System.getProperty("test", "");
        for (int e = 0; e < examples.size(); e++) {
            Example example = examples.get(e);
            if (!example.text().id().startsWith(only)) {
                continue;
            }
            before.addAll(ReadingScore.judge(example.text(), rules.parse(example.text().text())));
            Weighing.Result result = new Judge(example.reading(), example.choices(), shares.get(e), strengths.get(fold(example.text()))).result();
            Families.refine(Gazetteer.standard(), result.fields());
            ParsedHome parsed = new ParsedHome("trained", example.reading().language(), result.fields(), result.abstained(), example.reading().hostile(), List.of());
            List<ReadingScore.Verdict> verdicts = ReadingScore.judge(example.text(), parsed);
            after.addAll(verdicts);
            if (errors) {
                for (ReadingScore.Verdict v : verdicts) {
                    if (v.outcome() != ReadingScore.Outcome.RIGHT && v.outcome() != ReadingScore.Outcome.ABSTAINED) {
                        HomeField field = HomeField.of(v.field()).orElse(null);
                        boolean possible = field != null && example.choices().stream().flatMap(c -> c.proposals().stream()).anyMatch(p -> p.field() == field && right(example.text(), p));
                        System.out.println(v.outcome() + (possible ? " +" : " -") + "\t" + v.id() + "\t" + v.field() + "\t" + v.label() + "\t" + v.value()
                                + "\t" + example.text().text().replace('\n', '/'));
                    }
                }
            }
        }
        print("rules", before);
        print("trained", after);
        ReadingScore b = new ReadingScore(before);
        ReadingScore a = new ReadingScore(after);
        System.out.println("field                          n   rules trained  invented");
        a.verdicts().stream().map(ReadingScore.Verdict::field).distinct().sorted().forEach(f -> System.out.printf("%-30s %4d %6.1f %6.1f %4d %4d%n", f, a.ofField(f).labelled(), 100 * b.ofField(f).recall(), 100 * a.ofField(f).recall(), b.ofField(f).count(ReadingScore.Outcome.INVENTED), a.ofField(f).count(ReadingScore.Outcome.INVENTED)));
        a.verdicts().stream().map(ReadingScore.Verdict::style).distinct().sorted().forEach(f -> System.out.printf("%-30s %4d %6.1f %6.1f%n", f, a.ofStyle(f).labelled(), 100 * b.ofStyle(f).recall(), 100 * a.ofStyle(f).recall()));
    }

    private static void print(String name, List<ReadingScore.Verdict> verdicts) {
        ReadingScore s = new ReadingScore(verdicts);
        System.out.printf("%s: recall %.1f precision %.1f right %d wrong %d missed %d invented %d decided %d of %d%n", name, 100 * s.recall(), 100 * s.precision(),
                s.count(ReadingScore.Outcome.RIGHT) + s.count(ReadingScore.Outcome.ABSTAINED), s.count(ReadingScore.Outcome.WRONG), s.count(ReadingScore.Outcome.MISSED), s.count(ReadingScore.Outcome.INVENTED),
                s.count(ReadingScore.Outcome.DECIDED), s.labelled());
    }
}
