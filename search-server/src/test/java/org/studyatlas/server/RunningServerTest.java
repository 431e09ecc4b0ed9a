package org.studyatlas.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;
import static org.studyatlas.fixture.StudyFixture.study;

import java.io.IOException;
import java.net.ConnectException;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.studyatlas.fixture.StudyFixture;
import org.studyatlas.schema.Generation;
import org.studyatlas.search.Lease;
import org.studyatlas.testing.PublishedIndex;

class RunningServerTest {

  private static final StudyFixture STUDY = study("NCT00000001");
  private static final String STUDY_PATH = "/api/v2/studies/NCT00000001";

  @TempDir Path folder;

  @Test
  void isAliveButNotReadyUntilAnIndexAppears() throws Exception {
    Path index = folder.resolve("index");
    try (TestServer server = TestServer.over(index)) {
      assertThat(server.get("/health/liveness").statusCode()).isEqualTo(200);
      HttpResponse<String> readiness = server.get("/health/readiness");
      assertThat(readiness.statusCode()).isEqualTo(503);
      assertThat(readiness.body()).contains("no index in " + index);
      HttpResponse<String> version = server.get("/api/v2/version");
      assertThat(version.statusCode()).isEqualTo(503);
      assertThat(version.body()).isEqualTo("no index is in service yet; try again later");
      assertThat(version.headers().firstValue("retry-after")).isPresent();
      assertThat(server.get("/").body()).contains("no index in " + index);

      new PublishedIndex(index).publish("2026-08-14-1", STUDY);
      awaitGeneration(server, "2026-08-14-1");
      assertThat(server.get("/health/readiness").body())
          .contains("\"UP\"", "2026-08-14-1", "2026-08-14T09:00");
      assertThat(server.get("/health/liveness").body()).doesNotContain("generation");
      assertThat(server.get(STUDY_PATH).statusCode()).isEqualTo(200);
    }
  }

  @Test
  void warmsTheFirstGenerationWhenItComes() throws Exception {
    CountDownLatch warmed = new CountDownLatch(1);
    ServerSettings settings = TestServer.settings(folder, 0, false);
    try (RunningServer server =
        RunningServer.start(settings, List.of(generation -> warmed.countDown()))) {
      assertThat(warmed.getCount()).isEqualTo(1);
      new PublishedIndex(folder).publish("2026-08-14-1", STUDY);
      server.generations().refresh();
      assertThat(warmed.await(30, TimeUnit.SECONDS)).isTrue();
    }
  }

  @Test
  void warmsTheGenerationThatIsThere() throws Exception {
    new PublishedIndex(folder).publish("2026-08-14-1", STUDY);
    CountDownLatch warmed = new CountDownLatch(1);
    ServerSettings settings = TestServer.settings(folder, 0, false);
    try (RunningServer server =
        RunningServer.start(settings, List.of(generation -> warmed.countDown()))) {
      assertThat(warmed.await(30, TimeUnit.SECONDS)).as(server.url()).isTrue();
    }
  }

  @Test
  void noRequestFailsWhileGenerationsAreSwitched() throws Exception {
    PublishedIndex index = new PublishedIndex(folder);
    index.publish("2026-09-01-1", STUDY);
    AtomicBoolean done = new AtomicBoolean();
    try (TestServer server = TestServer.over(folder);
        ExecutorService clients = Executors.newFixedThreadPool(4)) {
      List<Future<Integer>> running = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        running.add(clients.submit(client(server, done)));
      }
      for (int day = 10; day < 30; day++) {
        String name = "2026-09-" + day + "-1";
        index.publish(name, STUDY, study("NCT000000" + day));
        server.generations().refresh();
      }
      done.set(true);
      int answers = 0;
      for (Future<Integer> client : running) {
        answers += client.get();
      }
      assertThat(answers).isPositive();
      assertThat(server.generations().openGenerations()).isEqualTo(1);
      assertThat(server.get("/prometheus").body())
          .contains("studyatlas_generation_info{generation=\"2026-09-29-1\"} 1\n")
          .doesNotContain("2026-09-28-1");
    }
  }

  /** Asks until told to stop; the result is the number of answers, all of them good. */
  private static Callable<Integer> client(TestServer server, AtomicBoolean done) {
    return () -> {
      int answers = 0;
      while (!done.get() || answers == 0) {
        HttpResponse<byte[]> answer = server.getBytes(STUDY_PATH);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo(STUDY.json());
        answers++;
      }
      return answers;
    };
  }

  @Test
  void keepsServingTheOldGenerationWhenTheNewOneHasAnotherFormat() throws Exception {
    PublishedIndex index = new PublishedIndex(folder);
    index.publish("2026-09-01-1", STUDY);
    try (TestServer server = TestServer.over(folder)) {
      index.publishFormat("2026-09-02-1", 99, STUDY);
      server.generations().refresh();
      assertThat(server.get("/health/readiness").body()).contains("\"UP\"", "2026-09-01-1");
      assertThat(server.get(STUDY_PATH).statusCode()).isEqualTo(200);
    }
  }

  @Test
  void tellsMonitoringOfTheIndexAndOfRequests() throws IOException {
    new PublishedIndex(folder)
        .publish(
            "2026-08-14-1",
            study("NCT00000001").site("Boston", "United States", "RECRUITING", 42.3, -71.0));
    try (TestServer server = TestServer.over(folder)) {
      server.get(STUDY_PATH);
      server.get("/no/such/path");
      HttpResponse<String> metrics = server.get("/prometheus");
      assertThat(metrics.headers().firstValue("content-type").orElse("")).startsWith("text/plain");
      assertThat(metrics.body())
          .contains(
              "studyatlas_studies 1.0",
              "studyatlas_sites 1.0",
              "studyatlas_open_generations 1.0",
              "studyatlas_stream_bytes 0.0",
              "studyatlas_generation_info{generation=\"2026-08-14-1\"} 1\n",
              "# TYPE http_server_requests_seconds histogram",
              "uri=\"/api/v2/studies/{nctId}\"",
              "jvm_memory_used_bytes")
          .doesNotContain("/no/such/path");
    }
  }

  @Test
  void thePageForPeopleSaysWhatIsHereAndEscapesIt() throws IOException {
    new PublishedIndex(folder).publish("2026-08-14-1", STUDY);
    try (TestServer server = TestServer.over(folder)) {
      HttpResponse<String> page = server.get("/", "Accept", "text/html,*/*;q=0.8");
      assertThat(page.statusCode()).isEqualTo(200);
      assertThat(page.headers().firstValue("content-type")).hasValue("text/html; charset=UTF-8");
      assertThat(page.body())
          .contains(
              "1 studies with 0 sites", "data of 2026-08-14", "generation 2026-08-14-1", STUDY_PATH)
          .doesNotContain("{{", "http://", "https://", "<script");
      assertThat(server.get("/assets/atlas.css").headers().firstValue("content-type"))
          .hasValue("text/css; charset=UTF-8");
      assertThat(server.get("/favicon.ico").statusCode()).isEqualTo(204);
      assertThat(server.get("/assets/../home.html").statusCode()).isEqualTo(404);
    }
  }

  @Test
  void anUnexpectedErrorShowsAnIdAndNothingElse() throws IOException {
    Generation generation = new PublishedIndex(folder).publish("2026-08-14-1", STUDY);
    byte[] records = Files.readAllBytes(generation.records());
    records[10] ^= 0x55;
    try (TestServer server = TestServer.over(folder)) {
      Files.write(generation.records(), records);
      HttpResponse<String> damaged = server.get(STUDY_PATH);
      assertThat(damaged.statusCode()).isEqualTo(500);
      assertThat(damaged.body()).matches("internal error \\(id [0-9a-f]{8}\\)");
      HttpResponse<String> failing = server.get("/probe/failing");
      assertThat(failing.statusCode()).isEqualTo(500);
      assertThat(failing.body())
          .contains("\"code\":\"internal-server-error\"", "internal error (id ")
          .doesNotContain("secret", "IllegalState");
    }
  }

  @Test
  void searchesRunOnThreadsThatTakeTurns() {
    try (TestServer server = TestServer.over(folder)) {
      assertThat(server.get("/probe/thread").body()).isEqualTo("false"); // not virtual
    }
  }

  @Test
  void aRequestUnderWayFinishesWhenTheServerIsStopped() throws Exception {
    TestServer server = TestServer.over(folder);
    int port = server.port();
    try (Socket idle = new Socket("127.0.0.1", server.port())) {
      CompletableFuture<HttpResponse<String>> slow =
          CompletableFuture.supplyAsync(() -> server.get("/probe/slow"));
      ProbeController.ENTERED.await();
      long start = System.nanoTime();
      server.stop();
      assertThat(slow.get().body()).isEqualTo("finished");
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(RunningServer.GRACE);
      assertThat(idle.getInputStream().read()).as("an idle connection is closed").isNegative();
    }
    assertThatThrownBy(() -> new Socket("127.0.0.1", port)).isInstanceOf(ConnectException.class);
  }

  @Test
  void aLenientServerIgnoresUnknownParameters() throws IOException {
    new PublishedIndex(folder).publish("2026-08-14-1", STUDY);
    try (TestServer server = TestServer.lenient(folder)) {
      assertThat(server.get(STUDY_PATH + "?_=123").statusCode()).isEqualTo(200);
    }
  }

  private static void awaitGeneration(TestServer server, String name) throws Exception {
    long deadline = System.nanoTime() + Duration.ofSeconds(60).toNanos();
    while (System.nanoTime() < deadline) {
      Optional<Lease> lease = server.generations().acquire(name);
      if (lease.isPresent()) {
        lease.get().close();
        return;
      }
      Thread.sleep(20);
    }
    fail("generation %s does not come into service", name);
  }
}
