package org.studyatlas.server;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.studyatlas.server.Configuration.Given;

/**
 * The settings of a server, checked.
 *
 * @param index the index directory; it need not exist yet
 * @param port 0 to 65535, 0 for any free one
 * @param host name or address to listen on
 * @param lenient whether unknown query parameters are ignored and some more are taken
 * @param reloadInterval between two looks for a new generation, 1 to 3600 seconds
 * @param kept how long a replaced generation answers its cursors, 0 to 1440 minutes
 * @param searchLimit after which a search is ended, 1 to 3600 seconds
 * @param more properties for Micronaut
 */
record ServerSettings(
    Path index,
    int port,
    String host,
    boolean lenient,
    Duration reloadInterval,
    Duration kept,
    Duration searchLimit,
    Map<String, Object> more) {

  private static final int MAX_PORT = 65_535;
  private static final int MAX_RELOAD_SECONDS = 3_600;
  private static final int MAX_KEEP_MINUTES = 1_440;
  private static final int MAX_SEARCH_SECONDS = 3_600;

  ServerSettings {
    more = Map.copyOf(more);
  }

  /**
   * Checks the configuration.
   *
   * @throws UsageException if a value is missing or out of its range, naming its origin
   */
  static ServerSettings of(Configuration configuration) throws UsageException {
    return new ServerSettings(
        index(configuration),
        number(configuration, Setting.PORT, 0, MAX_PORT),
        text(configuration, Setting.HOST),
        truth(configuration, Setting.LENIENT),
        Duration.ofSeconds(number(configuration, Setting.RELOAD_SECONDS, 1, MAX_RELOAD_SECONDS)),
        Duration.ofMinutes(number(configuration, Setting.KEEP_MINUTES, 0, MAX_KEEP_MINUTES)),
        Duration.ofSeconds(number(configuration, Setting.SEARCH_SECONDS, 1, MAX_SEARCH_SECONDS)),
        configuration.file().properties());
  }

  private static Path index(Configuration configuration) throws UsageException {
    Given given =
        configuration
            .find(Setting.INDEX)
            .orElseThrow(
                () ->
                    new UsageException(
                        "no index directory given: 'studyatlas serve <index-dir>', or set "
                            + Setting.INDEX.variable()));
    try {
      return Path.of(given.value());
    } catch (InvalidPathException e) {
      throw wrong(Setting.INDEX, given, "the path of a directory");
    }
  }

  private static String text(Configuration configuration, Setting setting) throws UsageException {
    Given given = given(configuration, setting);
    if (given.value().isBlank()) {
      throw wrong(setting, given, "a name or an address");
    }
    return given.value().strip();
  }

  private static int number(Configuration configuration, Setting setting, int min, int max)
      throws UsageException {
    Given given = given(configuration, setting);
    String digits = given.value().strip();
    if (digits.matches("\\d{1,9}")) {
      int number = Integer.parseInt(digits);
      if (number >= min && number <= max) {
        return number;
      }
    }
    throw wrong(setting, given, "a whole number from %d to %d".formatted(min, max));
  }

  private static boolean truth(Configuration configuration, Setting setting) throws UsageException {
    Given given = given(configuration, setting);
    return switch (given.value().strip()) {
      case "true" -> true;
      case "false" -> false;
      default -> throw wrong(setting, given, "true or false");
    };
  }

  private static Given given(Configuration configuration, Setting setting) throws UsageException {
    return configuration
        .find(setting)
        .orElseThrow(() -> new UsageException("no " + setting.key() + " given"));
  }

  private static UsageException wrong(Setting setting, Given given, String expected) {
    return new UsageException(
        "%s must be %s, got '%s' (%s)"
            .formatted(setting.key(), expected, given.value(), given.origin()));
  }
}
