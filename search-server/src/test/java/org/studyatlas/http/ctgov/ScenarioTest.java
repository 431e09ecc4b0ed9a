package org.studyatlas.http.ctgov;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.studyatlas.fixture.StudyFixture;
import org.studyatlas.server.TestServer;
import org.studyatlas.testing.PublishedIndex;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** Asks one server everything that the files of {@code scenarios} ask, see {@link Scenario}. */
class ScenarioTest {

  private static final String STUDIES = "studies.yaml";
  private static final String LENIENT = "lenient.yaml";

  @TempDir static Path folder;
  private static TestServer strict;
  private static TestServer lenient;

  @BeforeAll
  static void start() throws IOException {
    new PublishedIndex(folder).publish("2026-08-14-1", studies());
    strict = TestServer.over(folder);
    lenient = TestServer.lenient(folder);
  }

  @AfterAll
  static void stop() {
    strict.close();
    lenient.close();
  }

  private static StudyFixture[] studies() {
    return ((List<?>) yaml(files().resolve(STUDIES)))
        .stream().map(ScenarioTest::study).toArray(StudyFixture[]::new);
  }

  private static StudyFixture study(Object given) {
    StudyFixture study = StudyFixture.empty();
    ((Map<?, ?>) given).forEach((path, value) -> study.with(String.valueOf(path), value));
    return study;
  }

  @TestFactory
  Stream<DynamicTest> theAnswerIsTheRegistrys() {
    return scenarios().stream()
        .map(scenario -> DynamicTest.dynamicTest(scenario.name(), () -> play(scenario, "")));
  }

  @Test
  void thereAreHundredsOfRequests() {
    assertThat(scenarios().stream().mapToInt(Scenario::requests).sum()).isGreaterThan(300);
  }

  private static List<Scenario> scenarios() {
    try (Stream<Path> files = Files.list(files())) {
      return files
          .filter(file -> !file.endsWith(STUDIES))
          .sorted()
          .flatMap(file -> Scenario.read(String.valueOf(file.getFileName()), yaml(file)).stream())
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void play(Scenario scenario, String token) throws IOException {
    TestServer server = scenario.name().startsWith(LENIENT) ? lenient : strict;
    String target = scenario.target(token);
    Answer answer;
    if (scenario.has("raw")) {
      answer = Answer.ofRaw(server.raw(new String(target.getBytes(UTF_8), ISO_8859_1)));
    } else {
      String method = scenario.text("method", "GET");
      HttpResponse<byte[]> response = server.sendBytes(method, encoded(target), headers(scenario));
      answer = Answer.of(response);
    }
    answer.mustBe(scenario);
    if (scenario.has("like")) {
      String like = encoded("/api/v2" + scenario.text("like", ""));
      assertThat(answer.body())
          .as(scenario.name())
          .isEqualTo(Answer.of(server.sendBytes("GET", like)).body());
    }
    for (Scenario next : scenario.then()) {
      play(next, answer.token());
    }
  }

  private static String[] headers(Scenario scenario) {
    return scenario.map("send").entrySet().stream()
        .flatMap(header -> Stream.of(header.getKey(), header.getValue()))
        .map(String::valueOf)
        .toArray(String[]::new);
  }

  /** What no client library would let through is percent-encoded, as they do. */
  private static String encoded(String target) {
    StringBuilder encoded = new StringBuilder();
    for (byte b : target.getBytes(UTF_8)) {
      boolean allowed = b > 0x20 && b < 0x7f && "\"<>[]\\^`{|}".indexOf(b) < 0;
      encoded.append(allowed ? String.valueOf((char) b) : "%%%02X".formatted(b & 0xff));
    }
    return encoded.toString();
  }

  private static Path files() {
    try {
      URL studies = Objects.requireNonNull(ScenarioTest.class.getResource("/scenarios/" + STUDIES));
      return Objects.requireNonNull(Path.of(studies.toURI()).getParent());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Object yaml(Path file) {
    try (Reader reader = Files.newBufferedReader(file)) {
      return new Yaml(new SafeConstructor(new LoaderOptions())).load(reader);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
