package org.vppworkbench.app.experiment;

import static org.vppworkbench.app.experiment.OutsideRun.DT;
import static org.vppworkbench.app.experiment.OutsideRun.at;
import static org.vppworkbench.app.experiment.OutsideRun.number;
import static org.vppworkbench.app.experiment.OutsideRun.object;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The money of docs/model.md §4, written from that page: bills at the retail meter, wear, discomfort, stored energy, market
 * revenue and payments contract by contract.
 */
final class OutsideMoney {
    private static final List<String> PRODUCTS = List.of("ENERGY", "SPIN", "NONSPIN");

    private final OutsideRun run;
    private final Map<String, Double> utility = new LinkedHashMap<>();
    private double revenue;
    private double paid;
    private double worst;
    private String where = "";

    private OutsideMoney(OutsideRun run) {
        this.run = run;
        for (JsonObject home : run.homes()) {
            utility.put(home.get("id").getAsString(), ofHome(home));
        }
    }

    /**
     * Settles contracts.
     *
     * @param kappa share of its price a home pays per kWh not delivered
     * @param leastKw smallest fleet offer [kW], 0 for none
     * @param stepKw step of fleet offers [kW], 0 for none
     */
    static OutsideMoney underContract(OutsideRun run, double kappa, double leastKw, double stepKw) {
        OutsideMoney money = new OutsideMoney(run);
        money.contracts(kappa);
        money.offers(leastKw, stepKw);
        money.nothingBeyondContracts();
        return money;
    }

    /** Pays every home what the market pays for what it did. */
    static OutsideMoney atMarket(OutsideRun run) {
        OutsideMoney money = new OutsideMoney(run);
        for (String id : money.utility.keySet()) {
            for (int t = 0; t < run.intervals(); t++) {
                for (String product : PRODUCTS) {
                    money.pay(id, DT / 1000 * run.price(product, t) * run.column(id, OutsideRun.delivered(product))[t]);
                }
                double called = run.column(id, "called_kw")[t];
                money.pay(id, called == 0 ? 0 : DT / 1000 * run.realTime(t) * called);
            }
        }
        money.revenue = money.paid;
        return money;
    }

    /** W [$]. */
    double welfareUsd() {
        return profitUsd() + utility.values().stream().mapToDouble(usd -> usd).sum();
    }

    /** Π [$]. */
    double profitUsd() {
        return revenue - paid;
    }

    /** U of a home [$]. */
    double utilityUsd(String home) {
        return utility.get(home);
    }

    /** Largest difference between a figure of contracts.csv, or a rule about it, and what it should be [$, kWh or kW]. */
    double worst() {
        return worst;
    }

    String where() {
        return where;
    }

    /** Everything a home bears, before payments [$]. */
    private double ofHome(JsonObject home) {
        String id = home.get("id").getAsString();
        JsonObject bess = object(home, "bess");
        JsonObject ev = object(home, "ev");
        double start = (bess == null ? 0 : number(bess, "initialKwh")) + (ev == null ? 0 : number(ev, "initialKwh"));
        double carBefore = ev == null ? 0 : number(ev, "initialKwh");
        double stored = start;
        double usd = 0;
        Map<Integer, Double> soldOfDay = new HashMap<>();
        for (int t = 0; t < run.intervals(); t++) {
            double out = run.column(id, "sold_energy_kw")[t] + run.column(id, "called_kw")[t];
            double retail = run.column(id, "meter_kw")[t] - out;
            usd -= DT * (at(home, "importPrice", t) * Math.max(0, -retail) - at(home, "exportPrice", t) * Math.max(0, retail));
            usd -= bess == null ? 0 : number(bess, "degradationPerKwh") * run.column(id, "discharge_kw")[t] * DT;
            usd -= ev == null ? 0 : number(ev, "degradationPerKwh") * run.column(id, "ev_v2g_kw")[t] * DT;
            usd -= discomfort(home, t, run.column(id, "bess_kwh")[t], carBefore, out * DT);
            soldOfDay.merge(run.day(t), out * DT, Double::sum);
            carBefore = run.column(id, "ev_kwh")[t];
            stored = (bess == null ? 0 : run.column(id, "bess_kwh")[t]) + (ev == null ? 0 : carBefore);
        }
        for (JsonElement element : home.getAsJsonArray("soft")) {
            JsonObject soft = element.getAsJsonObject();
            if (soft.get("type").getAsString().equals("DailyDischargeCap")) {
                for (Map.Entry<Integer, Double> sold : soldOfDay.entrySet()) {
                    usd -= number(soft, "usdPerUnit") * Math.max(0, sold.getValue() - cap(soft, sold.getKey()));
                }
            }
        }
        return usd + number(home, "endValuePerKwh") * (stored - start);
    }

    /** A soft cap on a day: that of the last change up to it. */
    private double cap(JsonObject soft, int day) {
        double cap = number(soft, "limit");
        if (soft.has("changes")) {
            for (JsonElement change : soft.getAsJsonArray("changes")) {
                boolean begun = run.day(change.getAsJsonObject().get("interval").getAsInt()) <= day;
                cap = begun ? number(change.getAsJsonObject(), "kwh") : cap;
            }
        }
        return cap;
    }

    private static double discomfort(JsonObject home, int t, double bessKwh, double carBefore, double soldKwh) {
        double usd = 0;
        for (JsonElement element : home.getAsJsonArray("soft")) {
            JsonObject soft = element.getAsJsonObject();
            double limit = number(soft, "limit");
            double units = switch (soft.get("type").getAsString()) {
                case "ReserveFloor" -> object(home, "bess") == null ? 0 : Math.max(0, limit - bessKwh) * DT;
                case "EvReadyBy" -> soft.get("interval").getAsInt() == t ? Math.max(0, limit - carBefore) : 0;
                case "BlackoutWindow" -> soft.getAsJsonArray("intervals").contains(new JsonPrimitive(t)) ? soldKwh : 0;
                default -> 0;
            };
            usd += number(soft, "usdPerUnit") * units;
        }
        return usd;
    }

    private void contracts(double kappa) {
        for (Map<String, String> contract : run.contracts()) {
            boolean cleared = Boolean.parseBoolean(contract.get("cleared"));
            String product = text(contract, "product");
            String id = text(contract, "prosumer");
            double kw = Double.parseDouble(contract.get("kw"));
            double price = Double.parseDouble(contract.get("price_usd_per_mwh"));
            double delivered = 0;
            double missing = 0;
            double calls = 0;
            int first = 4 * Integer.parseInt(contract.get("hour"));
            for (int t = first; cleared && t < first + 4; t++) {
                double got = run.column(id, OutsideRun.delivered(product))[t];
                note(got - kw, "delivered beyond the contract, " + contract);
                delivered += got * DT;
                missing += Math.max(0, kw - got) * DT;
                if (product.equals("ENERGY")) {
                    double market = run.price(product, t);
                    double known = Double.isNaN(run.realTime(t)) ? 0 : run.realTime(t);
                    revenue += DT / 1000 * (market * kw - Math.max(0, kw - got) * Math.max(0, Math.max(market, known)));
                } else {
                    revenue += DT / 1000 * run.price(product, t) * got;
                    calls += run.called(t) ? DT / 1000 * run.realTime(t) * got : 0;
                }
            }
            revenue += calls;
            double pay = price * delivered / 1000 + calls
                    - (product.equals("ENERGY") ? kappa * Math.max(price, 0) * missing / 1000 : 0);
            pay(id, pay);
            note(Math.abs(delivered - Double.parseDouble(contract.get("delivered_kwh"))), "delivered_kwh of " + contract);
            note(Math.abs(pay - Double.parseDouble(contract.get("payment_usd"))), "payment_usd of " + contract);
        }
    }

    /** What is offered together: each home once, no more than is bought, in quantities the market takes. */
    private void offers(double leastKw, double stepKw) {
        Map<String, Double> total = new HashMap<>();
        Set<String> once = new HashSet<>();
        for (Map<String, String> contract : run.contracts()) {
            String opportunity = contract.get("product") + "@" + contract.get("hour");
            note(once.add(opportunity + contract.get("prosumer")) ? 0 : 1, "two contracts, " + contract);
            total.merge(opportunity, Double.parseDouble(contract.get("kw")), Double::sum);
        }
        total.forEach((opportunity, kw) -> {
            String[] parts = opportunity.split("@", -1);
            note(kw - run.required(parts[0], Integer.parseInt(parts[1])), "more than is bought, " + opportunity);
            note(leastKw - kw, "less than the market takes, " + opportunity);
            note(stepKw == 0 ? 0 : Math.abs(kw / stepKw - Math.rint(kw / stepKw)), "between steps, " + opportunity);
        });
    }

    private void nothingBeyondContracts() {
        Set<String> sold = new HashSet<>();
        for (Map<String, String> contract : run.contracts()) {
            if (Boolean.parseBoolean(contract.get("cleared"))) {
                sold.add(contract.get("prosumer") + contract.get("product") + contract.get("hour"));
            }
        }
        for (String id : utility.keySet()) {
            for (String product : PRODUCTS) {
                for (int t = 0; t < run.intervals(); t++) {
                    if (!sold.contains(id + product + t / 4)) {
                        double got = run.column(id, OutsideRun.delivered(product))[t];
                        note(got, id + ", interval " + t + ", " + product + " without a contract");
                    }
                }
            }
        }
    }

    private void pay(String home, double usd) {
        utility.merge(home, usd, Double::sum);
        paid += usd;
    }

    private static String text(Map<String, String> row, String column) {
        @Nullable String cell = row.get(column);
        if (cell == null) {
            throw new IllegalStateException("no column " + column);
        }
        return cell;
    }

    private void note(double residual, String rule) {
        if (!(residual <= worst)) {
            worst = residual;
            where = rule;
        }
    }
}
