package org.vppworkbench.sample.imports.market;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.sample.imports.ImportOptions;
import org.vppworkbench.sample.imports.source.ImportLog;
import org.vppworkbench.sample.imports.source.InputRefusedException;

/** Chooses among the nodes and zones of a file. */
final class Places {
    private static final int MOST_TOLD = 12;

    private final ImportOptions options;
    private final ImportLog log;

    Places(ImportOptions options, ImportLog log) {
        this.options = options;
        this.log = log;
    }

    /** The zone of the user, SP15 without; empty with a finding where there is no such zone. */
    Optional<TradingZone> zone() throws InputRefusedException {
        String asked = options.zone();
        if (asked == null) {
            return Optional.of(TradingZone.SP15);
        }
        Optional<TradingZone> zone = TradingZone.find(asked);
        if (zone.isEmpty()) {
            log.error("--zone", "\"" + asked + "\"", "unknown zone", TradingZone.allowed());
        }
        return zone;
    }

    /** The price node: the one asked for, the hub of the zone, or the only one there is. */
    Optional<String> node(Set<String> available, TradingZone zone) throws InputRefusedException {
        String node = options.node();
        boolean asked = node != null || options.zone() != null;
        return choose("node", available, node != null ? node : asked ? zone.hub() : null, zone.hub());
    }

    /**
     * Chooses one of several places.
     *
     * @param asked what the user asked for, or {@code null}
     * @param usual what is taken where there is a choice and nobody asked
     */
    Optional<String> choose(String what, Set<String> available, @Nullable String asked, String usual)
            throws InputRefusedException {
        if (asked != null) {
            if (!available.contains(asked)) {
                log.error("the files", "\"" + asked + "\"", "there is no such " + what, "one of " + told(available));
                return Optional.empty();
            }
            return Optional.of(asked);
        }
        if (available.size() == 1) {
            return available.stream().findFirst();
        }
        if (!available.contains(usual)) {
            log.error("the files", available.size() + " " + what + "s", "which " + what + " is meant is not clear",
                    "--node or --zone with one of " + told(available));
            return Optional.empty();
        }
        log.info("the files", what + " " + usual + " is used, of " + told(available) + "; --node or --zone chooses another");
        return Optional.of(usual);
    }

    private static String told(Set<String> available) {
        String some = available.stream().limit(MOST_TOLD).collect(Collectors.joining(", "));
        return available.size() > MOST_TOLD ? some + " and " + (available.size() - MOST_TOLD) + " more" : some;
    }
}
