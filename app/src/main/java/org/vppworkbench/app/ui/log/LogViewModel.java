package org.vppworkbench.app.ui.log;

import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;
import org.vppworkbench.app.io.ApplicationInfo;
import org.vppworkbench.app.task.Pulse;
import org.vppworkbench.app.task.TaskStatus;
import org.vppworkbench.app.ui.session.Workbench;
import org.vppworkbench.model.scenario.Finding;
import org.vppworkbench.model.scenario.Scenario;

/** Tasks and log. The log is drained once per pulse and keeps its last {@link #KEPT} lines. */
public final class LogViewModel {
    static final int KEPT = 5000;
    private static final Pattern UNIX_PATH = Pattern.compile("(?<![\\w$.@>/])/(?:[^\\s/:\"“”]+/)+([^\\s/:\"“”,;]*)");
    private static final Pattern WINDOWS_PATH = Pattern.compile("\\b[A-Za-z]:\\\\(?:[^\\\\:\"“”\\n]+\\\\)*([^\\s\\\\:\"“”,;]*)");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ENGLISH);

    private final Workbench workbench;
    private final ConcurrentLinkedQueue<LogLine> arrived = new ConcurrentLinkedQueue<>();
    private final ObservableList<LogLine> lines = FXCollections.observableArrayList();
    private final FilteredList<LogLine> shown = new FilteredList<>(lines);
    private final ObjectProperty<LogLevel> least = new SimpleObjectProperty<>(this, "least", LogLevel.DETAILS);
    private final StringProperty search = new SimpleStringProperty(this, "search", "");

    public LogViewModel(Workbench workbench, Pulse pulse) {
        this.workbench = workbench;
        search.addListener((o, was, is) -> filter());
        least.addListener((o, was, is) -> filter());
        pulse.add(nanos -> drain());
        workbench.noticeProperty().addListener((o, was, is) -> {
            if (is != null) {
                add(new LogLine(now(), is.severity().name(), "window", is.title() + ": " + is.text()));
            }
        });
    }

    /** Listens to the log of the program. */
    public void attach() {
        Logger.getLogger("").addHandler(new Queue());
    }

    public ObservableList<LogLine> lines() {
        return shown;
    }

    public StringProperty searchProperty() {
        return search;
    }

    /** Lines below this level are not shown. */
    public ObjectProperty<LogLevel> leastProperty() {
        return least;
    }

    /** The lines shown, as text. */
    public String shownText() {
        return withoutFolders(shown.stream().map(LogLine::toString).collect(Collectors.joining("\n", "", "\n")));
    }

    private void filter() {
        String words = search.get();
        LogLevel level = least.get();
        shown.setPredicate(line -> matches(line, words) && LogLevel.of(line.level()).compareTo(level) >= 0);
    }

    public ObservableList<TaskStatus> tasks() {
        return workbench.tasks().tasks();
    }

    /** Takes a line from any thread. */
    public void add(LogLine line) {
        arrived.add(line);
    }

    /** What a maintainer needs to know; no environment, no keys, of files only the names. */
    public String diagnosticReport() {
        return withoutFolders(report());
    }

    /** Replaces absolute paths by the file names. */
    static String withoutFolders(String text) {
        return WINDOWS_PATH.matcher(UNIX_PATH.matcher(text).replaceAll("$1")).replaceAll("$1");
    }

    private String report() {
        ApplicationInfo application = ApplicationInfo.current();
        Scenario s = workbench.document().scenario();
        return ApplicationInfo.NAME + " " + application.version() + " (" + application.commit() + ")\n"
                + "Java " + Runtime.version() + ", JavaFX " + System.getProperty("javafx.runtime.version", "?")
                + ", " + System.getProperty("os.name") + " " + System.getProperty("os.arch") + "\n"
                + "Sample " + s.sample() + ", " + s.firstDay() + ", " + Workbench.days(s.days())
                + ", mechanism " + s.mechanism() + ", seed " + s.seed() + ", "
                + workbench.document().fleet().homes().size() + " homes\n\nFindings\n"
                + workbench.findings().stream().map(Finding::message).collect(Collectors.joining("\n"))
                + "\n\nTasks\n"
                + tasks().stream().map(t -> t.title() + ": " + t.stateProperty().get().words() + " " + t.messageProperty().get())
                        .collect(Collectors.joining("\n"))
                + "\n\nLog\n"
                + lines.stream().skip(Math.max(0, lines.size() - 200)).map(LogLine::toString).collect(Collectors.joining("\n"))
                + "\n";
    }

    private void drain() {
        LogLine line = arrived.poll();
        while (line != null) {
            lines.add(line);
            line = arrived.poll();
        }
        if (lines.size() > KEPT) {
            lines.remove(0, lines.size() - KEPT);
        }
    }

    private static boolean matches(LogLine line, String words) {
        return line.toString().toLowerCase(Locale.ROOT).contains(words.strip().toLowerCase(Locale.ROOT));
    }

    private static String now() {
        return TIME.format(LocalTime.now(ZoneId.systemDefault()));
    }

    private final class Queue extends Handler {
        @Override
        public void publish(LogRecord entry) {
            String name = entry.getLoggerName() == null ? "" : entry.getLoggerName();
            Throwable thrown = entry.getThrown();
            String text = entry.getMessage() + (thrown == null ? "" : " (" + thrown + ")");
            add(new LogLine(now(), entry.getLevel().getName(), name.substring(name.lastIndexOf('.') + 1), text));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
