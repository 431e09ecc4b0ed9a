package org.studyatlas.render;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Writes rows of CSV: UTF-8, lines ended by LF, quoted like Apache Commons CSV in its mode MINIMAL.
 */
final class CsvRow {

  private CsvRow() {}

  static void write(List<String> cells, OutputStream out) throws IOException {
    String row = cells.stream().map(CsvRow::quoted).collect(Collectors.joining(","));
    // Unquoted, a row of one empty cell would be a blank line, which readers pass over.
    String line = row.isEmpty() ? "\"\"" : row;
    out.write((line + "\n").getBytes(StandardCharsets.UTF_8));
  }

  private static String quoted(String cell) {
    return needsQuotes(cell) ? '"' + cell.replace("\"", "\"\"") + '"' : cell;
  }

  private static boolean needsQuotes(String cell) {
    if (cell.isEmpty()) {
      return false;
    }
    if (cell.charAt(0) <= '#' || cell.charAt(cell.length() - 1) <= ' ') {
      return true;
    }
    for (int i = 0; i < cell.length(); i++) {
      char c = cell.charAt(i);
      if (c == ',' || c == '"' || c == '\n' || c == '\r') {
        return true;
      }
    }
    return false;
  }
}
