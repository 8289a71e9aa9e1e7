package org.vppworkbench.app.experiment;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.vppworkbench.app.io.InputsDocument;
import org.vppworkbench.app.io.InputsJson;
import org.vppworkbench.app.io.ScenarioJson;
import org.vppworkbench.app.io.Sha256;
import org.vppworkbench.model.scenario.ResolvedScenario;
import org.vppworkbench.model.scenario.Scenario;
import org.vppworkbench.sample.FleetJson;

/**
 * What a run is made of, by name, as far as it changes what models are asked or how their answers are judged. A tape carries
 * it, so that its answers are not given in another run. Lists, fleet and series are told apart by their SHA-256.
 */
final class RunConditions {
    /**
     * Where files were; who is asked, which a tape checks by itself; limits, of which a replay repeats the recorded stops; and
     * what is only counted afterwards.
     */
    private static final Set<String> NO_CONDITION = Set.of(
            "sample", "fleetReference", "satisfaction", "language.provider", "language.model", "language.endpoint",
            "language.budget");

    private RunConditions() {}

    static SortedMap<String, String> of(ResolvedScenario resolved) {
        SortedMap<String, String> conditions = new TreeMap<>();
        add(
                "",
                JsonParser.parseString(ScenarioJson.write(resolved.scenario())).getAsJsonObject().getAsJsonObject("scenario"),
                NO_CONDITION, conditions);
        conditions.put("fleet", hash(FleetJson.write(resolved.fleet())));
        JsonObject inputs = JsonParser.parseString(InputsJson.write(new InputsDocument(resolved.inputs(), List.of(), null)))
                .getAsJsonObject();
        inputs.entrySet().forEach(part -> conditions.put("inputs." + part.getKey(), hash(part.getValue().toString())));
        return conditions;
    }

    /** Every single setting of a scenario's agents and models, by name; lists by their SHA-256. */
    static SortedMap<String, String> factors(Scenario scenario) {
        JsonObject all = JsonParser.parseString(ScenarioJson.write(scenario)).getAsJsonObject().getAsJsonObject("scenario");
        SortedMap<String, String> factors = new TreeMap<>();
        for (String part : List.of("agents", "language")) {
            if (all.has(part)) {
                add(part + ".", all.getAsJsonObject(part), Set.of(), factors);
            }
        }
        factors.put("mechanism", scenario.mechanism());
        return factors;
    }

    private static void add(String path, JsonObject object, Set<String> without, Map<String, String> conditions) {
        for (Map.Entry<String, JsonElement> member : object.entrySet()) {
            String name = path + member.getKey();
            JsonElement value = member.getValue();
            if (without.contains(name)) {
                continue;
            }
            if (value.isJsonObject()) {
                add(name + ".", value.getAsJsonObject(), without, conditions);
            } else {
                conditions.put(name, value.isJsonPrimitive() ? value.getAsString() : hash(value.toString()));
            }
        }
    }

    private static String hash(String text) {
        return Sha256.of(text.getBytes(StandardCharsets.UTF_8));
    }
}
