package org.studyatlas.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.studyatlas.fixture.StudyFixture.study;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.studyatlas.testing.PublishedIndex;

class SearchServerTest {

  private static final int TIMEOUT_SECONDS = 120;

  @TempDir Path folder;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @Test
  void helpGoesToStandardOutput() throws Exception {
    assertThat(run("--help")).isZero();
    assertThat(out.toString(UTF_8))
        .startsWith("usage: studyatlas serve <index-dir> [options]\n")
        .contains("--port N", "(default 8080)", "--config FILE", "STUDYATLAS_PORT")
        .doesNotContain("null");
    assertThat(err.toString(UTF_8)).isEmpty();
  }

  @Test
  void printConfigNeedsNoIndex() throws Exception {
    assertThat(run("--print-config")).isZero();
    assertThat(out.toString(UTF_8)).contains("index            (none)", "port             8080");
  }

  @Test
  void aWrongOptionEndsWithTwo() throws Exception {
    assertThat(run("--bogus")).isEqualTo(2);
    assertThat(err.toString(UTF_8))
        .isEqualTo(
            "studyatlas serve: unknown option '--bogus'; 'studyatlas serve --help' lists all"
                + " options\n");
    assertThat(out.toString(UTF_8)).isEmpty();
  }

  @Test
  void anIndexOfAnotherFormatEndsWithOne() throws Exception {
    new PublishedIndex(folder).publishFormat("2026-08-14-1", 99, study("NCT00000001"));
    assertThat(run(folder.toString(), "--port", "0")).isEqualTo(1);
    assertThat(err.toString(UTF_8))
        .contains("has index format 99, this program reads")
        .hasLineCount(1);
  }

  @Test
  void aPortInUseEndsWithTwoAndARemedy() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      String port = String.valueOf(taken.getLocalPort());
      assertThat(run(folder.toString(), "--port", port)).isEqualTo(2);
      assertThat(err.toString(UTF_8))
          .isEqualTo(
              "studyatlas serve: port %s of 127.0.0.1 is in use: stop the other program, or choose"
                      .formatted(port)
                  + " another with --port\n");
    }
  }

  @Test
  void anAddressThatIsNotThisMachinesEndsWithTwo() throws Exception {
    assertThat(run(folder.toString(), "--host", "192.0.2.1", "--port", "0")).isEqualTo(2);
    assertThat(err.toString(UTF_8))
        .startsWith("studyatlas serve: cannot listen at port 0 of 192.0.2.1 (")
        .hasLineCount(1);
  }

  @Test
  void aProcessSaysOneLineWarnsOfNothingAndStopsOnASignal() throws Exception {
    new PublishedIndex(folder.resolve("index")).publish("2026-08-14-1", study("NCT00000001"));
    Path warnings = folder.resolve("stderr");
    Process process = start(warnings, folder.resolve("index").toString(), "--port", "0");
    try (BufferedReader lines = process.inputReader(UTF_8)) {
      Matcher line =
          Pattern.compile(
                  "StudyAtlas listens at (http://127\\.0\\.0\\.1:\\d+/) \\(1 studies, data of"
                      + " 2026-08-14, generation 2026-08-14-1\\), started in \\d+\\.\\d s")
              .matcher(String.valueOf(lines.readLine()));
      assertThat(line.matches()).as("start line; stderr: " + Files.readString(warnings)).isTrue();
      assertThat(status(line.group(1) + "health/readiness")).isEqualTo(200);
      process.toHandle().destroy();
      assertThat(process.waitFor(TIMEOUT_SECONDS, TimeUnit.SECONDS)).isTrue();
      assertThat(lines.readLine()).isNull();
    } finally {
      process.destroyForcibly();
    }
    assertThat(process.exitValue()).as("128 + SIGTERM").isEqualTo(143);
    assertThat(Files.readString(warnings)).isEmpty();
  }

  private static Process start(Path stderr, String... arguments) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-Xmx512m",
                "-Duser.language=fa", // which has digits of its own
                "-Duser.country=IR",
                "-cp",
                System.getProperty("java.class.path"),
                SearchServer.class.getName()));
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command).redirectError(stderr.toFile()).start();
  }

  private static int status(String url) throws IOException, InterruptedException {
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client
          .send(HttpRequest.newBuilder(URI.create(url)).build(), BodyHandlers.discarding())
          .statusCode();
    }
  }

  private int run(String... arguments) throws InterruptedException {
    return new SearchServer(new PrintStream(out, true, UTF_8), new PrintStream(err, true, UTF_8))
        .run(List.of(arguments), Map.of());
  }
}
