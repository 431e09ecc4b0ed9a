package org.studyatlas.server;

import io.micronaut.context.env.yaml.YamlPropertySourceLoader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.studyatlas.http.Suggestion;

/**
 * The configuration file: YAML, the settings below {@code studyatlas}; all other keys go to
 * Micronaut as they are. A key without a value says nothing.
 *
 * @param name for messages
 * @param properties flat, e.g. {@code studyatlas.port}
 */
record ConfigFile(String name, Map<String, Object> properties) {

  /** Read if it lies in the working directory and {@code --config} names no other. */
  static final String DEFAULT_NAME = "application.yml";

  private static final String PREFIX = "studyatlas.";

  /** Copies the map, keeping its order; leaves out what has no value. */
  ConfigFile {
    Map<String, Object> given = new LinkedHashMap<>(properties);
    given.values().removeIf(Objects::isNull);
    properties = Collections.unmodifiableMap(given);
  }

  /** A file that says nothing. */
  static ConfigFile none() {
    return new ConfigFile("", Map.of());
  }

  /**
   * Reads the given file or, without one, {@value #DEFAULT_NAME} of the folder if it is there.
   *
   * @throws UsageException if it cannot be read or has an unknown key below {@code studyatlas}
   */
  static ConfigFile find(Optional<Path> given, Path folder) throws UsageException {
    Path file = given.orElse(folder.resolve(DEFAULT_NAME)).toAbsolutePath();
    return given.isPresent() || Files.isRegularFile(file) ? read(file) : none();
  }

  private static ConfigFile read(Path file) throws UsageException {
    Map<String, Object> properties;
    try (InputStream in = Files.newInputStream(file)) {
      properties = new YamlPropertySourceLoader().read(file.toString(), in);
    } catch (IOException | RuntimeException e) {
      String reason = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
      throw new UsageException(
          "configuration file %s cannot be read as YAML: %s %s"
              .formatted(file, e.getClass().getSimpleName(), reason),
          e);
    }
    for (String key : properties.keySet()) {
      if (key.startsWith(PREFIX) && !Setting.properties().contains(key)) {
        throw new UsageException(
            "configuration file %s: unknown key '%s'%s"
                .formatted(file, key, Suggestion.among(Setting.properties(), key)));
      }
    }
    return new ConfigFile(file.toString(), properties);
  }

  /** What it says about a setting. */
  Optional<String> find(Setting setting) {
    return Optional.ofNullable(properties.get(setting.property())).map(String::valueOf);
  }
}
