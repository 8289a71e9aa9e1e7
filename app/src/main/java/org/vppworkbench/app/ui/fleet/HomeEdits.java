package org.vppworkbench.app.ui.fleet;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.model.fleet.Bess;
import org.vppworkbench.model.fleet.Home;
import org.vppworkbench.model.fleet.HomePlanKind;
import org.vppworkbench.model.fleet.NegotiatorStyle;
import org.vppworkbench.model.fleet.Preference;
import org.vppworkbench.model.fleet.Pv;
import org.vppworkbench.model.fleet.Strength;
import org.vppworkbench.model.fleet.TariffPlan;

/** A home with one field changed. */
final class HomeEdits {
    /** Where a value comes from that was entered in the window. */
    static final String BY_HAND = "edited by hand";

    private HomeEdits() {}

    static Home tariff(Home h, TariffPlan tariff) {
        return copy(h, tariff, h.homePlan(), h.loadScale(), h.pv(), h.bess(), h.style(), h.preferences());
    }

    static Home plan(Home h, HomePlanKind plan) {
        return copy(h, h.tariff(), plan, h.loadScale(), h.pv(), h.bess(), h.style(), h.preferences());
    }

    static Home loadScale(Home h, double scale) {
        return copy(h, h.tariff(), h.homePlan(), scale, h.pv(), h.bess(), h.style(), h.preferences());
    }

    static Home pvKw(Home h, double kw) {
        Pv pv = h.pv();
        return pv == null ? h : copy(h, h.tariff(), h.homePlan(), h.loadScale(), new Pv(kw, pv.profile()), h.bess(), h.style(), h.preferences());
    }

    static Home capacityKwh(Home h, double kwh) {
        Bess b = h.bess();
        return b == null || kwh == b.capacityKwh() ? h : bess(h, b, kwh, b.chargeKw(), b.dischargeKw());
    }

    /** Charge and discharge limit alike. */
    static Home batteryKw(Home h, double kw) {
        Bess b = h.bess();
        return b == null || (kw == b.chargeKw() && kw == b.dischargeKw()) ? h : bess(h, b, b.capacityKwh(), kw, kw);
    }

    static Home concession(Home h, double exponent) {
        NegotiatorStyle style = new NegotiatorStyle(exponent, h.style().openingMarkup());
        return copy(h, h.tariff(), h.homePlan(), h.loadScale(), h.pv(), h.bess(), style, h.preferences());
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
        return copy(h, h.tariff(), h.homePlan(), h.loadScale(), h.pv(), h.bess(), h.style(), preferences);
    }

    static Preference.@Nullable ReserveFloor floor(Home h) {
        for (Preference preference : h.preferences()) {
            if (preference instanceof Preference.ReserveFloor floor) {
                return floor;
            }
        }
        return null;
    }

    private static Home bess(Home h, Bess b, double kwh, double chargeKw, double dischargeKw) {
        Bess next =
                new Bess(
                        BY_HAND,
                        kwh,
                        chargeKw,
                        dischargeKw,
                        b.roundTripEfficiency(),
                        b.minSocFraction(),
                        b.maxSocFraction(),
                        b.initialSocFraction(),
                        b.degradationPerKwh());
        return copy(h, h.tariff(), h.homePlan(), h.loadScale(), h.pv(), next, h.style(), h.preferences());
    }

    private static Home copy(
            Home h,
            TariffPlan tariff,
            HomePlanKind plan,
            double loadScale,
            @Nullable Pv pv,
            @Nullable Bess bess,
            NegotiatorStyle style,
            List<Preference> preferences) {
        return new Home(
                h.id(),
                tariff,
                plan,
                h.carPlan(),
                h.loadProfile(),
                loadScale,
                h.importLimitKw(),
                h.exportLimitKw(),
                pv,
                bess,
                h.ev(),
                style,
                preferences);
    }
}
