package org.vppworkbench.negotiation.persona;

import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import org.vppworkbench.model.fleet.Preference;
import org.vppworkbench.model.fleet.Strength;
import org.vppworkbench.model.inputs.BessInputs;
import org.vppworkbench.model.inputs.EvInputs;
import org.vppworkbench.model.market.Contract;
import org.vppworkbench.model.market.Product;
import org.vppworkbench.model.physics.WhatIfResult;
import org.vppworkbench.model.simulation.OwnHome;
import org.vppworkbench.model.simulation.ProsumerDesk;
import org.vppworkbench.model.time.Horizon;
import org.vppworkbench.model.time.TimeSeries;

/**
 * A home's own facts in lines of data, with units. Nothing of another home can get in: all of it is read from the home's own
 * desk.
 */
public record HomeWords(Figures figures, Fence fence) {
    /** Owners' words are quoted up to this length. */
    private static final int MOST_PREFERENCES = 12;

    /** Devices, stored energy, retail prices and preferences. */
    List<String> home(ProsumerDesk desk, int hour) {
        OwnHome own = desk.own();
        List<String> lines = new ArrayList<>();
        if (own != null) {
            battery(own, lines);
            car(own, hour, lines);
            int t = Horizon.firstInterval(hour);
            lines.add("retail: you buy at " + figures.perKwh(own.expected().importPrice().at(t)) + " and are paid "
                    + figures.perKwh(own.expected().exportPrice().at(t)) + " for what you feed in, in that hour");
            lines.add("house: load " + Figures.kw(own.expected().load().at(t)) + ", roof "
                    + Figures.kw(own.expected().pv().at(t)) + ", expected in that hour");
            own.preferences().stream().limit(MOST_PREFERENCES).map(this::preference).forEach(lines::add);
            own.said().stream()
                    .skip(Math.max(own.said().size() - MOST_PREFERENCES, 0))
                    .map(said -> "your_owner_said: \"" + fence.clean(figures.guarded(said), RecordedWords.MOST_QUOTED) + "\"")
                    .forEach(lines::add);
        }
        limits(desk, lines);
        return lines;
    }

    private void battery(OwnHome own, List<String> lines) {
        BessInputs bess = own.expected().bess();
        lines.add(bess == null
                ? "battery: none"
                : "battery: " + Figures.kwh(bess.capacityKwh()) + ", holds " + Figures.kwh(own.state().bessKwh())
                        + " now, discharges up to " + Figures.kw(bess.dischargeKw()) + ", wear "
                        + figures.perKwh(bess.degradationPerKwh()));
    }

    private static void car(OwnHome own, int hour, List<String> lines) {
        EvInputs ev = own.expected().ev();
        if (ev != null) {
            boolean there = ev.plugged().get(Horizon.firstInterval(hour));
            String gives = ev.v2gKw() > 0 ? ", gives back up to " + Figures.kw(ev.v2gKw()) : ", charges only";
            lines.add("car: " + Figures.kwh(ev.capacityKwh()) + ", holds " + Figures.kwh(own.state().evKwh()) + " now" + gives
                    + (there ? ", plugged in" : ", away") + " in that hour");
        }
    }

    private static void limits(ProsumerDesk desk, List<String> lines) {
        Integer events = desk.behaviour().maxEventsPerDay();
        lines.add("contracts_that_day: " + desk.contractsThatDay()
                + (events == null ? "" : ", your owner's limit is " + events));
    }

    private String preference(Preference preference) {
        String strength = preference.strength() == Strength.HARD ? "must" : "wish";
        String typed = switch (preference) {
            case Preference.ReserveFloor p -> "keep at least " + Figures.kwh(p.kwh()) + " in the battery";
            case Preference.EvReadyBy p -> "have " + Figures.kwh(p.kwh()) + " in the car " + p.when();
            case Preference.BlackoutWindow p -> "sell nothing from " + clock(p.from()) + " to " + clock(p.to());
            case Preference.DailyDischargeCap p -> "sell at most " + Figures.kwh(p.kwh()) + " per day";
            case Preference.PriceFloor p -> "sell no energy below " + figures.perKwh(p.usdPerKwh());
            case Preference.MaxEventsPerDay p -> "at most " + p.count() + " contracts per day";
        };
        String words = fence.clean(figures.guarded(preference.source()), RecordedWords.MOST_QUOTED);
        return "preference (" + strength + "): " + typed + (words.isEmpty() ? "" : "; the owner's words: \"" + words + "\"");
    }

    private static String clock(LocalTime time) {
        return time.toString();
    }

    /** Own contracts, newest first. */
    public List<String> history(ProsumerDesk desk, int most) {
        List<String> lines = new ArrayList<>();
        for (Contract contract : desk.history(most)) {
            lines.add("past_contract: " + product(contract.product()) + ", " + figures.day(contract.hour()) + " "
                    + figures.clock(contract.hour()) + ", " + Figures.kw(contract.kw()) + " at "
                    + figures.price(contract.pricePerMwh(), contract.product()));
        }
        return lines.isEmpty() ? List.of("past_contract: none") : lines;
    }

    /** Published prices after the hour that is traded. */
    public List<String> forecast(ProsumerDesk desk, Product product, int most) {
        List<String> lines = new ArrayList<>();
        desk.prices().hours().stream().skip(1).limit(most).forEach(hour -> lines.add(
                "published: " + figures.clock(hour.hour()) + " " + figures.price(hour.of(product), product)));
        return lines.isEmpty() ? List.of("published: no later hour of this day") : lines;
    }

    /**
     * What the what-if tool says.
     *
     * @param reservation least price that covers the cost and is not below the owner's floor [$/MWh]
     * @param hour hour of delivery
     */
    public String whatIf(WhatIfResult result, double reservation, Product product, int hour) {
        String asked = "what_if " + Figures.kw(result.requestedKw()) + ": ";
        if (!result.deliverable()) {
            return asked + "deliverable 0 kW, limited by " + result.binding().words();
        }
        String limit = result.deliverableKw() < result.requestedKw() ? ", limited by " + result.binding().words() : "";
        String discomfort = result.discomfortUsd() > 0.0005
                ? ", " + figures.usd(result.discomfortUsd()) + " of it for wishes that are not met"
                : "";
        return asked + "deliverable " + Figures.kw(result.deliverableKw()) + limit + ", cost "
                + figures.usd(result.incrementalCostUsd()) + discomfort + ", reservation "
                + figures.priceUp(reservation, product) + battery(result, hour);
    }

    /** Stored energy before the hour, and after it with and without the contract. */
    private static String battery(WhatIfResult result, int hour) {
        int end = Horizon.firstInterval(hour + 1) - 1 - result.fromInterval();
        TimeSeries with = result.bessWithKwh();
        if (end < 0 || end >= with.length()) {
            return "";
        }
        int before = end - Horizon.INTERVALS_PER_HOUR;
        String held = before < 0 ? "" : " from " + Figures.kwh(with.at(before));
        return ", battery in that hour" + held + " to " + Figures.kwh(with.at(end)) + ", without the deal to "
                + Figures.kwh(result.bessWithoutKwh().at(end));
    }

    static String product(Product product) {
        return switch (product) {
            case ENERGY -> "energy";
            case SPIN -> "spinning reserve";
            case NONSPIN -> "non-spinning reserve";
        };
    }
}
