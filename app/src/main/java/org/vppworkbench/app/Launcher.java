package org.vppworkbench.app;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/**
 * Entry point of the program: with arguments it is the command line, without arguments the window.
 *
 * <p>It does not extend {@code Application}, so that JavaFX starts from the class path.
 */
@Command(
    name = "vpp",
    mixinStandardHelpOptions = true,
    version = "VPP Workbench 0.1.0-SNAPSHOT",
    description = "A laboratory for virtual power plants that negotiate.")
public final class Launcher implements Runnable {

  /**
   * Starts the program and ends the process with the exit code of the command.
   *
   * @param args the command line; empty to open the window
   */
  public static void main(String[] args) {
    System.exit(new CommandLine(new Launcher()).execute(args));
  }

  @Override
  public void run() {
    System.out.println(
        hasDisplay() ? "VPP Workbench: nothing to show yet." : "VPP Workbench: no display.");
  }

  private static boolean hasDisplay() {
    if (!System.getProperty("os.name", "").startsWith("Linux")) {
      return true;
    }
    return isSet("DISPLAY") || isSet("WAYLAND_DISPLAY");
  }

  private static boolean isSet(String variable) {
    String value = System.getenv(variable);
    return value != null && !value.isEmpty();
  }
}
