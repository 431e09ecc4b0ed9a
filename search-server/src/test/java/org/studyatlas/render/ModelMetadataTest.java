package org.studyatlas.render;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.studyatlas.fixture.SharedData;

class ModelMetadataTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** Prose, limits that are off by a node in the recording, and what is compared node by node. */
  private static final List<String> LEFT_OUT =
      List.of("description", "rules", "dedLink", "maxChars", "children");

  @Test
  void enumsHaveTheRecordedBytes() throws IOException {
    String recorded =
        Files.readString(
            SharedData.require("reference/examples/meta/studies_enums_2026-08-16.json"));
    assertThat(written(ModelMetadata::writeEnums)).isEqualTo(recorded);
  }

  @Test
  void searchAreasHaveTheRecordedValuesAndOrder() throws IOException {
    String recorded = Files.readString(SharedData.require("reference/search-areas.json"));
    assertThat(JSON.readTree(written(ModelMetadata::writeSearchAreas)))
        .hasToString(JSON.readTree(recorded).toString());
  }

  @Test
  void fieldsHaveTheRecordedValuesAndOrder() throws IOException {
    JsonNode recorded =
        JSON.readTree(
            Files.readString(
                SharedData.require(
                    "reference/examples/meta/studies_metadata_2025-11_beta-ut.json")));
    JsonNode written = JSON.readTree(written(out -> ModelMetadata.writeFields(false, out)));
    assertThat(reduced(written)).containsExactlyElementsOf(reduced(recorded));
  }

  @Test
  void indexOnlyFieldsComeOnlyWhenAskedFor() throws IOException {
    String all = written(out -> ModelMetadata.writeFields(true, out));
    assertThat(count(all, "\"piece\" :")).isEqualTo(531);
    assertThat(count(all, "\"indexedOnly\" : true")).isEqualTo(77);
    assertThat(all).contains("\"piece\" : \"NumLocations\"");
    String retrievable = written(out -> ModelMetadata.writeFields(false, out));
    assertThat(count(retrievable, "\"piece\" :")).isEqualTo(454);
    assertThat(retrievable).doesNotContain("indexedOnly");
  }

  @Test
  void fieldIsWrittenInTheRegistrysLayout() throws IOException {
    assertThat(written(out -> ModelMetadata.writeFields(false, out)))
        .startsWith(
            """
            [ {
              "name" : "protocolSection",
              "piece" : "ProtocolSection",
              "title" : "Protocol Section",
              "sourceType" : "STRUCT",
              "type" : "ProtocolSection",
              "children" : [ {
                "name" : "identificationModule",
                "piece" : "IdentificationModule",
                "title" : "Identification Module",
                "sourceType" : "STRUCT",
                "type" : "IdentificationModule",
                "children" : [ {
                  "name" : "nctId",
                  "piece" : "NCTId",
                  "title" : "National Clinical Trial (NCT) Identification Number",
                  "sourceType" : "TEXT",
                  "maxChars" : 11,
                  "type" : "nct",
                  "altPieceNames" : [ "NCT-ID" ]
                }, {
            """);
  }

  private interface Body {
    void write(OutputStream out) throws IOException;
  }

  private static String written(Body body) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    body.write(out);
    return out.toString(UTF_8);
  }

  /** One line for each node, so that a difference is easy to see. */
  private static List<String> reduced(JsonNode nodes) {
    List<String> lines = new ArrayList<>();
    for (JsonNode node : nodes) {
      ObjectNode own = node.deepCopy();
      lines.add(own.remove(LEFT_OUT).toString());
      lines.addAll(reduced(node.path("children")));
    }
    return lines;
  }

  private static int count(String text, String part) {
    return text.split(Pattern.quote(part), -1).length - 1;
  }
}
