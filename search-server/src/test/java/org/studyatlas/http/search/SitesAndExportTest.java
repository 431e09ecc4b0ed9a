package org.studyatlas.http.search;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.studyatlas.fixture.StudyFixture.study;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.studyatlas.fixture.StudyFixture;
import org.studyatlas.search.Lease;
import org.studyatlas.search.StreamMemoryException;
import org.studyatlas.server.TestServer;
import org.studyatlas.testing.PublishedIndex;

/** Formats of rows and exports, why a study is found, and streams that end early. */
class SitesAndExportTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int BALLAST = 300;

  @TempDir Path folder;
  private TestServer server;

  @BeforeEach
  void start() throws IOException {
    StudyFixture first =
        study("NCT00000001")
            .title("Aspirin, \"low\" dose")
            .conditions("Asthma")
            .with("protocolSection.eligibilityModule.minimumAge", "18 Years")
            .site(
                Map.of(
                    "facility", "Clinic A",
                    "city", "Boston",
                    "country", "United States",
                    "status", "RECRUITING",
                    "lat", 42.35843,
                    "lon", -71.05977,
                    "contacts",
                        List.of(
                            Map.of("name", "A. Person", "phone", "1", "phoneExt", "2"),
                            Map.of("name", "B. Person", "email", "b@example.org"))))
            .site("Paris", "France", "COMPLETED", 48.85341, 2.3488);
    StudyFixture second =
        study("NCT00000002")
            .title("Stroke")
            .status("COMPLETED")
            .site(Map.of("city", "Nowhere", "country", "France"))
            .site("Worcester", "United States", "RECRUITING", 42.26259, -71.80229);
    Stream<StudyFixture> many =
        IntStream.rangeClosed(1, BALLAST)
            .mapToObj(
                i ->
                    study("NCT%08d".formatted(1_000 + i))
                        .conditions("Ballast")
                        .with("ballast", "é ".repeat(8_000)) // no field, so that it is not indexed
                        .site("Town", "Spain", "COMPLETED", 40, -3));
    new PublishedIndex(folder)
        .publish(
            "2026-08-14-1",
            Stream.concat(Stream.of(first, second), many).toArray(StudyFixture[]::new));
    server = TestServer.over(folder);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void sitesAreRowsNearestFirst() throws IOException {
    JsonNode page = json("/sites?near=42.36,-71.06&filter=NCT00000001+OR+NCT00000002");
    assertThat(page.get("totalSites").asInt()).isEqualTo(4);
    assertThat(page.get("totalStudies").asInt()).isEqualTo(2);
    assertThat(page.findValuesAsText("city"))
        .containsExactly("Boston", "Worcester", "Paris", "Nowhere");
    JsonNode site = page.at("/sites/0");
    assertThat(site.get("distanceKm").asDouble()).isEqualTo(0.2);
    assertThat(site.get("siteStatus").asText()).isEqualTo("RECRUITING");
    assertThat(site.at("/contacts/1/email").asText()).isEqualTo("b@example.org");
    assertThat(page.at("/sites/3").has("distanceKm")).isFalse();
    assertThat(page.at("/receipt/total").asInt()).isEqualTo(2);
  }

  @Test
  void aTableOfSitesNamesAllContacts() {
    String[] rows = text("/sites?format=csv&facility=clinic").split("\n");
    assertThat(rows[0]).startsWith("nctId,briefTitle,overallStatus,facility,city");
    assertThat(rows[1])
        .isEqualTo(
            "NCT00000001,\"Aspirin, \"\"low\"\" dose\",RECRUITING,Clinic A,Boston,,,United"
                + " States,RECRUITING,A. Person|B. Person,|,1 ext."
                + " 2|,|b@example.org,42.35843,-71.05977,,,");
    assertThat(rows).hasSize(2);
  }

  @Test
  void linesOfSitesEndWithTheirNumber() throws IOException {
    List<String> lines = text("/sites?format=ndjson&country=Spain").lines().toList();
    assertThat(lines).hasSize(BALLAST + 1);
    assertThat(JSON.readTree(lines.getFirst()).get("nctId").asText()).isEqualTo("NCT00001001");
    JsonNode end = JSON.readTree(lines.getLast()).get("studyatlas");
    assertThat(end.get("complete").asBoolean()).isTrue();
    assertThat(end.get("count").asInt()).isEqualTo(BALLAST);
    assertThat(end.at("/receipt/generation").asText()).isEqualTo("2026-08-14-1");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "/export?format=ids&q=aspirin ; NCT00000001\\n",
        "/export?format=ids&sort=nctId:desc&status=COMPLETED,RECRUITING&country=France ;"
            + " NCT00000002\\n"
            + "NCT00000001\\n",
        "/export?format=csv&fields=NCT Number,Study Status&q=stroke ; NCT Number,Study Status\\n"
            + "NCT00000002,COMPLETED\\n",
        "/export?format=csv&fields=LocationCity,NCTId&q=aspirin ; LocationCity,NCTId\\n"
            + "Boston|Paris,NCT00000001\\n",
        "/export?format=ids&q=nothing ; ''",
      })
  void exportsWhatIsFound(String path, String body) {
    assertThat(text(path.replace(" ", "%20"))).isEqualTo(body.replace("\\n", "\n"));
  }

  @Test
  void aJsonExportIsOneDocumentWithItsNumberFirst() throws IOException {
    HttpResponse<String> answer = server.get("/export?format=json&fields=NCTId&cond=ballast");
    JsonNode document = JSON.readTree(answer.body());
    assertThat(document.at("/studyatlas/count").asInt()).isEqualTo(BALLAST);
    assertThat(document.get("studies")).hasSize(BALLAST);
    assertThat(document.get("complete").asBoolean()).isTrue();
    assertThat(answer.headers().firstValue("x-total-count")).hasValue("" + BALLAST);
    assertThat(answer.headers().firstValue("x-studyatlas-generation")).hasValue("2026-08-14-1");
    assertThat(answer.headers().firstValue("content-disposition").orElseThrow())
        .contains("studyatlas-studies-2026-08-14.json");
  }

  @Test
  void anExportForReferenceManagersHasARecordEach() {
    assertThat(text("/export?format=ris&country=France").split("ER  - ")).hasSize(3);
  }

  @Test
  void anExportIsTheSameInGzip() throws IOException {
    HttpResponse<byte[]> gzip = server.getBytes("/export", "Accept-Encoding", "gzip");
    assertThat(gzip.headers().firstValue("content-encoding")).hasValue("gzip");
    byte[] plain = new GZIPInputStream(new ByteArrayInputStream(gzip.body())).readAllBytes();
    assertThat(new String(plain, UTF_8)).isEqualTo(text("/export"));
  }

  @Test
  void everyOrderExportsEveryStudyOnce() {
    for (String sort : List.of("nctId", "relevance", "start:asc", "enrollment", "distance")) {
      String ids = text("/export?format=ids&near=40,-3&q=ballast&sort=" + sort);
      assertThat(ids.lines().distinct().count()).as(sort).isEqualTo(BALLAST);
      assertThat(ids.lines().count()).as(sort).isEqualTo(BALLAST);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/sites?sort=distance | sort",
        "/sites?format=xml | format",
        "/sites?format=csv&cursor=x | cursor",
        "/sites?cursor=x | cursor",
        "/export?format=xml | format",
        "/export?fields=Nonsense | fields",
        "/export?format=ids&fields=NCTId | fields",
        "/export?cursor=x | cursor",
        "/heatmap?level=0 | level",
        "/studies/x/why?q=a | nctId",
      })
  void aBadParameterIsNamed(String path, String parameter) throws IOException {
    HttpResponse<String> answer = server.get(path);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
    assertThat(JSON.readTree(answer.body()).get("parameter").asText()).isEqualTo(parameter);
  }

  @ParameterizedTest
  @CsvSource({
    "'NCT Number,OverallStatus', true",
    "'NCTId,Study Status', true",
    "'Bogus', false",
    "'Bogus,NCTId', false"
  })
  void aMixOfTitlesAndNamesIsToldAsSuch(String fields, boolean mixed) throws IOException {
    HttpResponse<String> refused =
        server.get("/export?format=csv&fields=" + fields.replace(" ", "%20"));
    assertThat(refused.statusCode()).isEqualTo(400);
    String detail = JSON.readTree(refused.body()).get("detail").asText();
    assertThat(detail.contains("not by both")).as(detail).isEqualTo(mixed);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/search?q=asthma | 304",
        "/search?pageSize=x | 400",
        "/search?cursor=x | 400",
        "/search?age=old | 400",
        "/sites?q=asthma | 304",
        "/sites?format=xml | 400",
        "/sites?pageSize=x | 400",
        "/sites?cursor=x | 400",
        "/sites?format=csv&cursor=x | 400",
        "/export?q=asthma | 304",
        "/export?fields=Nonsense | 400",
        "/heatmap?q=asthma | 304",
        "/heatmap?level=0 | 400",
        "/heatmap?format=xml | 400",
        "/studies/NCT00000001/why?q=asthma | 304",
        "/studies/NCT00000001/why?age=old | 400",
        "/studies/NCT99999999/why?q=asthma | 404",
      })
  void aMistakeIsToldToThoseWhoKnowTheTag(String path, int status) {
    assertThat(server.get(path, "If-None-Match", "*").statusCode()).isEqualTo(status);
  }

  @ParameterizedTest
  @CsvSource({"near=42.36, 200", "pageSize=3&near=42.36, 200", "near=42.37, 400"})
  void aCursorOfSitesContinuesItsOwnSearchOnly(String latitude, int status) throws IOException {
    String first = "/sites?near=42.36,-71.06&pageSize=1";
    String cursor = json(first).get("nextCursor").asText();
    String next = "/sites?" + latitude + ",-71.06&cursor=" + cursor;
    assertThat(server.get(next).statusCode()).isEqualTo(status);
    assertThat(server.get(next, "If-None-Match", "*").statusCode())
        .isEqualTo(status == 200 ? 304 : status);
  }

  @Test
  void aPostIsAlwaysAnswered() {
    HttpResponse<String> posted =
        server.post("/search", "{\"q\":\"asthma\"}", "If-None-Match", "*");
    assertThat(posted.statusCode()).isEqualTo(200);
  }

  @Test
  void whyNamesTheValueThatDecided() throws IOException {
    JsonNode why =
        json(
            "/studies/NCT00000001/why?q=asthma&status=COMPLETED&age=12"
                + "&near=42.26,-71.8&within=10mi&siteStatus=RECRUITING");
    assertThat(why.get("matched").asBoolean()).isFalse();
    assertThat(reason(why, "q")).startsWith("'asthma' found in Condition");
    assertThat(why.at("/clauses/0/fields/0/expansion").asText()).isEqualTo("term");
    assertThat(reason(why, "status")).isEqualTo("OverallStatus is RECRUITING, asked COMPLETED");
    assertThat(reason(why, "age")).contains("MinimumAge is 18 Years, asked up to 12 years");
    assertThat(reason(why, "site"))
        .contains("nearest site that fulfils the other conditions 61.8 km (38.4 mi)")
        .contains("limit 16.1 km (10.0 mi)");
  }

  @Test
  void whyNamesASpellingAsItWasLookedUp() throws IOException {
    JsonNode why = json("/studies/NCT00000001/why?q=astma~1");
    assertThat(reason(why, "q")).startsWith("'astma~1' found in Condition");
  }

  @Test
  void whyOfAnUnknownStudyIsNotFound() {
    assertThat(server.get("/studies/NCT00009999/why?q=a").statusCode()).isEqualTo(404);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/export", "/export?sort=start", "/export?format=csv", "/sites?format=ndjson"})
  void aClientThatGoesAwayGivesTheGenerationBack(String path) throws Exception {
    try (Socket socket = new Socket("127.0.0.1", server.port())) {
      socket.setReceiveBufferSize(4_096);
      String request = "GET " + path + " HTTP/1.1\r\nHost: x\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(US_ASCII));
      assertThat(socket.getInputStream().readNBytes(2_000)).hasSize(2_000);
      if (!path.contains("format")) { // the others fit into what is sent ahead
        assertThat(server.generations().streamBytes()).as("held meanwhile").isPositive();
      }
    }
    new PublishedIndex(folder).publish("2026-08-15-1", study("NCT00000777"));
    server.generations().refresh();
    for (int i = 0; i < 200 && server.generations().openGenerations() != 1; i++) {
      Thread.sleep(25);
    }
    assertThat(server.generations().openGenerations()).isEqualTo(1);
    assertThat(server.generations().streamBytes()).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/export", "/export?sort=start", "/sites?format=csv", "/sites?format=ndjson"})
  void aStreamThatWouldHoldTooMuchIsRefused(String path) throws IOException {
    try (Lease others = server.generations().acquire()) {
      holdAll(others);
      HttpResponse<String> refused = server.get(path);
      assertThat(refused.statusCode()).as(refused.body()).isEqualTo(503);
      assertThat(refused.headers().firstValue("content-type")).hasValue("application/problem+json");
      assertThat(refused.headers().firstValue("retry-after")).hasValue("30");
      assertThat(JSON.readTree(refused.body()).get("detail").asText())
          .contains("try again when some have ended", "pages of /search or /sites");
      assertThat(server.get("/sites").statusCode()).isEqualTo(200);
    }
    assertThat(server.generations().streamBytes()).isZero();
    assertThat(server.get(path).statusCode()).isEqualTo(200);
    assertThat(server.sendBytes("HEAD", path).statusCode()).isEqualTo(200);
    assertThat(server.get(path, "If-None-Match", "*").statusCode()).isEqualTo(304);
    assertThat(server.get(path + (path.contains("?") ? "&" : "?") + "pageSize=3").statusCode())
        .isEqualTo(400);
    assertThat(server.generations().streamBytes()).isZero();
  }

  private static void holdAll(Lease lease) {
    for (long bytes = Long.highestOneBit(Long.MAX_VALUE); bytes > 0; bytes /= 2) {
      try {
        lease.hold(bytes);
      } catch (StreamMemoryException e) {
        // half of it may be left
      }
    }
  }

  private static String reason(JsonNode why, String parameter) {
    for (JsonNode clause : why.get("clauses")) {
      if (clause.get("parameter").asText().equals(parameter)) {
        return clause.get("reason").asText();
      }
    }
    throw new AssertionError("no clause " + parameter + " in " + why);
  }

  private JsonNode json(String path) throws IOException {
    return JSON.readTree(text(path));
  }

  private String text(String path) {
    HttpResponse<String> answer = server.get(path);
    assertThat(answer.statusCode()).as(path + "\n" + answer.body()).isEqualTo(200);
    return answer.body();
  }
}
