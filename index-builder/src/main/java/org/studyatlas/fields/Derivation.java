package org.studyatlas.fields;

import java.util.List;

/**
 * How an index-only field follows from the object that would hold it. Names are relative to that
 * object, dotted where they reach deeper. An object that is absent derives nothing.
 */
public sealed interface Derivation {

  /** Number of elements of the lists together; a plain object counts as one. */
  record Count(List<String> names) implements Derivation {
    /** Copies the list. */
    public Count {
      names = List.copyOf(names);
    }
  }

  /** Number of distinct values at the dotted path. */
  record Distinct(String path) implements Derivation {}

  /** Year of the date of that name. */
  record Year(String name) implements Derivation {}

  /** ISO 3166 code of the country of that name. */
  record CountryCode(String name) implements Derivation {}

  /**
   * Reads the notation of {@code fields.tsv}, e.g. {@code count:primaryOutcomes+otherOutcomes}.
   *
   * @throws IllegalArgumentException if the rule is not known
   */
  static Derivation parse(String rule) {
    int colon = rule.indexOf(':');
    String argument = rule.substring(colon + 1);
    return switch (rule.substring(0, Math.max(colon, 0))) {
      case "count" -> new Count(List.of(argument.split("\\+")));
      case "distinct" -> new Distinct(argument);
      case "year" -> new Year(argument);
      case "countryCode" -> new CountryCode(argument);
      default -> throw new IllegalArgumentException("unknown derivation '" + rule + "'");
    };
  }
}
