package org.studyatlas.benchmark;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.studyatlas.schema.Word;
import org.studyatlas.schema.WordAnalyzer;

/**
 * Compares registries by what the cost of a build and of a search depends on. Arguments: zips, e.g.
 * real studies and synthetic ones; of each as many studies are taken as the smallest has, evenly.
 */
final class Fit {

  private static final PrintStream OUT = System.out;
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String SITES = "/protocolSection/contactsLocationsModule/locations";

  private final WordAnalyzer analyzer = new WordAnalyzer();
  private final List<Integer> bytes = new ArrayList<>();
  private final List<Integer> sites = new ArrayList<>();
  private final List<Integer> values = new ArrayList<>();
  private final List<Integer> words = new ArrayList<>();
  private final Set<String> vocabulary = new HashSet<>();
  private final List<Integer> growth = new ArrayList<>();
  private int withResults;

  private Fit() {}

  /** Runs it and prints a table. */
  public static void main(String[] files) throws IOException {
    int studies = Integer.MAX_VALUE;
    for (String file : files) {
      try (ZipFile zip = new ZipFile(file)) {
        studies = Math.min(studies, zip.size());
      }
    }
    OUT.println("| | " + String.join(" | ", files) + " |");
    OUT.println("|---" + "|---".repeat(files.length) + "|");
    List<List<String>> columns = new ArrayList<>();
    for (String file : files) {
      columns.add(new Fit().column(file, studies));
    }
    for (int row = 0; row < columns.getFirst().size(); row++) {
      StringBuilder line = new StringBuilder("| " + ROWS.get(row) + " |");
      for (List<String> column : columns) {
        line.append(' ').append(column.get(row)).append(" |");
      }
      OUT.println(line);
    }
  }

  private static final List<String> ROWS =
      List.of(
          "studies compared",
          "JSON bytes of a study: mean, median, 99 of 100 below",
          "sites of a study: mean, median, 99 of 100 below",
          "texts of a study: mean",
          "words of a study: mean, median, 99 of 100 below",
          "studies with results",
          "different words after an eighth, a quarter, half and all of them");

  private List<String> column(String file, int studies) throws IOException {
    try (ZipFile zip = new ZipFile(file)) {
      List<? extends ZipEntry> entries = Collections.list(zip.entries());
      for (int i = 0; i < studies; i++) {
        ZipEntry entry = entries.get((int) ((long) i * entries.size() / studies));
        try (InputStream study = zip.getInputStream(entry)) {
          add(study.readAllBytes());
        }
        if (i + 1 == studies / 8 || i + 1 == studies / 4 || i + 1 == studies / 2) {
          growth.add(vocabulary.size());
        }
      }
    }
    growth.add(vocabulary.size());
    return List.of(
        "%,d".formatted(studies),
        described(bytes),
        described(sites),
        "%,.0f".formatted(mean(values)),
        described(words),
        "%.1f %%".formatted(100.0 * withResults / studies),
        String.join(", ", growth.stream().map("%,d"::formatted).toList()));
  }

  private void add(byte[] record) throws IOException {
    JsonNode study = JSON.readTree(record);
    bytes.add(record.length);
    sites.add(study.at(SITES).size());
    withResults += study.path("hasResults").asBoolean() ? 1 : 0;
    List<String> texts = new ArrayList<>();
    collect(study, texts);
    values.add(texts.size());
    int count = 0;
    for (String text : texts) {
      for (Word word : Word.listOf(analyzer, text)) {
        vocabulary.add(word.term());
        count++;
      }
    }
    words.add(count);
  }

  private static void collect(JsonNode node, List<String> texts) {
    if (node.isTextual()) {
      texts.add(node.textValue());
    } else {
      node.forEach(child -> collect(child, texts));
    }
  }

  private static double mean(List<Integer> values) {
    return values.stream().mapToInt(Integer::intValue).average().orElse(0);
  }

  private static String described(List<Integer> values) {
    List<Integer> sorted = values.stream().sorted().toList();
    return "%,.0f, %,d, %,d"
        .formatted(
            mean(values), sorted.get(sorted.size() / 2), sorted.get((int) (sorted.size() * 0.99)));
  }
}
