package org.vppworkbench.sample.imports.home;

import org.vppworkbench.sample.imports.ProfileOptions;
import org.vppworkbench.sample.imports.source.ImportLog;
import org.vppworkbench.sample.imports.source.InputRefusedException;

/** Names of profiles, and checks of what the user chose. */
final class ProfileNames {
    private static final String ALLOWED = "[A-Za-z0-9][A-Za-z0-9._-]{0,63}";

    private ProfileNames() {}

    /** The name of a file without folder and ending, as far as a profile may be called so. */
    static String ofFile(String file) {
        String plain = file.replace('\\', '/').replace('!', '/');
        String last = plain.substring(plain.lastIndexOf('/') + 1);
        int dot = last.lastIndexOf('.');
        String name = (dot > 0 ? last.substring(0, dot) : last)
                .replaceAll("[^A-Za-z0-9._-]", "-")
                .replaceFirst("^[^A-Za-z0-9]+", "");
        return name.isEmpty() ? "profile" : name.substring(0, Math.min(64, name.length()));
    }

    /** Whether the days and the name can be used; what cannot is an error. */
    static boolean check(ProfileOptions chosen, ImportLog log) throws InputRefusedException {
        if (!chosen.name().isEmpty() && !chosen.name().matches(ALLOWED)) {
            log.error("name", "\"" + chosen.name() + "\"", "not a name of a profile", "letters, digits, '.', '_' and '-', up to 64");
        }
        if (chosen.days() < 1 || chosen.days() > ProfileOptions.MAX_DAYS) {
            log.error("days", chosen.days(), "out of range", "[1, " + ProfileOptions.MAX_DAYS + "]");
        }
        int year = chosen.from().getYear();
        if (year < 1990 || year >= 2100) {
            log.error("from", chosen.from(), "out of range", "a day of the years 1990 to 2099");
        }
        return !log.hasErrors();
    }
}
