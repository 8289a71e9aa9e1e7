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
import java.util.TreeMap;

/** Trains the weights of the reader of descriptions. */
final class WeightsTraining {
    static double COST = Double.parseDouble(System.getProperty("C", "0.5"));
    static int LEAST = Integer.getInteger("least", 3);
    static int ROUNDS = Integer.getInteger("rounds", 3);
    static String SOLVER = System.getProperty("solver", "L2R_LR");

    record Example(EvaluationCase text, RuleReading reading, List<Choice> choices) {
        List<Proposal> proposals() {
            return choices.stream().flatMap(c -> c.proposals().stream()).toList();
        }
    }

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

    static Example example(EvaluationCase text, RuleParser rules) {
        RuleReading reading = rules.read(text.text());
        return new Example(text, reading, Choice.of(reading));
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

    /** A choice in numbers: features by candidate, the last candidate is none. */
    private record Row(int[][] features, boolean[] right, boolean[] open, int[] groups, Choice choice) {}

    static final int EPOCHS = Integer.getInteger("epochs", 12);
    static final double RATE = Double.parseDouble(System.getProperty("rate", "0.1"));
    static final double L2 = Double.parseDouble(System.getProperty("l2", "1e-5"));

    static Weights train(List<Example> examples) {
        if (Boolean.getBoolean("single")) {
            return once(examples, true);
        }
        int parts = 4;
        List<Example> again = java.util.stream.IntStream.range(0, parts).parallel().mapToObj(f -> {
            Weights w = once(examples.stream().filter(e -> part(e, parts) != f).toList(), false);
            return examples.stream().filter(e -> part(e, parts) == f).map(e -> second(e, w)).toList();
        }).flatMap(List::stream).toList();
        Weights all = once(examples, true);
        all.putAll(once(again, false));
        return all;
    }

    private static int part(Example e, int parts) {
        return Math.floorMod(e.text().id().hashCode() * 131 >> 5, parts);
    }

    static Example second(Example e, Weights w) {
        return new Example(e.text(), e.reading(), SecondLook.of(e.choices(), e.choices().stream().map(c -> c.probabilities(w)).toList()));
    }

    static Weights once(List<Example> examples, boolean withStrengths) {
        Map<String, Integer> counts = new HashMap<>();
        for (Example e : examples) {
            for (Choice c : e.choices()) {
                count(c, counts);
            }
        }
        Map<String, Integer> index = new HashMap<>();
        List<Row> rows = new ArrayList<>();
        int group = 0;
        Map<Proposal, Boolean> gold = new java.util.IdentityHashMap<>();
        for (Example e : examples) {
            Map<String, Integer> groups = new HashMap<>();
            for (Choice c : e.choices()) {
                boolean[] right = new boolean[c.proposals().size()];
                int[] g = new int[right.length];
                Arrays.fill(g, -1);
                boolean[] open = new boolean[right.length];
                for (int i = 0; i < right.length; i++) {
                    Proposal p = c.proposals().get(i);
                    right[i] = right(e.text(), p);
                    open[i] = e.text().labels().containsKey(p.field()) && e.text().labels().get(p.field()) == null;
                    if (right[i]) {
                        String key = p.model() + (p.field() == HomeField.BLACKOUT_FROM ? p.value() : "");
                        if (!groups.containsKey(key)) {
                            groups.put(key, group++);
                        }
                        g[i] = groups.get(key);
                    }
                }
                rows.add(row(c, right, open, g, counts, index));
            }
        }
        double[] w = new double[index.size() + 4];
        double[] squares = new double[w.length];
        Map<Integer, Double> best = null;
        for (int epoch = 0; epoch < EPOCHS; epoch++) {
            if (epoch >= EPOCHS / 3) {
                best = best(rows, group, w);
            }
            List<Row> order = new ArrayList<>(rows);
            java.util.Collections.shuffle(order, new java.util.Random(epoch));
            for (Row row : order) {
                step(row, best, w, squares);
            }
        }
        Map<Integer, Double> last = best(rows, group, w);
        for (Row row : rows) {
            double[] p = probabilities(row, w);
            for (int i = 0; i < row.right().length; i++) {
                if (row.right()[i] && p[i] >= last.get(row.groups()[i]) - 1e-12) {
                    gold.put(row.choice().proposals().get(i), true);
                }
            }
        }
        List<Row> wishes = new ArrayList<>();
        Map<String, Integer> wishCounts = new HashMap<>();
        List<Object[]> strengths = withStrengths ? strengths(examples, gold) : List.of();
        strengths.forEach(s -> count((Choice) s[0], wishCounts));
        strengths.forEach(s -> wishes.add(row((Choice) s[0], (boolean[]) s[1], new boolean[2], new int[] {-1, -1}, wishCounts, index)));
        double[] all = Arrays.copyOf(w, index.size() + 4);
        double[] sq = new double[all.length];
        for (int epoch = 0; epoch < EPOCHS; epoch++) {
            java.util.Collections.shuffle(wishes, new java.util.Random(epoch));
            for (Row row : wishes) {
                step(row, null, all, sq);
            }
        }
        Weights weights = new Weights();
        index.forEach((key, i) -> {
            if (Math.abs(all[i]) > 1e-3) {
                int cut = key.indexOf('\t');
                weights.put(key.substring(0, cut), key.substring(cut + 1), (float) all[i]);
            }
        });
        return weights;
    }

    private static void count(Choice c, Map<String, Integer> counts) {
        for (Proposal p : c.proposals()) {
            p.features().forEach(f -> counts.merge(p.model() + "\t" + f, 1, Integer::sum));
        }
        c.none().forEach(f -> counts.merge("none " + c.family() + "\t" + f, 1, Integer::sum));
    }

    private static Row row(Choice c, boolean[] right, boolean[] open, int[] groups, Map<String, Integer> counts, Map<String, Integer> index) {
        int[][] features = new int[right.length + 1][];
        for (int i = 0; i < right.length; i++) {
            features[i] = numbers(c.proposals().get(i).model(), c.proposals().get(i).features(), counts, index);
        }
        features[right.length] = numbers("none " + c.family(), c.none(), counts, index);
        return new Row(features, right, open, groups, c);
    }

    private static int[] numbers(String model, List<String> features, Map<String, Integer> counts, Map<String, Integer> index) {
        List<Integer> known = new ArrayList<>();
        for (String f : features) {
            String key = model + "\t" + f;
            if (counts.getOrDefault(key, 0) >= LEAST) {
                known.add(index.computeIfAbsent(key, k -> index.size()));
            }
        }
        return known.stream().mapToInt(Integer::intValue).toArray();
    }

    private static double[] probabilities(Row row, double[] w) {
        int n = row.features().length;
        double[] p = new double[n];
        double most = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < n; i++) {
            for (int f : row.features()[i]) {
                p[i] += w[f];
            }
            most = Math.max(most, p[i]);
        }
        double sum = 0;
        for (int i = 0; i < n; i++) {
            p[i] = Math.exp(p[i] - most);
            sum += p[i];
        }
        for (int i = 0; i < n; i++) {
            p[i] /= sum;
        }
        return p;
    }

    private static Map<Integer, Double> best(List<Row> rows, int groups, double[] w) {
        Map<Integer, Double> best = new HashMap<>();
        for (Row row : rows) {
            double[] p = null;
            for (int i = 0; i < row.right().length; i++) {
                if (row.right()[i]) {
                    p = p == null ? probabilities(row, w) : p;
                    best.merge(row.groups()[i], p[i], Math::max);
                }
            }
        }
        return best;
    }

    /** One step up the likelihood that one of the right proposals is chosen, or none where none is right. */
    private static void step(Row row, Map<Integer, Double> best, double[] w, double[] squares) {
        double[] p = probabilities(row, w);
        int n = p.length;
        double good = 0;
        double undecided = 0;
        for (int i = 0; i < n - 1; i++) {
            undecided += row.open()[i] ? p[i] : 0;
        }
        if (undecided > 0.25) {
            return;
        }
        boolean any = false;
        boolean skipped = false;
        boolean[] use = new boolean[n];
        for (int i = 0; i < n - 1; i++) {
            if (row.right()[i]) {
                boolean chosen = best == null || row.groups()[i] < 0 || p[i] >= 0.999 * best.get(row.groups()[i]);
                use[i] = chosen;
                any |= chosen;
                skipped |= !chosen;
            }
        }
        if (!any && skipped) {
            return;
        }
        use[n - 1] = !any;
        for (int i = 0; i < n; i++) {
            good += use[i] ? p[i] : 0;
        }
        good = Math.max(good, 1e-12);
        for (int i = 0; i < n; i++) {
            double gradient = (use[i] ? p[i] / good : 0) - p[i];
            if (Math.abs(gradient) < 1e-6) {
                continue;
            }
            for (int f : row.features()[i]) {
                double g = gradient - L2 * w[f];
                squares[f] += g * g;
                w[f] += RATE * g / Math.sqrt(squares[f] + 1e-6);
            }
        }
    }

    private static List<Object[]> strengths(List<Example> examples, Map<Proposal, Boolean> gold) {
        List<Object[]> out = new ArrayList<>();
        for (Example e : examples) {
            for (Proposal p : e.proposals()) {
                HomeField wish = p.field();
                if (!gold.containsKey(p) || Strength.of(wish) == null) {
                    continue;
                }
                if (wish == HomeField.BLACKOUT_FROM && !window(e.text(), p, HomeField.BLACKOUT_FROM, HomeField.BLACKOUT_TO)) {
                    wish = HomeField.BLACKOUT2_FROM;
                }
                String label = e.text().labels().get(Strength.of(wish));
                out.add(new Object[] {Strength.choice(e.reading(), wish, p), new boolean[] {"HARD".equals(label), "SOFT".equals(label)}});
            }
        }
        return out;
    }

    static ParsedHome parsed(Example e, Weights weights) {
        Weighing.Result result = new Judge(e.reading(), Boolean.getBoolean("single") ? e.choices() : second(e, weights).choices(), weights).result();
        Families.refine(Gazetteer.standard(), result.fields());
        return new ParsedHome("trained", e.reading().language(), result.fields(), result.abstained(), e.reading().hostile(), List.of());
    }

    public static void main(String[] args) throws IOException {
        List<String> files = Arrays.stream(args).filter(a -> a.endsWith(".jsonl")).toList();
        boolean errors = Arrays.asList(args).contains("--errors");
        RuleParser rules = new RuleParser();
        List<EvaluationCase> cases = new ArrayList<>();
        for (String f : files) {
            cases.addAll(read(Path.of(f)));
        }
        List<Example> all = cases.parallelStream().map(c -> example(c, rules)).toList();
        int folds = Integer.getInteger("folds", 5);
        List<ReadingScore.Verdict> before = new ArrayList<>();
        List<ReadingScore.Verdict> after = new ArrayList<>();
        for (EvaluationCase c : cases) {
            if (!c.id().startsWith(System.getProperty("test", ""))) {
                continue;
            }
            before.addAll(ReadingScore.judge(c, rules.parse(c.text())));
        }
        int oracle = 0;
        int labels = 0;
        List<Weights> trained = java.util.stream.IntStream.range(0, folds).parallel().mapToObj(f -> {
            double share = Double.parseDouble(System.getProperty("share", "1"));
            return train(all.stream().filter(e -> Math.floorMod(e.text().id().hashCode() * 31 >> 3, folds) != f)
                    .filter(e -> Math.floorMod(e.text().id().hashCode() * 977 >> 2, 1000) < 1000 * share).toList());
        }).toList();
        for (int fold = 0; fold < folds; fold++) {
            int f = fold;
            String only = System.getProperty("test", "");
            List<Example> test = all.stream().filter(e -> e.text().id().startsWith(only)).filter(e -> Math.floorMod(e.text().id().hashCode() * 31 >> 3, folds) == f).toList();
            Weights w = trained.get(f);
            for (Example e : test) {
                List<ReadingScore.Verdict> verdicts = ReadingScore.judge(e.text(), parsed(e, w));
                after.addAll(verdicts);
                if (errors) {
                    for (ReadingScore.Verdict v : verdicts) {
                        if (v.outcome() != ReadingScore.Outcome.RIGHT && v.outcome() != ReadingScore.Outcome.ABSTAINED) {
                            HomeField field = HomeField.of(v.field()).orElse(null);
                            boolean possible = field != null && e.proposals().stream().anyMatch(p -> p.field() == field && right(e.text(), p));
                            System.out.println(v.outcome() + (possible ? " +" : " -") + "\t" + v.id() + "\t" + v.field() + "\t" + v.label() + "\t" + v.value()
                                    + "\t" + e.text().text().replace('\n', '/'));
                        }
                    }
                }
                for (Map.Entry<HomeField, String> label : e.text().labels().entrySet()) {
                    if (label.getValue() != null && !label.getKey().key().endsWith("strength") && !label.getKey().key().endsWith(".to") && !label.getKey().key().startsWith("pref.blackout2")) {
                        labels++;
                        oracle += e.proposals().stream().anyMatch(p -> p.field() == label.getKey() && right(e.text(), p)) ? 1 : 0;
                    }
                }
            }
        }
        print("rules", before);
        print("trained", after);
        System.out.printf("proposed %d of %d labels%n", oracle, labels);
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
