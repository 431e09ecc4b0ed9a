package org.studyatlas.sample;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Counts what the studies of a registry hold: paths, values and sizes. */
final class Census {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  /** Longer values are only measured. */
  private static final int SHORT = 60;

  private final Map<String, Integer> longest = new TreeMap<>();
  private final Map<String, Integer> paths = new TreeMap<>();
  private final Map<String, Map<String, Integer>> values = new TreeMap<>();
  private int studies;
  private int nulls;
  private long bytes;

  /** A census of the first studies of the registry. */
  static Census of(SampleRegistry registry, int studies) {
    Census census = new Census();
    for (int i = 0; i < studies; i++) {
      census.add(registry.study(i));
    }
    return census;
  }

  /** The record as a tree. */
  static JsonNode parse(byte[] record) {
    try {
      return MAPPER.readTree(record);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Counts a study. */
  void add(byte[] record) {
    studies++;
    bytes += record.length;
    visit("", parse(record));
  }

  private void visit(String path, JsonNode node) {
    if (node.isObject()) {
      for (Map.Entry<String, JsonNode> field : node.properties()) {
        String child = path.isEmpty() ? field.getKey() : path + "." + field.getKey();
        paths.merge(child, 1, Integer::sum);
        visit(child, field.getValue());
      }
    } else if (node.isArray()) {
      node.forEach(element -> visit(path, element));
    } else if (node.isNull()) {
      nulls++;
    } else {
      value(path, node.asText());
    }
  }

  private void value(String path, String text) {
    longest.merge(path, text.length(), Math::max);
    if (text.length() <= SHORT) {
      values.computeIfAbsent(path, p -> new TreeMap<>()).merge(text, 1, Integer::sum);
    }
  }

  /** Number of studies. */
  int studies() {
    return studies;
  }

  /** Number of nulls. */
  int nulls() {
    return nulls;
  }

  /** Mean size of a record in bytes. */
  double meanBytes() {
    return (double) bytes / studies;
  }

  /** All paths that occur. */
  Set<String> paths() {
    return paths.keySet();
  }

  /** How often the key occurs. */
  int count(String path) {
    return paths.getOrDefault(path, 0);
  }

  /** Length of the longest value of the path in characters. */
  int longest(String path) {
    return longest.getOrDefault(path, 0);
  }

  /** The short values of the path with how often each occurs. */
  Map<String, Integer> values(String path) {
    return values.getOrDefault(path, Map.of());
  }

  /** Share of the studies that have that value. */
  double shareOfStudies(String path, String value) {
    return (double) values(path).getOrDefault(value, 0) / studies;
  }

  /** How often the key occurs per study. */
  double perStudy(String path) {
    return (double) count(path) / studies;
  }

  /** How often the key occurs per occurrence of the other. */
  double per(String path, String other) {
    return (double) count(path) / count(other);
  }
}
