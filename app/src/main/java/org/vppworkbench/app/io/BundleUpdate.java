package org.vppworkbench.app.io;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.vppworkbench.model.scenario.Finding;

/** Replaces files of a bundle: all are written beside the old ones first, then renamed. */
public final class BundleUpdate {
    private BundleUpdate() {}

    /**
     * Replaces files and brings the manifest up to date.
     *
     * @param files new content by path inside the bundle
     * @param solver solver runs for the manifest
     * @throws RefusedException where the folder cannot be written; the old files stay
     */
    public static void replace(
            Bundle bundle, Map<String, String> files, Map<String, RunManifest.SolverRun> solver) {
        Map<String, String> all = new LinkedHashMap<>(files);
        RunManifest manifest = bundle.manifest();
        if (manifest != null) {
            Map<String, String> hashes = new LinkedHashMap<>(manifest.outputFiles());
            files.forEach(
                    (name, text) -> hashes.put(name, Sha256.of(text.getBytes(StandardCharsets.UTF_8))));
            Map<String, RunManifest.SolverRun> runs = new LinkedHashMap<>(manifest.solver());
            runs.putAll(solver);
            String text = ManifestJson.write(manifest.with(hashes, runs));
            all.put(Bundle.MANIFEST, text);
            all.put(Bundle.MANIFEST_CHECKSUM, ManifestChecksum.of(text));
        }
        write(bundle.folder(), all);
    }

    private static void write(Path folder, Map<String, String> files) {
        try {
            for (Map.Entry<String, String> file : files.entrySet()) {
                Files.writeString(part(folder, file.getKey()), file.getValue());
            }
            for (String name : files.keySet()) {
                rename(part(folder, name), folder.resolve(name));
            }
        } catch (IOException e) {
            throw new RefusedException(
                    List.of(
                            Finding.error(
                                    folder.toString(), null, "could not be updated: " + NewFolder.reason(e),
                                    "a folder where you may write, with room left")),
                    e);
        } finally {
            files.keySet().forEach(name -> part(folder, name).toFile().delete());
        }
    }

    private static Path part(Path folder, String name) {
        return folder.resolve(name + ".part");
    }

    private static void rename(Path from, Path to) throws IOException {
        try {
            Files.move(
                    from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
