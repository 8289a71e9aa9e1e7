package org.vppworkbench.app.io;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.model.inputs.RunInputs;
import org.vppworkbench.model.scenario.Findings;
import org.vppworkbench.model.scenario.Reading;
import org.vppworkbench.model.simulation.CancelToken;

/** Opens a bundle, checks its files against the hashes of its manifest, and reads them. */
public final class BundleReader {
    private final Path folder;
    private final CancelToken cancel;
    private final Findings findings = new Findings();

    private BundleReader(Path folder, CancelToken cancel) {
        this.folder = folder;
        this.cancel = cancel;
    }

    /**
     * Reads everything.
     *
     * @return the bundle, or findings: files missing, changed since they were written, or malformed
     */
    public static Reading<Bundle> read(Path folder) {
        return read(folder, CancelToken.NEVER);
    }

    /**
     * Reads everything.
     *
     * @param cancel asked before each file
     * @return the bundle, or findings: files missing, changed since they were written, or malformed
     * @throws CancellationException where the user cancelled
     */
    public static Reading<Bundle> read(Path folder, CancelToken cancel) {
        return new BundleReader(folder, cancel).read();
    }

    private Reading<Bundle> read() {
        if (!Files.isDirectory(folder)) {
            return Reading.refused(
                    org.vppworkbench.model.scenario.Finding.error(
                            folder.toString(), null, "no such folder", "a run bundle, with inputs.json"));
        }
        verifyManifest();
        RunManifest manifest = part(Bundle.MANIFEST, this::manifest);
        if (manifest != null) {
            verify(manifest.outputFiles());
        }
        InputsDocument inputs = part(Bundle.INPUTS, this::inputs);
        if (inputs == null) {
            if (!Files.exists(folder.resolve(Bundle.INPUTS))) {
                findings.error(place(Bundle.INPUTS), null, "missing", "a run bundle, with inputs.json");
            }
            return checked(null);
        }
        RunInputs numbers = inputs.inputs();
        Bundle bundle =
                new Bundle(
                        folder,
                        manifest,
                        inputs,
                        part(Bundle.EVENTS, in -> EventsJsonl.read(in, place(Bundle.EVENTS))),
                        part(Bundle.CONTRACTS, in -> ContractsCsv.read(numbers, in, place(Bundle.CONTRACTS))),
                        part(Bundle.DISPATCH, in -> DispatchCsv.read(numbers, in, place(Bundle.DISPATCH))),
                        part(Bundle.BASELINE, this::baseline),
                        part(Bundle.FORECAST, in -> ForecastCsv.read(in, place(Bundle.FORECAST))),
                        part(Bundle.SAMPLING, in -> Reading.of(in.readAllAsString())),
                        part(Bundle.TAPE, in -> Reading.of(in.readAllAsString())),
                        part(Bundle.EXTERNAL, in -> Reading.of(in.readAllAsString())),
                        part(Bundle.HUMAN, in -> HumanJsonl.checked(in.readAllAsString(), place(Bundle.HUMAN))));
        return checked(bundle);
    }

    /** What came of it; a bundle that cannot be used may be one of another version, which is worth saying. */
    private Reading<Bundle> checked(@Nullable Bundle bundle) {
        if (findings.hasErrors()) {
            WrittenBy.another(folder).ifPresent(words -> findings.info(place(Bundle.MANIFEST), words));
        }
        return new Reading<>(findings.hasErrors() ? null : bundle, findings.list());
    }

    private Reading<RunManifest> manifest(BufferedReader in) throws IOException {
        return ManifestJson.read(in.readAllAsString(), place(Bundle.MANIFEST));
    }

    private Reading<InputsDocument> inputs(BufferedReader in) throws IOException {
        return InputsJson.read(in.readAllAsString(), place(Bundle.INPUTS));
    }

    private Reading<BaselineDocument> baseline(BufferedReader in) throws IOException {
        return BaselineJson.read(in.readAllAsString(), place(Bundle.BASELINE));
    }

    private interface Parser<T> {
        Reading<T> parse(BufferedReader in) throws IOException;
    }

    /** A file of the bundle, {@code null} where it is absent or wrong. */
    private <T> @Nullable T part(String name, Parser<T> parser) {
        Path file = folder.resolve(name);
        if (!Files.exists(file)) {
            return null;
        }
        cancel.check(file + " was read");
        try (BufferedReader in = Files.newBufferedReader(file)) {
            Reading<T> read = parser.parse(in);
            findings.addAll(read.findings());
            return read.value();
        } catch (CharacterCodingException e) {
            findings.error(place(name), null, "not UTF-8 text", null);
        } catch (IOException e) {
            findings.error(place(name), null, "cannot be read: " + NewFolder.reason(e), null);
        }
        return null;
    }

    /** The manifest holds the hashes of all other files; its own stands beside it. */
    private void verifyManifest() {
        Path manifest = folder.resolve(Bundle.MANIFEST);
        Path checksum = folder.resolve(Bundle.MANIFEST_CHECKSUM);
        try {
            if (!Files.exists(manifest)) {
                if (Files.exists(checksum)) {
                    findings.error(place(Bundle.MANIFEST), null, "missing, but its checksum is there", null);
                }
                return;
            }
            if (!Files.exists(checksum)) {
                findings.info(place(Bundle.MANIFEST), "its checksum, " + Bundle.MANIFEST_CHECKSUM
                        + ", is not there: a change of the fleet or of the settings would not be noticed");
            } else if (!ManifestChecksum.isOne(Files.readString(checksum))) {
                findings.error(place(Bundle.MANIFEST_CHECKSUM), null, "damaged: it holds no checksum of " + Bundle.MANIFEST, null);
            } else if (!Files.readString(checksum).equals(ManifestChecksum.line(Sha256.of(manifest)))) {
                findings.error(
                        place(Bundle.MANIFEST), null, "changed since the run: its SHA-256 is not that of "
                                + Bundle.MANIFEST_CHECKSUM, null);
            }
        } catch (CharacterCodingException e) {
            findings.error(place(Bundle.MANIFEST_CHECKSUM), null, "not UTF-8 text", null);
        } catch (IOException e) {
            findings.error(place(Bundle.MANIFEST), null, "cannot be read: " + NewFolder.reason(e), null);
        }
    }

    private void verify(Map<String, String> hashes) {
        for (Map.Entry<String, String> entry : hashes.entrySet()) {
            Path file = folder.resolve(entry.getKey()).normalize();
            if (!file.startsWith(folder.normalize()) || !Files.isRegularFile(file)) {
                findings.error(place(entry.getKey()), null, "missing, but the manifest lists it", null);
                continue;
            }
            try {
                String found = Sha256.of(file);
                if (!found.equals(entry.getValue())) {
                    findings.error(
                            place(entry.getKey()), found, "changed since the run: its SHA-256 is not the manifest's",
                            entry.getValue());
                }
            } catch (IOException e) {
                findings.error(place(entry.getKey()), null, "cannot be read: " + NewFolder.reason(e), null);
            }
        }
    }

    private String place(String name) {
        return folder.resolve(name).toString();
    }
}
