package org.studyatlas.server;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.studyatlas.http.Suggestion;

/**
 * What the command line says: {@code <index-dir> [--option value | --option=value]...}
 *
 * @param task what is to be done
 * @param settings given as options or as operand
 * @param configFile given with {@code --config}, or null
 */
record CommandLine(Task task, Map<Setting, String> settings, @Nullable Path configFile) {

  /** What is to be done. */
  enum Task {
    /** Serve the index. */
    SERVE,
    /** Print the settings and where each comes from. */
    PRINT_CONFIG,
    /** Print how to use the program. */
    HELP
  }

  private static final String CONFIG = "--config";
  private static final String PRINT_CONFIG = "--print-config";
  private static final String HELP = "--help";
  private static final String SEE_HELP = "; 'studyatlas serve --help' lists all options";

  CommandLine {
    settings = Map.copyOf(settings);
  }

  /** The file given with {@code --config}. */
  Optional<Path> findConfigFile() {
    return Optional.ofNullable(configFile);
  }

  /**
   * Reads the arguments; a later option overrides an earlier one.
   *
   * @throws UsageException if one is unknown or lacks its value
   */
  static CommandLine parse(List<String> arguments) throws UsageException {
    Reader reader = new Reader(arguments.iterator());
    while (reader.arguments.hasNext()) {
      reader.read(reader.arguments.next());
    }
    return new CommandLine(reader.task, reader.settings, reader.configFile);
  }

  /** Names of all options. */
  static List<String> options() {
    return Stream.concat(
            Arrays.stream(Setting.values()).map(Setting::option),
            Stream.of(CONFIG, PRINT_CONFIG, HELP))
        .toList();
  }

  private static final class Reader {

    private final Iterator<String> arguments;
    private final Map<Setting, String> settings = new EnumMap<>(Setting.class);
    private Task task = Task.SERVE;
    private @Nullable Path configFile;

    Reader(Iterator<String> arguments) {
      this.arguments = arguments;
    }

    void read(String argument) throws UsageException {
      if (!argument.startsWith("-")) {
        readOperand(argument);
        return;
      }
      int equals = argument.indexOf('=');
      String option = equals < 0 ? argument : argument.substring(0, equals);
      String value = equals < 0 ? null : argument.substring(equals + 1);
      switch (option) {
        case CONFIG -> configFile = Path.of(value(option, value));
        case PRINT_CONFIG -> task = Task.PRINT_CONFIG;
        case HELP, "-h" -> task = Task.HELP;
        default -> readSetting(option, value);
      }
    }

    private void readSetting(String option, @Nullable String value) throws UsageException {
      Setting setting =
          Setting.findByOption(option)
              .orElseThrow(
                  () ->
                      new UsageException(
                          "unknown option '%s'%s%s"
                              .formatted(option, Suggestion.among(options(), option), SEE_HELP)));
      boolean isSwitch = setting.argument().isEmpty();
      settings.put(setting, isSwitch && value == null ? "true" : value(option, value));
    }

    private void readOperand(String operand) throws UsageException {
      String other = settings.put(Setting.INDEX, operand);
      if (other != null) {
        throw new UsageException(
            "expected one index directory, got '%s' and '%s'".formatted(other, operand));
      }
    }

    private String value(String option, @Nullable String attached) throws UsageException {
      if (attached != null) {
        return attached;
      }
      if (!arguments.hasNext()) {
        throw new UsageException("option %s needs a value%s".formatted(option, SEE_HELP));
      }
      return arguments.next();
    }
  }
}
