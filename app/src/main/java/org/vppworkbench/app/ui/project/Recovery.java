package org.vppworkbench.app.ui.project;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.app.io.AutosaveFile;
import org.vppworkbench.app.io.HeldLock;
import org.vppworkbench.app.io.UserFiles;
import org.vppworkbench.model.scenario.Reading;

/** Finds work that a window left unsaved when it was killed. */
public final class Recovery {
    private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("d MMMM yyyy, HH:mm:ss", Locale.ROOT);

    private Recovery() {}

    /**
     * Work that nobody has open.
     *
     * @param file where it is kept
     * @param work what it is
     * @param lock keeps another window from offering it too; {@code null} inside a project, whose own lock does
     */
    public record Offer(Path file, AutosaveFile work, @Nullable HeldLock lock) {
        /** What it is about: the project, or the sample. */
        public String what() {
            String project = work.project();
            return project == null ? "Work in no project" : "Project " + Path.of(project).getFileName() + " (" + project + ")";
        }

        /** How much, and when it was kept. */
        public String when(ZoneId zone) {
            String edits = work.edits() == 0 ? "" : work.edits() == 1 ? "1 edit, " : work.edits() + " edits, ";
            String lastEdit = work.lastEdit().isEmpty() ? "" : "; the last: " + work.lastEdit();
            return edits + "kept " + WHEN.format(work.savedAt().atZone(zone)) + lastEdit;
        }

        /** Another time: the work stays where it is. */
        public void later() {
            if (lock != null) {
                lock.close();
            }
        }

        /** It is not wanted, or is kept elsewhere now. */
        public void remove(UserFiles files) {
            files.remove(file);
            later();
        }
    }

    /** All that was left behind, newest first; what cannot be read stays where it is. */
    public static List<Offer> offers(UserFiles files) {
        Path folder = Autosaver.folder(files);
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        List<Offer> offers = new ArrayList<>();
        try (Stream<Path> all = Files.list(folder)) {
            for (Path file : all.filter(path -> path.toString().endsWith(".json")).sorted().toList()) {
                offer(file, offers);
            }
        } catch (IOException e) {
            return List.copyOf(offers);
        }
        offers.sort(Comparator.comparing((Offer offer) -> offer.work().savedAt()).reversed());
        return List.copyOf(offers);
    }

    private static void offer(Path file, List<Offer> offers) {
        HeldLock lock = HeldLock.tryHold(Autosaver.lockOf(file), "a window of VPP Workbench that offers it").lock();
        if (lock == null) {
            return; // a window that lives has it
        }
        Reading<AutosaveFile> reading = AutosaveFile.read(file);
        AutosaveFile work = reading.value();
        if (work == null) {
            lock.close();
            return;
        }
        offers.add(new Offer(file, work, lock));
    }
}
