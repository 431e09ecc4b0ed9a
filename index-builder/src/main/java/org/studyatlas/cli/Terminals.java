package org.studyatlas.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Finds out whether a person is looking. */
final class Terminals {

  private static final int STDOUT = 1;
  private static final int STDERR = 2;

  private Terminals() {}

  /** Whether progress bars are welcome on standard error. */
  static boolean bars(Map<String, String> environment) {
    return isTerminal(STDERR) && !isDumb(environment);
  }

  /** Whether colours are welcome; see no-color.org. */
  static boolean colours(Map<String, String> environment) {
    boolean refused = !environment.getOrDefault("NO_COLOR", "").isEmpty();
    return !refused && !isDumb(environment) && isTerminal(STDOUT) && isTerminal(STDERR);
  }

  private static boolean isDumb(Map<String, String> environment) {
    return environment.getOrDefault("TERM", "").equals("dumb");
  }

  /**
   * Java can only tell about input and output together (and since 22 not even that), so the
   * descriptor is looked up where the system shows it; elsewhere nobody is assumed to look.
   */
  private static boolean isTerminal(int descriptor) {
    try {
      String target = Files.readSymbolicLink(Path.of("/proc/self/fd/" + descriptor)).toString();
      return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty");
    } catch (IOException | UnsupportedOperationException e) {
      return System.getProperty("studyatlas.terminal", "false").equals("true");
    }
  }
}
