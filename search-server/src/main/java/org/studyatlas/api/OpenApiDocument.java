package org.studyatlas.api;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The OpenAPI document of the native face, made from {@link Endpoints}. Not valid for the drop-in
 * face, whose contract is the registry's.
 */
public final class OpenApiDocument {

  private static final String PROBLEM = "application/problem+json";

  private final String version;

  /**
   * A document.
   *
   * @param version of the server
   */
  public OpenApiDocument(String version) {
    this.version = version;
  }

  /** The document as UTF-8. */
  public byte[] toJson() {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("openapi", "3.0.3");
    document.put("info", info());
    document.put("servers", List.of(Map.of("url", "/")));
    Map<String, Object> paths = new LinkedHashMap<>();
    Endpoints.ALL.forEach(endpoint -> paths.put(endpoint.path(), path(endpoint)));
    document.put("paths", paths);
    document.put("components", components());
    return JsonTree.write(document);
  }

  private Map<String, Object> info() {
    Map<String, Object> info = new LinkedHashMap<>();
    info.put("title", "StudyAtlas, native face");
    info.put("version", version);
    info.put(
        "description",
        "Full-text and geographic search over a local mirror of ClinicalTrials.gov. All conditions on"
            + " a site hold at one and the same site. A parameter that is not listed is refused, and"
            + " so is one that is given twice. A list may be separated by commas or bars. The"
            + " registry's own API, which this server takes as well, is described by /api/oas/v2.");
    return info;
  }

  private static Map<String, Object> path(Endpoint endpoint) {
    Map<String, Object> path = new LinkedHashMap<>();
    path.put("get", operation(endpoint, false));
    if (endpoint.takesPost()) {
      path.put("post", operation(endpoint, true));
    }
    return path;
  }

  private static Map<String, Object> operation(Endpoint endpoint, boolean posted) {
    Map<String, Object> operation = new LinkedHashMap<>();
    operation.put("operationId", id(endpoint) + (posted ? "Posted" : ""));
    operation.put("summary", endpoint.summary());
    operation.put(
        "parameters",
        endpoint.parameters().stream()
            .map(p -> ParameterJson.parameter(p, endpoint.isInPath(p)))
            .toList());
    if (posted) {
      operation.put("requestBody", body(endpoint));
    }
    operation.put("responses", responses(endpoint, posted));
    return operation;
  }

  private static String id(Endpoint endpoint) {
    return endpoint.path().substring(endpoint.path().lastIndexOf('/') + 1);
  }

  private static Map<String, Object> body(Endpoint endpoint) {
    Schema parameters =
        Schema.object(endpoint.parameters().stream().map(ParameterJson::member).toList())
            .with("additionalProperties", false)
            .described("The parameters; those in the address count, too, but not twice");
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("required", true);
    body.put("content", Map.of("application/json", Map.of("schema", parameters.keywords())));
    return body;
  }

  private static Map<String, Object> responses(Endpoint endpoint, boolean posted) {
    Map<String, Object> responses = new LinkedHashMap<>();
    responses.put("200", ok(endpoint));
    if (!posted) {
      responses.put("304", Map.of("description", "What If-None-Match names is still the answer"));
    }
    responses.put("400", reference("BadRequest"));
    if (endpoint.parameters().stream().anyMatch(endpoint::isInPath)) {
      responses.put("404", reference("NotFound"));
    }
    responses.put("503", reference("Unavailable"));
    return responses;
  }

  private static Map<String, Object> reference(String name) {
    return Map.of("$ref", "#/components/responses/" + name);
  }

  private static Map<String, Object> ok(Endpoint endpoint) {
    List<String> texts = new ArrayList<>();
    Map<String, Object> content = new LinkedHashMap<>();
    Map<String, Object> headers = new LinkedHashMap<>();
    headers.put("ETag", header("Changes with the data and the version of the server"));
    for (Endpoint.Answer answer : endpoint.answers()) {
      texts.add("%s: %s.".formatted(answer.type(), answer.description()));
      content.put(answer.type(), Map.of("schema", schema(answer).keywords()));
      if (answer.stream()) {
        addStreamHeaders(headers);
      }
    }
    Map<String, Object> ok = new LinkedHashMap<>();
    ok.put("description", String.join(" ", texts));
    ok.put("headers", headers);
    ok.put("content", content);
    return ok;
  }

  private static void addStreamHeaders(Map<String, Object> headers) {
    headers.put("x-total-count", header("Of streams: number of records"));
    headers.put(
        "x-studyatlas-sites-without-point",
        header("Of streams: sites that a search for a place cannot judge"));
    headers.put("x-studyatlas-generation", header("Of streams: name of the index's generation"));
    headers.put("x-studyatlas-digest", header("Of streams: digest of the generation's content"));
  }

  private static Map<String, Object> header(String description) {
    Map<String, Object> header = new LinkedHashMap<>();
    header.put("description", description);
    header.put("schema", Schema.text().keywords());
    return header;
  }

  /** OpenAPI 3.0 has no words for lines of JSON; an extension names the schemas of one line. */
  private static Schema schema(Endpoint.Answer answer) {
    if (answer.isLines()) {
      Schema line = Schema.either(Schema.ref(answer.schema()), Schema.ref("LastLine"));
      return Schema.text("One JSON object a line; the last one is LastLine")
          .with("x-line", line.keywords());
    }
    return answer.schema().isEmpty() ? Schema.text() : Schema.ref(answer.schema());
  }

  private static Map<String, Object> components() {
    Map<String, Object> schemas = new LinkedHashMap<>();
    Schemas.all().forEach((name, schema) -> schemas.put(name, schema.keywords()));
    Map<String, Object> responses = new LinkedHashMap<>();
    responses.put(
        "BadRequest", problem("A parameter or value is not taken; the problem says which"));
    responses.put("NotFound", problem("There is no such study in the index"));
    responses.put(
        "Unavailable",
        problem(
            "No index is in service, the search took too long, or the open streams hold all memory"
                + " that they may have"));
    Map<String, Object> components = new LinkedHashMap<>();
    components.put("schemas", schemas);
    components.put("responses", responses);
    return components;
  }

  private static Map<String, Object> problem(String description) {
    Map<String, Object> problem = new LinkedHashMap<>();
    problem.put("description", description);
    problem.put("content", Map.of(PROBLEM, Map.of("schema", Schema.ref("Problem").keywords())));
    return problem;
  }
}
