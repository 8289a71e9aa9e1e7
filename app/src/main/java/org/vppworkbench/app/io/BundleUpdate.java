package org.vppworkbench.app.io;

import java.io.ByteArrayOutputStream;
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
     * @param texts new content by path inside the bundle
     * @param figures new pictures; those of which the bundle has none are left out
     * @param solver solver runs for the manifest
     * @throws RefusedException where the folder cannot be written; the old files stay
     */
    public static void replace(
            Bundle bundle,
            Map<String, String> texts,
            List<BundleContent.Picture> figures,
            Map<String, RunManifest.SolverRun> solver) {
        Map<String, byte[]> all = new LinkedHashMap<>();
        texts.forEach((name, text) -> all.put(name, bytes(text)));
        RunManifest manifest = bundle.manifest();
        if (manifest != null) {
            Map<String, String> hashes = new LinkedHashMap<>(manifest.outputFiles());
            for (BundleContent.Picture figure : figures) {
                String name = Bundle.FIGURES + "/" + figure.name();
                if (hashes.containsKey(name)) {
                    all.put(name, bytes(figure));
                }
            }
            all.forEach((name, content) -> hashes.put(name, Sha256.of(content)));
            Map<String, RunManifest.SolverRun> runs = new LinkedHashMap<>(manifest.solver());
            runs.putAll(solver);
            String text = ManifestJson.write(manifest.with(hashes, runs));
            all.put(Bundle.MANIFEST, bytes(text));
            all.put(Bundle.MANIFEST_CHECKSUM, bytes(ManifestChecksum.of(text)));
        }
        write(bundle.folder(), all);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] bytes(BundleContent.Picture figure) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            figure.write(out);
        } catch (IOException e) {
            throw new IllegalStateException("drawing to memory", e);
        }
        return out.toByteArray();
    }

    private static void write(Path folder, Map<String, byte[]> files) {
        try {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                Files.write(part(folder, file.getKey()), file.getValue());
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
