package org.studyatlas.server;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The settings in force, each with its origin: an option comes before the environment, that before
 * the file, that before the default.
 *
 * @param given the settings that have a value
 * @param file whose other properties go to Micronaut
 */
record Configuration(Map<Setting, Given> given, ConfigFile file) {

  /**
   * A value and who said so.
   *
   * @param value as text
   * @param origin e.g. {@code environment STUDYATLAS_PORT}
   */
  record Given(String value, String origin) {}

  Configuration {
    given = Map.copyOf(given);
  }

  /** Finds the value of every setting. */
  static Configuration of(
      Map<Setting, String> options, Map<String, String> environment, ConfigFile file) {
    Map<Setting, Given> given = new EnumMap<>(Setting.class);
    for (Setting setting : Setting.values()) {
      given(options.get(setting), "command line")
          .or(() -> given(environment.get(setting.variable()), "environment " + setting.variable()))
          .or(() -> given(file.find(setting).orElse(null), "file " + file.name()))
          .or(() -> given(setting.defaultValue().orElse(null), "default"))
          .ifPresent(value -> given.put(setting, value));
    }
    return new Configuration(given, file);
  }

  private static Optional<Given> given(@Nullable String value, String origin) {
    return Optional.ofNullable(value).map(text -> new Given(text, origin));
  }

  /** The value of a setting and its origin. */
  Optional<Given> find(Setting setting) {
    return Optional.ofNullable(given.get(setting));
  }

  /** One line each: name, value, origin. */
  String print() {
    Map<String, Given> lines = new LinkedHashMap<>();
    for (Setting setting : Setting.values()) {
      lines.put(setting.key(), find(setting).orElse(new Given("(none)", "default")));
    }
    file.properties()
        .forEach(
            (name, value) -> {
              if (!Setting.properties().contains(name)) {
                lines.put(name, new Given(String.valueOf(value), "file " + file.name()));
              }
            });
    StringBuilder text = new StringBuilder();
    lines.forEach(
        (name, line) -> text.append("%-16s %-24s %s%n".formatted(name, line.value, line.origin)));
    return text.toString();
  }
}
