package org.studyatlas.http.search;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.studyatlas.server.TestServer;

/** Asks {@code /search} of a server; parameters are written as people say them. */
record NativeClient(TestServer server) {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** The answer, which must be one. */
  JsonNode get(String query) {
    HttpResponse<String> response = server.get("/search?" + encoded(query));
    assertThat(response.statusCode()).as("%s: %s", query, response.body()).isEqualTo(200);
    try {
      return JSON.readTree(response.body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The ids on the page. */
  List<String> find(String query) {
    return ids(get(query));
  }

  /**
   * The ids of all pages, as the cursors lead from one to the next. Only the last page may hold
   * less than the others, even nothing.
   */
  List<String> walk(String query, int pageSize) {
    List<String> walked = new ArrayList<>();
    String cursor = "";
    do {
      JsonNode page = get(query + "&pageSize=" + pageSize + cursor);
      walked.addAll(ids(page));
      cursor = page.has("nextCursor") ? "&cursor=" + page.get("nextCursor").asText() : "";
      assertThat(ids(page).size() == pageSize).as(query).isEqualTo(!cursor.isEmpty());
    } while (!cursor.isEmpty());
    return walked;
  }

  private static List<String> ids(JsonNode answer) {
    List<String> ids = new ArrayList<>();
    answer.get("hits").forEach(hit -> ids.add(hit.get("nctId").asText()));
    return ids;
  }

  /** Ids by their last digits: {@code 1 3} for NCT00000001 and NCT00000003. */
  static List<String> ids(String digits) {
    return digits.isEmpty()
        ? List.of()
        : List.of(digits.split(" ")).stream().map(digit -> "NCT0000000" + digit).toList();
  }

  /** The query with its values percent-encoded. */
  static String encoded(String query) {
    List<String> pairs = new ArrayList<>();
    for (String pair : query.split("&")) {
      int equals = pair.indexOf('=');
      if (equals > 0) {
        String value = URLEncoder.encode(pair.substring(equals + 1), StandardCharsets.UTF_8);
        pairs.add(pair.substring(0, equals + 1) + value);
      }
    }
    return String.join("&", pairs);
  }
}
