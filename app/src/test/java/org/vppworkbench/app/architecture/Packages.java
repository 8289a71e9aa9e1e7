package org.vppworkbench.app.architecture;

/** The package patterns the architecture rules speak of. */
final class Packages {
    static final String ROOT = "org.vppworkbench";
    static final String ALL = ROOT + "..";
    static final String MODEL = ROOT + ".model..";
    static final String OPTIMIZER = ROOT + ".optimizer..";
    static final String NEGOTIATION = ROOT + ".negotiation..";
    static final String NEGOTIATION_LLM = ROOT + ".negotiation.llm..";
    static final String NEGOTIATION_STANDIN = ROOT + ".negotiation.standin..";
    static final String LLM_PACE = ROOT + ".negotiation.llm.chain.Pace";
    static final String SAMPLE = ROOT + ".sample..";
    static final String APP = ROOT + ".app..";
    static final String APP_EXPERIMENT = ROOT + ".app.experiment..";
    static final String APP_BENCH = ROOT + ".app.bench..";
    static final String APP_CLI = ROOT + ".app.cli..";
    static final String APP_IO = ROOT + ".app.io..";
    static final String APP_FIGURE = ROOT + ".app.figure..";
    static final String APP_TASK = ROOT + ".app.task..";
    static final String APP_UI = ROOT + ".app.ui..";
    static final String LAUNCHER = ROOT + ".app.Launcher";

    /** The modules below app. */
    static String[] lower() {
        return new String[] {MODEL, OPTIMIZER, NEGOTIATION, SAMPLE};
    }

    /** What of app runs without a display. */
    static String[] headless() {
        return new String[] {APP_EXPERIMENT, APP_CLI, APP_IO, APP_FIGURE};
    }

    private Packages() {}
}
