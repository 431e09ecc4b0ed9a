package org.studyatlas.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfigurationTest {

  @TempDir Path folder;

  @Test
  void defaultsBindThisMachineOnly() throws Exception {
    ServerSettings settings = ServerSettings.of(configuration(Map.of(), "index"));
    assertThat(settings.index()).isEqualTo(Path.of("index"));
    assertThat(settings.host()).isEqualTo("127.0.0.1");
    assertThat(settings.port()).isEqualTo(8080);
    assertThat(settings.lenient()).isFalse();
    assertThat(settings.reloadInterval()).isEqualTo(Duration.ofSeconds(2));
  }

  @Test
  void anOptionComesBeforeTheEnvironmentThatBeforeTheFileThatBeforeTheDefault() throws Exception {
    write(
        """
        studyatlas:
          index: from-file
          port: 1
          host: file.example
          lenient: true
        micronaut.server.idle-timeout: 9m
        """);
    Map<String, String> environment =
        Map.of("STUDYATLAS_PORT", "2", "STUDYATLAS_HOST", "env.example", "PORT", "9");
    Configuration configuration = configuration(environment, "--port", "3");
    ServerSettings settings = ServerSettings.of(configuration);
    assertThat(settings.port()).isEqualTo(3);
    assertThat(settings.host()).isEqualTo("env.example");
    assertThat(settings.lenient()).isTrue();
    assertThat(settings.index()).isEqualTo(Path.of("from-file"));
    assertThat(settings.more()).containsEntry("micronaut.server.idle-timeout", "9m");
    assertThat(configuration.print().lines().map(line -> line.replaceAll(" +", " ")))
        .containsExactly(
            "index from-file file " + file(),
            "port 3 command line",
            "host env.example environment STUDYATLAS_HOST",
            "lenient true file " + file(),
            "reload-seconds 2 default",
            "keep-minutes 15 default",
            "search-seconds 10 default",
            "micronaut.server.idle-timeout 9m file " + file());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--port=0 i             | 0     | 127.0.0.1",
        "i --port 9 --port 10   | 10    | 127.0.0.1",
        "--host ::1 i           | 8080  | ::1",
      })
  void readsOptionsInAnyOrderAndForm(String line, int port, String host) throws Exception {
    ServerSettings settings = ServerSettings.of(configuration(Map.of(), line.split(" ")));
    assertThat(settings.port()).isEqualTo(port);
    assertThat(settings.host()).isEqualTo(host);
    assertThat(settings.index()).isEqualTo(Path.of("i"));
  }

  @Test
  void aSwitchNeedsNoValueAndTakesOneAttached() throws Exception {
    assertThat(ServerSettings.of(configuration(Map.of(), "--lenient", "i")).lenient()).isTrue();
    assertThat(ServerSettings.of(configuration(Map.of(), "i", "--lenient=false")).lenient())
        .isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "i --prot 9     | unknown option '--prot'; did you mean '--port'?; 'studyatlas serve --help' lists all options",
        "i -x           | unknown option '-x'; 'studyatlas serve --help' lists all options",
        "i --port       | option --port needs a value; 'studyatlas serve --help' lists all options",
        "i j            | expected one index directory, got 'i' and 'j'",
        "--port 9       | no index directory given: 'studyatlas serve <index-dir>', or set STUDYATLAS_INDEX",
        "i --port x     | port must be a whole number from 0 to 65535, got 'x' (command line)",
        "i --port 65536 | port must be a whole number from 0 to 65535, got '65536' (command line)",
        "i --port -1    | port must be a whole number from 0 to 65535, got '-1' (command line)",
        "i --host=      | host must be a name or an address, got '' (command line)",
        "i --lenient=ja | lenient must be true or false, got 'ja' (command line)",
        "i --keep-minutes 1441 | keep-minutes must be a whole number from 0 to 1440, got '1441' (command line)",
        "i --reload-seconds 0 | reload-seconds must be a whole number from 1 to 3600, got '0' (command line)",
      })
  void aWrongOptionIsOneLineThatNamesValueAndOrigin(String line, String message) {
    assertThatThrownBy(() -> ServerSettings.of(configuration(Map.of(), line.split(" "))))
        .isInstanceOf(UsageException.class)
        .hasMessage(message);
  }

  @Test
  void aWrongValueInTheEnvironmentIsNamedSo() {
    assertThatThrownBy(
            () -> ServerSettings.of(configuration(Map.of("STUDYATLAS_PORT", "http"), "i")))
        .hasMessageEndingWith("got 'http' (environment STUDYATLAS_PORT)");
  }

  @Test
  void anUnknownKeyOfTheFileIsRefused() throws IOException {
    write("studyatlas: { prot: 9 }");
    assertThatThrownBy(() -> configuration(Map.of(), "i"))
        .isInstanceOf(UsageException.class)
        .hasMessage(
            "configuration file %s: unknown key 'studyatlas.prot'; did you mean 'studyatlas.port'?"
                .formatted(file()));
  }

  @Test
  void aKeyWithoutAValueSaysNothing() throws Exception {
    write(
        """
        studyatlas:
          port:
          host: from-file
        micronaut:
          server:
            host:
            idle-timeout: 9m
        """);
    Configuration configuration = configuration(Map.of(), "i");
    ServerSettings settings = ServerSettings.of(configuration);
    assertThat(settings.port()).isEqualTo(8080);
    assertThat(settings.host()).isEqualTo("from-file");
    assertThat(settings.more()).doesNotContainKey("micronaut.server.host");
    assertThat(settings.more()).containsEntry("micronaut.server.idle-timeout", "9m");
    assertThat(configuration.print()).doesNotContain("null");
  }

  @Test
  void aFileThatCannotBeReadIsNamed() throws IOException {
    write("studyatlas: [");
    assertThatThrownBy(() -> configuration(Map.of(), "i"))
        .isInstanceOf(UsageException.class)
        .hasMessageStartingWith("configuration file " + file() + " cannot be read as YAML: ")
        .hasMessageNotContaining("\n");
    assertThatThrownBy(() -> configuration(Map.of(), "i", "--config", folder + "/absent.yml"))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("absent.yml cannot be read");
  }

  private Configuration configuration(Map<String, String> environment, String... arguments)
      throws UsageException {
    CommandLine line = CommandLine.parse(List.of(arguments));
    Optional<Path> given = line.findConfigFile();
    return Configuration.of(line.settings(), environment, ConfigFile.find(given, folder));
  }

  private Path file() {
    return folder.resolve("application.yml").toAbsolutePath();
  }

  private void write(String yaml) throws IOException {
    Files.writeString(file(), yaml);
  }
}
