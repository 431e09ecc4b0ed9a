package org.studyatlas.stats;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.studyatlas.fields.Field;
import org.studyatlas.fields.FieldCatalogue;
import org.studyatlas.fields.StatsType;

/** The statistics once more, from whole JSON trees and maps in memory: slow, short and obvious. */
public final class ReferenceStats {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** A value of a field: how many studies have it, and the least NCT id of them. */
  private static final class Value {
    private int studies;
    private String leastId = "NCT99999999";
  }

  private final Map<Field, Map<String, Value>> values = new HashMap<>();
  private final Map<Field, List<Long>> numbers = new HashMap<>();
  private final Map<Field, Integer> present = new HashMap<>();
  private final Map<Field, NavigableMap<Integer, Integer>> lists = new HashMap<>();
  private int studies;

  /** Counts a study. */
  public void add(byte[] json) throws IOException {
    JsonNode study = JSON.readTree(json);
    String id = study.at("/protocolSection/identificationModule/nctId").textValue();
    Map<String, List<JsonNode>> nodes = JsonValues.byPath(study);
    studies++;
    for (Field field : FieldCatalogue.standard().fields()) {
      List<String> found = JsonValues.of(field, nodes);
      if (field.statsType() != null && !found.isEmpty()) {
        add(field, id, found);
      }
      if (field.multiValued() && !found.isEmpty()) {
        lists.computeIfAbsent(field, f -> new TreeMap<>()).merge(found.size(), 1, Integer::sum);
      }
    }
  }

  private void add(Field field, String id, List<String> found) {
    present.merge(field, 1, Integer::sum);
    for (String text : new HashSet<>(found)) {
      Value value =
          values
              .computeIfAbsent(field, f -> new HashMap<>())
              .computeIfAbsent(text, t -> new Value());
      value.studies++;
      value.leastId = id.compareTo(value.leastId) < 0 ? id : value.leastId;
    }
    if (field.statsType() == StatsType.INTEGER) {
      found.forEach(
          text -> numbers.computeIfAbsent(field, f -> new ArrayList<>()).add(Long.valueOf(text)));
    }
  }

  /** What {@code /stats/field/values} should tell about a leaf. */
  public String values(Field field) {
    ObjectNode node = JSON.createObjectNode();
    node.put("type", String.valueOf(field.statsType()));
    node.put("piece", field.piece()).put("field", field.path());
    node.put("missingStudiesCount", studies - present.getOrDefault(field, 0));
    Map<String, Value> counted = values.getOrDefault(field, Map.of());
    switch (String.valueOf(field.statsType())) {
      case "ENUM" -> topValues(node.put("uniqueValuesCount", counted.size()), counted);
      case "STRING" -> {
        longest(node, counted);
        topValues(node.put("uniqueValuesCount", counted.size()), counted);
      }
      case "INTEGER" -> numbers(node, numbers.getOrDefault(field, List.of()));
      case "DATE" -> dates(node, new TreeSet<>(counted.keySet()));
      default -> booleans(node, counted);
    }
    return node.toString();
  }

  private static void longest(ObjectNode node, Map<String, Value> values) {
    values.entrySet().stream()
        .min(
            Comparator.<Map.Entry<String, Value>>comparingInt(e -> -e.getKey().length())
                .thenComparing(e -> e.getValue().leastId)
                .thenComparing(Map.Entry::getKey))
        .ifPresent(
            e ->
                node.putObject("longest")
                    .put("value", e.getKey())
                    .put("length", e.getKey().length())
                    .put("nctId", e.getValue().leastId));
  }

  private static void topValues(ObjectNode node, Map<String, Value> values) {
    if (values.isEmpty()) {
      return;
    }
    Comparator<Map.Entry<String, Value>> byCount =
        Comparator.comparingInt(e -> -e.getValue().studies);
    ArrayNode top = node.putArray("topValues");
    values.entrySet().stream()
        .sorted(byCount.thenComparing(e -> e.getValue().leastId).thenComparing(Map.Entry::getKey))
        .limit(250)
        .sorted(byCount.thenComparing(Map.Entry::getKey))
        .forEach(
            e ->
                top.addObject().put("value", e.getKey()).put("studiesCount", e.getValue().studies));
  }

  private static void numbers(ObjectNode node, List<Long> numbers) {
    if (!numbers.isEmpty()) {
      var summary = numbers.stream().mapToLong(n -> n).summaryStatistics();
      node.put("min", summary.getMin()).put("max", summary.getMax());
      node.put("avg", (double) summary.getSum() / summary.getCount());
    }
  }

  private static void dates(ObjectNode node, TreeSet<String> dates) {
    if (!dates.isEmpty()) {
      node.put("min", dates.first()).put("max", dates.last());
    }
    Set<Integer> lengths = new TreeSet<>();
    dates.forEach(date -> lengths.add(date.length()));
    ArrayNode formats = node.putArray("formats");
    for (int length : lengths) {
      formats.add(
          switch (length) {
            case 4 -> "yyyy";
            case 7 -> "yyyy-MM";
            case 10 -> "yyyy-MM-dd";
            default -> "yyyy-MM-dd'T'HH:mm";
          });
    }
  }

  private static void booleans(ObjectNode node, Map<String, Value> values) {
    Value none = new Value();
    node.put("trueCount", values.getOrDefault("true", none).studies);
    node.put("falseCount", values.getOrDefault("false", none).studies);
  }

  /** What {@code /stats/field/sizes} should tell about a list. */
  public String lists(Field field) {
    ObjectNode node =
        JSON.createObjectNode().put("piece", field.piece()).put("field", field.path());
    NavigableMap<Integer, Integer> sizes = lists.getOrDefault(field, new TreeMap<>());
    node.put("uniqueSizesCount", sizes.size());
    if (!sizes.isEmpty()) {
      node.put("minSize", sizes.firstKey()).put("maxSize", sizes.lastKey());
      ArrayNode top = node.putArray("topSizes");
      sizes.entrySet().stream()
          .sorted(
              Comparator.<Map.Entry<Integer, Integer>>comparingInt(e -> -e.getValue())
                  .thenComparing(Map.Entry::getKey))
          .limit(250)
          .forEach(e -> top.addObject().put("size", e.getKey()).put("studiesCount", e.getValue()));
    }
    return node.toString();
  }
}
