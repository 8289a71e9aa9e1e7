package org.vppworkbench.app.io;

import java.util.Optional;

/**
 * What a user of this machine chose for the window; nothing of it changes a result.
 *
 * @param theme colours
 * @param fontScale size of everything, as a factor of 13 px [{@link #LEAST_FONT}..{@link #LARGEST_FONT}]
 * @param turnsPerSecond speed of playing when the window opens [1..50]
 * @param optimaByItself whether optima of small runs are solved without being asked
 * @param keptRuns how many finished runs one can go back to [1..20]
 * @param place of the window when it was closed last
 * @param tourSeen whether the first-run tour was seen or skipped
 */
public record Preferences(
        Theme theme,
        double fontScale,
        double turnsPerSecond,
        boolean optimaByItself,
        int keptRuns,
        Optional<Place> place,
        boolean tourSeen) {
    public static final double LEAST_FONT = 0.8;
    public static final double LARGEST_FONT = 1.6;
    public static final double MOST_TURNS = 50;
    public static final int MOST_RUNS = 20;

    /** Before anything is chosen. */
    public static final Preferences DEFAULT = new Preferences(Theme.SYSTEM, 1, 4, true, 6, Optional.empty(), false);

    /** Colours of the window; figures stay white, as on paper. */
    public enum Theme {
        SYSTEM("As the system"),
        LIGHT("Light"),
        DARK("Dark");

        private final String words;

        Theme(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }

    /**
     * Where a window stood.
     *
     * @param x left edge [px of the screen]
     * @param y upper edge [px]
     * @param width [px]
     * @param height [px]
     * @param maximised whether it filled its screen
     */
    public record Place(double x, double y, double width, double height, boolean maximised) {}

    public Preferences {
        if (!(fontScale >= LEAST_FONT && fontScale <= LARGEST_FONT)) {
            throw new IllegalArgumentException("font scale " + fontScale + " is outside 0.8 to 1.6");
        }
        if (!(turnsPerSecond >= 1 && turnsPerSecond <= MOST_TURNS)) {
            throw new IllegalArgumentException("speed " + turnsPerSecond + " is outside 1 to 50 turns/s");
        }
        if (keptRuns < 1 || keptRuns > MOST_RUNS) {
            throw new IllegalArgumentException("kept runs " + keptRuns + " is outside 1 to 20");
        }
    }

    public Preferences withTheme(Theme other) {
        return new Preferences(other, fontScale, turnsPerSecond, optimaByItself, keptRuns, place, tourSeen);
    }

    public Preferences withFontScale(double other) {
        return new Preferences(theme, other, turnsPerSecond, optimaByItself, keptRuns, place, tourSeen);
    }

    public Preferences withTurnsPerSecond(double other) {
        return new Preferences(theme, fontScale, other, optimaByItself, keptRuns, place, tourSeen);
    }

    public Preferences withOptimaByItself(boolean other) {
        return new Preferences(theme, fontScale, turnsPerSecond, other, keptRuns, place, tourSeen);
    }

    public Preferences withKeptRuns(int other) {
        return new Preferences(theme, fontScale, turnsPerSecond, optimaByItself, other, place, tourSeen);
    }

    public Preferences withPlace(Place other) {
        return new Preferences(theme, fontScale, turnsPerSecond, optimaByItself, keptRuns, Optional.of(other), tourSeen);
    }

    public Preferences withTourSeen(boolean other) {
        return new Preferences(theme, fontScale, turnsPerSecond, optimaByItself, keptRuns, place, other);
    }
}
