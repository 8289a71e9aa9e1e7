package org.vppworkbench.sample.generator;

import static org.vppworkbench.sample.generator.SamplingRows.mean;
import static org.vppworkbench.sample.generator.SamplingRows.median;
import static org.vppworkbench.sample.generator.SamplingRows.shareOf;

import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.vppworkbench.model.fleet.AdoptionTargets;
import org.vppworkbench.model.fleet.BatteryProduct;
import org.vppworkbench.model.fleet.Bess;
import org.vppworkbench.model.fleet.CarPlanKind;
import org.vppworkbench.model.fleet.Fleet;
import org.vppworkbench.model.fleet.FleetParameters;
import org.vppworkbench.model.fleet.Home;
import org.vppworkbench.model.fleet.HomePlanKind;
import org.vppworkbench.model.fleet.LatentCorrelations;
import org.vppworkbench.model.fleet.LoadArchetype;
import org.vppworkbench.model.fleet.TariffPlan;

/** Measures a fleet against its parameters: everything is read from the homes, nothing from the generator's draws. */
final class SamplingReport {
    private static final double EDGE = 0.05;

    private final List<Home> homes;
    private final FleetParameters parameters;
    private final SamplingRows rows;

    private SamplingReport(Fleet fleet, FleetParameters parameters) {
        this.homes = fleet.homes();
        this.parameters = parameters;
        this.rows = new SamplingRows(parameters);
    }

    static SamplingTable of(
            Fleet fleet, FleetParameters parameters, ProfileCatalogue profiles, AdoptionRule adoption) {
        SamplingReport report = new SamplingReport(fleet, parameters);
        report.rows.row("homes", fleet.homes().size(), fleet.homes().size());
        report.adoption(adoption);
        report.dwellings(profiles);
        report.devices();
        new CarReport(fleet, parameters, report.rows).add();
        report.owners();
        new WishReport(fleet, parameters, report.rows).add();
        return new SamplingTable(report.rows.rows());
    }

    private void adoption(AdoptionRule rule) {
        Predicate<Home> roof = h -> h.pv() != null;
        Predicate<Home> battery = h -> h.bess() != null;
        Predicate<Home> car = h -> h.ev() != null;
        AdoptionTargets asked = parameters.adoption();
        LatentCorrelations latent = parameters.correlations();
        rows.share("adoption.pv", "", homes, roof);
        rows.share("adoption.bess", "", homes, battery);
        rows.share("adoption.ev", "", homes, car);
        rows.share("adoption.maxBessWithoutPv", "", homes.stream().filter(roof.negate()).toList(), battery);
        double roofAndCar = BivariateNormal.upper(rule.pvCut(), rule.evCut(), latent.pvEv());
        // with two cuts of the battery its tie to the car has no simple value, and its latent correlations are not those asked for
        double free = rule.capped() ? Double.NaN : 1;
        String overruled = rule.capped() ? ", overruled by maxBessWithoutPv" : "";
        double batteryAndCar = free * BivariateNormal.upper(BivariateNormal.cut(asked.bess()), rule.evCut(), latent.evBess());
        joint("roof and battery", roof, battery, rule.bessWithRoof(), latent.pvBess(), overruled);
        joint("roof and car", roof, car, roofAndCar, latent.pvEv(), "");
        joint("battery and car", battery, car, batteryAndCar, latent.evBess(), overruled);
    }

    /**
     * How often two devices stand in one home.
     *
     * @param asked share of homes; NaN where it has no simple value
     * @param remark why the correlation asked for is not the one drawn, or empty
     */
    private void joint(
            String names, Predicate<Home> first, Predicate<Home> second, double asked, double correlation, String remark) {
        double both = shareOf(homes, first.and(second));
        rows.derived("share of homes with " + names, asked, both, "", homes.size());
        rows.derived(
                "latent correlation of " + names + " (tetrachoric)" + remark,
                correlation,
                BivariateNormal.correlation(shareOf(homes, first), shareOf(homes, second), both),
                "",
                homes.size());
    }

    private void dwellings(ProfileCatalogue profiles) {
        double[] perDay = homes.stream()
                .mapToDouble(h -> profiles.kwhPerDay(h.loadProfile(), h.loadScale()))
                .toArray();
        List<Double> all = java.util.Arrays.stream(perDay).boxed().toList();
        List<LoadArchetype> kinds = parameters.dwellings().archetypes();
        double asked = 0;
        for (int i = 0; i < kinds.size(); i++) {
            LoadArchetype kind = kinds.get(i);
            asked += kind.share() * (kind.fromKwhPerDay() + kind.toKwhPerDay()) / 2;
            rows.share(
                    "dwellings.archetypes[" + i + "].share",
                    kind.name() + " (by consumption)",
                    all,
                    kwh -> kwh >= kind.fromKwhPerDay() - EDGE && kwh <= kind.toKwhPerDay() + EDGE);
        }
        rows.derived("mean consumption", asked, mean(perDay), "kWh/day", perDay.length);
    }

    private void devices() {
        double[] roofs = homes.stream()
                .filter(h -> h.pv() != null)
                .mapToDouble(h -> Objects.requireNonNull(h.pv()).kwDc())
                .toArray();
        rows.row("roofs.medianKwDc", median(roofs), roofs.length);
        List<Bess> batteries = homes.stream().map(Home::bess).filter(Objects::nonNull).toList();
        List<BatteryProduct> products = parameters.batteries().products();
        for (int i = 0; i < products.size(); i++) {
            BatteryProduct product = products.get(i);
            rows.share(
                    "batteries.products[" + i + "].share",
                    product.name(),
                    batteries,
                    bess -> bess.product().equals(product.name()));
        }
        rows.derived(
                "mean wear cost of batteries",
                (parameters.batteries().fromDegradation() + parameters.batteries().toDegradation()) / 2,
                mean(batteries.stream().mapToDouble(Bess::degradationPerKwh).toArray()),
                "$/kWh",
                batteries.size());
        double perBattery = products.stream().mapToDouble(p -> p.share() * p.powerKw()).sum();
        rows.derived(
                "total discharge power of batteries",
                perBattery * parameters.adoption().bess() * homes.size(),
                batteries.stream().mapToDouble(Bess::dischargeKw).sum(),
                "kW",
                homes.size());
    }

    private void owners() {
        List<Home> roofs = homes.stream().filter(h -> h.pv() != null).toList();
        List<Home> others = homes.stream().filter(h -> h.pv() == null).toList();
        rows.share("tariffs.nbtShareOfRoofs", "", roofs, h -> h.tariff() == TariffPlan.TOU_D_PRIME_NBT);
        rows.share("tariffs.primeWithoutRoof", "", others, h -> h.tariff() == TariffPlan.TOU_D_PRIME_NBT);
        rows.share("tariffs.fourToNineWithoutRoof", "", others, h -> h.tariff() == TariffPlan.TOU_D_4_9PM_NEM2);
        rows.share("plans.billOptimal", "", homes, h -> h.homePlan() == HomePlanKind.BILL_OPTIMAL);
        rows.share("plans.selfConsumption", "", homes, h -> h.homePlan() == HomePlanKind.SELF_CONSUMPTION);
        rows.share("plans.tou", "", homes, h -> h.homePlan() == HomePlanKind.TOU);
        rows.share("plans.carCheapest", "", homes, h -> h.carPlan() == CarPlanKind.CHEAPEST);
        rows.share("plans.carOnArrival", "", homes, h -> h.carPlan() == CarPlanKind.ON_ARRIVAL);
        rows.derived(
                "median concession exponent",
                Math.sqrt(parameters.styles().fromExponent() * parameters.styles().toExponent()),
                median(homes.stream().mapToDouble(h -> h.style().concessionExponent()).toArray()),
                "",
                homes.size());
        rows.derived(
                "mean opening markup",
                (parameters.styles().fromMarkup() + parameters.styles().toMarkup()) / 2,
                mean(homes.stream().mapToDouble(h -> h.style().openingMarkup()).toArray()),
                "",
                homes.size());
    }
}
