package org.vppworkbench.app.experiment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.vppworkbench.app.io.AtomicFile;
import org.vppworkbench.app.io.FolderCopy;
import org.vppworkbench.app.io.ProjectFile;
import org.vppworkbench.app.io.RefusedException;
import org.vppworkbench.app.io.Sha256;
import org.vppworkbench.model.scenario.Reading;

/** The user's own data inside a project. */
final class ProjectInputs {
    /** Larger data are referred to where they are [bytes]. */
    static final long MOST_BYTES = 64L << 20;

    private ProjectInputs() {}

    /**
     * Copies data into the project, or refers to them where they are large.
     *
     * @throws RefusedException where they are not what they were when they were read
     */
    static ProjectFile.Data take(Path project, OwnData own) throws IOException {
        List<ProjectFile.Part> parts = own.sha256().entrySet().stream()
                .sorted(java.util.Map.Entry.comparingByKey())
                .map(entry -> new ProjectFile.Part(entry.getKey(), entry.getValue()))
                .toList();
        Path from = own.path().toAbsolutePath().normalize();
        Path folder = project.toAbsolutePath().normalize();
        if (from.startsWith(folder)) {
            return new ProjectFile.Data(own.kind(), slashed(folder.relativize(from)), true, own.label(), parts);
        }
        if (!Files.exists(from)) {
            throw RefusedException.because(from.toString(), "is gone; the project cannot be saved without it", "the file where it was");
        }
        if (size(from) > MOST_BYTES) {
            return new ProjectFile.Data(own.kind(), from.toString(), false, own.label(), parts);
        }
        Path inputs = Files.createDirectories(folder.resolve(ProjectFolder.INPUTS));
        String name = String.valueOf(from.getFileName());
        for (int i = 1;; i++) {
            Path to = inputs.resolve(i == 1 ? name : i + "-" + name);
            if (Files.exists(to) && !isCopy(to, own)) {
                continue; // another one of that name, of an earlier edit that may be undone
            }
            if (!Files.exists(to)) {
                copy(from, to);
                if (!isCopy(to, own)) {
                    throw RefusedException.because(
                            from.toString(), "changed since it was opened: what the window shows cannot be saved", "open it again");
                }
            }
            return new ProjectFile.Data(own.kind(), slashed(folder.relativize(to)), true, own.label(), parts);
        }
    }

    private static boolean isCopy(Path copy, OwnData own) throws IOException {
        if (own.kind() == ProjectFile.DataKind.PRICES) {
            return Files.isRegularFile(copy) && own.sha256().containsValue(Sha256.of(copy));
        }
        Reading<DataFolder> opened = DataFolder.open(copy);
        DataFolder folder = opened.value();
        return folder != null && folder.sha256().equals(own.sha256());
    }

    private static void copy(Path from, Path to) throws IOException {
        if (Files.isRegularFile(from)) {
            AtomicFile.write(to, Files.readAllBytes(from));
            return;
        }
        FolderCopy.make(from, to);
    }

    private static long size(Path path) throws IOException {
        try (Stream<Path> all = Files.walk(path)) {
            long sum = 0;
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                sum += Files.size(file);
            }
            return sum;
        }
    }

    private static String slashed(Path path) {
        return path.toString().replace('\\', '/');
    }
}
