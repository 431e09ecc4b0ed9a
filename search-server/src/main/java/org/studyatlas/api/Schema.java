package org.studyatlas.api;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A JSON schema in the dialect of OpenAPI 3.0.
 *
 * @param keywords in the order of the document
 */
record Schema(Map<String, Object> keywords) {

  /** Copies the map, keeping its order. */
  Schema {
    keywords = Collections.unmodifiableMap(new LinkedHashMap<>(keywords));
  }

  /**
   * A member of an object.
   *
   * @param required whether every object of the schema has it
   */
  record Member(String name, Schema schema, boolean required) {}

  /** A member that is always there. */
  static Member always(String name, Schema schema) {
    return new Member(name, schema, true);
  }

  /** A member that may be left out. */
  static Member maybe(String name, Schema schema) {
    return new Member(name, schema, false);
  }

  static Schema text() {
    return type("string");
  }

  static Schema text(String description) {
    return text().described(description);
  }

  static Schema integer() {
    return type("integer");
  }

  static Schema integer(String description) {
    return integer().described(description);
  }

  static Schema number(String description) {
    return type("number").described(description);
  }

  static Schema bool() {
    return type("boolean");
  }

  static Schema flag(String description) {
    return bool().described(description);
  }

  /** One of the registry's or this server's constants. */
  static Schema oneOf(List<String> words) {
    return text().with("enum", words);
  }

  static Schema list(Schema items) {
    return type("array").with("items", items.keywords());
  }

  /** An object of any names with values of that schema. */
  static Schema map(Schema values) {
    return type("object").with("additionalProperties", values.keywords());
  }

  /** An object of any members. */
  static Schema anyObject() {
    return type("object").with("additionalProperties", true);
  }

  static Schema either(Schema... schemas) {
    List<Map<String, Object>> all = new ArrayList<>();
    for (Schema schema : schemas) {
      all.add(schema.keywords());
    }
    return new Schema(Map.of("oneOf", all));
  }

  /** The schema of that name among the document's components. */
  static Schema ref(String name) {
    return new Schema(Map.of("$ref", "#/components/schemas/" + name));
  }

  static Schema object(List<Member> members) {
    Map<String, Object> properties = new LinkedHashMap<>();
    members.forEach(member -> properties.put(member.name(), member.schema().keywords()));
    List<String> required = members.stream().filter(Member::required).map(Member::name).toList();
    Schema object = type("object").with("properties", properties);
    return required.isEmpty() ? object : object.with("required", required);
  }

  static Schema object(Member... members) {
    return object(List.of(members));
  }

  private static Schema type(String name) {
    return new Schema(Map.of("type", name));
  }

  Schema described(String description) {
    return with("description", description);
  }

  Schema with(String keyword, Object value) {
    Map<String, Object> more = new LinkedHashMap<>(keywords);
    more.put(keyword, value);
    return new Schema(more);
  }
}
