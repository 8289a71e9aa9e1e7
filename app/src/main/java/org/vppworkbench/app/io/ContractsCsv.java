package org.vppworkbench.app.io;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.vppworkbench.model.inputs.ProsumerInputs;
import org.vppworkbench.model.inputs.RunInputs;
import org.vppworkbench.model.market.ClearedOffer;
import org.vppworkbench.model.market.Contract;
import org.vppworkbench.model.market.Opportunity;
import org.vppworkbench.model.market.Product;
import org.vppworkbench.model.scenario.Findings;
import org.vppworkbench.model.scenario.Reading;
import org.vppworkbench.model.settlement.SettledContract;
import org.vppworkbench.model.time.Horizon;

/** {@code contracts.csv}: one row per contract, in order of agreement. */
public final class ContractsCsv {
    public static final List<String> COLUMNS =
            List.of(
                    "hour", "hour_start_utc", "product", "prosumer", "kw", "price_usd_per_mwh", "cleared",
                    "delivered_kwh", "payment_usd", "reservation_usd_per_mwh");

    private ContractsCsv() {}

    public static void write(Horizon horizon, List<SettledContract> contracts, Writer out)
            throws IOException {
        CsvText.write(
                out,
                COLUMNS,
                printer -> {
                    for (SettledContract settled : contracts) {
                        Contract contract = settled.contract();
                        Instant start = horizon.intervalStart(Horizon.firstInterval(contract.hour()));
                        printer.row(
                                contract.hour(),
                                start,
                                contract.product(),
                                contract.prosumer(),
                                CsvText.number(contract.kw()),
                                CsvText.number(contract.pricePerMwh()),
                                settled.cleared(),
                                CsvText.number(settled.deliveredKwh()),
                                CsvText.number(settled.paymentUsd()),
                                CsvText.number(contract.reservationPerMwh()));
                    }
                });
    }

    /** Reads contracts; shortfall is what was promised less what was delivered. */
    public static Reading<List<SettledContract>> read(RunInputs inputs, Reader in, String file)
            throws IOException {
        Set<String> ids =
                inputs.prosumers().stream().map(ProsumerInputs::id).collect(Collectors.toSet());
        Set<String> seen = new HashSet<>();
        List<SettledContract> contracts = new ArrayList<>();
        Findings findings = new Findings();
        CsvText.read(in, file, COLUMNS, findings, row -> {
            SettledContract settled = row(row, inputs.horizon().hours());
            if (settled == null) {
                return;
            }
            Contract contract = settled.contract();
            String key = contract.prosumer() + " " + contract.product() + " " + contract.hour();
            if (!ids.contains(contract.prosumer())) {
                findings.error(
                        row.where("prosumer"), contract.prosumer(), "unknown home", "ids of inputs.json");
            } else if (!seen.add(key)) {
                findings.error(row.where("prosumer"), key, "a second contract for the same hour", null);
            }
            contracts.add(settled);
        });
        return new Reading<>(findings.hasErrors() ? null : contracts, findings.list());
    }

    /**
     * The offers behind the contracts, as settlement reads them. What the file does not hold (offer
     * price) is set so that {@code cleared} is what the file says.
     */
    public static List<ClearedOffer> offers(RunInputs inputs, List<SettledContract> contracts) {
        List<ClearedOffer> offers = new ArrayList<>();
        for (int from = 0; from < contracts.size(); ) {
            Contract first = contracts.get(from).contract();
            int to = from;
            List<Contract> same = new ArrayList<>();
            while (to < contracts.size() && sameOffer(first, contracts.get(to).contract())) {
                same.add(contracts.get(to++).contract());
            }
            Product product = first.product();
            Opportunity opportunity =
                    new Opportunity(
                            product,
                            first.hour(),
                            inputs.required().kw(product, first.hour()),
                            inputs.forecasts().hourMean(product, first.hour()));
            double price = inputs.prices().hourMean(product, first.hour());
            boolean cleared = contracts.get(from).cleared();
            offers.add(new ClearedOffer(opportunity, price, price, cleared, same));
            from = to;
        }
        return offers;
    }

    private static boolean sameOffer(Contract a, Contract b) {
        return a.product() == b.product() && a.hour() == b.hour();
    }

    private static @org.jspecify.annotations.Nullable SettledContract row(
            CsvText.Row row, int hours) {
        double kw = row.number("kw");
        String product = row.text("product");
        String cleared = row.text("cleared");
        if (!(kw > 0)) {
            row.findings().error(row.where("kw"), kw, "out of range", "above 0 kW");
            return null;
        }
        if (!cleared.equals("true") && !cleared.equals("false")) {
            row.findings().error(row.where("cleared"), cleared, "not a flag", "true or false");
            return null;
        }
        Product sold;
        try {
            sold = Product.valueOf(product);
        } catch (IllegalArgumentException e) {
            row.findings().error(row.where("product"), product, "unknown", "ENERGY, SPIN, NONSPIN");
            return null;
        }
        Contract contract =
                new Contract(
                        row.text("prosumer"),
                        sold,
                        row.integer("hour", hours),
                        kw,
                        row.number("price_usd_per_mwh"),
                        row.number("reservation_usd_per_mwh"));
        boolean isCleared = cleared.equals("true");
        double delivered = row.number("delivered_kwh");
        double shortfall = isCleared ? Math.max(0, kw - delivered) : 0;
        return new SettledContract(
                contract, isCleared, delivered, shortfall, row.number("payment_usd"));
    }
}
