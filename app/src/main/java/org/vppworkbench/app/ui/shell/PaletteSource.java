package org.vppworkbench.app.ui.shell;

import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import org.vppworkbench.app.action.AppAction;
import org.vppworkbench.app.ui.help.HelpLibrary;
import org.vppworkbench.app.ui.help.HelpPage;
import org.vppworkbench.app.ui.palette.PaletteEntry;
import org.vppworkbench.app.ui.palette.PaletteEntry.Kind;
import org.vppworkbench.app.ui.session.LiveRun;
import org.vppworkbench.app.ui.session.Workbench;
import org.vppworkbench.model.fleet.Home;
import org.vppworkbench.model.time.Horizon;

/** Everything the palette knows now: actions, the homes of the fleet, the hours of the run shown, the pages of the help. */
final class PaletteSource {
    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("EEE d MMM HH:mm", Locale.ENGLISH);

    private final Workbench workbench;
    private final WorkbenchActions actions;
    private final HelpLibrary help;
    private final Consumer<Home> toHome;
    private final IntConsumer toHour;
    private final Consumer<HelpPage> toPage;

    /**
     * @param toHome shows a home
     * @param toHour shows an hour of the run, counted from its beginning
     * @param toPage shows a page of the help
     */
    PaletteSource(
            Workbench workbench, WorkbenchActions actions, HelpLibrary help, Consumer<Home> toHome, IntConsumer toHour,
            Consumer<HelpPage> toPage) {
        this.workbench = workbench;
        this.actions = actions;
        this.help = help;
        this.toHome = toHome;
        this.toHour = toHour;
        this.toPage = toPage;
    }

    List<PaletteEntry> entries() {
        List<PaletteEntry> entries = new ArrayList<>();
        for (AppAction action : actions.all()) {
            String keys = action.shortcut() == null ? "" : action.shortcut().getDisplayText();
            entries.add(new PaletteEntry(
                    action.id(), Kind.ACTION, action.text(), action.group().text() + " · " + action.tooltip(), keys,
                    () -> ActionObstacles.of(action), action::perform));
        }
        for (HelpPage page : help.pages()) {
            entries.add(free("help:" + page.name(), Kind.HELP, page.title(), "A page of the help", () -> toPage.accept(page)));
        }
        for (Home home : workbench.document().fleet().homes()) {
            entries.add(free("home:" + home.id(), Kind.HOME, home.id(), "Shows this home of the fleet", () -> toHome.accept(home)));
        }
        addHours(entries);
        return entries;
    }

    private void addHours(List<PaletteEntry> entries) {
        LiveRun live = workbench.runProperty().get();
        if (live == null) {
            return;
        }
        Horizon horizon = live.scenario().inputs().horizon();
        for (int hour = 0; hour < horizon.hours(); hour++) {
            int at = hour;
            ZonedDateTime time = horizon.localStart(Horizon.firstInterval(hour));
            boolean known = live.stops().endOfTrading(hour).isPresent();
            entries.add(new PaletteEntry(
                    "hour:" + hour, Kind.HOUR, HOUR.format(time), "Shows this hour of delivery in the Negotiation pane", "",
                    () -> known ? "" : "The run has not come to the trading of this hour.", () -> toHour.accept(at)));
        }
    }

    private static PaletteEntry free(String id, Kind kind, String title, String detail, Runnable body) {
        return new PaletteEntry(id, kind, title, detail, "", () -> "", body);
    }
}
