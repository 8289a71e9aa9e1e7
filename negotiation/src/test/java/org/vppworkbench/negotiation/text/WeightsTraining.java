package org.vppworkbench.negotiation.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.negotiation.text.ConditionalLogit.Row;

/**
 * Trains the weights of {@link TrainedParser}: first who is spoken to, then the first look, then the second on what the first
 * made of texts it had not learnt from, then strengths. Every stage is fitted once on all texts, for the table, and once
 * without each of {@link TrainingSet#FOLDS} parts, which tells how well it reads texts it has not met.
 */
final class WeightsTraining {
    private static final int FOLDS = TrainingSet.FOLDS;

    private final FeatureIndex index = new FeatureIndex();
    private final List<EvaluationCase> texts;
    private final RuleParser rules = new RuleParser();
    private List<RuleReading> readings = List.of();
    private List<List<Choice>> choices = List.of();

    /** The fits of a stage: by part that was left out, and last without leaving out any. */
    private record Fits(List<double[]> weights) {
        double[] without(EvaluationCase text) {
            return weights.get(TrainingSet.fold(text));
        }

        double[] all() {
            return weights.getLast();
        }
    }

    /**
     * What came of it.
     *
     * @param table of the weights
     * @param read each text as read by weights that had not met it
     */
    record Result(String table, List<ParsedHome> read) {}

    private WeightsTraining(List<EvaluationCase> texts) {
        this.texts = texts;
    }

    static Result of(List<EvaluationCase> texts) {
        return new WeightsTraining(texts).run();
    }

    private Result run() {
        Fits addressed = addressed();
        List<Weights> hostile = addressed.weights().stream().map(w -> Weights.read(Weights.table(index.named(w, Address.MODEL)))).toList();
        readings = each(t -> rules.read(texts.get(t).text(),
                sentence -> Address.is(sentence, hostile.get(TrainingSet.fold(texts.get(t))))));
        choices = each(t -> Choice.of(readings.get(t)));
        List<List<Row>> firstRows = rows(Weights.FIRST, List.of());
        Fits first = fits(firstRows);
        List<List<double[]>> shares = shares(firstRows, first);
        List<SecondLook> looks = each(t -> new SecondLook(choices.get(t), shares.get(t)));
        List<List<Row>> secondRows = rows(Weights.SECOND, looks);
        Fits second = fits(secondRows);
        List<List<double[]>> decided = shares(secondRows, second);
        Fits strengths = strengths(decided);
        List<Doubt> doubts = each(t -> new Doubt(readings.get(t), choices.get(t), shares.get(t)));
        Fits doubted = doubted(decided, doubts);
        Map<String, Map<String, Double>> all = index.named(first.all(), Weights.FIRST);
        all.putAll(index.named(second.all(), Weights.SECOND));
        all.putAll(index.named(addressed.all(), Address.MODEL));
        all.putAll(index.named(strengths.all(), Strength.MODELS));
        all.putAll(index.named(doubted.all(), Doubt.MODELS));
        List<Weights> last = IntStream.rangeClosed(0, FOLDS).mapToObj(fold -> {
            Map<String, Map<String, Double>> both = index.named(strengths.weights().get(fold), Strength.MODELS);
            both.putAll(index.named(doubted.weights().get(fold), Doubt.MODELS));
            return Weights.read(Weights.table(both));
        }).toList();
        return new Result(Weights.table(all), each(t -> TrainedParser.home(
                readings.get(t), choices.get(t), doubts.get(t), decided.get(t), last.get(TrainingSet.fold(texts.get(t))))));
    }

    private <T> List<T> each(java.util.function.IntFunction<T> made) {
        return IntStream.range(0, texts.size()).parallel().mapToObj(made).toList();
    }

    /** Fits on rows by text. */
    private Fits fits(List<List<Row>> rows) {
        int size = index.size();
        return new Fits(IntStream.rangeClosed(0, FOLDS).parallel().mapToObj(fold -> ConditionalLogit.fit(
                IntStream.range(0, texts.size()).filter(t -> TrainingSet.fold(texts.get(t)) != fold).boxed()
                        .flatMap(t -> rows.get(t).stream()).toList(), size)).toList());
    }

    private Fits addressed() {
        List<List<List<String>>> sentences = each(t -> {
            RuleReading read = rules.read(texts.get(t).text());
            List<List<String>> all = new ArrayList<>();
            read.sentences().forEach(s -> all.add(Address.features(s)));
            read.ignored().forEach(s -> all.add(Address.features(s)));
            return all;
        });
        sentences.forEach(all -> all.forEach(features -> index.count(Address.MODEL, features)));
        List<List<Row>> rows = new ArrayList<>();
        for (int t = 0; t < texts.size(); t++) {
            boolean hostile = texts.get(t).hostile();
            int group = hostile ? t : -1;
            rows.add(sentences.get(t).stream().map(features -> new Row(new int[][] {index.numbers(Address.MODEL, features), {}},
                    new boolean[] {hostile}, new boolean[1], new int[] {group})).toList());
        }
        return fits(rows);
    }

    private List<List<Row>> rows(String look, List<SecondLook> looks) {
        each(t -> {
            for (int c = 0; c < choices.get(t).size(); c++) {
                Choice choice = choices.get(t).get(c);
                List<List<String>> more = looks.isEmpty() ? List.of() : looks.get(t).features(c);
                for (int i = 0; i <= choice.proposals().size(); i++) {
                    index.count(look + choice.model(i), choice.features(i));
                    index.count(look + choice.model(i), more.isEmpty() ? List.of() : more.get(i));
                }
            }
            return t;
        });
        Map<String, Integer> groups = new HashMap<>();
        List<List<Row>> rows = new ArrayList<>();
        for (int t = 0; t < texts.size(); t++) {
            List<Row> ofText = new ArrayList<>();
            for (int c = 0; c < choices.get(t).size(); c++) {
                ofText.add(row(look, texts.get(t), choices.get(t).get(c), looks.isEmpty() ? List.of() : looks.get(t).features(c), groups));
            }
            rows.add(ofText);
        }
        return rows;
    }

    private Row row(String look, EvaluationCase text, Choice choice, List<List<String>> more, Map<String, Integer> groups) {
        int n = choice.proposals().size();
        boolean[] right = new boolean[n];
        boolean[] open = new boolean[n];
        int[] group = new int[n];
        for (int i = 0; i < n; i++) {
            Proposal p = choice.proposals().get(i);
            right[i] = TrainingSet.right(text, p);
            open[i] = text.labels().containsKey(p.field()) && text.labels().get(p.field()) == null;
            String value = text.id() + p.model() + (p.field() == HomeField.BLACKOUT_FROM ? p.value() : "");
            group[i] = right[i] ? groups.computeIfAbsent(value, k -> groups.size()) : -1;
        }
        return new Row(index.numbers(look, choice, more), right, open, group);
    }

    private List<List<double[]>> shares(List<List<Row>> rows, Fits fits) {
        return each(t -> rows.get(t).stream().map(row -> Arrays.copyOf(
                ConditionalLogit.shares(row, fits.without(texts.get(t))), row.right().length)).toList());
    }

    /** Wishes that were read right, with the strength they are labelled with. */
    private Fits strengths(List<List<double[]>> decided) {
        List<List<Choice>> wishes = new ArrayList<>();
        List<List<boolean[]>> rights = new ArrayList<>();
        for (int t = 0; t < texts.size(); t++) {
            wishes.add(new ArrayList<>());
            rights.add(new ArrayList<>());
            for (int c = 0; c < choices.get(t).size(); c++) {
                List<Proposal> proposals = choices.get(t).get(c).proposals();
                for (int i = 0; i < proposals.size(); i++) {
                    boolean taken = decided.get(t).get(c)[i] >= Judge.ENOUGH && Strength.of(proposals.get(i).field()) != null;
                    if (taken && TrainingSet.right(texts.get(t), proposals.get(i))) {
                        wish(t, proposals.get(i), wishes.getLast(), rights.getLast());
                    }
                }
            }
        }
        wishes.forEach(all -> all.forEach(wish -> IntStream.rangeClosed(0, 2)
                .forEach(i -> index.count(Weights.FIRST + wish.model(i), wish.features(i)))));
        int group = 0;
        List<List<Row>> rows = new ArrayList<>();
        for (int t = 0; t < texts.size(); t++) {
            List<Row> ofText = new ArrayList<>();
            for (int i = 0; i < wishes.get(t).size(); i++) {
                boolean[] right = rights.get(t).get(i);
                ofText.add(new Row(index.numbers(Weights.FIRST, wishes.get(t).get(i), List.of()), right, new boolean[2],
                        new int[] {right[0] ? group++ : -1, right[1] ? group++ : -1}));
            }
            rows.add(ofText);
        }
        return fits(rows);
    }

    /** Values that were taken, with whether their label is that the text contradicts itself. */
    private Fits doubted(List<List<double[]>> decided, List<Doubt> doubts) {
        List<List<Choice>> asked = new ArrayList<>();
        List<List<Boolean>> open = new ArrayList<>();
        for (int t = 0; t < texts.size(); t++) {
            asked.add(new ArrayList<>());
            open.add(new ArrayList<>());
            Map<HomeField, @Nullable String> labels = texts.get(t).labels();
            for (int c = 0; c < choices.get(t).size(); c++) {
                List<Proposal> proposals = choices.get(t).get(c).proposals();
                for (int i = 0; i < proposals.size(); i++) {
                    Proposal p = proposals.get(i);
                    double share = decided.get(t).get(c)[i];
                    boolean contradicted = labels.containsKey(p.field()) && labels.get(p.field()) == null;
                    if (share >= Judge.ENOUGH && (contradicted || TrainingSet.right(texts.get(t), p))) {
                        asked.getLast().add(doubts.get(t).choice(p, share));
                        open.getLast().add(contradicted);
                    }
                }
            }
        }
        asked.forEach(all -> all.forEach(one -> IntStream.rangeClosed(0, 1)
                .forEach(i -> index.count(Weights.FIRST + one.model(i), one.features(i)))));
        int group = 0;
        List<List<Row>> rows = new ArrayList<>();
        for (int t = 0; t < texts.size(); t++) {
            List<Row> ofText = new ArrayList<>();
            for (int i = 0; i < asked.get(t).size(); i++) {
                boolean contradicted = open.get(t).get(i);
                ofText.add(new Row(index.numbers(Weights.FIRST, asked.get(t).get(i), List.of()), new boolean[] {contradicted}, new boolean[1],
                        new int[] {contradicted ? group++ : -1}));
            }
            rows.add(ofText);
        }
        return fits(rows);
    }

    private void wish(int t, Proposal p, List<Choice> wishes, List<boolean[]> rights) {
        boolean second = p.field() == HomeField.BLACKOUT_FROM && !TrainingSet.first(texts.get(t), p);
        HomeField field = second ? HomeField.BLACKOUT2_FROM : p.field();
        String label = texts.get(t).labels().get(Strength.of(field));
        wishes.add(Strength.choice(readings.get(t), field, p));
        rights.add(new boolean[] {"HARD".equals(label), "SOFT".equals(label)});
    }
}
