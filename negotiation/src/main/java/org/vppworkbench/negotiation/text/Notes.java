package org.vppworkbench.negotiation.text;

/** How a value follows from the words, for the reader. */
final class Notes {
    private Notes() {}

    /** The note of a proposal: that of its product or rule, or what was reckoned with, or empty. */
    static String of(Proposal p) {
        if (!p.note().isEmpty()) {
            return p.note();
        }
        return switch (p.kind()) {
            case "times", "timesfar" -> "number × size";
            case "sum" -> "sum of two";
            case "panels" -> "panels × rating";
            case "panelsbefore" -> "panels counted in the sentence before × rating";
            case "week" -> "a week of 7 days";
            case "month" -> "a month of 30.4 days";
            case "bimonth" -> "two months of 30.4 days";
            case "quarter" -> "a quarter of 91.2 days";
            case "year" -> "a year of 365 days";
            case "constant" -> "24 hours of it";
            case "hours" -> "hours × power";
            case "amps" -> "amperes × 240 V";
            case "amps120" -> "amperes × 120 V";
            case "ampvolts" -> "amperes × volts";
            case "continuous" -> "80 % of the circuit's amperes";
            case "amphours" -> "ampere hours × volts";
            case "bothways" -> "both ways";
            case "consumption" -> "distance × consumption";
            case "bothconsumption" -> "distance both ways × consumption";
            case "rest" -> "what is left of the whole";
            case "ratio" -> "energy ÷ capacity";
            case "percent" -> "taken as per cent";
            case "cents" -> "taken as cents";
            case "mega" -> "taken as $/MWh";
            case "miles" -> "taken as miles";
            case "asread", "shifted", "bare", "bareshifted", "awayasread", "awayendshifted", "awaystartshifted", "homeasread", "homeendshifted",
                    "homestartshifted", "rangeasread", "rangebothshifted", "rangeendshifted", "rangestartshifted", "pairasread",
                    "pairbothshifted", "pairendshifted", "pairstartshifted" -> "morning or afternoon assumed";
            default -> "";
        };
    }
}
