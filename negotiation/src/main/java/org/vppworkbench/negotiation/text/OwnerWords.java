package org.vppworkbench.negotiation.text;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.vppworkbench.model.inputs.BessInputs;
import org.vppworkbench.model.inputs.EvInputs;
import org.vppworkbench.model.inputs.ProsumerInputs;
import org.vppworkbench.model.scenario.Finding;
import org.vppworkbench.model.scenario.OwnerChange;
import org.vppworkbench.model.scenario.OwnerMessage;
import org.vppworkbench.model.scenario.Reading;
import org.vppworkbench.model.time.Horizon;

/**
 * Reads what an owner says during a run: quiet hours once, a fuller car once, another daily cap from a day on, another
 * reserve floor from a moment on, or no more sales. What it does not understand it refuses; nothing is guessed. The reading is shown and confirmed before it binds anything.
 */
public final class OwnerWords {
    /** When dinner is where nobody says it; assumption. */
    private static final LocalTime DINNER_FROM = LocalTime.of(18, 0);

    private static final LocalTime DINNER_TO = LocalTime.of(20, 0);

    private static final Pattern DINNER = Pattern.compile("\\b(?:dinner|supper)\\b");
    private static final Pattern LATE = Pattern.compile("\\b(?:night|evening|tonight)\\b");
    private static final Pattern TODAY = Pattern.compile("\\b(?:today|tonight|this (?:evening|afternoon|morning))\\b");
    private static final Pattern TOMORROW = Pattern.compile("\\btomorrow\\b");
    private static final Pattern NO_MORE = Pattern.compile(
            "\\b(?:stop selling|do(?: not|n['’]t) sell (?:anything|any more|anymore|any|at all)|sell nothing"
                    + "|no (?:more )?sales|leave (?:my|our|the) battery alone)\\b");
    private static final Pattern HANDS_OFF = Pattern.compile("n['’]t\\b|\\b(?:not|never|nothing|no|hands off|leave)\\b");
    /** A cap that holds from a day on, not on one day. */
    private static final Pattern FROM_DAY = Pattern.compile(
            "\\b(?:from|starting(?: from| on)?|beginning|as of|since)\\s+(?:tomorrow|today|(?:next |this )?[a-z]+day)\\b");
    /** Readings less sure than this are not taken as a reserve [0, 1]. */
    private static final double SURE = 0.8;

    private static final Pattern AT_MOST =
            Pattern.compile("\\?|\\b(?:at most|more than|max(?:imum)?|up to|about|around|roughly|maybe|perhaps|or)\\b");
    private static final Pattern NOT = Pattern.compile("n['’]t\\b|\\b(?:not|never|no|stop|forget|cancel|any ?more|instead)\\b");
    private static final Pattern BELOW = Pattern.compile("\\b(?:below|under|beneath|less than|lower than)\\b");
    /** What is kept is not what is sold. */
    private static final Pattern KEEP = Pattern.compile("\\b(?:keep|reserve|at least|below)\\b");
    private static final String ALLOWED =
            "quiet hours such as “don't sell from 6 to 8 pm tomorrow”, a car such as “I need the car full on Thursday”,"
                    + " a cap such as “sell at most 3 kWh a day from tomorrow”,"
                    + " a reserve such as “keep at least 8 kWh in the battery from Friday 6 pm on”,"
                    + " or “sell nothing any more”";

    private final RuleParser parser = new RuleParser();

    /**
     * Reads words.
     *
     * @param text in English, as said
     * @param at local time at which they are said
     * @param home whose owner speaks
     * @param horizon days of the run
     * @return the typed message, or findings that say what was not understood
     */
    public Reading<OwnerMessage> read(String text, LocalDateTime at, ProsumerInputs home, Horizon horizon) {
        ParsedHome parsed = parser.parse(text);
        String plain = text.toLowerCase(Locale.ROOT);
        String where = home.id() + " at " + at;
        if (parsed.hostile()) {
            return refused(where, text, "it reads like an instruction to the program");
        }
        boolean window = parsed.has(HomeField.BLACKOUT_FROM) && parsed.has(HomeField.BLACKOUT_TO);
        boolean dinner = DINNER.matcher(plain).find() && HANDS_OFF.matcher(plain).find();
        boolean car = parsed.has(HomeField.READY_SHARE) || parsed.has(HomeField.READY_KWH);
        boolean stop = NO_MORE.matcher(plain).find() && !window && !dinner;
        boolean cap = parsed.has(HomeField.CAP_KWH) || parsed.has(HomeField.CAP_SHARE);
        boolean floor = parsed.has(HomeField.RESERVE_KWH) || parsed.has(HomeField.RESERVE_SHARE);
        int meanings = (window || dinner ? 1 : 0) + (car ? 1 : 0) + (stop ? 1 : 0) + (cap ? 1 : 0) + (floor || (cap && KEEP.matcher(plain).find()) ? 1 : 0);
        if (meanings != 1) {
            return refused(where, text, meanings == 0 ? "not understood" : "it says several things at once; say one at a time");
        }
        List<Finding> notes = new ArrayList<>();
        if (soft(parsed, HomeField.READY_STRENGTH) || soft(parsed, HomeField.BLACKOUT_STRENGTH)
                || soft(parsed, HomeField.RESERVE_STRENGTH)) {
            notes.add(Finding.info(where, "a wish; said during a run it binds like a must"));
        }
        if (stop) {
            return told(at, text, new OwnerChange.Refuses(home.id(), null), notes);
        }
        if (floor) {
            return floor(text, parsed, at, home, notes);
        }
        Optional<LocalDate> day = day(plain, at);
        if (cap) {
            return cap(text, plain, parsed, at, day, home, notes);
        }
        if (car) {
            return car(text, plain, parsed, at, day, home, horizon, notes);
        }
        LocalTime from = window ? time(parsed, HomeField.BLACKOUT_FROM) : DINNER_FROM;
        LocalTime to = window ? time(parsed, HomeField.BLACKOUT_TO) : DINNER_TO;
        if (!window) {
            notes.add(Finding.info(where, "dinner is taken to be from " + DINNER_FROM + " to " + DINNER_TO + " (assumption)"));
        }
        return told(at, text, quiet(home.id(), at, day, from, to), notes);
    }

    private static Reading<OwnerMessage> told(LocalDateTime at, String text, OwnerChange change, List<Finding> notes) {
        return new Reading<>(new OwnerMessage(at, text, change), notes);
    }

    private static Reading<OwnerMessage> refused(String where, String text, String why) {
        return Reading.refused(Finding.error(where, RuleParser.quoted(text), why, ALLOWED));
    }

    private static boolean soft(ParsedHome parsed, HomeField strength) {
        return parsed.get(strength).map(field -> field.value().equals("SOFT")).orElse(false);
    }

    private static LocalTime time(ParsedHome parsed, HomeField field) {
        return LocalTime.parse(parsed.get(field).orElseThrow().value());
    }

    /** The day that is named, seen from the day it is said. */
    private static Optional<LocalDate> day(String plain, LocalDateTime at) {
        if (TOMORROW.matcher(plain).find()) {
            return Optional.of(at.toLocalDate().plusDays(1));
        }
        if (TODAY.matcher(plain).find()) {
            return Optional.of(at.toLocalDate());
        }
        for (DayOfWeek day : DayOfWeek.values()) {
            String name = day.name().toLowerCase(Locale.ROOT);
            if (Pattern.compile("\\b" + name + "\\b").matcher(plain).find()) {
                LocalDate date = at.toLocalDate();
                while (date.getDayOfWeek() != day) {
                    date = date.plusDays(1);
                }
                return Optional.of(date);
            }
        }
        return Optional.empty();
    }

    /** The hours on the day that is named, else the next time they come; what has begun begins now. */
    private static OwnerChange quiet(
            String home, LocalDateTime at, Optional<LocalDate> day, LocalTime from, LocalTime to) {
        LocalDate date = day.orElse(at.toLocalDate());
        LocalDateTime end = end(date, from, to);
        if (day.isEmpty() && !end.isAfter(at)) {
            date = date.plusDays(1);
            end = end(date, from, to);
        }
        LocalDateTime start = date.atTime(from);
        return new OwnerChange.SellsNothing(home, start.isBefore(at) && end.isAfter(at) ? MomentWords.quarter(at) : start, end);
    }

    private static LocalDateTime end(LocalDate date, LocalTime from, LocalTime to) {
        return to.isAfter(from) ? date.atTime(to) : date.plusDays(1).atTime(to);
    }

    /** From the day that is named, else from the next midnight: what was sold today cannot be undone. */
    private static Reading<OwnerMessage> cap(
            String text, String plain, ParsedHome parsed, LocalDateTime at, Optional<LocalDate> day, ProsumerInputs home,
            List<Finding> notes) {
        String where = home.id() + " at " + at;
        if (day.isPresent() && !FROM_DAY.matcher(plain).find()) {
            return refused(where, text, "a daily cap holds from a day on, not on one day; say from which");
        }
        LocalDate next = at.toLocalTime().equals(LocalTime.MIDNIGHT) ? at.toLocalDate() : at.toLocalDate().plusDays(1);
        LocalDate from = day.orElse(next);
        if (from.isBefore(next)) {
            return refused(where, text, "a daily cap changes at midnight, on " + next + " at the earliest");
        }
        BessInputs bess = home.bess();
        Optional<Double> kwh = parsed.get(HomeField.CAP_KWH).map(ParsedField::number);
        if (kwh.isEmpty() && bess == null) {
            return refused(where, text, "the home has no battery to take a share of");
        }
        double limit = kwh.orElseGet(() -> bess == null
                ? 0
                : parsed.get(HomeField.CAP_SHARE).orElseThrow().number() * bess.capacityKwh());
        notes.add(Finding.info(where, "it holds from " + from + " on"));
        return told(at, text, new OwnerChange.SellsAtMost(home.id(), Math.rint(limit * 1e6) / 1e6, from), notes);
    }

    /** From the moment that is named, else from now on; only where both the energy and the moment are sure. */
    private static Reading<OwnerMessage> floor(
            String text, ParsedHome parsed, LocalDateTime at, ProsumerInputs home, List<Finding> notes) {
        String where = home.id() + " at " + at;
        BessInputs bess = home.bess();
        if (bess == null) {
            return refused(where, text, "the home has no battery");
        }
        Optional<ParsedField> kwh = parsed.get(HomeField.RESERVE_KWH);
        Optional<ParsedField> share = parsed.get(HomeField.RESERVE_SHARE);
        ParsedField said = kwh.or(() -> share).orElseThrow();
        boolean twice = kwh.isPresent() && share.isPresent();
        String plain = text.toLowerCase(Locale.ROOT);
        boolean otherwise = AT_MOST.matcher(plain).find() || (NOT.matcher(plain).find() && !BELOW.matcher(plain).find());
        if (twice || otherwise || said.confidence() < SURE || parsed.language() != Language.EN) {
            return refused(where, text, "not sure how much the battery is to keep");
        }
        String rest = text.substring(0, said.span().start()) + " " + text.substring(said.span().end());
        Optional<LocalDateTime> from = MomentWords.from(rest, at);
        if (from.isEmpty()) {
            return refused(where, text, "a reserve holds from a moment on, and it is not sure from which");
        }
        double limit = kwh.isPresent() ? said.number() : said.number() * bess.capacityKwh();
        notes.add(Finding.info(where, "it holds from " + from.get() + " on, where it is more than now as fast as the battery charges"));
        return told(at, text, new OwnerChange.KeepsAtLeast(home.id(), Math.rint(limit * 1e6) / 1e6, from.get()), notes);
    }

    private static Reading<OwnerMessage> car(
            String text, String plain, ParsedHome parsed, LocalDateTime at, Optional<LocalDate> day, ProsumerInputs home,
            Horizon horizon, List<Finding> notes) {
        EvInputs ev = home.ev();
        String where = home.id() + " at " + at;
        if (ev == null) {
            return refused(where, text, "the home has no car");
        }
        boolean late = LATE.matcher(plain).find() && day.isPresent();
        LocalDateTime from = day.map(d -> late ? d.atTime(MomentWords.EVENING) : d.atStartOfDay()).orElse(at);
        LocalDateTime earliest = from.isBefore(at) ? at : from;
        OptionalInt leaves = IntStream.range(0, horizon.intervals())
                .filter(t -> ev.drivenKwh().at(t) > 0 && !horizon.localStart(t).toLocalDateTime().isBefore(earliest))
                .findFirst();
        if (leaves.isEmpty()) {
            return refused(where, text, "the car does not leave any more after " + earliest + " in this run");
        }
        LocalDateTime departure = horizon.localStart(leaves.getAsInt()).toLocalDateTime();
        boolean first = IntStream.range(horizon.dayStart(horizon.dayOf(leaves.getAsInt())), leaves.getAsInt())
                .noneMatch(t -> ev.drivenKwh().at(t) > 0);
        if (!first) {
            return refused(where, text, "the car has left before on " + departure.toLocalDate() + "; only the first departure of a day can be meant");
        }
        double kwh = parsed.get(HomeField.READY_KWH)
                .map(ParsedField::number)
                .orElseGet(() -> parsed.get(HomeField.READY_SHARE).orElseThrow().number() * ev.capacityKwh());
        notes.add(Finding.info(where, "it concerns the departure at " + departure));
        return told(at, text, new OwnerChange.NeedsCar(home.id(), departure.toLocalDate(), Math.rint(kwh * 1e6) / 1e6), notes);
    }
}
