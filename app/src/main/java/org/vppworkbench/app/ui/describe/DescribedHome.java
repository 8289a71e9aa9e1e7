package org.vppworkbench.app.ui.describe;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.app.ui.describe.FieldRow.Origin;
import org.vppworkbench.model.fleet.Home;
import org.vppworkbench.model.scenario.Finding;
import org.vppworkbench.negotiation.text.HomeDefaults;
import org.vppworkbench.negotiation.text.HomeDraft;
import org.vppworkbench.negotiation.text.HomeDrafter;
import org.vppworkbench.negotiation.text.HomeField;
import org.vppworkbench.negotiation.text.ParsedField;
import org.vppworkbench.negotiation.text.ParsedHome;
import org.vppworkbench.negotiation.text.Span;

/** A description, what was read of it, what a hand corrected, and the home that comes of both. Immutable. */
final class DescribedHome {
    private static final String DRAFT_ID = "described";
    private static final String WHERE = "description";
    private static final String BY_HAND = "corrected by hand";

    private final String text;
    private final ParsedHome read;
    private final Map<HomeField, Correction> corrections;
    private final HomeDefaults defaults;
    private final List<Finding> told;
    private final ParsedHome merged;
    private final HomeDraft draft;

    private DescribedHome(
            String text, ParsedHome read, Map<HomeField, Correction> corrections, HomeDefaults defaults, List<Finding> told) {
        this.text = text;
        this.read = read;
        this.corrections = Collections.unmodifiableMap(corrections);
        this.defaults = defaults;
        this.told = List.copyOf(told);
        this.merged = merged();
        this.draft = HomeDrafter.draft(merged, defaults, DRAFT_ID);
    }

    /**
     * A description as it was read.
     *
     * @param text without keys
     * @param told what is to be said before the findings of the reader
     */
    static DescribedHome of(String text, ParsedHome read, HomeDefaults defaults, List<Finding> told) {
        return new DescribedHome(text, read, new EnumMap<>(HomeField.class), defaults, told);
    }

    String text() {
        return text;
    }

    HomeDefaults defaults() {
        return defaults;
    }

    /** Whether the text tries to instruct the program. */
    boolean isHostile() {
        return read.hostile();
    }

    /** Whether nothing stands against adding the home: something was said, and what was said can be. */
    boolean isAddable() {
        return draft.home() != null && !merged.fields().isEmpty();
    }

    /** The home under an id, or {@code null} where there is none. */
    @Nullable Home home(String id) {
        return isAddable() ? HomeDrafter.draft(merged, defaults, id).home() : null;
    }

    /** The same home where these are the defaults. */
    DescribedHome with(HomeDefaults others) {
        return others.equals(defaults) ? this : new DescribedHome(text, read, corrections, others, told);
    }

    /**
     * A field corrected by hand.
     *
     * @param value in the one form of the field, or {@code null} where it is to count as not said
     */
    DescribedHome corrected(HomeField field, @Nullable String value) {
        Map<HomeField, Correction> more = copy(corrections);
        more.put(field, Correction.of(value, read.get(field).orElse(null)));
        return new DescribedHome(text, read, more, defaults, told);
    }

    /** The field as the text says it. */
    DescribedHome restored(HomeField field) {
        Map<HomeField, Correction> fewer = copy(corrections);
        fewer.remove(field);
        return new DescribedHome(text, read, fewer, defaults, told);
    }

    boolean isCorrected(HomeField field) {
        return corrections.containsKey(field);
    }

    /** The fields that are in none of the rows, by their names. */
    List<HomeField> lacking() {
        Set<HomeField> there = EnumSet.noneOf(HomeField.class);
        rows().stream().map(FieldRow::field).filter(Objects::nonNull).forEach(there::add);
        return FieldWords.all().stream().filter(field -> !there.contains(field)).toList();
    }

    /** This reading with the corrections of an earlier one, as far as the text says the same about their fields. */
    DescribedHome keeping(DescribedHome before) {
        Map<HomeField, Correction> kept = new EnumMap<>(HomeField.class);
        List<Finding> all = new ArrayList<>(told);
        before.corrections.forEach((field, correction) -> {
            if (correction.holds(read.get(field).orElse(null))) {
                kept.put(field, correction);
            } else {
                all.add(Finding.info(WHERE, FieldWords.name(field) + ": the text says something else now; what was corrected by hand is gone"));
            }
        });
        return new DescribedHome(text, read, kept, defaults, all);
    }

    /** What is wrong or worth knowing. */
    List<Finding> findings() {
        List<Finding> all = new ArrayList<>(told);
        if (merged.fields().isEmpty()) {
            all.add(Finding.warning(WHERE, null, "no field was read: all values are defaults, and nothing can be added", null));
        }
        all.addAll(draft.findings());
        return all;
    }

    /** What was said in a few words, for a list of homes. */
    String summary() {
        List<String> said = new ArrayList<>();
        for (FieldRow row : rows()) {
            if (row.origin() == Origin.READ || row.origin() == Origin.CORRECTED) {
                said.add(row.name() + " " + row.valueWithUnit());
            }
        }
        return String.join(" · ", said);
    }

    /** Number of values of an origin. */
    long count(Origin origin) {
        return rows().stream().filter(row -> row.origin() == origin).count();
    }

    /** Every value of the home, and what was said that the home has no place for. */
    List<FieldRow> rows() {
        List<FieldRow> rows = new ArrayList<>();
        Set<HomeField> shown = EnumSet.noneOf(HomeField.class);
        for (HomeDraft.Entry entry : draft.entries()) {
            ParsedField said = entry.said();
            HomeField field = said == null ? HomeField.of(entry.key()).orElse(null) : said.field();
            if (field != null) {
                shown.add(field);
            }
            rows.add(row(entry, field));
        }
        for (ParsedField said : merged.fields().values()) {
            if (shown.add(said.field())) {
                rows.add(row(said.field(), FieldWords.words(said.field(), said.value()), Origin.UNUSED, "the home has no place for it"));
            }
        }
        corrections.forEach((field, correction) -> {
            if (shown.add(field)) {
                rows.add(row(field, FieldRow.NOT_SAID, Origin.CORRECTED, "set aside by hand"));
            }
        });
        return rows;
    }

    private FieldRow row(HomeDraft.Entry entry, @Nullable HomeField field) {
        ParsedField said = entry.said();
        boolean hand = field != null && corrections.containsKey(field);
        boolean setAside = hand && said == null;
        ParsedField was = field == null ? null : read.get(field).orElse(null);
        return new FieldRow(
                entry.key(), field, FieldWords.name(entry.key()), FieldWords.shown(entry.key(), entry.value()),
                FieldWords.unit(entry.key(), entry.unit()),
                hand ? Origin.CORRECTED : said == null ? Origin.DEFAULT : Origin.READ,
                said == null || hand || was == null ? Double.NaN : was.confidence(),
                was == null ? "" : was.words(), was == null ? null : spanOf(was),
                setAside ? "the default, by hand: " + entry.note() : entry.note());
    }

    private FieldRow row(HomeField field, String value, Origin origin, String note) {
        ParsedField was = read.get(field).orElse(null);
        return new FieldRow(
                field.key(), field, FieldWords.name(field), value, FieldWords.unit(field), origin, Double.NaN,
                was == null ? "" : was.words(), was == null ? null : spanOf(was), note);
    }

    private static @Nullable Span spanOf(ParsedField field) {
        return field.span().end() > field.span().start() ? field.span() : null;
    }

    private ParsedHome merged() {
        Map<HomeField, ParsedField> fields = new EnumMap<>(HomeField.class);
        fields.putAll(read.fields());
        Set<HomeField> open = EnumSet.noneOf(HomeField.class);
        open.addAll(read.abstained());
        corrections.forEach((field, correction) -> {
            open.remove(field);
            String value = correction.value();
            if (value == null) {
                fields.remove(field);
            } else {
                rivals(field).forEach(fields::remove);
                rivals(field).forEach(open::remove);
            }
        });
        corrections.forEach((field, correction) -> {
            String value = correction.value();
            if (value != null) {
                fields.put(field, byHand(field, value));
            }
        });
        return new ParsedHome(read.parser(), read.language(), fields, open, read.hostile(), read.findings());
    }

    private ParsedField byHand(HomeField field, String value) {
        ParsedField was = read.get(field).orElse(null);
        String words = was == null ? BY_HAND : was.words() + " (" + BY_HAND + ")";
        return new ParsedField(field, value, was == null ? new Span(0, 0) : was.span(), words, 1, BY_HAND);
    }

    /** What the text said that cannot stand beside a correction. */
    private static Set<HomeField> rivals(HomeField field) {
        return switch (field) {
            case RESERVE_KWH -> EnumSet.of(HomeField.RESERVE_SHARE);
            case RESERVE_SHARE -> EnumSet.of(HomeField.RESERVE_KWH);
            case READY_KWH -> EnumSet.of(HomeField.READY_SHARE);
            case READY_SHARE -> EnumSet.of(HomeField.READY_KWH);
            case CAP_KWH -> EnumSet.of(HomeField.CAP_SHARE);
            case CAP_SHARE -> EnumSet.of(HomeField.CAP_KWH);
            case TRIP_KWH -> EnumSet.of(HomeField.TRIP_KM);
            case TRIP_KM -> EnumSet.of(HomeField.TRIP_KWH);
            case PV_SIZE -> EnumSet.of(HomeField.PV_NONE);
            case PV_NONE -> EnumSet.of(HomeField.PV_SIZE);
            case BESS_PRODUCT, BESS_COUNT, BESS_CAPACITY, BESS_POWER, BESS_CHARGE, BESS_INITIAL -> EnumSet.of(HomeField.BESS_NONE);
            case EV_MODEL, EV_CAPACITY, EV_CHARGE, EV_V2G, EV_INITIAL -> EnumSet.of(HomeField.EV_NONE);
            default -> EnumSet.noneOf(HomeField.class);
        };
    }

    private static Map<HomeField, Correction> copy(Map<HomeField, Correction> map) {
        Map<HomeField, Correction> copy = new EnumMap<>(HomeField.class);
        copy.putAll(map);
        return copy;
    }
}
