package org.vppworkbench.app.ui.fleet;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.model.fleet.Bess;
import org.vppworkbench.model.fleet.CarPlanKind;
import org.vppworkbench.model.fleet.Ev;
import org.vppworkbench.model.fleet.Home;
import org.vppworkbench.model.fleet.HomePlanKind;
import org.vppworkbench.model.fleet.NegotiatorStyle;
import org.vppworkbench.model.fleet.Preference;
import org.vppworkbench.model.fleet.Pv;
import org.vppworkbench.model.fleet.TariffPlan;

/** A home on its way to another: parts are replaced, then it is made. */
final class HomeCopy {
    String id;
    TariffPlan tariff;
    HomePlanKind homePlan;
    CarPlanKind carPlan;
    String loadProfile;
    double loadScale;
    double importLimitKw;
    double exportLimitKw;
    @Nullable Pv pv;
    @Nullable Bess bess;
    @Nullable Ev ev;
    NegotiatorStyle style;
    List<Preference> preferences;

    private HomeCopy(Home h) {
        id = h.id();
        tariff = h.tariff();
        homePlan = h.homePlan();
        carPlan = h.carPlan();
        loadProfile = h.loadProfile();
        loadScale = h.loadScale();
        importLimitKw = h.importLimitKw();
        exportLimitKw = h.exportLimitKw();
        pv = h.pv();
        bess = h.bess();
        ev = h.ev();
        style = h.style();
        preferences = h.preferences();
    }

    /** The home with some parts replaced. */
    static Home of(Home home, Consumer<HomeCopy> change) {
        HomeCopy copy = new HomeCopy(home);
        change.accept(copy);
        return new Home(
                copy.id, copy.tariff, copy.homePlan, copy.carPlan, copy.loadProfile, copy.loadScale, copy.importLimitKw,
                copy.exportLimitKw, copy.pv, copy.bess, copy.ev, copy.style, copy.preferences);
    }

    /** The home with another battery; one without a battery stays as it is. */
    static Home bess(Home home, UnaryOperator<Bess> change) {
        Bess bess = home.bess();
        return bess == null ? home : of(home, h -> h.bess = change.apply(bess));
    }

    /** The home with another car; one without a car stays as it is. */
    static Home ev(Home home, UnaryOperator<Ev> change) {
        Ev ev = home.ev();
        return ev == null ? home : of(home, h -> h.ev = change.apply(ev));
    }
}
