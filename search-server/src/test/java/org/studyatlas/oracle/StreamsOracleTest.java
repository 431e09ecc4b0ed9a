package org.studyatlas.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.StringReader;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.studyatlas.fixture.SharedData;
import org.studyatlas.geo.GeoPoint;
import org.studyatlas.server.TestServer;
import org.studyatlas.study.NctId;
import org.studyatlas.testing.PublishedIndex;

/**
 * Rows of sites and exports of random searches on real studies, as a client gets them, against
 * plain scans of the JSON.
 *
 * <p>{@code -Dstudyatlas.streams.seed=n} repeats a run.
 */
class StreamsOracleTest {

  private static final int SEARCHES = Integer.getInteger("studyatlas.streams.searches", 40);
  private static final long SEED =
      Long.getLong("studyatlas.streams.seed", System.nanoTime() & 0xffffff);
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir static Path folder;
  private static TestServer server;
  private static final List<JsonNode> STUDIES = new ArrayList<>();

  /** The same studies, with sites that have no coordinates where their cities are. */
  private static final List<JsonNode> PLACED = new ArrayList<>();

  private final ReferenceSearch reference = new ReferenceSearch();

  /** A site as the scan sees it; {@code centimeters} is 0 where nothing is measured. */
  private record Row(
      String id, int ordinal, String facility, String city, long centimeters, String distanceKm) {}

  @BeforeAll
  static void start() throws IOException {
    List<byte[]> records = RealStudies.records(SharedData.require("data/registry-sample.zip"), 11);
    records.forEach(record -> STUDIES.add(RealStudies.tree(record)));
    STUDIES.sort(Comparator.comparing(RealStudies::id));
    STUDIES.forEach(study -> PLACED.add(study.deepCopy()));
    ReferenceCities.fillIn(PLACED);
    new PublishedIndex(folder).publishRecords("2026-08-14-1", records);
    server = TestServer.over(folder);
  }

  @AfterAll
  static void stop() {
    if (server != null) {
      server.close();
    }
  }

  @Test
  void rowsAndExportsEqualAScan() throws IOException {
    Random random = new Random(SEED);
    RandomExpressions expressions = new RandomExpressions(STUDIES, random);
    int found = 0;
    for (int i = 0; i < SEARCHES; i++) {
      RandomSearch search = RandomSearch.draw(STUDIES, expressions, random);
      String told = "seed %d, search %d: %s".formatted(SEED, i, search);
      List<JsonNode> hits = placedHits(search);
      List<String> ids = hits.stream().map(RealStudies::id).toList();
      assertThat(exportedIds(search)).as(told).isEqualTo(ids);
      List<Row> rows = rows(hits, search);
      assertThat(csvRows(search))
          .as(told)
          .isEqualTo(rows.stream().map(StreamsOracleTest::text).toList());
      pagesEqual(search, rows, told);
      found += hits.isEmpty() ? 0 : 1;
    }
    assertThat(found).as("searches that find something").isGreaterThan(SEARCHES / 4);
  }

  @Test
  void gridsEqualAScan() throws IOException {
    Random random = new Random(SEED);
    RandomExpressions expressions = new RandomExpressions(STUDIES, random);
    int counted = 0;
    for (int i = 0; i < SEARCHES; i++) {
      RandomSearch search = RandomSearch.draw(STUDIES, expressions, random);
      int level = 1 + random.nextInt(8);
      String told = "seed %d, search %d, level %d: %s".formatted(SEED, i, level, search);
      JsonNode grid = JSON.readTree(get("/heatmap?level=" + level + "&" + search.query()).body());
      Map<String, Integer> expected = new TreeMap<>();
      int without = 0;
      for (int n = 0; n < STUDIES.size(); n++) {
        if (search.finds(STUDIES.get(n), PLACED.get(n), reference)) {
          without += count(n, search, level, expected);
        }
      }
      assertThat(ReferenceGrid.cells(grid)).as(told).isEqualTo(expected);
      assertThat(grid.get("sitesWithoutCell").asInt()).as(told).isEqualTo(without);
      counted += expected.isEmpty() ? 0 : 1;
    }
    assertThat(counted).as("grids with sites").isGreaterThan(SEARCHES / 5);
  }

  /** Adds a study's matching sites to their cells; returns how many have no point of their own. */
  private int count(int study, RandomSearch search, int level, Map<String, Integer> cells) {
    List<JsonNode> own = JsonValues.sites(STUDIES.get(study));
    List<JsonNode> placed = JsonValues.sites(PLACED.get(study));
    int without = 0;
    for (int i = 0; i < own.size(); i++) {
      if (search.at(PLACED.get(study), placed.get(i), reference)) {
        JsonNode point = own.get(i).get("geoPoint");
        without += point == null ? 1 : 0;
        if (point != null) {
          cells.merge(ReferenceGrid.cell(level, point), 1, Integer::sum);
        }
      }
    }
    return without;
  }

  @Test
  void whyAgreesWithWhetherAStudyIsFound() throws IOException {
    Random random = new Random(SEED);
    RandomExpressions expressions = new RandomExpressions(STUDIES, random);
    int found = 0;
    for (int i = 0; i < 4 * SEARCHES; i++) {
      RandomSearch search = RandomSearch.draw(STUDIES, expressions, random);
      int n = random.nextInt(STUDIES.size());
      JsonNode study = STUDIES.get(n);
      String told = "seed %d, search %d: %s".formatted(SEED, i, search);
      String path = "/studies/%s/why?%s".formatted(RealStudies.id(study), search.query());
      JsonNode why = JSON.readTree(get(path).body());
      boolean expected = search.finds(study, PLACED.get(n), reference);
      assertThat(why.get("matched").asBoolean()).as(told).isEqualTo(expected);
      boolean all = true;
      for (JsonNode clause : why.get("clauses")) {
        all &= clause.get("matched").asBoolean();
        partsAgree(clause, told);
      }
      assertThat(all).as(told).isEqualTo(expected);
      found += expected ? 1 : 0;
    }
    assertThat(found).as("studies that are found").isPositive();
  }

  /** What an AND, an OR and a NOT say follows from what their parts say, outside of sites. */
  private static void partsAgree(JsonNode clause, String told) {
    assertThat(clause.get("reason").asText()).as(told).isNotBlank();
    if (!clause.has("parts")) {
      return;
    }
    boolean all = true;
    boolean any = false;
    for (JsonNode part : clause.get("parts")) {
      partsAgree(part, told);
      all &= part.get("matched").asBoolean();
      any |= part.get("matched").asBoolean();
    }
    boolean matched = clause.get("matched").asBoolean();
    boolean atSites = clause.has("matchingSites");
    if (!atSites) {
      assertThat(List.of(all, any, !any)).as(told).contains(matched);
    } else if (matched && clause.get("parts").size() > 1) {
      assertThat(any).as(told).isTrue();
    }
  }

  @Test
  void theExportOfEverythingHoldsEveryRecord() throws IOException {
    String[] lines = get("/export").body().split("\n");
    assertThat(lines).hasSize(STUDIES.size() + 1);
    for (int i = 0; i < STUDIES.size(); i++) {
      assertThat(JSON.readTree(lines[i])).isEqualTo(STUDIES.get(i));
    }
    JsonNode end = JSON.readTree(lines[STUDIES.size()]).get("studyatlas");
    assertThat(end.get("complete").asBoolean()).isTrue();
    assertThat(end.get("count").asInt()).isEqualTo(STUDIES.size());
  }

  private List<JsonNode> placedHits(RandomSearch search) {
    return IntStream.range(0, STUDIES.size())
        .filter(i -> search.finds(STUDIES.get(i), PLACED.get(i), reference))
        .mapToObj(PLACED::get)
        .toList();
  }

  private static List<String> exportedIds(RandomSearch search) {
    HttpResponse<String> answer = get("/export?format=ids&" + search.query());
    List<String> ids = answer.body().lines().toList();
    assertThat(answer.headers().firstValueAsLong("x-total-count")).hasValue(ids.size());
    return ids;
  }

  private List<Row> rows(List<JsonNode> hits, RandomSearch search) {
    List<Row> rows = new ArrayList<>();
    for (JsonNode study : hits) {
      List<JsonNode> sites = JsonValues.sites(study);
      for (int i = 0; i < sites.size(); i++) {
        if (search.at(study, sites.get(i), reference)) {
          rows.add(row(RealStudies.id(study), i, sites.get(i), search.origin()));
        }
      }
    }
    rows.sort(
        Comparator.comparingLong(Row::centimeters)
            .thenComparing(row -> NctId.find(row.id()).orElseThrow())
            .thenComparingInt(Row::ordinal));
    return rows;
  }

  private static Row row(String id, int ordinal, JsonNode site, @Nullable GeoPoint origin) {
    double meters =
        origin == null
            ? Double.NaN
            : ReferenceSearch.point(site).map(origin::metersTo).orElse(Double.POSITIVE_INFINITY);
    return new Row(
        id,
        ordinal,
        site.path("facility").asText(),
        site.path("city").asText(),
        Double.isNaN(meters) ? 0 : Double.isInfinite(meters) ? Long.MAX_VALUE : centimeters(meters),
        Double.isFinite(meters) ? Double.toString(Math.round(meters / 100) / 10.0) : "");
  }

  private static long centimeters(double meters) {
    return Math.round(meters * 100);
  }

  private static List<String> csvRows(RandomSearch search) throws IOException {
    HttpResponse<String> answer = get("/sites?format=csv&" + search.query());
    CSVFormat format = CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get();
    List<String> rows = new ArrayList<>();
    for (CSVRecord row : format.parse(new StringReader(answer.body()))) {
      rows.add(text(row.get("nctId"), row.get("facility"), row.get("city"), row.get("distanceKm")));
    }
    assertThat(answer.headers().firstValueAsLong("x-total-count")).hasValue(rows.size());
    return rows;
  }

  private static String text(String id, String facility, String city, String distanceKm) {
    return String.join(" | ", id, facility.strip(), city, distanceKm);
  }

  private static void pagesEqual(RandomSearch search, List<Row> rows, String told)
      throws IOException {
    List<String> read = new ArrayList<>();
    String cursor = "";
    do {
      JsonNode page = JSON.readTree(get("/sites?pageSize=700&" + search.query() + cursor).body());
      assertThat(page.get("totalSites").asInt()).as(told).isEqualTo(rows.size());
      assertThat(page.get("totalStudies").asLong())
          .as(told)
          .isEqualTo(rows.stream().map(Row::id).distinct().count());
      for (JsonNode site : page.get("sites")) {
        read.add(
            text(
                site.get("nctId").asText(),
                site.path("facility").asText(),
                site.path("city").asText(),
                site.path("distanceKm").asText()));
      }
      cursor = page.has("nextCursor") ? "&cursor=" + page.get("nextCursor").asText() : "";
    } while (!cursor.isEmpty());
    assertThat(read).as(told).isEqualTo(rows.stream().map(StreamsOracleTest::text).toList());
  }

  private static String text(Row row) {
    return text(row.id(), row.facility(), row.city(), row.distanceKm());
  }

  private static HttpResponse<String> get(String path) {
    HttpResponse<String> answer = server.get(path);
    assertThat(answer.statusCode()).as(path + "\n" + answer.body()).isEqualTo(200);
    return answer;
  }
}
