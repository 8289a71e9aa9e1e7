package org.vppworkbench.model.simulation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.model.event.RunEvent;
import org.vppworkbench.model.fleet.Preference;
import org.vppworkbench.model.market.ClearedOffer;
import org.vppworkbench.model.market.Contract;
import org.vppworkbench.model.market.Opportunity;
import org.vppworkbench.model.market.Product;
import org.vppworkbench.model.physics.BindingConstraint;
import org.vppworkbench.model.physics.HomeSimulator;
import org.vppworkbench.model.physics.WhatIf;
import org.vppworkbench.model.physics.WhatIfResult;
import org.vppworkbench.model.scenario.Behaviour;
import org.vppworkbench.model.scenario.ResolvedScenario;

/** The desks of all homes for one opportunity, and the engine's own measurement of what each could truthfully offer. */
final class HomeDesks {
    private final Opportunity opportunity;
    private final List<ProsumerDesk> desks = new ArrayList<>();

    HomeDesks(
            ResolvedScenario scenario, List<HomeSimulator> homes, Opportunity opportunity,
            DailyContracts contracts, List<ClearedOffer> offers, EventStream events) {
        this.opportunity = opportunity;
        PriceView prices = PriceView.of(opportunity, scenario.inputs().forecasts(), scenario.inputs().horizon());
        Map<String, List<Preference>> stated = new HashMap<>();
        scenario.fleet().homes().forEach(home -> stated.put(home.id(), home.preferences()));
        for (int i = 0; i < homes.size(); i++) {
            HomeSimulator home = homes.get(i);
            Records records = new Records(
                    contracts.of(i, opportunity.hour()), offers, prices, stated.getOrDefault(home.id(), List.of()));
            desks.add(new Desk(home, scenario.behaviours().get(i), opportunity, records, events));
        }
    }

    List<ProsumerDesk> desks() {
        return desks;
    }

    List<RunEvent.Standing> standings() {
        RunEvent.Standing[] standings = new RunEvent.Standing[desks.size()];
        HomeLoop.forEach(standings.length, i -> standings[i] = standing(desks.get(i)));
        return List.of(standings);
    }

    private RunEvent.Standing standing(ProsumerDesk desk) {
        WhatIfResult most = desk.most();
        if (!most.deliverable()) {
            return new RunEvent.Standing(desk.prosumer(), 0, 0, most.binding());
        }
        WhatIfResult best = BestQuantity.of(desk, opportunity.forecastPrice(), most.deliverableKw());
        BindingConstraint binding = most.binding();
        return new RunEvent.Standing(desk.prosumer(), best.deliverableKw(), best.reservationPerMwh(), binding);
    }

    /**
     * What a desk looks up and does not compute.
     *
     * @param offers of all homes; a desk hands out those of its own
     */
    private record Records(
            int contractsThatDay, List<ClearedOffer> offers, PriceView prices, List<Preference> preferences) {
        List<Contract> history(String prosumer, int most) {
            List<Contract> own = new ArrayList<>();
            for (ClearedOffer offer : offers.reversed()) {
                for (Contract contract : offer.contracts()) {
                    if (own.size() < most && offer.cleared() && contract.prosumer().equals(prosumer)) {
                        own.add(contract);
                    }
                }
                if (own.size() == most) {
                    break;
                }
            }
            return own;
        }
    }

    private static final class Desk implements ProsumerDesk {
        private final HomeSimulator home;
        private final Behaviour behaviour;
        private final WhatIf tool;
        private final Product product;
        private final Records records;
        private final String opportunity;
        private final EventStream events;
        private final Map<Double, WhatIfResult> asked = new HashMap<>();
        private @Nullable WhatIfResult most;

        Desk(
                HomeSimulator home, Behaviour behaviour, Opportunity opportunity, Records records, EventStream events) {
            this.opportunity = opportunity.id();
            this.events = events;
            this.home = home;
            this.behaviour = behaviour;
            this.tool = home.whatIf(opportunity.product(), opportunity.hour());
            this.product = opportunity.product();
            this.records = records;
        }

        @Override
        public @Nullable Double priceFloorPerMwh() {
            return product.isReserve() ? null : behaviour.priceFloorPerMwh();
        }

        @Override
        public String prosumer() {
            return home.id();
        }

        @Override
        public Behaviour behaviour() {
            return behaviour;
        }

        @Override
        public int contractsThatDay() {
            return records.contractsThatDay();
        }

        @Override
        public OwnHome own() {
            return new OwnHome(home.home(), home.state(), home.next(), records.preferences(), events.said(prosumer()));
        }

        @Override
        public List<Contract> history(int most) {
            return records.history(prosumer(), most);
        }

        @Override
        public PriceView prices() {
            return records.prices();
        }

        @Override
        public Instruction instruction() {
            return events.instruction(prosumer(), opportunity);
        }

        @Override
        public WhatIfResult most() {
            WhatIfResult known = most;
            if (known == null) {
                known = tool.most();
                most = known;
            }
            return known;
        }

        @Override
        public WhatIfResult whatIf(double kw) {
            return asked.computeIfAbsent(kw, tool::at);
        }
    }
}
