package org.studyatlas.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Compares values with the schemas of an OpenAPI document, more strictly than these say: a member
 * that no schema names is a fault. Remembers which members it has seen.
 */
public final class SchemaWalk {

  private static final String SCHEMAS = "#/components/schemas/";

  private final JsonNode document;
  private final Set<String> seen = new TreeSet<>();

  /** Of that document. */
  public SchemaWalk(JsonNode document) {
    this.document = document;
  }

  /** What of the value is not as the schema of that name says; a line each. */
  public List<String> faults(String schema, JsonNode value) {
    List<String> faults = new ArrayList<>();
    walk(schema, at(SCHEMAS + schema), value, faults);
    return faults;
  }

  /** The schema that a reference leads to; missing if there is none. */
  public JsonNode at(String reference) {
    return document.at(reference.substring(1));
  }

  /** Members of the components' schemas that no value has had so far. */
  public Set<String> unseen() {
    Set<String> members = new TreeSet<>();
    for (Map.Entry<String, JsonNode> schema : at("#/components/schemas").properties()) {
      collect(schema.getKey(), schema.getValue(), members);
    }
    members.removeAll(seen);
    return members;
  }

  private static void collect(String path, JsonNode schema, Set<String> members) {
    for (Map.Entry<String, JsonNode> member : schema.path("properties").properties()) {
      members.add(path + "." + member.getKey());
      collect(path + "." + member.getKey(), member.getValue(), members);
    }
    if (schema.has("items")) {
      collect(path, schema.get("items"), members);
    }
  }

  private void walk(String path, JsonNode schema, JsonNode value, List<String> faults) {
    if (schema.isMissingNode()) {
      faults.add(path + " leads nowhere");
    } else if (schema.has("$ref")) {
      String reference = schema.get("$ref").asText();
      walk(reference.substring(SCHEMAS.length()), at(reference), value, faults);
    } else if (!(value.isNull() && schema.path("nullable").asBoolean())) {
      walkTyped(path, schema, value, faults);
    }
  }

  private void walkTyped(String path, JsonNode schema, JsonNode value, List<String> faults) {
    String type = schema.path("type").asText();
    boolean fits =
        switch (type) {
          case "object" -> value.isObject();
          case "array" -> value.isArray();
          case "string" -> value.isTextual();
          case "integer" -> value.isIntegralNumber();
          case "number" -> value.isNumber();
          case "boolean" -> value.isBoolean();
          default -> false;
        };
    if (!fits) {
      faults.add("%s is no %s: %s".formatted(path, type, value));
    } else if (value.isObject()) {
      walkObject(path, schema, value, faults);
    } else if (value.isArray()) {
      value.forEach(item -> walk(path, schema.path("items"), item, faults));
      int size = value.size();
      if (size < schema.path("minItems").asInt(0) || size > schema.path("maxItems").asInt(size)) {
        faults.add("%s has %d items".formatted(path, size));
      }
    } else if (schema.has("enum") && !contains(schema.get("enum"), value)) {
      faults.add("%s must not be %s".formatted(path, value));
    }
  }

  private void walkObject(String path, JsonNode schema, JsonNode value, List<String> faults) {
    JsonNode members = schema.path("properties");
    for (JsonNode name : schema.path("required")) {
      if (!value.has(name.asText())) {
        faults.add("%s lacks %s".formatted(path, name.asText()));
      }
    }
    JsonNode others = schema.path("additionalProperties");
    for (Map.Entry<String, JsonNode> member : value.properties()) {
      String name = path + "." + member.getKey();
      if (members.has(member.getKey())) {
        seen.add(name);
        walk(name, members.get(member.getKey()), member.getValue(), faults);
      } else if (others.isObject()) {
        walk(name, others, member.getValue(), faults);
      } else if (!others.asBoolean()) {
        faults.add(name + " is not documented");
      }
    }
  }

  private static boolean contains(JsonNode words, JsonNode value) {
    List<JsonNode> all = new ArrayList<>();
    words.forEach(all::add);
    return all.contains(value);
  }
}
