package org.vppworkbench.app.io;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.vppworkbench.app.io.download.Environment;
import org.vppworkbench.app.io.download.Service;
import org.vppworkbench.model.scenario.KeyMask;
import org.vppworkbench.negotiation.llm.settings.Provider;

/** The keys to services that this machine has, to be kept out of words. */
public final class KnownKeys {
    /** Variables that hold keys, those of services for data among them. */
    private static final List<String> VARIABLES = Stream.concat(
                    Stream.of(Provider.values()).map(Provider::keyVariable),
                    Stream.of(Service.values()).map(Service::keyVariable).filter(Objects::nonNull))
            .toList();

    private KnownKeys() {}

    /**
     * What blanks them out; a file {@code .env} that cannot be read has none to tell.
     *
     * @param process environment of the process
     * @param folder where the file may be
     */
    public static KeyMask mask(Environment process, Path folder) {
        Environment environment = Objects.requireNonNullElse(DotEnv.beneath(process, folder).value(), process);
        List<String> keys = new ArrayList<>();
        for (String variable : VARIABLES) {
            String key = environment.get(variable);
            if (key != null) {
                keys.add(key);
            }
        }
        return KeyMask.knowing(keys);
    }
}
