package org.vppworkbench.app.experiment;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.model.coordination.Expectation;
import org.vppworkbench.model.coordination.PriceTakers;
import org.vppworkbench.model.event.RunEvent;
import org.vppworkbench.model.inputs.BessInputs;
import org.vppworkbench.model.inputs.EvInputs;
import org.vppworkbench.model.inputs.ProsumerInputs;
import org.vppworkbench.model.inputs.RunInputs;
import org.vppworkbench.model.inputs.SoftPreference;
import org.vppworkbench.model.market.Opportunity;
import org.vppworkbench.model.physics.WhatIfResult;
import org.vppworkbench.model.scenario.Behaviour;
import org.vppworkbench.model.simulation.CancelToken;
import org.vppworkbench.model.simulation.Instruction;
import org.vppworkbench.model.simulation.OpportunityTrader;
import org.vppworkbench.model.simulation.ProsumerDesk;
import org.vppworkbench.model.simulation.TradingSession;

/**
 * One home that misreports all day what selling costs it and how much it could sell, to whoever asks. What it does is not
 * changed by what it says.
 *
 * @param prosumer id of the home
 * @param factor it says that costs above 0 are this multiple
 * @param part it says that it can give this part
 */
record LyingHome(String prosumer, double factor, double part) {

    /** The same trader, to whom this home lies at every opportunity, the gate included. */
    OpportunityTrader to(OpportunityTrader trader) {
        return session -> trader.trade(new Session(session, this));
    }

    /**
     * The same homes at the coordinator's prices, of which this one answers as if its costs and powers were others. All its
     * costs are linear in its retail prices, the worth of stored energy, wear and the prices of its wishes: with all of them
     * multiplied by f its own program maximises p·x − f·C(x).
     */
    PriceTakers among(PriceTakers homes) {
        return (expectation, cancel) -> homes.of(said(expectation), cancel);
    }

    private Expectation said(Expectation truth) {
        RunInputs in = truth.inputs();
        List<ProsumerInputs> said = in.prosumers().stream().map(h -> h.id().equals(prosumer) ? said(h) : h).toList();
        RunInputs inputs = new RunInputs(
                in.horizon(), in.prices(), in.forecasts(), in.required(), in.calledIntervals(), said);
        return new Expectation(inputs, truth.knownHours(), truth.behaviours());
    }

    private ProsumerInputs said(ProsumerInputs h) {
        BessInputs b = h.bess();
        EvInputs e = h.ev();
        BessInputs bess = b == null ? null : new BessInputs(
                b.capacityKwh(), b.chargeKw(), part * b.dischargeKw(), b.etaCharge(), b.etaDischarge(), b.minKwh(), b.maxKwh(),
                b.initialKwh(), factor * b.degradationPerKwh());
        EvInputs ev = e == null ? null : new EvInputs(
                e.capacityKwh(), e.chargeKw(), part * e.v2gKw(), e.eta(), e.minKwh(), e.initialKwh(), e.plugged(),
                e.drivenKwh(), factor * e.degradationPerKwh());
        return new ProsumerInputs(
                h.id(), h.importPrice().map(v -> factor * v), h.exportPrice().map(v -> factor * v),
                factor * h.endValuePerKwh(), h.importLimitKw(), h.exportLimitKw(), h.pv(), h.load(), bess, ev, h.hard(),
                h.soft().stream().map(this::said).toList());
    }

    private SoftPreference said(SoftPreference wish) {
        return switch (wish) {
            case SoftPreference.Floor w -> new SoftPreference.Floor(w.limitKwh(), factor * w.usdPerUnit());
            case SoftPreference.CarReady w ->
                new SoftPreference.CarReady(w.interval(), w.limitKwh(), factor * w.usdPerUnit());
            case SoftPreference.Blackout w -> new SoftPreference.Blackout(w.intervals(), factor * w.usdPerUnit());
            case SoftPreference.DailyCap w -> new SoftPreference.DailyCap(w.limitKwh(), factor * w.usdPerUnit());
        };
    }

    private record Session(TradingSession session, LyingHome home) implements TradingSession {
        @Override
        public Opportunity opportunity() {
            return session.opportunity();
        }

        @Override
        public List<ProsumerDesk> desks() {
            List<ProsumerDesk> desks = new ArrayList<>();
            for (ProsumerDesk desk : session.desks()) {
                desks.add(desk.prosumer().equals(home.prosumer()) ? new Desk(desk, home.factor(), home.part()) : desk);
            }
            return desks;
        }

        @Override
        public void emit(RunEvent event) {
            session.emit(event);
        }

        @Override
        public RandomGenerator random(String name) {
            return session.random(name);
        }

        @Override
        public CancelToken cancel() {
            return session.cancel();
        }
    }

    private record Desk(ProsumerDesk truth, double factor, double part) implements ProsumerDesk {
        @Override
        public String prosumer() {
            return truth.prosumer();
        }

        @Override
        public Behaviour behaviour() {
            return truth.behaviour();
        }

        @Override
        public @Nullable Double priceFloorPerMwh() {
            return truth.priceFloorPerMwh();
        }

        @Override
        public int contractsThatDay() {
            return truth.contractsThatDay();
        }

        @Override
        public Instruction instruction() {
            return truth.instruction();
        }

        @Override
        public WhatIfResult most() {
            WhatIfResult most = truth.most();
            return said(part == 1 ? most : truth.whatIf(part * most.deliverableKw()));
        }

        @Override
        public WhatIfResult whatIf(double kw) {
            double most = part * truth.most().deliverableKw();
            return part < 1 && kw > most ? said(truth.whatIf(most)) : said(truth.whatIf(kw));
        }

        private WhatIfResult said(WhatIfResult r) {
            double said = r.incrementalCostUsd() > 0 ? factor : 1;
            return new WhatIfResult(
                    r.requestedKw(), r.deliverableKw(), said * r.incrementalCostUsd(), said * r.reservationPerMwh(),
                    r.discomfortUsd(), r.binding(), r.bindingInterval(), r.fromInterval(), r.bessWithKwh(), r.bessWithoutKwh());
        }
    }
}
