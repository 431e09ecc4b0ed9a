package org.studyatlas.http.ctgov;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;

/**
 * What the server answered.
 *
 * @param status HTTP status
 * @param headers by name in lower case, first values only
 * @param body as text
 */
record Answer(int status, Map<String, String> headers, String body) {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String ID = "/protocolSection/identificationModule/nctId";

  static Answer of(HttpResponse<byte[]> response) throws IOException {
    Map<String, String> headers = new TreeMap<>();
    response
        .headers()
        .map()
        .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values.getFirst()));
    byte[] body = response.body();
    if ("gzip".equals(headers.get("content-encoding")) && body.length > 0) {
      body = new GZIPInputStream(new ByteArrayInputStream(body)).readAllBytes();
    }
    return new Answer(response.statusCode(), headers, new String(body, UTF_8));
  }

  /** Of an answer as it came over the wire, one character for each byte; chunks stay chunks. */
  static Answer ofRaw(String raw) {
    String[] parts = raw.split("\r\n\r\n", 2);
    Map<String, String> headers = new TreeMap<>();
    for (String line : parts[0].split("\r\n")) {
      String[] header = line.split(": ", 2);
      headers.put(header[0].toLowerCase(Locale.ROOT), header.length == 2 ? header[1] : "");
    }
    int status = Integer.parseInt(parts[0].split(" ")[1]);
    return new Answer(status, headers, new String(parts[1].getBytes(ISO_8859_1), UTF_8));
  }

  /** The token of the next page, or an empty text. */
  String token() throws JsonProcessingException {
    return body.startsWith("{")
        ? JSON.readTree(body).path("nextPageToken").asText("")
        : headers.getOrDefault("x-next-page-token", "");
  }

  void mustBe(Scenario scenario) throws JsonProcessingException {
    String said = scenario.name() + "\nanswered: " + body;
    assertThat(String.valueOf(status)).as(said).isEqualTo(scenario.text("status", "200"));
    if (scenario.has("text")) {
      assertThat(body).as(said).isEqualTo(scenario.text("text", ""));
    }
    for (Object part : scenario.list("contains")) {
      assertThat(body).as(scenario.name()).contains(String.valueOf(part));
    }
    for (Object part : scenario.list("lacks")) {
      assertThat(body).as(scenario.name()).doesNotContain(String.valueOf(part));
    }
    headersMustBe(scenario);
    pageMustBe(scenario, said);
    for (Map.Entry<?, ?> value : scenario.map("json").entrySet()) {
      JsonNode found = JSON.readTree(body).at(String.valueOf(value.getKey()));
      JsonNode wanted = JSON.valueToTree(value.getValue());
      assertThat(found.isMissingNode() ? JSON.nullNode() : found).as(said).isEqualTo(wanted);
    }
  }

  private void headersMustBe(Scenario scenario) {
    for (Map.Entry<?, ?> header : scenario.map("headers").entrySet()) {
      String found = headers.get(String.valueOf(header.getKey()).toLowerCase(Locale.ROOT));
      String wanted = header.getValue() == null ? null : String.valueOf(header.getValue());
      if (wanted != null && wanted.startsWith("/") && wanted.endsWith("/")) {
        assertThat(found).as(scenario.name()).matches(wanted.substring(1, wanted.length() - 1));
      } else {
        assertThat(found).as(scenario.name() + ", " + header.getKey()).isEqualTo(wanted);
      }
    }
  }

  private void pageMustBe(Scenario scenario, String said) throws JsonProcessingException {
    if (scenario.has("ids")) {
      assertThat(ids()).as(said).containsExactlyInAnyOrderElementsOf(numbers(scenario, "ids"));
    }
    if (scenario.has("order")) {
      assertThat(ids()).as(said).containsExactlyElementsOf(numbers(scenario, "order"));
    }
    if (scenario.has("total")) {
      String total = JSON.readTree(body).path("totalCount").asText("none");
      assertThat(total).as(said).isEqualTo(scenario.text("total", ""));
    }
    if (scenario.has("token")) {
      assertThat(!token().isEmpty()).as(said).isEqualTo(scenario.given().get("token"));
    }
  }

  private static List<Integer> numbers(Scenario scenario, String key) {
    return scenario.list(key).stream().map(Integer.class::cast).toList();
  }

  private List<Integer> ids() throws JsonProcessingException {
    List<Integer> ids = new ArrayList<>();
    for (JsonNode study : JSON.readTree(body).path("studies")) {
      ids.add(Integer.parseInt(study.at(ID).asText().substring(3)));
    }
    return ids;
  }
}
