package org.studyatlas.http.ctgov;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.studyatlas.fixture.StudyFixture.study;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.studyatlas.fixture.StudyFixture;
import org.studyatlas.server.TestServer;
import org.studyatlas.testing.PublishedIndex;

/**
 * Many clients page, query, download and go away in the middle of an answer, while the index is
 * replaced three times. Takes as many seconds as the system property {@code soak.seconds} says.
 */
@Tag("slow")
class SoakTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int CLIENTS = 64;
  private static final int SECONDS = Integer.getInteger("soak.seconds", 6);
  private static final int SWAPS = 3;
  private static final int STUDIES = 300;
  private static final String LIST = "/api/v2/studies?";

  @TempDir Path folder;

  /** Ids of each generation, by the first of them. */
  private final Map<Integer, Set<Integer>> generations = new ConcurrentHashMap<>();

  private final Queue<Throwable> failures = new ConcurrentLinkedQueue<>();
  private final AtomicInteger finished = new AtomicInteger();
  private volatile boolean over;

  @Test
  void everyAnswerIsRightWhileTheIndexIsReplaced() throws Exception {
    assumeTrue(Files.isDirectory(Path.of("/proc/self/fd")), "skipped: no /proc here");
    Set<String> threads = threads();
    publish(0);
    try (TestServer server = TestServer.keeping(folder, Duration.ofHours(1))) {
      List<Thread> clients =
          IntStream.range(0, CLIENTS)
              .mapToObj(i -> Thread.ofVirtual().start(() -> act(server, i)))
              .toList();
      for (int swap = 1; swap <= SWAPS; swap++) {
        Thread.sleep(Duration.ofSeconds(SECONDS).dividedBy(SWAPS + 1));
        publish(swap);
        server.generations().refresh();
      }
      Thread.sleep(Duration.ofSeconds(SECONDS).dividedBy(SWAPS + 1));
      over = true;
      for (Thread client : clients) {
        client.join();
      }
    }
    assertThat(failures).isEmpty();
    assertThat(finished.get()).isGreaterThan(CLIENTS / 2);
    assertThat(openPaths()).as("a lease that is left keeps files open").isEmpty();
    for (int tries = 0; tries < 100 && !threads.containsAll(threads()); tries++) {
      Thread.sleep(100); // the watch is told to end, and does so by itself
    }
    assertThat(threads()).isSubsetOf(threads);
  }

  private void publish(int number) throws IOException {
    int first = 1 + number * 1_000;
    Set<Integer> ids = new TreeSet<>();
    List<StudyFixture> studies = new ArrayList<>();
    for (int id = first; id < first + STUDIES + number; id++) {
      ids.add(id);
      studies.add(
          study("NCT%08d".formatted(id))
              .conditions(id % 2 == 0 ? "Cancer" : "Pain")
              .with("ballast", "word ".repeat(1_000)));
    }
    generations.put(first, ids);
    new PublishedIndex(folder)
        .publish("2026-08-1%d-1".formatted(number), studies.toArray(StudyFixture[]::new));
  }

  private void act(TestServer server, int client) {
    try {
      while (!over) {
        switch (client % 4) {
          case 0 -> page(server);
          case 1 -> query(server);
          case 2 -> goAway(server);
          default -> download(server);
        }
        finished.incrementAndGet();
      }
    } catch (Throwable e) {
      failures.add(e);
    }
  }

  private void page(TestServer server) throws IOException {
    Set<Integer> ids = new TreeSet<>();
    int rows = 0;
    String token = "";
    do {
      HttpResponse<String> answer =
          server.get(
              LIST + "pageSize=70&fields=NCTId" + (token.isEmpty() ? "" : "&pageToken=" + token));
      assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
      JsonNode page = JSON.readTree(answer.body());
      for (JsonNode study : page.path("studies")) {
        ids.add(id(study.at("/protocolSection/identificationModule/nctId").asText()));
        rows++;
      }
      token = page.path("nextPageToken").asText("");
    } while (!token.isEmpty());
    assertThat(rows).isEqualTo(ids.size());
    assertThat(ids).isEqualTo(generations.get(ids.iterator().next()));
  }

  private void query(TestServer server) throws IOException {
    HttpResponse<String> answer =
        server.get(LIST + "query.cond=cancer&countTotal=true&pageSize=1000");
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    JsonNode page = JSON.readTree(answer.body());
    Set<Integer> found = new TreeSet<>();
    page.path("studies")
        .forEach(s -> found.add(id(s.at("/protocolSection/identificationModule/nctId").asText())));
    assertThat(page.path("totalCount").asInt()).isEqualTo(found.size());
    int first = found.iterator().next() / 1_000 * 1_000 + 1;
    assertThat(found)
        .isEqualTo(
            generations.getOrDefault(first, Set.of()).stream()
                .filter(id -> id % 2 == 0)
                .collect(Collectors.toSet()));
  }

  private static void goAway(TestServer server) throws IOException {
    try (Socket socket = new Socket("127.0.0.1", server.port())) {
      String request = "GET " + LIST + "pageSize=1000 HTTP/1.1\r\nHost: x\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(US_ASCII));
      assertThat(socket.getInputStream().readNBytes(2_000))
          .startsWith("HTTP/1.1 200".getBytes(US_ASCII));
    }
  }

  private void download(TestServer server) throws IOException {
    HttpResponse<byte[]> answer = server.getBytes("/api/v2/studies/download?format=json.zip");
    Set<Integer> ids = new TreeSet<>();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(answer.body()))) {
      for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        assertThat(zip.readAllBytes()).startsWith('{');
        ids.add(id(entry.getName().substring(3, 14)));
      }
    }
    assertThat(ids).isEqualTo(generations.get(ids.iterator().next()));
  }

  private static int id(String nctId) {
    return Integer.parseInt(nctId.substring(3));
  }

  /**
   * Names of threads, without the numbers that pools give them. Those that the JDK keeps for
   * virtual threads stay for ever, and Netty's global one ends by itself a second after its last
   * task.
   */
  private static Set<String> threads() {
    return Thread.getAllStackTraces().keySet().stream()
        .map(thread -> thread.getName().replaceAll("[-#0-9]+$", ""))
        .filter(
            name ->
                !name.matches(
                    "ForkJoinPool.*|Cleaner.*|VirtualThread-.*|.*unparker|.*Poller.*|globalEvent.*"))
        .collect(Collectors.toSet());
  }

  private List<String> openPaths() throws IOException {
    List<String> paths = new ArrayList<>();
    try (Stream<Path> handles = Files.list(Path.of("/proc/self/fd"))) {
      for (Path handle : handles.toList()) {
        if (Files.isSymbolicLink(handle)) {
          paths.add(Files.readSymbolicLink(handle).toString());
        }
      }
    }
    paths.addAll(Files.readAllLines(Path.of("/proc/self/maps")));
    return paths.stream().filter(path -> path.contains(folder.toString())).toList();
  }
}
