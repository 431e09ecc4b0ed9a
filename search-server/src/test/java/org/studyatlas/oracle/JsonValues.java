package org.studyatlas.oracle;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.studyatlas.fields.Derivation;
import org.studyatlas.fields.Field;
import org.studyatlas.study.CountryCodes;

/** Reads the values of a field out of a study's JSON tree, derived fields included. */
final class JsonValues {

  private static final String SITES = Field.SITES_PATH;

  private JsonValues() {}

  /** The sites of a study. */
  static List<JsonNode> sites(JsonNode study) {
    return at(List.of(study), SITES);
  }

  /** Values in the whole study. */
  static List<String> ofStudy(JsonNode study, Field field) {
    Derivation derivation = field.derivation();
    if (derivation == null) {
      return texts(at(List.of(study), field.path()));
    }
    return derived(at(List.of(study), field.parentPath()), derivation);
  }

  /** Values at one site, of a field that belongs to sites. */
  static List<String> ofSite(JsonNode site, Field field) {
    Derivation derivation = field.derivation();
    if (derivation != null) {
      return derived(List.of(site), derivation);
    }
    return texts(at(List.of(site), field.path().substring(SITES.length() + 1)));
  }

  /** The nodes at a dotted path below the given ones; lists are looked through. */
  static List<JsonNode> at(List<JsonNode> nodes, String path) {
    List<JsonNode> found = nodes;
    if (path.isEmpty()) {
      return found;
    }
    for (String name : path.split("\\.")) {
      List<JsonNode> next = new ArrayList<>();
      for (JsonNode node : found) {
        JsonNode child = node.get(name);
        if (child != null && child.isArray()) {
          child.forEach(next::add);
        } else if (child != null) {
          next.add(child);
        }
      }
      found = next;
    }
    return found;
  }

  private static List<String> texts(List<JsonNode> nodes) {
    return nodes.stream()
        .filter(node -> node.isValueNode() && !node.isNull() && !node.asText().isEmpty())
        .map(JsonNode::asText)
        .toList();
  }

  private static List<String> derived(List<JsonNode> parents, Derivation derivation) {
    List<String> values = new ArrayList<>();
    for (JsonNode parent : parents) {
      switch (derivation) {
        case Derivation.Count(List<String> names) -> values.add(count(parent, names));
        case Derivation.Distinct(String path) -> {
          Set<String> distinct = new HashSet<>(texts(at(List.of(parent), path)));
          values.add(Integer.toString(distinct.size()));
        }
        case Derivation.Year(String name) ->
            texts(at(List.of(parent), name)).forEach(date -> values.add(date.substring(0, 4)));
        case Derivation.CountryCode(String name) ->
            texts(at(List.of(parent), name))
                .forEach(country -> CountryCodes.find(country).ifPresent(values::add));
      }
    }
    return values;
  }

  private static String count(JsonNode parent, List<String> names) {
    int count = names.stream().mapToInt(name -> at(List.of(parent), name).size()).sum();
    return Integer.toString(count);
  }

  /** Whether a node holds any value at all. */
  static boolean hasValue(JsonNode node) {
    if (node.isContainerNode()) {
      for (JsonNode child : node) {
        if (hasValue(child)) {
          return true;
        }
      }
      return false;
    }
    return !node.isNull() && !node.asText().isEmpty();
  }
}
