package org.vppworkbench.app.io;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.model.fleet.FleetParameters;
import org.vppworkbench.model.scenario.Finding;
import org.vppworkbench.model.scenario.Findings;
import org.vppworkbench.model.scenario.FleetParameterChecks;
import org.vppworkbench.model.scenario.Reading;

/** The parameters of a generated fleet as a file of their own, format {@code vpp-fleet-parameters/1}. */
public final class FleetParametersJson {
    public static final String FORMAT = "vpp-fleet-parameters/1";

    private static final Pattern STEP = Pattern.compile("([A-Za-z0-9]+)((?:\\[\\d{1,4}\\])?)");

    private FleetParametersJson() {}

    public static String write(FleetParameters parameters) {
        return FormattedRecord.write(FORMAT, FleetParameters.class, parameters);
    }

    /** Reads and checks a file; everything wrong is a finding with the field, its value and what is allowed. */
    public static Reading<FleetParameters> read(Path file) {
        return FormattedRecord.readFile(file, "a file of fleet parameters", FORMAT, FleetParametersJson::read);
    }

    /**
     * Reads and checks parameters.
     *
     * @param text JSON text
     * @param file name for findings
     */
    public static Reading<FleetParameters> read(String text, String file) {
        List<Finding> misshapen = RecordShape.check(FORMAT, text, FleetParameters.class, file);
        if (!misshapen.isEmpty()) {
            return new Reading<>(null, misshapen);
        }
        Reading<FleetParameters> read = FormattedRecord.read(FORMAT, FleetParameters.class, text, file);
        FleetParameters parameters = read.value();
        if (parameters == null) {
            return read;
        }
        List<Finding> findings = FleetParameterChecks.check(parameters, file);
        boolean usable = findings.stream().noneMatch(Finding::isError);
        return new Reading<>(usable ? parameters : null, findings);
    }

    /**
     * The same parameters with some values changed, unchecked apart from their form: {@code adoption.pv=0.3},
     * {@code batteries.products[0].share=0.4}.
     *
     * @param assignments {@code key=value}; keys as in the file
     */
    public static Reading<FleetParameters> with(FleetParameters parameters, List<String> assignments) {
        Findings out = new Findings();
        JsonElement root = JsonText.parse(write(parameters), "parameters", out);
        if (root == null) {
            return new Reading<>(null, out.list());
        }
        for (String assignment : assignments) {
            set(root.getAsJsonObject(), assignment, out);
        }
        if (out.hasErrors()) {
            return new Reading<>(null, out.list());
        }
        String changed = root.toString();
        List<Finding> misshapen = RecordShape.check(FORMAT, changed, FleetParameters.class, "--set");
        return misshapen.isEmpty()
                ? FormattedRecord.read(FORMAT, FleetParameters.class, changed, "--set")
                : new Reading<>(null, misshapen);
    }

    private static void set(JsonObject root, String assignment, Findings out) {
        int equals = assignment.indexOf('=');
        String key = equals < 0 ? assignment : assignment.substring(0, equals).strip();
        if (equals <= 0) {
            out.error("--set", "\"" + assignment + "\"", "not an assignment", "key=value, such as adoption.pv=0.3");
            return;
        }
        String[] steps = key.split("\\.", -1);
        JsonElement place = root;
        for (int i = 0; i + 1 < steps.length && place != null; i++) {
            place = step(place, steps[i]);
        }
        String last = steps[steps.length - 1];
        if (!(place instanceof JsonObject owner)
                || !(owner.get(last) instanceof JsonPrimitive old)
                || key.equals("format")) {
            String known = place instanceof JsonObject object ? String.join(", ", object.keySet()) : "";
            out.error("--set " + key, null, "unknown key", known.isEmpty() ? "a key of the parameter file" : known);
            return;
        }
        String value = assignment.substring(equals + 1).strip();
        JsonPrimitive changed = old.isNumber() ? number(value) : new JsonPrimitive(value);
        if (changed == null) {
            out.error("--set " + key, "\"" + value + "\"", "not a number", "a finite number such as 0.3");
        } else {
            owner.add(last, changed);
        }
    }

    private static @Nullable JsonElement step(JsonElement place, String step) {
        Matcher match = STEP.matcher(step);
        if (!(place instanceof JsonObject object) || !match.matches()) {
            return null;
        }
        JsonElement next = object.get(match.group(1));
        if (match.group(2).isEmpty()) {
            return next;
        }
        String digits = match.group(2).substring(1, match.group(2).length() - 1);
        int index = Integer.parseInt(digits);
        return next instanceof JsonArray list && index < list.size() ? list.get(index) : null;
    }

    private static @Nullable JsonPrimitive number(String text) {
        try {
            return text.length() > 40 ? null : new JsonPrimitive(new BigDecimal(text));
        } catch (NumberFormatException e) {
            return null;
        }
    }
}
