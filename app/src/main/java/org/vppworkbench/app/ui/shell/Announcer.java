package org.vppworkbench.app.ui.shell;

import java.util.concurrent.TimeUnit;
import javafx.geometry.Pos;
import javafx.stage.Stage;
import javafx.util.Duration;
import org.controlsfx.control.Notifications;
import org.controlsfx.control.action.Action;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.app.ui.control.SeverityIcon;
import org.vppworkbench.app.ui.session.Notice;

/** Shows messages in a corner of the window, at most {@link #MOST} of them, no message twice at a time; all are in the log. */
final class Announcer {
    private static final int MOST = 3;
    private static final int SECONDS = 6;

    private final Stage stage;
    private final NoticeGate gate = new NoticeGate(SECONDS * 1000L, () -> TimeUnit.NANOSECONDS.toMillis(System.nanoTime()));

    Announcer(Stage stage) {
        this.stage = stage;
    }

    void announce(@Nullable Notice notice) {
        if (notice != null && stage.isShowing()) {
            gate.admit(notice).ifPresent(admitted -> show(admitted, null));
        }
    }

    /** Shows a message with something to do about it. */
    void announce(Notice notice, String label, Runnable body) {
        if (stage.isShowing()) {
            gate.admit(notice).ifPresent(admitted -> show(admitted, new Action(label, event -> body.run())));
        }
    }

    private void show(Notice notice, @Nullable Action action) {
        Notifications note = Notifications.create()
                .owner(stage)
                .position(Pos.BOTTOM_RIGHT)
                .title(notice.title())
                .text(notice.text())
                .threshold(MOST, Notifications.create().owner(stage).title("Several messages").text("See the Log pane."))
                .hideAfter(Duration.seconds(SECONDS));
        if (action != null) {
            note.action(action);
        }
        // the pictures of ControlsFX are higher than a message of one line
        note.graphic(SeverityIcon.of(notice.severity())).show();
    }
}
