package org.studyatlas.fields;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads a tab-separated resource with a header row; lines that start with {@code #} are comments.
 */
final class FieldTable {

  private FieldTable() {}

  /** The rows, each as column name → value; an empty cell is an empty string. */
  static List<Map<String, String>> read(String resource) {
    try (InputStream in = FieldTable.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("resource " + resource + " is missing from the jar");
      }
      return read(new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)));
    } catch (IOException e) {
      throw new UncheckedIOException("resource " + resource + " cannot be read", e);
    }
  }

  private static List<Map<String, String>> read(BufferedReader reader) throws IOException {
    List<Map<String, String>> rows = new ArrayList<>();
    String[] header = null;
    for (String line = reader.readLine(); line != null; line = reader.readLine()) {
      if (line.startsWith("#") || line.isEmpty()) {
        continue;
      }
      String[] cells = line.split("\t", -1);
      if (header == null) {
        header = cells;
      } else {
        rows.add(row(header, cells));
      }
    }
    return rows;
  }

  private static Map<String, String> row(String[] header, String[] cells) {
    if (header.length != cells.length) {
      throw new IllegalStateException(
          "row '" + cells[0] + "' has " + cells.length + " cells, expected " + header.length);
    }
    Map<String, String> row = new LinkedHashMap<>();
    for (int i = 0; i < header.length; i++) {
      row.put(header[i], cells[i]);
    }
    return row;
  }
}
