package org.vppworkbench.negotiation.text;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.model.fleet.Bess;
import org.vppworkbench.model.fleet.CarPlanKind;
import org.vppworkbench.model.fleet.Ev;
import org.vppworkbench.model.fleet.Fleet;
import org.vppworkbench.model.fleet.FleetParameters;
import org.vppworkbench.model.fleet.FleetPreset;
import org.vppworkbench.model.fleet.Home;
import org.vppworkbench.model.fleet.HomePlanKind;
import org.vppworkbench.model.fleet.NegotiatorStyle;
import org.vppworkbench.model.fleet.Preference;
import org.vppworkbench.model.fleet.Pv;
import org.vppworkbench.model.fleet.TariffPlan;
import org.vppworkbench.model.scenario.Finding;
import org.vppworkbench.model.scenario.FleetValidation;

/**
 * Makes a home of what was read. What the text does not say gets a default, and every default is marked; numbers of the
 * defaults are those of the fleet generator where it has them. The result passes the checks of a fleet file, or is refused
 * with findings.
 */
public final class HomeDrafter {
    /** Concession exponents of the two styles that words name; see {@code domain.md} §6. */
    private static final NegotiatorStyle BOULWARE = new NegotiatorStyle(0.3, 0.9);

    private static final NegotiatorStyle CONCEDER = new NegotiatorStyle(3, 0.9);

    /** Catalogue of the generator: products, habits, prices of soft wishes. */
    static final FleetParameters CATALOGUE = FleetPreset.LABORATORY.parameters(1, 0);

    private HomeDrafter() {}

    /**
     * The home.
     *
     * @param parsed what was read
     * @param defaults profiles of the data the home will be run with
     * @param id of the new home
     */
    public static HomeDraft draft(ParsedHome parsed, HomeDefaults defaults, String id) {
        Draft draft = new Draft(parsed);
        Bess bess = DeviceDrafts.bess(draft);
        Ev ev = DeviceDrafts.ev(draft);
        Pv pv = pv(draft, defaults);
        double load = draft.number(HomeField.LOAD, 19, "middle of a coastal house");
        TariffPlan tariff = draft.choice(HomeField.TARIFF, TariffPlan.TOU_D_PRIME_NBT);
        HomePlanKind homePlan = draft.choice(HomeField.HOME_PLAN, HomePlanKind.BILL_OPTIMAL);
        CarPlanKind carPlan = draft.choice(HomeField.CAR_PLAN, CarPlanKind.CHEAPEST);
        double meter = CATALOGUE.dwellings().importLimitKw();
        double importKw = draft.number(HomeField.IMPORT_LIMIT, meter, "200 A at 240 V");
        double exportKw = draft.number(HomeField.EXPORT_LIMIT, meter, "200 A at 240 V");
        NegotiatorStyle style = style(draft);
        List<Preference> preferences = WishDrafts.of(draft, bess, ev);
        Home home = new Home(
                id, tariff, homePlan, carPlan, defaults.loadProfile(), load / defaults.loadKwhPerDay(), importKw, exportKw, pv,
                bess, ev, style, preferences);
        List<Finding> findings = new ArrayList<>(parsed.findings());
        findings.addAll(FleetValidation.check(new Fleet("described", "described", List.of(home)), "description"));
        boolean good = findings.stream().noneMatch(Finding::isError);
        return new HomeDraft(good ? home : null, draft.entries(), findings);
    }

    private static @Nullable Pv pv(Draft draft, HomeDefaults defaults) {
        boolean open = draft.parsed().abstained().contains(HomeField.PV_SIZE);
        if (!draft.parsed().has(HomeField.PV_SIZE) && !open) {
            draft.absent("pv", HomeField.PV_NONE, "no solar roof");
            return null;
        }
        double median = CATALOGUE.roofs().medianKwDc();
        return new Pv(draft.number(HomeField.PV_SIZE, median, "median of Californian roofs"), defaults.pvProfile());
    }

    private static NegotiatorStyle style(Draft draft) {
        String words = draft.text(HomeField.STYLE, "LINEAR", "concedes evenly");
        return switch (words) {
            case "BOULWARE" -> BOULWARE;
            case "CONCEDER" -> CONCEDER;
            default -> NegotiatorStyle.LINEAR;
        };
    }
}
