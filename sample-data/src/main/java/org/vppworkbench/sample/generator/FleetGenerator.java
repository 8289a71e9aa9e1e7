package org.vppworkbench.sample.generator;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import java.util.stream.Collectors;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.CholeskyDecomposition;
import org.apache.commons.math3.util.FastMath;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.model.fleet.CarPlanKind;
import org.vppworkbench.model.fleet.Fleet;
import org.vppworkbench.model.fleet.FleetParameters;
import org.vppworkbench.model.fleet.Home;
import org.vppworkbench.model.fleet.HomePlanKind;
import org.vppworkbench.model.fleet.NegotiatorStyle;
import org.vppworkbench.model.fleet.Preference;
import org.vppworkbench.model.fleet.Preference.EvReadyBy;
import org.vppworkbench.model.fleet.Pv;
import org.vppworkbench.model.fleet.RoofSizes;
import org.vppworkbench.model.fleet.StyleSpread;
import org.vppworkbench.model.fleet.TariffMix;
import org.vppworkbench.model.fleet.TariffPlan;
import org.vppworkbench.model.scenario.DataSet;
import org.vppworkbench.model.scenario.Finding;
import org.vppworkbench.model.scenario.FleetParameterChecks;
import org.vppworkbench.model.scenario.Findings;
import org.vppworkbench.model.scenario.Reading;
import org.vppworkbench.model.simulation.CancelToken;
import org.vppworkbench.model.simulation.ProgressSink;

/**
 * Random fleets that are always valid: floors lie below the initial energy, and every car can make its trips from any day
 * of the week. Which home has which device is drawn from a Gaussian copula with income as the common factor. Every home
 * and every part of it has its own stream of numbers, so a longer fleet begins with the homes of a shorter one, and a
 * changed parameter of the cars leaves the batteries as they were.
 */
public final class FleetGenerator {
    private final FleetParameters parameters;
    private final ProfileCatalogue profiles;
    private final double[][] factor;
    private final AdoptionRule adoption;
    private final DwellingDraw dwellings;
    private final BatteryDraw batteries;
    private final CarDraw cars;
    private final CutNormal logRoofs;
    private final CutNormal carNeeds;

    /**
     * A generator that draws profiles from a data set.
     *
     * @throws IllegalArgumentException if {@link #check} has an error
     */
    public FleetGenerator(FleetParameters parameters, DataSet data) {
        String errors = check(parameters, data, "parameters").stream()
                .filter(Finding::isError)
                .map(Finding::oneLine)
                .collect(Collectors.joining("\n"));
        if (!errors.isEmpty()) {
            throw new IllegalArgumentException(errors);
        }
        this.parameters = parameters;
        this.profiles = ProfileCatalogue.of(data);
        this.factor = new CholeskyDecomposition(
                        new Array2DRowRealMatrix(parameters.correlations().matrix()))
                .getL()
                .getData();
        this.adoption = AdoptionRule.of(parameters.adoption(), parameters.correlations());
        this.dwellings = new DwellingDraw(parameters.dwellings(), parameters.correlations(), profiles);
        this.batteries = new BatteryDraw(parameters.batteries(), parameters.wishes());
        this.cars = new CarDraw(parameters);
        RoofSizes roofs = parameters.roofs();
        this.logRoofs = new CutNormal(
                FastMath.log(roofs.medianKwDc()),
                roofs.logSd(),
                FastMath.log(roofs.minKwDc()),
                FastMath.log(roofs.maxKwDc()));
        this.carNeeds = CarNeedDraw.shares(parameters.wishes().car());
    }

    /**
     * What stands against generating a fleet.
     *
     * @param parameters of the fleet
     * @param data where load and PV profiles come from
     * @param where file or origin of the parameters, for findings
     */
    public static List<Finding> check(FleetParameters parameters, DataSet data, String where) {
        Findings out = new Findings();
        out.addAll(FleetParameterChecks.check(parameters, where));
        ProfileCatalogue profiles = ProfileCatalogue.of(data);
        if (profiles.loads().isEmpty()) {
            out.error(data.id(), null, "the data have no load profile", "a data set with load profiles");
        }
        if (profiles.roofs().isEmpty() && parameters.adoption().pv() > 0) {
            out.error(where + ", adoption.pv", parameters.adoption().pv(), "the data have no PV profile", "0");
        }
        return out.list();
    }

    /** A generator, or the findings that stand against it. */
    public static Reading<FleetGenerator> of(FleetParameters parameters, DataSet data, String where) {
        List<Finding> findings = check(parameters, data, where);
        return findings.stream().anyMatch(Finding::isError)
                ? new Reading<>(null, findings)
                : new Reading<>(new FleetGenerator(parameters, data), findings);
    }

    /** The fleet: homes named {@code home-001 …}. */
    public Fleet generate(String id) {
        return generate(id, ProgressSink.NONE, CancelToken.NEVER);
    }

    /**
     * The same for a caller who does not want to wait in vain.
     *
     * @throws CancellationException if it was stopped
     */
    public Fleet generate(String id, ProgressSink progress, CancelToken cancel) {
        List<Home> homes = new ArrayList<>(parameters.homes());
        SplittableRandom seeds = new SplittableRandom(parameters.seed());
        for (int i = 1; i <= parameters.homes(); i++) {
            if (cancel.cancelled()) {
                throw new CancellationException("the fleet was not drawn to its end");
            }
            progress.report(i - 1, parameters.homes(), "homes");
            homes.add(home(name(i), seeds.split()));
        }
        return new Fleet(id, parameters.homes() + " generated homes, seed " + parameters.seed(), homes);
    }

    /** What was asked for and what a fleet of this generator has. */
    public SamplingTable table(Fleet fleet) {
        return SamplingReport.of(fleet, parameters, profiles, adoption);
    }

    private static String name(int number) {
        String digits = Integer.toString(number);
        return "home-" + "0".repeat(Math.max(0, 3 - digits.length())) + digits;
    }

    private Home home(String id, SplittableRandom random) {
        // one stream per part, always all of them and in this order
        Draws latent = new Draws(random.split());
        Draws dwelling = new Draws(random.split());
        Draws roof = new Draws(random.split());
        Draws battery = new Draws(random.split());
        Draws batteryWishes = new Draws(random.split());
        Draws car = new Draws(random.split());
        Draws carWishes = new Draws(random.split());
        Draws owner = new Draws(random.split());

        double[] normal = correlated(latent);
        boolean hasRoof = normal[1] > adoption.pvCut();
        boolean hasBattery =
                normal[2] > (hasRoof ? adoption.bessCutWithRoof() : adoption.bessCutWithoutRoof());
        boolean hasCar = normal[3] > adoption.evCut();
        DwellingDraw.Drawn load = dwellings.draw(normal[0], dwelling);
        BatteryDraw.Drawn drawnBattery = hasBattery ? batteries.draw(battery, batteryWishes) : null;
        CarNeedDraw need = CarNeedDraw.draw(parameters.wishes(), carNeeds, carWishes);
        CarDraw.Drawn drawnCar = hasCar ? cars.draw(car, need, load.meterKw()) : null;
        return new Home(
                id,
                tariff(hasRoof, hasBattery, owner),
                homePlan(owner),
                carPlan(owner),
                load.profile(),
                load.scale(),
                parameters.dwellings().importLimitKw(),
                parameters.dwellings().exportLimitKw(),
                hasRoof ? pv(roof) : null,
                drawnBattery == null ? null : drawnBattery.bess(),
                drawnCar == null ? null : drawnCar.ev(),
                style(owner),
                preferences(drawnBattery, drawnCar));
    }

    /** Income, roof, battery, car. */
    private double[] correlated(Draws latent) {
        double[] free = new double[factor.length];
        for (int i = 0; i < free.length; i++) {
            free[i] = latent.normal();
        }
        double[] normal = new double[factor.length];
        for (int i = 0; i < normal.length; i++) {
            for (int j = 0; j <= i; j++) {
                normal[i] += factor[i][j] * free[j];
            }
        }
        return normal;
    }

    private Pv pv(Draws roof) {
        double kw = Draws.round(FastMath.exp(logRoofs.quantile(roof.uniform())), 10);
        return new Pv(Math.max(0.1, kw), roof.oneOf(profiles.roofs()));
    }

    private TariffPlan tariff(boolean roof, boolean battery, Draws owner) {
        TariffMix mix = parameters.tariffs();
        double u = owner.uniform();
        if (roof) {
            return u < adoption.nbtChance(battery, mix, parameters.adoption().pv())
                    ? TariffPlan.TOU_D_PRIME_NBT
                    : TariffPlan.TOU_D_4_9PM_NEM2;
        }
        if (u < mix.primeWithoutRoof()) {
            return TariffPlan.TOU_D_PRIME_NBT;
        }
        return u < mix.primeWithoutRoof() + mix.fourToNineWithoutRoof() ? TariffPlan.TOU_D_4_9PM_NEM2 : TariffPlan.FLAT;
    }

    private HomePlanKind homePlan(Draws owner) {
        return Draws.byShare(
                List.of(HomePlanKind.values()),
                kind -> switch (kind) {
                    case BILL_OPTIMAL -> parameters.plans().billOptimal();
                    case SELF_CONSUMPTION -> parameters.plans().selfConsumption();
                    case TOU -> parameters.plans().tou();
                    case BACKUP_ONLY -> 1;
                },
                owner.uniform());
    }

    private CarPlanKind carPlan(Draws owner) {
        return Draws.byShare(
                List.of(CarPlanKind.values()),
                kind -> switch (kind) {
                    case CHEAPEST -> parameters.plans().carCheapest();
                    case ON_ARRIVAL -> parameters.plans().carOnArrival();
                    case OFF_PEAK -> 1;
                },
                owner.uniform());
    }

    private NegotiatorStyle style(Draws owner) {
        StyleSpread asked = parameters.styles();
        double exponent = FastMath.exp(
                owner.between(FastMath.log(asked.fromExponent()), FastMath.log(asked.toExponent())));
        return new NegotiatorStyle(
                Math.max(0.01, Draws.round(exponent, 100)),
                Draws.round(owner.between(asked.fromMarkup(), asked.toMarkup()), 100));
    }

    private static List<Preference> preferences(
            BatteryDraw.@Nullable Drawn battery, CarDraw.@Nullable Drawn car) {
        EvReadyBy need = car == null ? null : car.need();
        List<Preference> ofBattery = battery == null ? List.of() : battery.preferences();
        if (need == null) {
            return ofBattery;
        }
        List<Preference> all = new ArrayList<>(ofBattery);
        all.add(need);
        return all;
    }
}
