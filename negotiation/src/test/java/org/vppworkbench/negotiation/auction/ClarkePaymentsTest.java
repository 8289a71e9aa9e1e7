package org.vppworkbench.negotiation.auction;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.vppworkbench.model.market.MarketRules;
import org.vppworkbench.model.market.MeritOrderCoalition;
import org.vppworkbench.model.market.SupplyCurve;
import org.vppworkbench.model.market.SupplyCurve.Piece;
import org.vppworkbench.negotiation.auction.PaymentRule.Clearing;
import org.vppworkbench.negotiation.auction.PaymentRule.Payments;

/** VCG over any cost curve: with gaps, least quantities, costs per kW that rise and fall, under both market rules. */
class ClarkePaymentsTest {
    private static final double FORECAST = 100;
    private static final int CASES = 200 * Integer.getInteger("vpp.random.scale", 1);

    /** Lies every home tries. */
    private static final int LIES = 8;

    private static Clearing clear(List<SupplyCurve> curves, double required, MarketRules rules) {
        MeritOrderCoalition solver = new MeritOrderCoalition();
        return Clearing.of(curves, c -> solver.choose(c, FORECAST, required, rules));
    }

    /** Whatever a home says of its costs and quantities, it gains no more than by the truth, up to the certified gaps. */
    @Test
    void noMisreportGains() {
        SplittableRandom random = new SplittableRandom(53);
        int sold = 0;
        int worse = 0;
        for (int k = 0; k < CASES; k++) {
            boolean stepped = k % 2 == 1;
            double scale = stepped ? 25 : 1;
            MarketRules rules = stepped ? MarketRules.CAISO_DERA : MarketRules.RESEARCH;
            List<SupplyCurve> truth = new ArrayList<>();
            for (int i = 0; i < 2 + random.nextInt(6); i++) {
                truth.add(curve("h" + i, random, scale));
            }
            double required = scale * (3 + 10 * random.nextDouble());
            Clearing honest = clear(truth, required, rules);
            Payments payments = PaymentRule.VCG.of(honest);
            for (int i = 0; i < truth.size(); i++) {
                double gain = gain(honest, payments, i, truth.get(i));
                assertTrue(gain >= -1e-9, "case " + k + ": h" + i + " loses " + gain);
                sold += honest.kw(i) > 0 ? 1 : 0;
                for (int l = 0; l < LIES; l++) {
                    List<SupplyCurve> lied = new ArrayList<>(truth);
                    lied.set(i, lie(truth.get(i), random));
                    Clearing other = clear(lied, required, rules);
                    Payments otherPayments = PaymentRule.VCG.of(other);
                    double lie = gain(other, otherPayments, i, truth.get(i));
                    // proofs to 1e-9 of profits of some dollars, and the certified gaps of all problems behind
                    double tolerance = 1e-7 + 2 * (payments.gapUsd() + otherPayments.gapUsd());
                    assertTrue(lie <= gain + tolerance, "case " + k + ": h" + i + " gains " + lie + " instead of " + gain);
                    worse += lie < gain - 1e-6 ? 1 : 0;
                }
            }
        }
        assertTrue(sold > CASES / 2 && worse > CASES, "too few sales or lies that cost: " + sold + ", " + worse);
    }

    /** p = ask + V(N) − V(N∖i), so that the aggregator keeps V(N) less what everybody adds. */
    @Test
    void theBudgetIsWhatIsLeftOfTheCoalitionsValue() {
        SplittableRandom random = new SplittableRandom(59);
        for (int k = 0; k < CASES; k++) {
            List<SupplyCurve> curves = new ArrayList<>();
            for (int i = 0; i < 1 + random.nextInt(6); i++) {
                curves.add(curve("h" + i, random, 1));
            }
            Clearing clearing = clear(curves, 3 + 10 * random.nextDouble(), MarketRules.RESEARCH);
            Payments payments = PaymentRule.VCG.of(clearing);
            double kept = 0;
            double left = clearing.coalition().expectedProfitUsd();
            for (int i = 0; i < curves.size(); i++) {
                double kw = clearing.kw(i);
                kept += (FORECAST - payments.pricesPerMwh().get(i)) * kw / 1000;
                left -= kw > 0
                        ? clearing.coalition().expectedProfitUsd() - clearing.without(i).expectedProfitUsd()
                        : 0;
                assertTrue(payments.pricesPerMwh().get(i) <= FORECAST + 1e-6, "nobody adds more than its own margin");
            }
            assertEquals(left, kept, 1e-8, "case " + k);
            assertTrue(kept >= -1e-8, "without a minimum there is no deficit, case " + k);
        }
    }

    private static double gain(Clearing clearing, Payments payments, int home, SupplyCurve truth) {
        double kw = clearing.kw(home);
        return kw > 0 ? payments.pricesPerMwh().get(home) * kw / 1000 - truth.costUsd(kw) : 0;
    }

    /** One to three pieces that do not overlap, each with its own price and, above its start, a fixed cost or discount. */
    private static SupplyCurve curve(String home, SplittableRandom random, double scale) {
        List<Piece> pieces = new ArrayList<>();
        double from = random.nextBoolean() ? 0 : scale * 2 * random.nextDouble();
        for (int p = 0; p < 1 + random.nextInt(3); p++) {
            double to = from + scale * (0.5 + 2 * random.nextDouble());
            double price = 10 + 90 * random.nextDouble();
            double fixed = from == 0 ? 0 : (random.nextDouble() - 0.3) * 0.03 * from;
            pieces.add(new Piece(from, random.nextInt(4) == 0 && from > 0 ? from : to, price, fixed));
            from = to + (random.nextBoolean() ? 0 : scale * random.nextDouble());
        }
        return new SupplyCurve(home, pieces);
    }

    /** Other prices, other fixed costs, ranges cut at either end, pieces left out: only what the home can deliver. */
    private static SupplyCurve lie(SupplyCurve truth, SplittableRandom random) {
        List<Piece> pieces = new ArrayList<>();
        for (Piece piece : truth.pieces()) {
            if (random.nextInt(4) == 0) {
                continue;
            }
            double width = piece.mostKw() - piece.leastKw();
            double least = piece.leastKw() + (random.nextBoolean() ? 0 : width * random.nextDouble());
            double most = random.nextBoolean() ? piece.mostKw() : least + (piece.mostKw() - least) * random.nextDouble();
            double price = piece.pricePerMwh() * (0.4 + 1.2 * random.nextDouble());
            double fixed = least == 0 ? 0 : piece.fixedUsd() + 0.02 * (random.nextDouble() - 0.5);
            pieces.add(new Piece(least, Math.max(least, most), price, fixed));
        }
        return new SupplyCurve(truth.prosumer(), pieces);
    }
}
