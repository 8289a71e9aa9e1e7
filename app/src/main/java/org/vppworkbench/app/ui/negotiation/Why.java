package org.vppworkbench.app.ui.negotiation;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.model.inputs.BessInputs;
import org.vppworkbench.model.inputs.ProsumerInputs;
import org.vppworkbench.model.inputs.RunInputs;
import org.vppworkbench.model.market.Product;
import org.vppworkbench.model.physics.WhatIfResult;

/**
 * Why a turn says what it says.
 *
 * @param title who and what
 * @param sections reasons, in reading order
 * @param picture what there is to draw, or {@code null}
 * @param noChart why there is nothing to draw
 */
record Why(String title, List<Section> sections, @Nullable Picture picture, String noChart) {
    static final Why NOTHING = new Why("", List.of(), null, "");

    Why {
        sections = List.copyOf(sections);
    }

    /** Reasons of one kind. */
    record Section(String title, List<Row> rows) {
        Section {
            rows = List.copyOf(rows);
        }
    }

    /**
     * One reason.
     *
     * @param more a long text that is shown when asked for, such as a prompt; or empty
     */
    record Row(String name, String value, String more) {
        Row(String name, String value) {
            this(name, value, "");
        }
    }

    /**
     * The sender's what-if.
     *
     * @param position position in the log after the message
     * @param home who asked
     * @param bess its battery
     * @param floorKwh lowest energy its owner allows at the end of the hour [kWh]
     * @param storedKwh energy at the start of the paths, or {@code NaN} where it is not known [kWh]
     */
    record Picture(
            int position, String home, Product product, int hour, WhatIfResult whatIf, BessInputs bess, double floorKwh,
            double storedKwh) {}

    /** All reasons without their headings. */
    List<Row> rows() {
        return sections.stream().flatMap(section -> section.rows().stream()).toList();
    }

    /** The sender's own what-if, or {@code null}. */
    @Nullable WhatIfResult whatIf() {
        return picture == null ? null : picture.whatIf();
    }

    static @Nullable ProsumerInputs home(RunInputs inputs, String id) {
        int index = index(inputs, id);
        return index < 0 ? null : inputs.prosumers().get(index);
    }

    /** Place of a home in the fleet, or -1. */
    static int index(RunInputs inputs, String id) {
        for (int i = 0; i < inputs.prosumers().size(); i++) {
            if (inputs.prosumers().get(i).id().equals(id)) {
                return i;
            }
        }
        return -1;
    }
}
