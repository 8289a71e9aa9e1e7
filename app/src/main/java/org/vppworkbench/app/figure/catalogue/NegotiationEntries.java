package org.vppworkbench.app.figure.catalogue;

import static org.vppworkbench.app.figure.catalogue.Drawing.impossible;

import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.vppworkbench.app.experiment.BilateralTalk;
import org.vppworkbench.app.figure.Figure;
import org.vppworkbench.app.figure.LadderFigure;
import org.vppworkbench.app.figure.OfferLadder;
import org.vppworkbench.app.figure.UtilityFigure;
import org.vppworkbench.app.figure.WhatIfFigure;
import org.vppworkbench.app.io.Bundle;
import org.vppworkbench.app.io.RefusedException;
import org.vppworkbench.model.event.RunEvent;
import org.vppworkbench.model.inputs.BessInputs;
import org.vppworkbench.model.inputs.ProsumerInputs;
import org.vppworkbench.model.inputs.RunInputs;
import org.vppworkbench.model.market.Opportunity;
import org.vppworkbench.model.physics.WhatIfResult;
import org.vppworkbench.model.scenario.Finding;
import org.vppworkbench.model.time.Horizon;

/** Figures about what was said. */
final class NegotiationEntries {
    private static final double WINDOW_WIDTH_INCHES = 5.2;
    private static final double LADDER_HEIGHT_INCHES = 3.6;

    private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm", Locale.ENGLISH);

    private NegotiationEntries() {}

    static Drawing offers(FigureSource source) {
        Opportunity about = source.about().orElse(null);
        if (about == null) {
            return noOpportunity(source);
        }
        LadderFigure.Data data =
                OfferLadder.of(about, source.said(about).stream().map(RunEvent.MessageSent::message).toList());
        if (data.isEmpty()) {
            return impossible("nothing was offered for " + about.id());
        }
        String stressed = source.home() == null ? "" : source.home();
        return Drawing.of(new Figure(
                "offers", "Offers for " + words(source, about), LadderFigure.of(data, stressed, source.note()),
                Figure.TWO_COLUMNS, LADDER_HEIGHT_INCHES));
    }

    static Drawing utility(FigureSource source) {
        Bundle bundle = source.bundle();
        if (bundle == null) {
            return impossible("the run is not read from a bundle");
        }
        Opportunity about = source.about().orElse(null);
        if (about == null) {
            return noOpportunity(source);
        }
        String home = source.homeAbout(about).orElse(null);
        if (home == null) {
            return noHome(source, about);
        }
        try {
            BilateralTalk talk = BilateralTalk.of(bundle, about.id(), home);
            if (talk.space().points().stream().noneMatch(point -> point.rational())) {
                return impossible("no deal of " + home + " about " + about.id() + " is better than none for both");
            }
            return Drawing.of(UtilityFigure.of(
                    home + " and the aggregator about " + words(source, about), talk.space(), talk.asks(), talk.bids(),
                    Optional.ofNullable(talk.agreement()).stream().toList(), source.note()));
        } catch (RefusedException e) {
            return impossible(e.findings().stream().map(Finding::message).findFirst().orElse("refused"));
        }
    }

    static Drawing whatIf(FigureSource source) {
        Opportunity about = source.about().orElse(null);
        if (about == null) {
            return noOpportunity(source);
        }
        String home = source.homeAbout(about).orElse(null);
        if (home == null) {
            return noHome(source, about);
        }
        RunInputs inputs = source.result().scenario().inputs();
        ProsumerInputs prosumer = inputs.prosumers().stream().filter(p -> p.id().equals(home)).findFirst().orElseThrow();
        BessInputs bess = prosumer.bess();
        if (bess == null) {
            return impossible(home + " has no battery");
        }
        List<WhatIfResult> known = source.said(about).stream()
                .filter(sent -> sent.message().envelope().sender().equals(home))
                .flatMap(sent -> Optional.ofNullable(sent.whatIf()).stream())
                .toList();
        if (known.isEmpty()) {
            return impossible("the run holds no what-if of " + home + " about " + about.id());
        }
        return Drawing.of(new Figure(
                "what-if", "Battery of " + home + " with and without its offer for " + words(source, about),
                WhatIfFigure.of(
                        known.getLast(), inputs.horizon(), about.hour(), bess.capacityKwh(),
                        prosumer.hard().floorKwh(bess, Horizon.firstInterval(about.hour()) + Horizon.INTERVALS_PER_HOUR),
                        source.note()),
                WINDOW_WIDTH_INCHES, LADDER_HEIGHT_INCHES));
    }

    private static String words(FigureSource source, Opportunity about) {
        Horizon horizon = source.result().scenario().inputs().horizon();
        var start = horizon.localStart(Horizon.firstInterval(about.hour()));
        return about.id() + " (" + start.format(WHEN) + ")";
    }

    private static Drawing noOpportunity(FigureSource source) {
        return impossible(source.opportunity() == null
                ? "nothing was negotiated in this run"
                : "\"" + source.opportunity() + "\" was not traded in this run; allowed: an id of events.jsonl such as ENERGY@19");
    }

    private static Drawing noHome(FigureSource source, Opportunity about) {
        return impossible(source.home() == null
                ? "no home said anything about " + about.id()
                : "\"" + source.home() + "\" is no home of this run");
    }
}
