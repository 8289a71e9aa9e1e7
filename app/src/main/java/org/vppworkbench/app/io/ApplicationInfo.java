package org.vppworkbench.app.io;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * Which program this is, as the build knew it.
 *
 * @param version such as {@code 0.1.0-SNAPSHOT}
 * @param commit git commit, with {@code -modified} where files differed from it; {@code null} outside a checkout
 */
public record ApplicationInfo(String version, @Nullable String commit) {
    public static final String NAME = "VPP Workbench";

    private static final String RESOURCE = "application.properties";

    public static ApplicationInfo current() {
        Properties properties = new Properties();
        try (InputStream in = ApplicationInfo.class.getResourceAsStream(RESOURCE)) {
            if (in != null) {
                properties.load(in);
            }
        } catch (IOException e) {
            throw new IllegalStateException("cannot read " + RESOURCE, e);
        }
        String commit = known(properties, "commit");
        if (commit != null && "true".equals(known(properties, "dirty"))) {
            commit += "-modified";
        }
        String version = known(properties, "version");
        return new ApplicationInfo(version == null ? "unknown" : version, commit);
    }

    private static @Nullable String known(Properties properties, String key) {
        String value = properties.getProperty(key, "").strip();
        return value.isEmpty() || value.startsWith("$") ? null : value;
    }
}
