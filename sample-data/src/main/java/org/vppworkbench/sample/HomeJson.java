package org.vppworkbench.sample;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
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
import org.vppworkbench.model.fleet.TariffPlan;
import org.vppworkbench.model.fleet.Trip;

/** A home as {@code vpp-fleet/1} writes it. */
final class HomeJson {
    private HomeJson() {}

    static JsonObject write(Home home) {
        JsonObject json = new JsonObject();
        json.addProperty("id", home.id());
        json.addProperty("tariff", home.tariff().name());
        json.addProperty("homePlan", home.homePlan().name());
        json.addProperty("carPlan", home.carPlan().name());
        JsonObject load = new JsonObject();
        load.addProperty("profile", home.loadProfile());
        load.add("scale", FleetJson.number(home.loadScale()));
        json.add("load", load);
        json.add("importLimitKw", FleetJson.number(home.importLimitKw()));
        json.add("exportLimitKw", FleetJson.number(home.exportLimitKw()));
        Pv pv = home.pv();
        if (pv != null) {
            JsonObject roof = new JsonObject();
            roof.add("kwDc", FleetJson.number(pv.kwDc()));
            roof.addProperty("profile", pv.profile());
            json.add("pv", roof);
        }
        Bess bess = home.bess();
        if (bess != null) {
            json.add("bess", write(bess));
        }
        Ev ev = home.ev();
        if (ev != null) {
            json.add("ev", write(ev));
        }
        JsonObject style = new JsonObject();
        style.add("concessionExponent", FleetJson.number(home.style().concessionExponent()));
        style.add("openingMarkup", FleetJson.number(home.style().openingMarkup()));
        json.add("style", style);
        json.add("preferences", writePreferences(home.preferences()));
        return json;
    }

    static Home read(JsonFields json) {
        String id = json.text("id");
        TariffPlan tariff = json.choice("tariff", TariffPlan.class);
        HomePlanKind homePlan = json.choice("homePlan", HomePlanKind.class);
        CarPlanKind carPlan = json.choice("carPlan", CarPlanKind.class);
        JsonFields load = json.required("load");
        String profile = load.text("profile");
        double scale = load.numberOr("scale", 1);
        load.warnUnknown();
        JsonFields style = json.required("style");
        NegotiatorStyle negotiator =
                new NegotiatorStyle(style.number("concessionExponent"), style.number("openingMarkup"));
        style.warnUnknown();
        Home home = new Home(
                id,
                tariff,
                homePlan,
                carPlan,
                profile,
                scale,
                json.number("importLimitKw"),
                json.number("exportLimitKw"),
                pv(json.optional("pv")),
                bess(json.optional("bess")),
                ev(json.optional("ev")),
                negotiator,
                preferences(json));
        json.warnUnknown();
        return home;
    }

    static JsonArray writePreferences(List<Preference> preferences) {
        JsonArray array = new JsonArray();
        preferences.forEach(preference -> array.add(PreferenceJson.write(preference)));
        return array;
    }

    static List<Preference> preferences(JsonFields json) {
        List<Preference> preferences = new ArrayList<>();
        List<JsonElement> elements = json.list("preferences");
        for (int i = 0; i < elements.size(); i++) {
            JsonFields element = json.element("preferences", i, elements.get(i));
            Preference preference = element == null ? null : PreferenceJson.read(element);
            if (preference != null) {
                preferences.add(preference);
            }
        }
        return preferences;
    }

    private static JsonObject write(Bess bess) {
        JsonObject json = new JsonObject();
        json.addProperty("product", bess.product());
        json.add("capacityKwh", FleetJson.number(bess.capacityKwh()));
        json.add("chargeKw", FleetJson.number(bess.chargeKw()));
        json.add("dischargeKw", FleetJson.number(bess.dischargeKw()));
        json.add("roundTripEfficiency", FleetJson.number(bess.roundTripEfficiency()));
        json.add("minSocFraction", FleetJson.number(bess.minSocFraction()));
        json.add("maxSocFraction", FleetJson.number(bess.maxSocFraction()));
        json.add("initialSocFraction", FleetJson.number(bess.initialSocFraction()));
        json.add("degradationPerKwh", FleetJson.number(bess.degradationPerKwh()));
        return json;
    }

    private static JsonObject write(Ev ev) {
        JsonObject json = new JsonObject();
        json.addProperty("model", ev.model());
        json.add("capacityKwh", FleetJson.number(ev.capacityKwh()));
        json.add("chargeKw", FleetJson.number(ev.chargeKw()));
        json.add("eta", FleetJson.number(ev.eta()));
        json.add("minSocFraction", FleetJson.number(ev.minSocFraction()));
        json.add("initialSocFraction", FleetJson.number(ev.initialSocFraction()));
        json.add("v2gKw", FleetJson.number(ev.v2gKw()));
        json.add("v2gDegradationPerKwh", FleetJson.number(ev.v2gDegradationPerKwh()));
        JsonArray trips = new JsonArray();
        for (Trip trip : ev.trips()) {
            JsonObject journey = new JsonObject();
            journey.add("days", FleetText.names(trip.days()));
            journey.addProperty("departure", trip.departure().toString());
            journey.addProperty("arrival", trip.arrival().toString());
            journey.add("drivenKwh", FleetJson.number(trip.drivenKwh()));
            if (!trip.plugIn()) {
                journey.addProperty("plugIn", false);
            }
            trips.add(journey);
        }
        json.add("trips", trips);
        return json;
    }

    private static @Nullable Pv pv(@Nullable JsonFields json) {
        if (json == null) {
            return null;
        }
        Pv pv = new Pv(json.number("kwDc"), json.text("profile"));
        json.warnUnknown();
        return pv;
    }

    private static @Nullable Bess bess(@Nullable JsonFields json) {
        if (json == null) {
            return null;
        }
        Bess bess = new Bess(
                json.textOr("product", ""),
                json.number("capacityKwh"),
                json.number("chargeKw"),
                json.number("dischargeKw"),
                json.number("roundTripEfficiency"),
                json.numberOr("minSocFraction", 0),
                json.numberOr("maxSocFraction", 1),
                json.number("initialSocFraction"),
                json.number("degradationPerKwh"));
        json.warnUnknown();
        return bess;
    }

    private static @Nullable Ev ev(@Nullable JsonFields json) {
        if (json == null) {
            return null;
        }
        List<Trip> trips = new ArrayList<>();
        List<JsonElement> elements = json.list("trips");
        for (int i = 0; i < elements.size(); i++) {
            JsonFields trip = json.element("trips", i, elements.get(i));
            if (trip != null) {
                trips.add(new Trip(FleetText.days(trip), trip.time("departure"), trip.time("arrival"), trip.number("drivenKwh"),
                        trip.flagOr("plugIn", true)));
                trip.warnUnknown();
            }
        }
        Ev ev = new Ev(
                json.textOr("model", ""),
                json.number("capacityKwh"),
                json.number("chargeKw"),
                json.number("eta"),
                json.numberOr("minSocFraction", 0),
                json.number("initialSocFraction"),
                json.numberOr("v2gKw", 0),
                json.numberOr("v2gDegradationPerKwh", 0),
                trips);
        json.warnUnknown();
        return ev;
    }
}
