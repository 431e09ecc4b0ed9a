package org.studyatlas.server;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What can be set, by option, environment or file; each name is derived from {@link #key}. */
enum Setting {
  /** Folder of the index; also the one operand of the command line. */
  INDEX(null, "DIR", "the index directory"),
  /** TCP port; 0 takes any free one. */
  PORT("8080", "N", "TCP port; 0 takes any free one"),
  /** Address to listen on. */
  HOST("127.0.0.1", "ADDR", "address to listen on; 0.0.0.0 means all"),
  /** Whether unknown parameters are ignored, and some that the registry lacks are taken. */
  LENIENT("false", null, "take filter.phase, filter.studyType; ignore unknown parameters"),
  /** Seconds between two looks for a new generation. */
  RELOAD_SECONDS("2", "N", "seconds between two looks for a new generation"),
  /** Minutes that a replaced generation answers those who page through it. */
  KEEP_MINUTES("15", "N", "minutes that a replaced index answers those who page through it"),
  /** Seconds that one search may take. */
  SEARCH_SECONDS("10", "N", "seconds after which a search is ended and answered with 503");

  private final @Nullable String defaultValue;
  private final @Nullable String argument;
  private final String help;

  Setting(@Nullable String defaultValue, @Nullable String argument, String help) {
    this.defaultValue = defaultValue;
    this.argument = argument;
    this.help = help;
  }

  /** Name in options and, after {@code studyatlas.}, in the file. */
  String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The option that sets it. */
  String option() {
    return "--" + key();
  }

  /** The environment variable that sets it. */
  String variable() {
    return "STUDYATLAS_" + name();
  }

  /** Name in the configuration file. */
  String property() {
    return "studyatlas." + key();
  }

  /** Its value if nothing sets it. */
  Optional<String> defaultValue() {
    return Optional.ofNullable(defaultValue);
  }

  /** Name of the option's argument, or empty for a switch. */
  Optional<String> argument() {
    return Optional.ofNullable(argument);
  }

  String help() {
    return help;
  }

  /** The setting of that option. */
  static Optional<Setting> findByOption(String option) {
    return Arrays.stream(values()).filter(setting -> setting.option().equals(option)).findFirst();
  }

  /** Names of all properties of the file. */
  static List<String> properties() {
    return Arrays.stream(values()).map(Setting::property).toList();
  }
}
