package org.vppworkbench.app.io;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.model.scenario.Findings;

/** Which program wrote a bundle, as far as its manifest tells; also where the rest of the manifest is of no use. */
public final class WrittenBy {
    private WrittenBy() {}

    /** Says who wrote the bundle where that was not this version of the program. */
    public static Optional<String> another(Path bundle) {
        ApplicationInfo application = ApplicationInfo.current();
        String self = words(ApplicationInfo.NAME, application.version(), application.commit());
        return Optional.ofNullable(writer(bundle))
                .filter(writer -> !writer.equals(self))
                .map(writer -> "written by " + writer + "; this is " + self);
    }

    private static @Nullable String writer(Path bundle) {
        Path file = bundle.resolve(Bundle.MANIFEST);
        try {
            JsonElement root = Files.isRegularFile(file)
                    ? JsonText.parse(Files.readString(file), file.toString(), new Findings())
                    : null;
            if (root instanceof JsonObject manifest && manifest.get("application") instanceof JsonObject application) {
                String name = text(application, "name");
                String version = text(application, "version");
                return name == null || version == null ? null : words(name, version, text(application, "commit"));
            }
            return null;
        } catch (IOException e) {
            return null; // a finding of those who need the file
        }
    }

    private static @Nullable String text(JsonObject object, String name) {
        JsonElement value = object.get(name);
        return value != null && value.isJsonPrimitive() ? value.getAsString() : null;
    }

    private static String words(String name, String version, @Nullable String commit) {
        return name + " " + version + (commit == null ? "" : " (commit " + commit + ")");
    }
}
