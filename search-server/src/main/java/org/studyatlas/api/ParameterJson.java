package org.studyatlas.api;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes parameters as OpenAPI says. */
final class ParameterJson {

  private ParameterJson() {}

  /** A parameter in the path or query. */
  static Map<String, Object> parameter(Parameter parameter, boolean inPath) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("name", parameter.name());
    json.put("in", inPath ? "path" : "query");
    json.put("description", parameter.description());
    if (inPath || parameter.isRequired()) {
      json.put("required", true);
    }
    if (isList(parameter)) {
      json.put("style", parameter instanceof Parameter.Names ? "pipeDelimited" : "form");
      json.put("explode", false);
    }
    json.put("schema", schema(parameter).keywords());
    if (!parameter.example().isEmpty()) {
      json.put("example", example(parameter));
    }
    return json;
  }

  private static Object example(Parameter parameter) {
    String example = parameter.example();
    if (parameter instanceof Parameter.Number) {
      return Integer.valueOf(example);
    }
    if (parameter instanceof Parameter.Flag) {
      return Boolean.valueOf(example);
    }
    return isList(parameter) ? List.of(example.split(",")) : example;
  }

  /** A parameter as a member of a body. */
  static Schema.Member member(Parameter parameter) {
    Schema schema = schema(parameter);
    Schema value =
        parameter instanceof Parameter.Shape
            ? Schema.either(schema, Schema.anyObject().described("GeoJSON"))
            : schema;
    return new Schema.Member(
        parameter.name(), value.described(parameter.description()), parameter.isRequired());
  }

  private static boolean isList(Parameter parameter) {
    return switch (parameter) {
      case Parameter.Names names -> true;
      case Parameter.Items items -> true;
      case Parameter.Constants constants -> true;
      case Parameter.SomeOf some -> true;
      case Parameter.Orders orders -> true;
      case Parameter.Text text -> false;
      case Parameter.Shape shape -> false;
      case Parameter.OneOf one -> false;
      case Parameter.Flag flag -> false;
      case Parameter.Number number -> false;
    };
  }

  private static Schema schema(Parameter parameter) {
    return switch (parameter) {
      case Parameter.Names names -> Schema.list(Schema.text());
      case Parameter.Items items -> Schema.list(Schema.text());
      case Parameter.Constants constants -> Schema.list(Schema.oneOf(constants.allowed()));
      case Parameter.SomeOf some -> Schema.list(Schema.oneOf(some.words()));
      case Parameter.Orders orders -> Schema.list(Schema.oneOf(orders.allowed()));
      case Parameter.Text text ->
          text.maxChars() == 0 ? Schema.text() : Schema.text().with("maxLength", text.maxChars());
      case Parameter.Shape shape -> Schema.text();
      case Parameter.OneOf one -> Schema.oneOf(one.words()).with("default", one.words().getFirst());
      case Parameter.Flag flag -> Schema.bool();
      case Parameter.Number number -> number(number);
    };
  }

  private static Schema number(Parameter.Number number) {
    Schema schema =
        Schema.integer().with("minimum", number.least()).with("maximum", number.greatest());
    return number.byDefault().isEmpty()
        ? schema
        : schema.with("default", number.byDefault().getAsInt());
  }
}
