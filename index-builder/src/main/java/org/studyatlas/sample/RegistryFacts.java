package org.studyatlas.sample;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The figures that the synthetic registry follows, from {@code distribution.tsv}: shares, choices
 * between values, and distributions of counts and lengths.
 *
 * <p>Look-ups are by key and meant for construction, not for every study.
 */
final class RegistryFacts {

  private final Map<String, String> rows = new LinkedHashMap<>();

  /** Reads the table. */
  RegistryFacts() {
    for (List<String> row : SampleTable.read("distribution.tsv", SampleTable.Row::cells)) {
      if (rows.put(row.get(0) + " " + row.get(1), row.get(2)) != null) {
        throw new IllegalStateException("distribution.tsv: " + row.get(1) + " is defined twice");
      }
    }
  }

  private String value(String kind, String key) {
    String value = rows.get(kind + " " + key);
    if (value == null) {
      throw new IllegalStateException("distribution.tsv: no " + kind + " '" + key + "'");
    }
    return value;
  }

  /** The share of that name, 0 to 1. */
  double share(String key) {
    return Double.parseDouble(value("share", key));
  }

  /** The figure of that name. */
  double number(String key) {
    return Double.parseDouble(value("number", key));
  }

  /** The choice of that name. */
  Weighted<String> choice(String key) {
    Map<String, Double> weights = new LinkedHashMap<>();
    for (String part : value("choice", key).split("\\|")) {
      int equals = part.lastIndexOf('=');
      weights.put(part.substring(0, equals), Double.parseDouble(part.substring(equals + 1)));
    }
    return Weighted.of(List.copyOf(weights.keySet()), v -> weights.getOrDefault(v, 0.0));
  }

  /** The distribution of that name. */
  Quantiles quantiles(String key) {
    Map<Double, Integer> points = new TreeMap<>();
    for (String part : value("quantiles", key).split("\\|")) {
      int equals = part.indexOf('=');
      points.put(
          Double.valueOf(part.substring(0, equals)), Integer.valueOf(part.substring(equals + 1)));
    }
    return new Quantiles(points);
  }
}
