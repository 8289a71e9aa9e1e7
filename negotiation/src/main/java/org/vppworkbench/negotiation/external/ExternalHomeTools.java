package org.vppworkbench.negotiation.external;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.model.fleet.Preference;
import org.vppworkbench.model.inputs.BessInputs;
import org.vppworkbench.model.inputs.EvInputs;
import org.vppworkbench.model.market.Contract;
import org.vppworkbench.model.market.Product;
import org.vppworkbench.model.physics.WhatIfResult;
import org.vppworkbench.model.simulation.OwnHome;
import org.vppworkbench.model.simulation.PriceView;
import org.vppworkbench.model.simulation.ProsumerDesk;
import org.vppworkbench.model.time.Horizon;
import org.vppworkbench.negotiation.agent.language.ReplyFault;
import org.vppworkbench.negotiation.external.AgentTalk.Tools;

/**
 * The tools of a home's program in one turn: what the desk of this home holds, as for every agent of a home.
 *
 * @param desk of this home
 * @param horizon days of the run
 * @param turn number of the turn
 */
record ExternalHomeTools(ProsumerDesk desk, Horizon horizon, int turn) implements Tools {
    private static final int MOST_CONTRACTS = 50;

    @Override
    public @Nullable LineWriter answer(String type, LineFields question) throws ReplyFault {
        return switch (type) {
            case "what_if" -> {
                Double kw = question.optionalNumber("kw");
                boolean path = question.flag("path");
                question.nothingElse();
                if (kw != null && !(kw > 0)) {
                    throw new ReplyFault("kw = " + kw + ", must be above 0");
                }
                yield result(kw == null ? desk.most() : desk.about(kw), path);
            }
            case "market" -> {
                question.nothingElse();
                yield market();
            }
            case "home" -> {
                question.nothingElse();
                yield home();
            }
            default -> null;
        };
    }

    private LineWriter result(WhatIfResult result, boolean path) {
        LineWriter line = LineWriter.of("what_if_result")
                .put("turn", turn)
                .put("requestedKw", result.requestedKw())
                .put("deliverableKw", result.deliverableKw())
                .put("costUsd", result.incrementalCostUsd())
                .put("reservationUsdPerMwh", result.reservationPerMwh())
                .put("discomfortUsd", result.discomfortUsd())
                .put("binding", result.binding().name())
                .put("bindingWords", result.binding().words());
        return path
                ? line.put("fromInterval", result.fromInterval())
                        .put("bessWithKwh", result.bessWithKwh())
                        .put("bessWithoutKwh", result.bessWithoutKwh())
                : line;
    }

    private LineWriter market() {
        List<LineWriter> published = desk.prices().hours().stream().map(ExternalHomeTools::published).toList();
        List<LineWriter> contracts = desk.history(MOST_CONTRACTS).stream().map(ExternalHomeTools::contract).toList();
        return LineWriter.of("market_view").put("turn", turn).objects("published", published).objects("contracts", contracts);
    }

    private static LineWriter published(PriceView.Hour hour) {
        LineWriter line = new LineWriter().put("hour", hour.hour());
        for (Product product : Product.values()) {
            line.put(product.name(), hour.of(product));
        }
        return line;
    }

    private static LineWriter contract(Contract contract) {
        return new LineWriter()
                .put("opportunity", contract.product() + "@" + contract.hour())
                .put("kw", contract.kw())
                .put("usdPerMwh", contract.pricePerMwh());
    }

    private LineWriter home() {
        OwnHome own = desk.own();
        LineWriter line = LineWriter.of("home_view").put("turn", turn).put("id", desk.prosumer());
        if (own == null) {
            return line;
        }
        BessInputs bess = own.expected().bess();
        EvInputs ev = own.expected().ev();
        return line.put("interval", own.interval())
                .put("time", horizon.localStart(Math.min(own.interval(), horizon.intervals() - 1)).toOffsetDateTime().toString())
                .put("bess", bess == null ? null : new LineWriter()
                        .put("kwh", own.state().bessKwh())
                        .put("minKwh", bess.minKwh())
                        .put("maxKwh", bess.maxKwh())
                        .put("chargeKw", bess.chargeKw())
                        .put("dischargeKw", bess.dischargeKw()))
                .put("ev", ev == null ? null : new LineWriter()
                        .put("kwh", own.state().evKwh())
                        .put("capacityKwh", ev.capacityKwh())
                        .put("chargeKw", ev.chargeKw())
                        .put("v2gKw", ev.v2gKw()))
                .put("soldTodayKwh", own.state().soldTodayKwh())
                .objects("preferences", own.preferences().stream().map(ExternalHomeTools::preference).toList());
    }

    private static LineWriter preference(Preference preference) {
        return new LineWriter()
                .put("type", preference.getClass().getSimpleName())
                .put("strength", preference.strength().name())
                .put("limit", switch (preference) {
                    case Preference.ReserveFloor p -> p.kwh() + " kWh";
                    case Preference.EvReadyBy p -> p.kwh() + " kWh" + (p.everyDeparture() ? "" : " " + p.when());
                    case Preference.BlackoutWindow p -> p.from() + " to " + p.to();
                    case Preference.DailyDischargeCap p -> p.kwh() + " kWh";
                    case Preference.PriceFloor p -> p.usdPerKwh() + " $/kWh";
                    case Preference.MaxEventsPerDay p -> p.count() + " contracts";
                })
                .put("usdPerUnit", preference.usdPerUnit())
                .put("words", preference.source());
    }
}
