package org.studyatlas.http.ctgov;

import static org.assertj.core.api.Assertions.assertThat;
import static org.studyatlas.fixture.StudyFixture.study;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.InflaterInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.studyatlas.fixture.StudyFixture;
import org.studyatlas.server.TestServer;
import org.studyatlas.testing.PublishedIndex;

class StudyAnswersTest {

  private static final StudyFixture CANCER =
      study("NCT00841061").title("Côte d’Ivoire <b>&amp;</b>").conditions("Cancer");
  private static final StudyFixture RENAMED =
      study("NCT02000002")
          .with("protocolSection.identificationModule.nctIdAliases", List.of("NCT01999999"));
  private static final StudyFixture LONG = study("NCT00000003").title("long ".repeat(1000));
  private static final String LONG_PATH = "/api/v2/studies/NCT00000003";
  private static final String CANCER_PATH = "/api/v2/studies/NCT00841061";

  @TempDir static Path folder;
  private static TestServer server;

  @BeforeAll
  static void start() throws IOException {
    new PublishedIndex(folder).publish("2026-08-14-1", CANCER, RENAMED, LONG);
    server = TestServer.over(folder);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void theVersionHasTheRegistrysBytes() {
    assertThat(server.get("/api/v2/version").body())
        .isEqualTo("{\"apiVersion\":\"2.0.5\",\"dataTimestamp\":\"2026-08-14T09:00:00\"}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"NCT00841061", "nct00841061", "NcT841061", "NCT000000841061"})
  void aStudyIsGivenByteForByteWhateverTheFormOfItsId(String id) {
    HttpResponse<byte[]> answer = server.getBytes("/api/v2/studies/" + id);
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("content-type")).hasValue("application/json");
    assertThat(answer.body()).isEqualTo(CANCER.json());
  }

  @Test
  void gzipIsTheSameStudyAndNotCompressedTwice() throws IOException {
    HttpResponse<byte[]> answer = server.getBytes(CANCER_PATH, "Accept-Encoding", "br, gzip");
    assertThat(answer.headers().allValues("content-encoding")).containsExactly("gzip");
    assertThat(answer.headers().firstValue("content-length"))
        .hasValue(String.valueOf(answer.body().length));
    byte[] inflated = new GZIPInputStream(new ByteArrayInputStream(answer.body())).readAllBytes();
    assertThat(inflated).isEqualTo(CANCER.json());
  }

  @Test
  void anotherCodingThanGzipIsMadeOnTheWay() throws IOException {
    HttpResponse<byte[]> answer = server.getBytes(LONG_PATH, "Accept-Encoding", "deflate");
    assertThat(answer.headers().allValues("content-encoding")).containsExactly("deflate");
    byte[] inflated =
        new InflaterInputStream(new ByteArrayInputStream(answer.body())).readAllBytes();
    assertThat(inflated).isEqualTo(LONG.json());
  }

  @ParameterizedTest
  @ValueSource(strings = {"identity", "gzip;q=0", "br", "gzip; q=0.0", "*, gzip;q=0", "*;q=0"})
  void aClientThatDoesNotWantGzipDoesNotGetIt(String accepted) {
    HttpResponse<byte[]> answer = server.getBytes(CANCER_PATH, "Accept-Encoding", accepted);
    assertThat(answer.headers().firstValue("content-encoding")).isEmpty();
    assertThat(answer.body()).isEqualTo(CANCER.json());
  }

  @ParameterizedTest
  @ValueSource(strings = {"gzip", "*", "*;q=0, gzip", "br, x-gzip;q=0.5"})
  void aClientThatWantsGzipGetsIt(String accepted) {
    HttpResponse<byte[]> answer = server.getBytes(CANCER_PATH, "Accept-Encoding", accepted);
    assertThat(answer.headers().firstValue("content-encoding")).hasValue("gzip");
  }

  @Test
  void anAliasMovesToTheStudyThatCarriesItAndKeepsTheParameters() {
    HttpResponse<String> answer = server.get("/api/v2/studies/nct1999999?format=json");
    assertThat(answer.statusCode()).isEqualTo(301);
    assertThat(answer.headers().firstValue("location"))
        .hasValue("/api/v2/studies/NCT02000002?format=json");
    assertThat(server.get("/api/v2/studies/NCT01999999").headers().firstValue("location"))
        .hasValue("/api/v2/studies/NCT02000002");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/studies/NCT99999999             | 404 | NCT number NCT99999999 not found",
        "/studies/nct123                  | 404 | NCT number NCT00000123 not found",
        "/studies/BADID                   | 400 | Parameter `nctId` has incorrect format",
        "/studies/NCT000                  | 400 | Parameter `nctId` has incorrect format",
        "/studies/NCT123456789            | 400 | Parameter `nctId` has incorrect format",
        "/studies/NCT00841061?bogus=1     | 400 | `bogus` is unknown parameter",
        "/studies/NCT00841061?sort=x      | 400 | `sort` is unknown parameter",
        "/studies/NCT00841061?_=1         | 400 | `_` is unknown parameter",
        "/version?format=json             | 400 | `format` is unknown parameter",
        "/version?query.cond=x            | 400 | Invalid prefix in parameter name: query.cond",
        "/studies/NCT1?format=json&format=json | 400 | Parameter `format` must be given only once",
      })
  void errorsHaveTheRegistrysWords(String path, int status, String text) {
    HttpResponse<String> answer = server.get("/api/v2" + path);
    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(answer.body()).isEqualTo(text);
    assertThat(answer.headers().firstValue("content-type")).hasValue("text/plain; charset=UTF-8");
    assertThat(answer.headers().firstValue("etag")).isEmpty();
  }

  @Test
  void anUnreadableAcceptHeaderIsNoReasonToRefuse() {
    assertThat(server.get(CANCER_PATH, "Accept", "text/csv").statusCode()).isEqualTo(200);
    assertThat(server.get("/api/v2/version", "Accept", "image/png").statusCode()).isEqualTo(200);
  }

  @Test
  void headHasTheHeadersOfGetAndNoBody() {
    HttpResponse<String> head = server.send("HEAD", CANCER_PATH);
    assertThat(head.statusCode()).isEqualTo(200);
    assertThat(head.body()).isEmpty();
    assertThat(head.headers().firstValue("content-length"))
        .hasValue(String.valueOf(CANCER.json().length));
    assertThat(head.headers().firstValue("etag"))
        .isEqualTo(server.get(CANCER_PATH).headers().firstValue("etag"));
  }

  @Test
  void aClientThatHasTheAnswerGetsNoBody() {
    String tag = server.get("/api/v2/version").headers().firstValue("etag").orElseThrow();
    assertThat(tag).matches("\"[0-9a-f]{16}/[^\"]+\"");
    for (String known : List.of(tag, "W/" + tag, "\"x\", " + tag, "*")) {
      HttpResponse<String> answer = server.get(CANCER_PATH, "If-None-Match", known);
      assertThat(answer.statusCode()).as(known).isEqualTo(304);
      assertThat(answer.body()).isEmpty();
      assertThat(answer.headers().firstValue("etag")).hasValue(tag);
    }
    assertThat(server.get(CANCER_PATH, "If-None-Match", "\"x\"").statusCode()).isEqualTo(200);
    assertThat(server.get("/api/v2/studies/NCT7", "If-None-Match", "*").statusCode())
        .isEqualTo(404);
  }
}
