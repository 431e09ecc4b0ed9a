package org.studyatlas.http.ctgov;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.studyatlas.fields.Field;
import org.studyatlas.fields.FieldCatalogue;
import org.studyatlas.fixture.SharedData;
import org.studyatlas.server.TestServer;
import org.studyatlas.stats.ReferenceStats;
import org.studyatlas.testing.PublishedIndex;

/** The statistics of all real studies beside the checkout, as a client gets them. */
class RealStatisticsTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final ReferenceStats REFERENCE = new ReferenceStats();
  private static final String PATH = "/api/v2/stats";

  @TempDir static Path folder;
  private static TestServer server;
  private static int studies;
  private static long bytes;

  @BeforeAll
  static void start() throws IOException {
    List<byte[]> records = records(SharedData.require("data/registry-sample.zip"));
    for (byte[] record : records) {
      REFERENCE.add(record);
      bytes += record.length;
    }
    studies = records.size();
    new PublishedIndex(folder).publishStatistics("2026-08-14-1", records);
    server = TestServer.over(folder);
  }

  @AfterAll
  static void stop() {
    if (server != null) {
      server.close();
    }
  }

  private static List<byte[]> records(Path zip) throws IOException {
    List<byte[]> records = new ArrayList<>();
    try (ZipFile file = new ZipFile(zip.toFile())) {
      for (ZipEntry entry : Collections.list(file.entries())) {
        if (entry.getName().endsWith(".json")) {
          records.add(file.getInputStream(entry).readAllBytes());
        }
      }
    }
    return records;
  }

  @Test
  void theValuesOfAllLeavesEqualThoseOfPlainJson() {
    HttpResponse<String> answer = server.get(PATH + "/field/values");
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo(all(field -> field.statsType() != null, REFERENCE::values));
  }

  @Test
  void theSizesOfAllListsEqualThoseOfPlainJson() {
    assertThat(server.get(PATH + "/field/sizes").body())
        .isEqualTo(all(Field::sized, REFERENCE::lists));
  }

  private static String all(Predicate<Field> described, Function<Field, String> answer) {
    return FieldCatalogue.standard().fields().stream()
        .filter(described)
        .map(answer)
        .collect(Collectors.joining(",", "[", "]"));
  }

  @Test
  void theSizesOfTheRecordsAreThoseOfTheirBytes() throws IOException {
    JsonNode sizes = JSON.readTree(server.get(PATH + "/size").body());
    assertThat(sizes.get("totalStudies").asInt()).isEqualTo(studies);
    assertThat(sizes.get("averageSizeBytes").asLong())
        .isEqualTo(Math.round((double) bytes / studies));
    assertThat(sizes.get("largestStudies")).hasSize(10);
  }

  @Test
  void aLongAnswerIsTheSameInGzip() throws IOException {
    HttpResponse<byte[]> gzip = server.getBytes(PATH + "/field/values", "Accept-Encoding", "gzip");
    assertThat(gzip.headers().firstValue("content-encoding")).hasValue("gzip");
    byte[] plain = new GZIPInputStream(new ByteArrayInputStream(gzip.body())).readAllBytes();
    assertThat(new String(plain, UTF_8)).isEqualTo(server.get(PATH + "/field/values").body());
  }

  @Test
  void headTellsTheLengthOfALongAnswer() {
    HttpResponse<String> get = server.get(PATH + "/field/values");
    HttpResponse<String> head = server.send("HEAD", PATH + "/field/values");
    assertThat(head.headers().firstValueAsLong("content-length"))
        .hasValue(get.body().getBytes(UTF_8).length);
    assertThat(common(head)).isEqualTo(common(get));
  }

  /** A long answer comes in chunks, so only the HEAD can tell its length. */
  private static Map<String, List<String>> common(HttpResponse<?> answer) {
    Set<String> own = Set.of("date", "content-length", "transfer-encoding");
    return answer.headers().map().entrySet().stream()
        .filter(header -> !own.contains(header.getKey()))
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }
}
