package org.vppworkbench.app.io;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.app.io.download.Environment;

/**
 * Where what belongs to the user of this machine lives. Nothing is made or read here; neither folder need exist, and neither
 * need be writable: see {@link UserFiles}.
 *
 * <p>Linux: the XDG Base Directory Specification 0.8 ({@code $XDG_CONFIG_HOME}, {@code $XDG_STATE_HOME}; relative values are
 * ignored, as it says). Windows: {@code %APPDATA%} and {@code %LOCALAPPDATA%}. macOS: {@code ~/Library/Preferences} and
 * {@code ~/Library/Application Support}. The system property {@code vpp.home} puts both into one folder.
 *
 * @param settings what the user chose: preferences
 * @param state what the program remembers by itself: recent files, work not yet saved; it may be deleted without loss of
 *     choices
 */
public record UserFolders(Path settings, Path state) {
    /** System property: one folder for {@code settings/} and {@code state/}, for tests and for portable installations. */
    public static final String HOME_PROPERTY = "vpp.home";

    private static final String NAME = "vpp-workbench";
    private static final String TITLE = "VPP Workbench";

    /** Those of the user who runs this process. */
    public static UserFolders ofTheProcess() {
        return of(
                System.getProperty("os.name", ""), Environment.ofTheProcess(), System.getProperty("user.home", ""),
                System.getProperty(HOME_PROPERTY));
    }

    /** Both below one folder. */
    public static UserFolders in(Path home) {
        Path folder = home.toAbsolutePath().normalize();
        return new UserFolders(folder.resolve("settings"), folder.resolve("state"));
    }

    /**
     * @param system name of the operating system, as in {@code os.name}
     * @param environment of the process
     * @param userHome home folder, as in {@code user.home}
     * @param override value of {@link #HOME_PROPERTY}, or {@code null}
     */
    static UserFolders of(String system, Environment environment, String userHome, @Nullable String override) {
        if (override != null && !override.isBlank()) {
            return in(Path.of(override));
        }
        Path home = Path.of(userHome).toAbsolutePath();
        String name = system.toLowerCase(Locale.ROOT);
        if (name.startsWith("windows")) {
            return new UserFolders(
                    folder(environment, "APPDATA", home.resolve("AppData/Roaming")).resolve(TITLE),
                    folder(environment, "LOCALAPPDATA", home.resolve("AppData/Local")).resolve(TITLE));
        }
        if (name.startsWith("mac")) {
            Path library = home.resolve("Library");
            return new UserFolders(library.resolve("Preferences").resolve(TITLE), library.resolve("Application Support").resolve(TITLE));
        }
        return new UserFolders(
                folder(environment, "XDG_CONFIG_HOME", home.resolve(".config")).resolve(NAME),
                folder(environment, "XDG_STATE_HOME", home.resolve(".local/state")).resolve(NAME));
    }

    private static Path folder(Environment environment, String variable, Path otherwise) {
        String value = environment.get(variable);
        if (value == null || value.isBlank()) {
            return otherwise;
        }
        try {
            Path path = Path.of(value);
            return path.isAbsolute() ? path : otherwise;
        } catch (InvalidPathException e) {
            return otherwise;
        }
    }
}
