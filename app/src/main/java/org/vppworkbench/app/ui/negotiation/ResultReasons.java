package org.vppworkbench.app.ui.negotiation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.app.experiment.ExperimentResult;
import org.vppworkbench.app.ui.control.Numbers;
import org.vppworkbench.model.event.RunEvent;
import org.vppworkbench.model.inputs.RunInputs;
import org.vppworkbench.model.market.ClearedOffer;
import org.vppworkbench.model.market.Contract;
import org.vppworkbench.model.market.Opportunity;
import org.vppworkbench.model.market.Product;
import org.vppworkbench.model.message.Envelope;
import org.vppworkbench.model.physics.HomeInterval;
import org.vppworkbench.model.time.Horizon;

/** Reasons of what the engine and the market say. */
final class ResultReasons {
    private static final String RESEARCHER = " (researcher’s view: measured by the engine, shown to no agent)";

    private final Reasons of;

    ResultReasons(Reasons of) {
        this.of = of;
    }

    Why of(Turn turn) {
        String title = turn.performative() + (turn.product() == null || turn.side() == Turn.Side.HEADING ? "" : ", " + Words.product(turn.product()));
        List<Why.Section> sections = new ArrayList<>();
        String noChart = "A what-if stands behind messages of homes; this line is the engine’s or the market’s.";
        switch (turn.event()) {
            case RunEvent.OpportunityOpened e -> {
                sections.add(new Why.Section("Opportunity", opened(e)));
                sections.add(new Why.Section("What binds", shadow(e.opportunity())));
            }
            case RunEvent.OpportunitySkipped e -> sections.add(new Why.Section("Stake", skipped(e)));
            case RunEvent.CoalitionFormed e -> {
                sections.add(new Why.Section("Coalition", formed(e)));
                sections.add(new Why.Section("What binds", shadow(e.opportunity())));
            }
            case RunEvent.OfferSettled e -> {
                sections.add(new Why.Section("Market", settled(e.offer())));
                sections.add(new Why.Section("Delivery", List.of(delivered(e.offer()))));
            }
            case RunEvent.OpportunityClosed e -> sections.add(new Why.Section("End", List.of(
                    new Why.Row("Outcome", e.outcome().name().toLowerCase(Locale.ROOT).replace('_', ' ')),
                    new Why.Row("Rounds used", String.valueOf(e.rounds())),
                    new Why.Row("Reason", e.reason()))));
            case RunEvent.PricesCoordinated e -> sections.add(new Why.Section("Prices, round by round", List.of(
                    new Why.Row("Rounds", e.rounds() + ", then " + e.hourlyRounds() + " with quantities constant over the hour"),
                    new Why.Row("W of the schedules", Words.usd(e.welfareUsd()) + " at the prices expected"),
                    new Why.Row("Most any schedule is worth", Words.usd(e.upperBoundUsd())),
                    new Why.Row("Without a market", Words.usd(e.aloneUsd())),
                    new Why.Row("W of the promises", Words.usd(e.hourlyWelfareUsd()) + " of at most " + Words.usd(e.hourlyUpperBoundUsd())))));
            case RunEvent.OwnerChanged e -> sections.add(new Why.Section("Branch", List.of(
                    new Why.Row("Owner", e.prosumer()), new Why.Row("From here on", e.words()),
                    new Why.Row("Before it", "every event is that of the run it branches from"))));
            default -> sections.add(new Why.Section("Event", List.of(new Why.Row("Reasons", "not recorded"))));
        }
        return new Why(title, sections, null, noChart);
    }

    private List<Why.Row> shadow(Opportunity o) {
        return new ShadowPrices(of.outcome(), of.day(), of.run().scenario().inputs().horizon())
                .rows(o.product(), o.hour(), Envelope.AGGREGATOR);
    }

    private static List<Why.Row> opened(RunEvent.OpportunityOpened e) {
        Opportunity o = e.opportunity();
        HourBook.Chance chance = HourBook.Chance.of(e);
        List<Why.Row> rows = new ArrayList<>();
        rows.add(new Why.Row("Bought at most", Words.kw(o.requiredKw())));
        rows.add(new Why.Row("Published price", Words.price(o.product(), o.forecastPrice())));
        rows.add(new Why.Row("Gross stake", Words.usd(o.requiredKw() * o.forecastPrice() / 1000) + " at that price"));
        if (chance.homes() == 0) {
            rows.add(new Why.Row("Standings of the homes", "not recorded"));
            return rows;
        }
        rows.add(new Why.Row("Homes that could gain", chance.gaining() + " of " + chance.homes() + RESEARCHER));
        RunEvent.Standing best = chance.best();
        rows.add(new Why.Row("Best surplus", best == null
                ? "none: no home can deliver"
                : Numbers.format("%.3f $", chance.bestSurplusUsd()) + ", " + best.prosumer() + " with " + Words.kw(best.kw()) + " at a cost of "
                        + Words.price(o.product(), best.reservationPerMwh()) + RESEARCHER));
        if (!chance.hindered().isEmpty()) {
            rows.add(new Why.Row("Homes that cannot deliver", chance.hindered().entrySet().stream()
                    .sorted(Map.Entry.comparingByKey())
                    .map(h -> h.getValue() + " × " + h.getKey().words())
                    .collect(Collectors.joining("; "))));
        }
        return rows;
    }

    private List<Why.Row> skipped(RunEvent.OpportunitySkipped e) {
        Opportunity o = e.opportunity();
        double realised = of.run().scenario().inputs().prices().hourMean(o.product(), o.hour());
        return List.of(
                new Why.Row("Wanted", Words.kw(o.requiredKw())),
                new Why.Row("Stake expected", Words.usd(e.forecastStakeUsd()) + " at " + Words.price(o.product(), o.forecastPrice())),
                new Why.Row("Stake realised", Words.usd(o.requiredKw() * realised / 1000) + " at " + Words.price(o.product(), realised)),
                new Why.Row("Minimum stake", Words.usd(of.run().scenario().scenario().minStakeUsd()) + ", judged at the realised price so that the optimum is the same for every forecast"));
    }

    private static List<Why.Row> formed(RunEvent.CoalitionFormed e) {
        Product product = e.opportunity().product();
        double kw = e.members().stream().mapToDouble(RunEvent.Member::kw).sum();
        List<Why.Row> rows = new ArrayList<>();
        rows.add(new Why.Row("Committed", Words.kw(kw) + " of " + Words.kw(e.opportunity().requiredKw()) + ", "
                + Words.kw(Math.max(0, e.opportunity().requiredKw() - kw)) + " unmet"));
        rows.add(new Why.Row("Expected profit", Words.usd(e.expectedProfitUsd()) + " at the published " + Words.price(product, e.opportunity().forecastPrice())));
        rows.add(new Why.Row("One more kW wanted", "would earn " + Words.price(product, e.marginalValuePerMwh()) + ", from the proposals alone"));
        Double gap = e.gapUsd();
        rows.add(new Why.Row("Proof", gap == null ? "no coalition of these proposals is worth more" : "another may be worth up to " + Words.usd(gap) + " more"));
        String all = e.members().stream().map(m -> m.prosumer() + "  " + Words.kw(m.kw()) + " at " + Words.price(product, m.pricePerMwh()))
                .collect(Collectors.joining("\n"));
        rows.add(new Why.Row("Members", e.members().size() + " homes", all));
        return rows;
    }

    private static List<Why.Row> settled(ClearedOffer offer) {
        Product product = offer.opportunity().product();
        double revenue = offer.totalKw() * offer.clearingPricePerMwh() / 1000;
        double payments = offer.contracts().stream().mapToDouble(c -> c.kw() * c.pricePerMwh()).sum() / 1000;
        double costs = offer.contracts().stream().mapToDouble(c -> c.kw() * c.reservationPerMwh()).sum() / 1000;
        List<Why.Row> rows = new ArrayList<>();
        rows.add(new Why.Row("Offered", Words.kw(offer.totalKw()) + " at " + Words.price(product, offer.offerPricePerMwh())));
        rows.add(new Why.Row("Market price", Words.price(product, offer.clearingPricePerMwh())));
        rows.add(new Why.Row("Cleared", offer.cleared() ? "yes: the offer is not above the market price" : "no: the contracts are void"));
        if (offer.cleared()) {
            rows.add(new Why.Row("Revenue promised", Words.usd(revenue) + " if all of it is delivered"));
            rows.add(new Why.Row("Payments promised", Words.usd(payments) + " to the homes, " + Words.usd(revenue - payments) + " left to the aggregator"));
            rows.add(new Why.Row("Costs of the homes", Words.usd(costs) + " by their what-ifs, a surplus of " + Words.usd(payments - costs) + " for them"));
        }
        rows.add(new Why.Row("Contracts", offer.contracts().size() + " homes", offer.contracts().stream()
                .map(c -> c.prosumer() + "  " + Words.kw(c.kw()) + " at " + Words.price(product, c.pricePerMwh()) + ", cost " + Words.price(product, c.reservationPerMwh()))
                .collect(Collectors.joining("\n"))));
        return rows;
    }

    /** What the dispatch of a complete run says of the promises. */
    private Why.Row delivered(ClearedOffer offer) {
        ExperimentResult result = of.outcome();
        if (!offer.cleared()) {
            return new Why.Row("Delivered", "nothing is due");
        }
        if (result == null) {
            return new Why.Row("Delivered", "not known until the run is complete");
        }
        RunInputs inputs = result.scenario().inputs();
        Opportunity o = offer.opportunity();
        double kw = 0;
        for (Contract contract : offer.contracts()) {
            int home = Why.index(inputs, contract.prosumer());
            for (int t = Horizon.firstInterval(o.hour()); t < Horizon.firstInterval(o.hour() + 1); t++) {
                @Nullable HomeInterval done = result.record().dispatch().at(home, t);
                kw += provided(o.product(), done) / Horizon.INTERVALS_PER_HOUR;
            }
        }
        return new Why.Row("Delivered", Words.kw(kw) + " of " + Words.kw(offer.totalKw()) + ", mean over the hour, by the dispatch of the run");
    }

    private static double provided(Product product, HomeInterval done) {
        return switch (product) {
            case ENERGY -> done.soldKw();
            case SPIN -> done.spinKw();
            case NONSPIN -> done.nonSpinKw();
        };
    }
}
