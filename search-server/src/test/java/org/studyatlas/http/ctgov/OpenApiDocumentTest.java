package org.studyatlas.http.ctgov;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The OpenAPI document says what the code does. */
class OpenApiDocumentTest {

  @Test
  void listsTheParametersOfAList() throws IOException {
    assertThat(parameters("/studies"))
        .containsExactlyInAnyOrderElementsOf(ListRequest.PARAMETERS.names());
  }

  @Test
  void listsTheParametersOfTheStatistics() throws IOException {
    assertThat(parameters("/stats/field/values"))
        .isEqualTo(StatsController.VALUES_PARAMETERS.names());
    assertThat(parameters("/stats/field/sizes"))
        .isEqualTo(StatsController.SIZES_PARAMETERS.names());
  }

  @Test
  void everyReferenceLeadsSomewhere() throws IOException {
    List<String> references = new ArrayList<>();
    collectReferences(document(), references);
    assertThat(references).isNotEmpty().allSatisfy(path -> assertThat(at(path)).isNotNull());
  }

  private static List<String> parameters(String path) throws IOException {
    Map<?, ?> get =
        (Map<?, ?>) Objects.requireNonNull(at("#/paths/" + path.replace("/", "~1") + "/get"));
    List<String> names = new ArrayList<>();
    for (Object item : (List<?>) Objects.requireNonNull(get.get("parameters"))) {
      Object reference = ((Map<?, ?>) item).get("$ref");
      Object parameter = reference == null ? item : at(String.valueOf(reference));
      names.add(String.valueOf(((Map<?, ?>) Objects.requireNonNull(parameter)).get("name")));
    }
    return names;
  }

  private static Object at(String reference) throws IOException {
    Object node = document();
    for (String name : reference.substring(2).split("/")) {
      Object child = ((Map<?, ?>) node).get(name.replace("~1", "/"));
      node = Objects.requireNonNull(child, reference);
    }
    return node;
  }

  private static void collectReferences(Object node, List<String> references) {
    switch (node) {
      case Map<?, ?> map -> {
        if (map.get("$ref") instanceof String reference) {
          references.add(reference);
        }
        map.values().forEach(value -> collectReferences(value, references));
      }
      case List<?> list -> list.forEach(value -> collectReferences(value, references));
      default -> {}
    }
  }

  private static Map<?, ?> document() throws IOException {
    try (InputStream in = OpenApiDocumentTest.class.getResourceAsStream("openapi.yaml")) {
      return new Yaml(new SafeConstructor(new LoaderOptions())).load(in);
    }
  }
}
