package org.studyatlas.stats;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.studyatlas.fields.Derivation;
import org.studyatlas.fields.Field;
import org.studyatlas.study.CountryCodes;

/** The values of a field in a study's JSON tree. */
final class JsonValues {

  private JsonValues() {}

  /** The nodes of a study's tree by their dotted paths; lists leave no mark in them. */
  static Map<String, List<JsonNode>> byPath(JsonNode study) {
    Map<String, List<JsonNode>> nodes = new HashMap<>();
    collect("", study, nodes);
    return nodes;
  }

  private static void collect(String path, JsonNode node, Map<String, List<JsonNode>> nodes) {
    if (node.isArray()) {
      node.forEach(element -> collect(path, element, nodes));
    } else if (!node.isNull() && !(node.isTextual() && node.asText().isEmpty())) {
      nodes.computeIfAbsent(path, p -> new ArrayList<>()).add(node);
      String prefix = path.isEmpty() ? "" : path + ".";
      node.properties().forEach(e -> collect(prefix + e.getKey(), e.getValue(), nodes));
    }
  }

  /** All values as texts, in order; for a struct one entry for each object. */
  static List<String> of(Field field, Map<String, List<JsonNode>> study) {
    Derivation derivation = field.derivation();
    if (derivation == null) {
      return study.getOrDefault(field.path(), List.of()).stream().map(JsonNode::asText).toList();
    }
    List<String> values = new ArrayList<>();
    for (JsonNode object : study.getOrDefault(field.parentPath(), List.of())) {
      addDerived(derivation, byPath(object), values);
    }
    return values;
  }

  private static void addDerived(
      Derivation derivation, Map<String, List<JsonNode>> object, List<String> values) {
    switch (derivation) {
      case Derivation.Count count -> {
        int sum = count.names().stream().mapToInt(n -> at(object, n).size()).sum();
        values.add(String.valueOf(sum));
      }
      case Derivation.Distinct distinct -> {
        Set<String> texts = new HashSet<>();
        at(object, distinct.path()).forEach(node -> texts.add(node.asText()));
        values.add(String.valueOf(texts.size()));
      }
      case Derivation.Year year ->
          at(object, year.name()).forEach(date -> values.add(date.asText().substring(0, 4)));
      case Derivation.CountryCode country ->
          at(object, country.name())
              .forEach(name -> CountryCodes.find(name.asText()).ifPresent(values::add));
    }
  }

  private static List<JsonNode> at(Map<String, List<JsonNode>> nodes, String path) {
    return nodes.getOrDefault(path, List.of());
  }
}
