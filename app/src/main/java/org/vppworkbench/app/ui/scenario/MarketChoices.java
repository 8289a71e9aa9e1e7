package org.vppworkbench.app.ui.scenario;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.vppworkbench.app.ui.session.Document;
import org.vppworkbench.app.ui.session.ScenarioEdits;
import org.vppworkbench.app.ui.session.Workbench;
import org.vppworkbench.model.market.MarketRules;
import org.vppworkbench.model.scenario.CallSettings;
import org.vppworkbench.model.scenario.ForecastSettings;
import org.vppworkbench.model.scenario.MarketSettings;
import org.vppworkbench.model.scenario.Timeline;

/** The market of the scenario; every choice is one edit that can be undone. */
public final class MarketChoices {
    /** Error of a noisy forecast when it is chosen (assumption: about that of a good day-ahead forecast). */
    static final double FIRST_SIGMA = 0.2;

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);
    private static final LocalTime FIRST_CALL = LocalTime.of(18, 0);

    private final Workbench workbench;

    MarketChoices(Workbench workbench) {
        this.workbench = workbench;
    }

    MarketSettings settings() {
        return workbench.document().scenario().market();
    }

    public void setTimeline(Timeline timeline) {
        MarketSettings m = settings();
        edit("timeline", new MarketSettings(timeline, m.rules(), m.forecast(), m.calls(), m.dayPermutation()));
    }

    public void setRules(MarketRules rules) {
        MarketSettings m = settings();
        edit("market rules", new MarketSettings(m.timeline(), rules, m.forecast(), m.calls(), m.dayPermutation()));
    }

    /** Chooses a method; only a noisy one has an error of its own. */
    public void setMethod(ForecastSettings.Method method) {
        ForecastSettings f = settings().forecast();
        boolean noisy = method == ForecastSettings.Method.NOISY;
        double sigma = noisy ? f.sigma() > 0 ? f.sigma() : FIRST_SIGMA : 0;
        forecast("forecast", new ForecastSettings(method, sigma, f.siteSigma()));
    }

    public void setSigma(double sigma) {
        ForecastSettings f = settings().forecast();
        forecast("forecast error", new ForecastSettings(f.method(), sigma, f.siteSigma()));
    }

    public void setSiteSigma(double sigma) {
        ForecastSettings f = settings().forecast();
        forecast("forecast error of the homes", new ForecastSettings(f.method(), f.sigma(), sigma));
    }

    /** Chooses how calls come about, with something to begin with. */
    public void setCallMode(CallMode mode) {
        if (mode == CallMode.of(settings().calls())) {
            return;
        }
        calls(switch (mode) {
            case NONE -> CallSettings.NONE;
            case LISTED -> new CallSettings(
                    List.of(workbench.document().scenario().firstDay().atTime(FIRST_CALL).atZone(zone()).toInstant()), 0, 0);
            case DRAWN -> new CallSettings(List.of(), CallSettings.DEFAULT_PROBABILITY, 1);
        });
    }

    /** Listed calls as local times, such as {@code 2023-08-16 18:00, 2023-08-16 18:15}. */
    public String callTimes() {
        return settings().calls().listed().stream()
                .map(call -> TIME.format(call.atZone(zone())))
                .collect(Collectors.joining(", "));
    }

    /**
     * Takes a list of local times.
     *
     * @return why it was not taken; empty where it was
     */
    public String setCallTimes(String text) {
        List<Instant> listed = new ArrayList<>();
        for (String word : text.split(",", -1)) {
            String time = word.strip();
            if (time.isEmpty()) {
                continue;
            }
            try {
                LocalDateTime local = LocalDateTime.parse(time.replace('T', ' '), TIME);
                List<ZoneOffset> offsets = zone().getRules().getValidOffsets(local);
                if (offsets.size() != 1) {
                    return "“" + time + "” comes " + (offsets.isEmpty() ? "never" : "twice") + " on a day the clocks change.";
                }
                listed.add(local.toInstant(offsets.getFirst()));
            } catch (DateTimeParseException e) {
                return "“" + time + "” is no local time. Allowed: times such as 2023-08-16 18:00, with commas between them.";
            }
        }
        if (listed.isEmpty()) {
            return "No time is given. Choose “none” above for no calls.";
        }
        calls(new CallSettings(listed, 0, 0));
        return "";
    }

    public void setCallProbability(double probability) {
        CallSettings calls = settings().calls();
        calls(new CallSettings(calls.listed(), probability, calls.seed()));
    }

    public void setCallSeed(long seed) {
        CallSettings calls = settings().calls();
        calls(new CallSettings(calls.listed(), calls.probability(), seed));
    }

    private ZoneId zone() {
        return workbench.data().horizon().zone();
    }

    private void forecast(String what, ForecastSettings forecast) {
        MarketSettings m = settings();
        edit(what, new MarketSettings(m.timeline(), m.rules(), forecast, m.calls(), m.dayPermutation()));
    }

    private void calls(CallSettings calls) {
        MarketSettings m = settings();
        edit("contingency calls", new MarketSettings(m.timeline(), m.rules(), m.forecast(), calls, m.dayPermutation()));
    }

    private void edit(String what, MarketSettings market) {
        Document document = workbench.document();
        workbench.history().edit(what, document.with(ScenarioEdits.market(document.scenario(), market)));
    }
}
