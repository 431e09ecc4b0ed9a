package org.studyatlas.sample;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Reads the tab-separated tables of this package: {@code #} starts a comment, the first row names
 * the columns.
 */
final class SampleTable {

  /**
   * A row, read by column number.
   *
   * @param cells its cells, empty ones as empty strings
   */
  record Row(List<String> cells) {

    /** Copies the list. */
    Row {
      cells = List.copyOf(cells);
    }

    /** The text of the cell. */
    String text(int column) {
      return cells.get(column);
    }

    /** The parts of the cell between {@code |}, none for an empty cell. */
    List<String> list(int column) {
      String cell = cells.get(column);
      return cell.isEmpty() ? List.of() : List.of(cell.split("\\|"));
    }

    /** The number in the cell. */
    double number(int column) {
      return Double.parseDouble(cells.get(column));
    }
  }

  private SampleTable() {}

  /** The rows of the table, each turned into a value. */
  static <T> List<T> read(String resource, Function<Row, T> value) {
    try (InputStream in = SampleTable.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("resource " + resource + " is missing from the jar");
      }
      return read(new InputStreamReader(in, StandardCharsets.UTF_8), resource, value);
    } catch (IOException e) {
      throw new UncheckedIOException("resource " + resource + " cannot be read", e);
    }
  }

  private static <T> List<T> read(InputStreamReader in, String resource, Function<Row, T> value)
      throws IOException {
    List<T> values = new ArrayList<>();
    int columns = 0;
    BufferedReader reader = new BufferedReader(in);
    for (String line = reader.readLine(); line != null; line = reader.readLine()) {
      if (line.startsWith("#")) {
        continue;
      }
      List<String> cells = List.of(line.split("\t", -1));
      if (columns == 0) {
        columns = cells.size();
      } else if (cells.size() != columns) {
        throw new IllegalStateException(
            resource + ": row '" + line + "' has " + cells.size() + " cells, expected " + columns);
      } else {
        values.add(value.apply(new Row(cells)));
      }
    }
    return values;
  }
}
