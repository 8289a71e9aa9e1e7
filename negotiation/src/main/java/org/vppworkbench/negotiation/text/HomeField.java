package org.vppworkbench.negotiation.text;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a description can say about a home. Values are kept as text in one form: numbers as the shortest that read back,
 * times {@code HH:MM}, days {@code MO,TU,…}, flags {@code true}.
 */
public enum HomeField {
    BESS_PRODUCT("bess.product", Kind.NAME),
    BESS_COUNT("bess.count", Kind.COUNT, "", 1, 50),
    BESS_CAPACITY("bess.capacityKwh", Kind.NUMBER, "kWh", 0.1, 1000),
    BESS_POWER("bess.powerKw", Kind.NUMBER, "kW", 0.1, 500),
    BESS_CHARGE("bess.chargeKw", Kind.NUMBER, "kW", 0.1, 500),
    BESS_INITIAL("bess.initialSocShare", Kind.NUMBER, "", 0, 1),
    BESS_NONE("bess.none", Kind.FLAG),
    PV_SIZE("pv.kwDc", Kind.NUMBER, "kWdc", 0.1, 1000),
    PV_NONE("pv.none", Kind.FLAG),
    EV_MODEL("ev.model", Kind.NAME),
    EV_CAPACITY("ev.capacityKwh", Kind.NUMBER, "kWh", 1, 300),
    EV_CHARGE("ev.chargeKw", Kind.NUMBER, "kW", 0.5, 350),
    EV_V2G("ev.v2gKw", Kind.NUMBER, "kW", 0, 350),
    EV_INITIAL("ev.initialSocShare", Kind.NUMBER, "", 0, 1),
    EV_NONE("ev.none", Kind.FLAG),
    TRIP_DEPARTURE("trip.departure", Kind.TIME),
    TRIP_ARRIVAL("trip.arrival", Kind.TIME),
    TRIP_DAYS("trip.days", Kind.DAYS),
    TRIP_KWH("trip.drivenKwh", Kind.NUMBER, "kWh", 0.01, 300),
    TRIP_KM("trip.drivenKm", Kind.NUMBER, "km", 0.1, 1500),
    LOAD("load.kwhPerDay", Kind.NUMBER, "kWh/day", 0.1, 500),
    TARIFF("tariff", Kind.CHOICE, "TOU_D_PRIME_NBT", "TOU_D_4_9PM_NEM2", "FLAT", "WHOLESALE"),
    HOME_PLAN("homePlan", Kind.CHOICE, "BILL_OPTIMAL", "SELF_CONSUMPTION", "TOU", "BACKUP_ONLY"),
    CAR_PLAN("carPlan", Kind.CHOICE, "CHEAPEST", "ON_ARRIVAL", "OFF_PEAK"),
    IMPORT_LIMIT("grid.importLimitKw", Kind.NUMBER, "kW", 0, 1000),
    EXPORT_LIMIT("grid.exportLimitKw", Kind.NUMBER, "kW", 0, 1000),
    RESERVE_KWH("pref.reserveFloor.kwh", Kind.NUMBER, "kWh", 0, 1000),
    RESERVE_SHARE("pref.reserveFloor.share", Kind.NUMBER, "", 0, 1),
    RESERVE_STRENGTH("pref.reserveFloor.strength", Kind.CHOICE, "HARD", "SOFT"),
    READY_SHARE("pref.evReady.share", Kind.NUMBER, "", 0, 1),
    READY_KWH("pref.evReady.kwh", Kind.NUMBER, "kWh", 0, 300),
    READY_BY("pref.evReady.by", Kind.TIME),
    READY_DAYS("pref.evReady.days", Kind.DAYS),
    READY_STRENGTH("pref.evReady.strength", Kind.CHOICE, "HARD", "SOFT"),
    BLACKOUT_FROM("pref.blackout.from", Kind.TIME),
    BLACKOUT_TO("pref.blackout.to", Kind.TIME),
    BLACKOUT_STRENGTH("pref.blackout.strength", Kind.CHOICE, "HARD", "SOFT"),
    BLACKOUT2_FROM("pref.blackout2.from", Kind.TIME),
    BLACKOUT2_TO("pref.blackout2.to", Kind.TIME),
    BLACKOUT2_STRENGTH("pref.blackout2.strength", Kind.CHOICE, "HARD", "SOFT"),
    CAP_KWH("pref.dailyCap.kwh", Kind.NUMBER, "kWh", 0, 1000),
    CAP_SHARE("pref.dailyCap.share", Kind.NUMBER, "", 0, 10),
    CAP_STRENGTH("pref.dailyCap.strength", Kind.CHOICE, "HARD", "SOFT"),
    PRICE_FLOOR("pref.priceFloor.usdPerKwh", Kind.NUMBER, "$/kWh", 0, 10),
    MAX_EVENTS("pref.maxEvents.count", Kind.COUNT, "", 0, 1000),
    STYLE("style", Kind.CHOICE, "BOULWARE", "CONCEDER", "LINEAR");

    /** The form of a value. */
    public enum Kind {
        NUMBER,
        COUNT,
        NAME,
        FLAG,
        TIME,
        DAYS,
        CHOICE
    }

    private final String key;
    private final Kind kind;
    private final String unit;
    private final double min;
    private final double max;
    private final String choices;

    HomeField(String key, Kind kind) {
        this(key, kind, "", 0, 0, "");
    }

    HomeField(String key, Kind kind, String unit, double min, double max) {
        this(key, kind, unit, min, max, "");
    }

    HomeField(String key, Kind kind, String... choices) {
        this(key, kind, "", 0, 0, String.join(",", choices));
    }

    HomeField(String key, Kind kind, String unit, double min, double max, String choices) {
        this.key = key;
        this.kind = kind;
        this.unit = unit;
        this.min = min;
        this.max = max;
        this.choices = choices;
    }

    /** Name of the field in files. */
    public String key() {
        return key;
    }

    public Kind kind() {
        return kind;
    }

    /** Unit of a number, or empty. */
    public String unit() {
        return unit;
    }

    /** Least possible number. */
    public double min() {
        return min;
    }

    /** Largest possible number. */
    public double max() {
        return max;
    }

    /** Allowed words of a choice. */
    public List<String> choices() {
        return choices.isEmpty() ? List.of() : List.of(choices.split(","));
    }

    public boolean isNumber() {
        return kind == Kind.NUMBER || kind == Kind.COUNT;
    }

    /** Whether a number lies in its range; everything else does. */
    boolean allows(String value) {
        return !isNumber() || (Double.parseDouble(value) >= min && Double.parseDouble(value) <= max);
    }

    public static Optional<HomeField> of(String key) {
        for (HomeField field : values()) {
            if (field.key.equals(key)) {
                return Optional.of(field);
            }
        }
        return Optional.empty();
    }

    /** Allowed values in words, or {@code null} where every word is. */
    @Nullable String allowed() {
        return switch (kind) {
            case NUMBER, COUNT -> "[" + org.vppworkbench.model.scenario.Findings.number(min) + ", "
                    + org.vppworkbench.model.scenario.Findings.number(max) + "] " + unit;
            case CHOICE -> String.join(", ", choices());
            case TIME -> "00:00 to 23:59";
            case DAYS -> "MO,TU,WE,TH,FR,SA,SU or DAILY";
            case FLAG -> "true";
            case NAME -> null;
        };
    }
}
