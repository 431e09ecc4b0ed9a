package org.studyatlas.benchmark;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.Supplier;

/**
 * Makes the requests out of studies that the server holds, so that they fit any registry: their
 * titles give the words, their conditions the conditions. Deterministic for a seed.
 */
final class Workloads {

  /** Cities with many sites, as latitude and longitude. */
  private static final List<String> CITIES =
      List.of(
          "42.36,-71.06",
          "40.71,-74.01",
          "41.88,-87.63",
          "29.76,-95.37",
          "34.05,-118.24",
          "51.51,-0.13",
          "48.86,2.35",
          "52.52,13.41",
          "41.39,2.16",
          "31.23,121.47",
          "37.57,126.98",
          "43.65,-79.38");

  private static final List<String> PLACES =
      List.of(
          "bost",
          "Boston, MA",
          "new y",
          "munich",
          "München",
          "par",
          "lond",
          "sao",
          "tokio",
          "0211");

  private static final String FACETS =
      "status,phase,studyType,sponsorClass,sponsor,siteStatus,startYear,country";

  private static final double NEAR_DEGREES = 0.4;

  private final Random random;
  private final int requests;
  private final List<String> ids = new ArrayList<>();
  private final List<String> titles = new ArrayList<>();
  private final List<String> conditions = new ArrayList<>();

  /**
   * Reads a thousand studies.
   *
   * @param requests of each kind
   */
  Workloads(Client client, int requests, long seed) throws IOException {
    this.requests = requests;
    this.random = new Random(seed);
    byte[] page = client.ask("/api/v2/studies?pageSize=1000&fields=NCTId%7CBriefTitle%7CCondition");
    try (JsonParser json = new JsonFactory().createParser(page)) {
      for (JsonToken token = json.nextToken(); token != null; token = json.nextToken()) {
        if (token == JsonToken.VALUE_STRING) {
          note(json);
        }
      }
    }
    titles.removeIf(title -> words(title).size() < 2);
    conditions.removeIf(String::isBlank);
  }

  private void note(JsonParser json) throws IOException {
    String name = json.currentName();
    if (name == null) { // an element of a list, and only conditions are in one
      conditions.add(json.getText());
    } else if (name.equals("nctId")) {
      ids.add(json.getText());
    } else if (name.equals("briefTitle")) {
      titles.add(json.getText());
    }
  }

  /** All kinds, with the times that are promised for the whole registry. */
  List<Workload> all() {
    return List.of(
        workload("radius count", 1, 0, () -> "/search?pageSize=0" + near()),
        workload(
            "condition, recruiting within 50 km, 10 best with sites",
            4,
            15,
            () -> "/search?siteStatus=RECRUITING&cond=" + encoded(any(conditions)) + near()),
        workload(
            "two words, all weighted fields, total, 10 best",
            15,
            80,
            () -> "/search?" + twoWords()),
        workload(
            "the same with 8 facets", 40, 150, () -> "/search?facets=" + FACETS + "&" + twoWords()),
        workload(
            "condition, total (drop-in)",
            0,
            0,
            () ->
                "/api/v2/studies?countTotal=true&fields=NCTId&query.cond="
                    + encoded(any(conditions))),
        workload("one full record", 0.5, 0, () -> "/api/v2/studies/" + any(ids)),
        workload(
            "page of 1,000 projected records",
            60,
            0,
            () ->
                "/api/v2/studies?pageSize=1000&fields=NCTId%7CBriefTitle%7COverallStatus&query.cond="
                    + encoded(any(conditions))),
        workload("polygon count", 0, 0, () -> "/search?pageSize=0&area=" + polygon()),
        workload("place name", 0, 0, () -> "/places?q=" + encoded(any(PLACES))),
        workload("suggestion", 0, 0, () -> "/suggest?q=" + encoded(beginning(any(conditions)))),
        workload(
            "heat map of recruiting sites",
            0,
            0,
            () ->
                "/heatmap?level=7&bbox=-125,24,-66,50&siteStatus=RECRUITING&cond="
                    + encoded(any(conditions))),
        workload(
            "100 nearest sites of a condition",
            0,
            0,
            () -> "/sites?pageSize=100&cond=" + encoded(any(conditions)) + near()),
        workload(
            "reasons of one study",
            0,
            0,
            () -> "/studies/" + any(ids) + "/why?siteStatus=RECRUITING&" + twoWords() + near()),
        workload(
            "ids of all hits",
            0,
            0,
            () ->
                "/export?format=ids&siteStatus=RECRUITING&cond="
                    + encoded(any(conditions))
                    + near()),
        workload("no search at all", 0, 0, () -> "/api/v2/version"));
  }

  /** A triangle of some hundred kilometres around a city. */
  private String polygon() {
    String[] city = any(CITIES).split(",");
    double lat = Double.parseDouble(city[0]);
    double lon = Double.parseDouble(city[1]);
    String corner = "%.2f %.2f";
    String first = corner.formatted(lon - 1, lat - 1);
    return encoded(
        "POLYGON((%s, %s, %s, %s))"
            .formatted(
                first, corner.formatted(lon + 1, lat - 1), corner.formatted(lon, lat + 1), first));
  }

  private String beginning(String text) {
    return text.substring(0, Math.min(text.length(), 3 + random.nextInt(5)));
  }

  private Workload workload(String name, double median, double worst, Supplier<String> request) {
    List<String> targets = new ArrayList<>();
    for (int i = 0; i < requests; i++) {
      targets.add(request.get());
    }
    return new Workload(name, median, worst, targets);
  }

  /** No two circles are alike, so that none is answered by a cache. */
  private String near() {
    String[] city = any(CITIES).split(",");
    double lat = Double.parseDouble(city[0]) + (random.nextDouble() - 0.5) * NEAR_DEGREES;
    double lon = Double.parseDouble(city[1]) + (random.nextDouble() - 0.5) * NEAR_DEGREES;
    return "&within=50km&near=%.4f,%.4f".formatted(lat, lon);
  }

  private String twoWords() {
    List<String> words = words(any(titles));
    int first = random.nextInt(words.size() - 1);
    return "q=" + encoded(words.get(first) + " " + words.get(first + 1));
  }

  private static List<String> words(String title) {
    List<String> words = new ArrayList<>();
    for (String word : title.split("[^\\p{L}\\p{N}]+")) {
      if (word.length() > 3) {
        words.add(word.toLowerCase(Locale.ROOT));
      }
    }
    return words;
  }

  private String any(List<String> list) {
    return list.get(random.nextInt(list.size()));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, UTF_8);
  }
}
