package org.studyatlas.server;

/** How to use the program. */
final class Help {

  private Help() {}

  static String text() {
    StringBuilder text = new StringBuilder();
    text.append("usage: studyatlas serve <index-dir> [options]\n\n");
    text.append("Serves an index by HTTP, on this machine only unless --host says otherwise.\n\n");
    for (Setting setting : Setting.values()) {
      String option = setting.option() + setting.argument().map(name -> " " + name).orElse("");
      text.append("  %-20s %s%s%n".formatted(option, setting.help(), defaultOf(setting)));
    }
    text.append(
        """
          --config FILE        YAML file of settings (default application.yml in this folder)
          --print-config       print each setting and where it comes from, and stop
          --help               print this text

        An option comes before its environment variable (STUDYATLAS_PORT for --port), that before
        the file (studyatlas.port), that before the default. Other keys of the file are Micronaut's.
        Stops on SIGTERM or Ctrl-C when requests under way have finished.
        """
            .indent(0));
    return text.toString();
  }

  /** A switch is off unless it is given; nobody needs to be told. */
  private static String defaultOf(Setting setting) {
    return setting.argument().isEmpty()
        ? ""
        : setting.defaultValue().map(value -> " (default " + value + ")").orElse("");
  }
}
