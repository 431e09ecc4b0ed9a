package org.studyatlas.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.studyatlas.facet.Facet;

/** The document is well-formed and says all that the definitions say. */
class OpenApiDocumentTest {

  private static final JsonNode DOCUMENT = document();
  private static final Set<String> TYPES =
      Set.of("object", "array", "string", "integer", "number", "boolean");

  private static JsonNode document() {
    try {
      return new ObjectMapper().readTree(new OpenApiDocument("1.2.3").toJson());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void hasWhatOpenApiDemands() {
    assertThat(DOCUMENT.get("openapi").asText()).isEqualTo("3.0.3");
    assertThat(DOCUMENT.at("/info/title").asText()).isNotBlank();
    assertThat(DOCUMENT.at("/info/version").asText()).isEqualTo("1.2.3");
    assertThat(DOCUMENT.fieldNames())
        .toIterable()
        .containsExactly("openapi", "info", "servers", "paths", "components");
    assertThat(operations()).extracting(o -> o.get("operationId").asText()).doesNotHaveDuplicates();
    for (JsonNode operation : operations()) {
      assertThat(operation.get("responses").fieldNames())
          .toIterable()
          .contains("200", "400")
          .allMatch(status -> status.matches("[2-5]\\d\\d"));
      assertThat(operation.at("/responses/200/description").asText()).isNotBlank();
    }
  }

  @Test
  void everyReferenceLeadsSomewhere() {
    List<String> references = DOCUMENT.findValuesAsText("$ref");
    SchemaWalk walk = new SchemaWalk(DOCUMENT);
    assertThat(references).isNotEmpty();
    assertThat(references).allSatisfy(ref -> assertThat(walk.at(ref).isMissingNode()).isFalse());
    Map<String, Schema> schemas = Schemas.all();
    assertThat(schemas.keySet())
        .allMatch(name -> references.contains("#/components/schemas/" + name));
  }

  @Test
  void everySchemaHasATypeAndRequiresOnlyItsOwnMembers() {
    List<JsonNode> schemas = new ArrayList<>();
    DOCUMENT.at("/components/schemas").forEach(schema -> collect(schema, schemas));
    DOCUMENT.findValues("schema").forEach(schema -> collect(schema, schemas));
    assertThat(schemas).hasSizeGreaterThan(100);
    for (JsonNode schema : schemas) {
      assertThat(schema.has("$ref") || schema.has("oneOf") || TYPES.contains(type(schema)))
          .as(schema.toString())
          .isTrue();
      assertThat(type(schema).equals("array")).isEqualTo(schema.has("items"));
      schema
          .path("required")
          .forEach(name -> assertThat(schema.get("properties").has(name.asText())).isTrue());
    }
  }

  private static String type(JsonNode schema) {
    return schema.path("type").asText();
  }

  private static void collect(JsonNode schema, List<JsonNode> schemas) {
    schemas.add(schema);
    schema.path("properties").forEach(member -> collect(member, schemas));
    schema.path("oneOf").forEach(part -> collect(part, schemas));
    if (schema.has("items")) {
      collect(schema.get("items"), schemas);
    }
  }

  @Test
  void everyEndpointHasItsParametersAndNoOthers() {
    assertThat(DOCUMENT.get("paths").fieldNames())
        .toIterable()
        .containsExactlyElementsOf(Endpoints.ALL.stream().map(Endpoint::path).toList());
    for (Endpoint endpoint : Endpoints.ALL) {
      JsonNode path = DOCUMENT.get("paths").get(endpoint.path());
      List<String> names = endpoint.parameters().stream().map(Parameter::name).toList();
      assertThat(names).doesNotHaveDuplicates();
      assertThat(path.has("post")).isEqualTo(endpoint.takesPost());
      for (JsonNode operation : path) {
        assertThat(operation.get("parameters").findValuesAsText("name")).isEqualTo(names);
      }
      for (JsonNode parameter : path.at("/get/parameters")) {
        boolean inPath = endpoint.path().contains("{" + parameter.get("name").asText() + "}");
        assertThat(parameter.get("in").asText()).isEqualTo(inPath ? "path" : "query");
        assertThat(parameter.path("required").asBoolean() || !inPath).isTrue();
        assertThat(parameter.get("description").asText()).endsWith(".");
      }
    }
  }

  @Test
  void aBodyHasTheParametersOfTheAddress() {
    JsonNode body =
        DOCUMENT.at("/paths/~1search/post/requestBody/content/application~1json/schema");
    assertThat(body.get("properties").fieldNames())
        .toIterable()
        .containsExactlyElementsOf(Endpoints.SEARCH.names());
  }

  @Test
  void onlyAGetMayBeUnchanged() {
    assertThat(DOCUMENT.at("/paths/~1search/get/responses").has("304")).isTrue();
    assertThat(DOCUMENT.at("/paths/~1search/post/responses").has("304")).isFalse();
  }

  @Test
  void tellsWordsLimitsAndDefaults() {
    JsonNode search = DOCUMENT.at("/paths/~1search/get/parameters");
    assertThat(named(search, "pageSize").get("schema").toString())
        .isEqualTo("{\"type\":\"integer\",\"minimum\":0,\"maximum\":1000,\"default\":10}");
    assertThat(named(search, "siteStatus").at("/schema/items/enum/0").asText()).isNotBlank();
    assertThat(named(search, "country").get("style").asText()).isEqualTo("pipeDelimited");
    assertThat(named(search, "sort").at("/schema/items/enum").toString())
        .contains("\"distance:asc\"", "\"start:desc\"")
        .doesNotContain("distance:desc");
  }

  private static JsonNode named(JsonNode parameters, String name) {
    for (JsonNode parameter : parameters) {
      if (parameter.get("name").asText().equals(name)) {
        return parameter;
      }
    }
    throw new AssertionError("no parameter " + name);
  }

  @Test
  void everyFacetHasItsParameter() {
    assertThat(Endpoints.SEARCH.names()).containsAll(Facet.parameters());
  }

  @Test
  void isTheSameEveryTime() {
    assertThat(new OpenApiDocument("1").toJson()).isEqualTo(new OpenApiDocument("1").toJson());
  }

  private static List<JsonNode> operations() {
    List<JsonNode> operations = new ArrayList<>();
    DOCUMENT.get("paths").forEach(path -> path.forEach(operations::add));
    return operations;
  }
}
