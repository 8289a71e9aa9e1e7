package org.vppworkbench.app.ui.fleet;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.model.fleet.Bess;
import org.vppworkbench.model.fleet.CarPlanKind;
import org.vppworkbench.model.fleet.Ev;
import org.vppworkbench.model.fleet.Home;
import org.vppworkbench.model.fleet.HomePlanKind;
import org.vppworkbench.model.fleet.NegotiatorStyle;
import org.vppworkbench.model.fleet.Preference;
import org.vppworkbench.model.fleet.Pv;
import org.vppworkbench.model.fleet.Strength;
import org.vppworkbench.model.fleet.TariffPlan;
import org.vppworkbench.model.fleet.Trip;

/** A home with one field changed. */
final class HomeEdits {
    /** Where a value comes from that was entered in the window. */
    static final String BY_HAND = "edited by hand";

    private HomeEdits() {}

    static Home id(Home h, String id) {
        return HomeCopy.of(h, c -> c.id = id);
    }

    static Home tariff(Home h, TariffPlan tariff) {
        return HomeCopy.of(h, c -> c.tariff = tariff);
    }

    static Home plan(Home h, HomePlanKind plan) {
        return HomeCopy.of(h, c -> c.homePlan = plan);
    }

    static Home carPlan(Home h, CarPlanKind plan) {
        return HomeCopy.of(h, c -> c.carPlan = plan);
    }

    static Home loadProfile(Home h, String profile) {
        return HomeCopy.of(h, c -> c.loadProfile = profile);
    }

    static Home loadScale(Home h, double scale) {
        return HomeCopy.of(h, c -> c.loadScale = scale);
    }

    static Home importLimitKw(Home h, double kw) {
        return HomeCopy.of(h, c -> c.importLimitKw = kw);
    }

    static Home exportLimitKw(Home h, double kw) {
        return HomeCopy.of(h, c -> c.exportLimitKw = kw);
    }

    static Home pv(Home h, @Nullable Pv pv) {
        return HomeCopy.of(h, c -> c.pv = pv);
    }

    static Home pvKw(Home h, double kw) {
        Pv pv = h.pv();
        return pv == null ? h : pv(h, new Pv(kw, pv.profile()));
    }

    static Home bess(Home h, @Nullable Bess bess) {
        return HomeCopy.of(h, c -> c.bess = bess);
    }

    static Home ev(Home h, @Nullable Ev ev) {
        return HomeCopy.of(h, c -> c.ev = ev);
    }

    /** What a battery is called once its sizes are no longer those of its product. */
    static Home capacityKwh(Home h, double kwh) {
        return HomeCopy.bess(h, b -> kwh == b.capacityKwh() ? b : sized(b, kwh, b.chargeKw(), b.dischargeKw()));
    }

    /** Charge and discharge limit alike. */
    static Home batteryKw(Home h, double kw) {
        return HomeCopy.bess(h, b -> kw == b.chargeKw() && kw == b.dischargeKw() ? b : sized(b, b.capacityKwh(), kw, kw));
    }

    static Home chargeKw(Home h, double kw) {
        return HomeCopy.bess(h, b -> sized(b, b.capacityKwh(), kw, b.dischargeKw()));
    }

    static Home dischargeKw(Home h, double kw) {
        return HomeCopy.bess(h, b -> sized(b, b.capacityKwh(), b.chargeKw(), kw));
    }

    static Home roundTrip(Home h, double share) {
        return HomeCopy.bess(h, b -> new Bess(b.product(), b.capacityKwh(), b.chargeKw(), b.dischargeKw(), share,
                b.minSocFraction(), b.maxSocFraction(), b.initialSocFraction(), b.degradationPerKwh()));
    }

    /** Lower and upper physical limit and state at the start of a run [0..1]. */
    static Home socLimits(Home h, double least, double most, double initial) {
        return HomeCopy.bess(h, b -> new Bess(b.product(), b.capacityKwh(), b.chargeKw(), b.dischargeKw(), b.roundTripEfficiency(),
                least, most, initial, b.degradationPerKwh()));
    }

    static Home initialSoc(Home h, double share) {
        Bess b = h.bess();
        return b == null ? h : socLimits(h, b.minSocFraction(), b.maxSocFraction(), share);
    }

    static Home wear(Home h, double usdPerKwh) {
        return HomeCopy.bess(h, b -> new Bess(b.product(), b.capacityKwh(), b.chargeKw(), b.dischargeKw(), b.roundTripEfficiency(),
                b.minSocFraction(), b.maxSocFraction(), b.initialSocFraction(), usdPerKwh));
    }

    static Home carKwh(Home h, double kwh) {
        return HomeCopy.ev(h, e -> kwh == e.capacityKwh() ? e : car(e, BY_HAND, kwh, e.chargeKw(), e.v2gKw()));
    }

    static Home carKw(Home h, double kw) {
        return HomeCopy.ev(h, e -> car(e, e.model(), e.capacityKwh(), kw, e.v2gKw()));
    }

    static Home v2gKw(Home h, double kw) {
        return HomeCopy.ev(h, e -> car(e, e.model(), e.capacityKwh(), e.chargeKw(), kw));
    }

    /** One-way efficiency, least share and share at the start of a run [0..1], wear of feeding back [$/kWh]. */
    static Home carShares(Home h, double eta, double least, double initial, double wear) {
        return HomeCopy.ev(h, e -> new Ev(e.model(), e.capacityKwh(), e.chargeKw(), eta, least, initial, e.v2gKw(), wear, e.trips()));
    }

    static Home trips(Home h, List<Trip> trips) {
        return HomeCopy.ev(h, e -> new Ev(e.model(), e.capacityKwh(), e.chargeKw(), e.eta(), e.minSocFraction(),
                e.initialSocFraction(), e.v2gKw(), e.v2gDegradationPerKwh(), trips));
    }

    static Home concession(Home h, double exponent) {
        return HomeCopy.of(h, c -> c.style = new NegotiatorStyle(exponent, h.style().openingMarkup()));
    }

    static Home markup(Home h, double markup) {
        return HomeCopy.of(h, c -> c.style = new NegotiatorStyle(h.style().concessionExponent(), markup));
    }

    /** Sets the reserve floor; 0 removes it. A floor that was soft stays soft. */
    static Home floorKwh(Home h, double kwh) {
        List<Preference> preferences = new ArrayList<>(h.preferences());
        Preference.ReserveFloor old = floor(h);
        if (Double.compare(kwh, old == null ? 0 : old.kwh()) == 0) {
            return h;
        }
        int at = old == null ? 0 : preferences.indexOf(old);
        if (old != null) {
            preferences.remove(at);
        }
        if (kwh > 0) {
            preferences.add(
                    at,
                    old == null
                            ? new Preference.ReserveFloor(Strength.HARD, kwh, 0, BY_HAND)
                            : new Preference.ReserveFloor(old.strength(), kwh, old.usdPerUnit(), BY_HAND));
        }
        return h.withPreferences(preferences);
    }

    static Preference.@Nullable ReserveFloor floor(Home h) {
        for (Preference preference : h.preferences()) {
            if (preference instanceof Preference.ReserveFloor floor) {
                return floor;
            }
        }
        return null;
    }

    private static Bess sized(Bess b, double kwh, double chargeKw, double dischargeKw) {
        boolean same = kwh == b.capacityKwh() && chargeKw == b.chargeKw() && dischargeKw == b.dischargeKw();
        return same ? b : new Bess(BY_HAND, kwh, chargeKw, dischargeKw, b.roundTripEfficiency(), b.minSocFraction(),
                b.maxSocFraction(), b.initialSocFraction(), b.degradationPerKwh());
    }

    private static Ev car(Ev e, String model, double kwh, double chargeKw, double v2gKw) {
        return new Ev(model, kwh, chargeKw, e.eta(), e.minSocFraction(), e.initialSocFraction(), v2gKw,
                e.v2gDegradationPerKwh(), e.trips());
    }
}
