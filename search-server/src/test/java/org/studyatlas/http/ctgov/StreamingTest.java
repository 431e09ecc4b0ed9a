package org.studyatlas.http.ctgov;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.studyatlas.fixture.StudyFixture.study;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.studyatlas.fixture.StudyFixture;
import org.studyatlas.http.PulledBody;
import org.studyatlas.schema.Generation;
import org.studyatlas.search.Lease;
import org.studyatlas.server.TestServer;
import org.studyatlas.testing.PublishedIndex;

/** Long answers: they are right, and give back what they hold however they end. */
class StreamingTest {

  private static final String NEXT = "2026-08-15-1";
  private static final StudyFixture[] MANY =
      IntStream.rangeClosed(1, 500)
          .mapToObj(
              i ->
                  study("NCT%08d".formatted(i))
                      .with(
                          "ballast", // no field, so that it is not indexed
                          "number " + i + " é ".repeat(6_000)))
          .toArray(StudyFixture[]::new);

  @TempDir Path folder;
  private Generation generation;
  private TestServer server;

  @BeforeEach
  void start() throws IOException {
    generation = new PublishedIndex(folder).publish("2026-08-14-1", MANY);
    server = TestServer.over(folder);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void aLongPageHoldsEveryRecordByteForByte() {
    String[] lines = server.get("/api/v2/studies?pageSize=1000").body().split("\n");
    assertThat(lines).hasSize(MANY.length + 2);
    for (int i = 0; i < MANY.length; i++) {
      String comma = i == MANY.length - 1 ? "" : ",";
      assertThat(lines[i + 1]).as("line " + i).isEqualTo(MANY[i].text() + comma);
    }
  }

  @Test
  void theGenerationIsGivenBackAtTheEnd() throws Exception {
    server.get("/api/v2/studies?pageSize=1000");
    server.get("/api/v2/studies?pageSize=1000&format=csv");
    server.get("/api/v2/studies?pageSize=1000", "If-None-Match", "*");
    server.send("HEAD", "/api/v2/studies?pageSize=1000");
    server.get("/api/v2/studies?pageSize=1000&pageToken=x");
    server.getBytes("/api/v2/studies/download?format=json.zip");
    replaceIndex();
    awaitOpenGenerations(1);
  }

  @Test
  void aClientThatGoesAwayGivesTheGenerationBack() throws Exception {
    try (Socket socket = new Socket("127.0.0.1", server.port())) {
      socket.setReceiveBufferSize(4_096);
      String request = "GET /api/v2/studies?pageSize=1000 HTTP/1.1\r\nHost: x\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(US_ASCII));
      assertThat(socket.getInputStream().readNBytes(10_000)).hasSize(10_000);
      replaceIndex();
      assertThat(server.generations().openGenerations()).isEqualTo(2);
    }
    awaitOpenGenerations(1);
    assertThat(server.get("/api/v2/studies?pageSize=1").statusCode()).isEqualTo(200);
  }

  @Test
  void aSlowReaderIsWaitedFor() throws Exception {
    try (Socket socket = new Socket("127.0.0.1", server.port())) {
      socket.setReceiveBufferSize(4_096);
      String request = "GET /api/v2/studies?pageSize=1000 HTTP/1.1\r\nHost: x\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(US_ASCII));
      assertThat(socket.getInputStream().readNBytes(10_000)).hasSize(10_000);
      replaceIndex();
      Thread.sleep(1_000); // enough to render all of it, if nothing held that up
      assertThat(server.generations().openGenerations()).isEqualTo(2);
      assertThat(socket.getInputStream().readNBytes(10_000)).hasSize(10_000);
    }
    awaitOpenGenerations(1);
  }

  @Test
  void aDamagedRecordCutsTheConnection() throws Exception {
    byte[] records = Files.readAllBytes(generation.records());
    Arrays.fill(records, records.length / 2, records.length, (byte) 0xff);
    Files.write(generation.records(), records, StandardOpenOption.WRITE);
    for (String path : List.of("/export?format=json", "/api/v2/studies?pageSize=1000")) {
      assertThatThrownBy(() -> server.get(path)).as(path).isInstanceOf(UncheckedIOException.class);
    }
    replaceIndex();
    awaitOpenGenerations(1);
  }

  @Test
  void aBodyThatFailsGivesTheGenerationBack() throws Exception {
    PulledBody.Parts failing =
        new PulledBody.Parts() {
          private int parts;

          @Override
          public boolean writeNext(OutputStream out) throws IOException {
            if (parts++ == 3) {
              throw new IOException("damaged");
            }
            out.write(parts);
            return true;
          }
        };
    Lease lease = server.generations().acquire();
    lease.hold(1_000);
    replaceIndex();
    try (PulledBody body = new PulledBody(failing, lease)) {
      assertThat(body.next(3).bytes()).containsExactly(1, 2, 3);
      assertThat(server.generations().openGenerations()).isEqualTo(2);
      assertThatThrownBy(() -> body.next(1)).hasMessage("damaged");
      assertThat(server.generations().openGenerations()).isEqualTo(1);
      assertThat(server.generations().streamBytes()).isZero();
      assertThat(body.next(1).bytes()).isEmpty();
      assertThat(body.next(1).last()).isTrue();
    }
  }

  @Test
  void pagingGoesOnInTheGenerationItBeganIn() throws Exception {
    try (TestServer keeping = TestServer.keeping(folder, Duration.ofHours(1))) {
      String path = "/api/v2/studies?fields=NCTId&pageSize=2";
      String first = keeping.get(path).body();
      String token = first.replaceAll("(?s).*\"nextPageToken\":\"([^\"]+)\".*", "$1");
      replaceIndex();
      keeping.generations().refresh();
      HttpResponse<String> old = keeping.get(path + "&pageToken=" + token);
      assertThat(old.body()).contains("NCT00000003", "NCT00000004");
      HttpResponse<String> current = keeping.get(path);
      assertThat(current.body()).contains("NCT00000777");
      assertThat(old.headers().firstValue("etag"))
          .isNotEqualTo(current.headers().firstValue("etag"));
    }
  }

  @Test
  void theTokenOfAnIndexThatIsGoneIsRefused() throws Exception {
    String path = "/api/v2/studies?fields=NCTId&pageSize=2";
    String first = server.get(path).body();
    String token = first.replaceAll("(?s).*\"nextPageToken\":\"([^\"]+)\".*", "$1");
    replaceIndex();
    awaitOpenGenerations(1);
    HttpResponse<String> answer = server.get(path + "&pageToken=" + token);
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body())
        .isEqualTo(
            "Parameter `pageToken` cannot be used: it is damaged or belongs to an index that is no"
                + " longer open; begin again with the first page");
  }

  @Test
  void theArchiveHoldsEveryRecordByteForByte() throws IOException {
    Path file = folder.resolve("archive.zip");
    Files.write(file, server.getBytes("/api/v2/studies/download?format=json.zip").body());
    try (ZipFile zip = new ZipFile(file.toFile())) {
      List<? extends ZipEntry> entries = zip.stream().toList();
      assertThat(entries).hasSize(MANY.length);
      for (StudyFixture study : List.of(MANY[0], MANY[100], MANY[499])) {
        String id = study.text().replaceAll(".*\"nctId\":\"(NCT\\d+)\".*", "$1");
        ZipEntry entry = zip.getEntry(id.substring(9) + "/" + id + ".json");
        assertThat(zip.getInputStream(entry).readAllBytes()).isEqualTo(study.json());
        assertThat(entry.getTimeLocal()).isEqualTo("2026-08-14T09:00:00");
      }
    }
  }

  private void replaceIndex() throws IOException {
    new PublishedIndex(folder).publish(NEXT, study("NCT00000777"));
    server.generations().refresh();
  }

  private void awaitOpenGenerations(int count) throws InterruptedException {
    for (int i = 0; i < 200 && server.generations().openGenerations() != count; i++) {
      Thread.sleep(25);
    }
    assertThat(server.generations().openGenerations()).isEqualTo(count);
  }
}
