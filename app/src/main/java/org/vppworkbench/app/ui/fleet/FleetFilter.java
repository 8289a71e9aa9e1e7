package org.vppworkbench.app.ui.fleet;

import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.model.fleet.Ev;
import org.vppworkbench.model.fleet.Home;
import org.vppworkbench.model.fleet.Preference;
import org.vppworkbench.model.fleet.TariffPlan;

/**
 * Which homes are shown.
 *
 * @param words to be found in id, tariff, plan, products or preferences; empty finds all
 * @param assets all of them are there
 * @param tariff the retail plan, or {@code null} for any
 * @param wish the kind of preference that is there, or {@code null} for any
 */
record FleetFilter(String words, Set<Asset> assets, @Nullable TariffPlan tariff, @Nullable Wish wish) {
    /** Every home. */
    static final FleetFilter NONE = new FleetFilter("", Set.of(), null, null);

    /** What a home may have. */
    enum Asset {
        BATTERY("Battery", "with a battery"),
        CAR("Car", "with a car"),
        V2G("V2G", "with a car that can feed back"),
        SOLAR("Solar", "with a solar roof");

        private final String text;
        private final String explanation;

        Asset(String text, String explanation) {
            this.text = text;
            this.explanation = explanation;
        }

        String text() {
            return text;
        }

        String explanation() {
            return explanation;
        }

        boolean isOf(Home home) {
            Ev ev = home.ev();
            return switch (this) {
                case BATTERY -> home.bess() != null;
                case CAR -> ev != null;
                case V2G -> ev != null && ev.v2gKw() > 0;
                case SOLAR -> home.pv() != null;
            };
        }
    }

    /** Kinds of preferences. */
    enum Wish {
        FLOOR("reserve floor", Preference.ReserveFloor.class),
        CAR_READY("car ready", Preference.EvReadyBy.class),
        BLACKOUT("blackout hours", Preference.BlackoutWindow.class),
        CAP("daily cap", Preference.DailyDischargeCap.class),
        PRICE("price floor", Preference.PriceFloor.class),
        EVENTS("contracts a day", Preference.MaxEventsPerDay.class);

        private final String words;
        private final Class<? extends Preference> type;

        Wish(String words, Class<? extends Preference> type) {
            this.words = words;
            this.type = type;
        }

        String words() {
            return words;
        }

        static Wish of(Preference preference) {
            for (Wish wish : values()) {
                if (wish.type.isInstance(preference)) {
                    return wish;
                }
            }
            throw new IllegalArgumentException("no kind for " + preference);
        }
    }

    FleetFilter {
        words = words.strip().toLowerCase(Locale.ROOT);
        assets = Set.copyOf(assets);
    }

    boolean isNone() {
        return equals(NONE);
    }

    /**
     * Whether a home is shown.
     *
     * @param text its words in lower case, asked for only where words are looked for
     */
    boolean passes(Home home, java.util.function.Function<Home, String> text) {
        return assets.stream().allMatch(asset -> asset.isOf(home))
                && (tariff == null || home.tariff() == tariff)
                && (wish == null || home.preferences().stream().anyMatch(p -> Wish.of(p) == wish))
                && (words.isEmpty() || text.apply(home).contains(words));
    }
}
