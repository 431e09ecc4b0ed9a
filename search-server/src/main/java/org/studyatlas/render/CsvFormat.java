package org.studyatlas.render;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Writes studies as rows of the registry's CSV: 30 columns in a fixed order, UTF-8, lines ended by
 * LF, quoted like Apache Commons CSV in its mode MINIMAL.
 */
public final class CsvFormat {

  private static final CsvFormat ALL_COLUMNS = new CsvFormat(EnumSet.allOf(CsvColumn.class));

  private final Set<CsvColumn> columns;
  private final SelectionNode root;

  private CsvFormat(Set<CsvColumn> columns) {
    this.columns = columns;
    root =
        FieldSelection.ofPieces(columns.stream().flatMap(column -> column.pieces().stream()))
            .root();
  }

  /** The format with every column. */
  public static CsvFormat allColumns() {
    return ALL_COLUMNS;
  }

  /**
   * The format with those columns, in their fixed order.
   *
   * @param fields titles of columns, separated by commas or pipes, exact case
   * @throws InvalidFieldsException if there is no such column
   */
  public static CsvFormat parse(String fields) throws InvalidFieldsException {
    Set<CsvColumn> columns = EnumSet.noneOf(CsvColumn.class);
    for (String title : FieldsParameter.items(fields, true)) {
      columns.add(
          CsvColumn.find(title).orElseThrow(() -> InvalidFieldsException.unknownColumn(title)));
    }
    return new CsvFormat(columns);
  }

  /** Writes the row of titles, which belongs on the first page only. */
  public void writeHeader(OutputStream out) throws IOException {
    writeRow(columns.stream().map(CsvColumn::title).toList(), out);
  }

  /**
   * Writes the row of a study.
   *
   * @param study its JSON in UTF-8
   * @throws IOException if the stream fails or the record is no study
   */
  public void writeRow(byte[] study, OutputStream out) throws IOException {
    Part part = PartReader.read(study, root);
    writeRow(columns.stream().map(column -> column.valueOf(part)).toList(), out);
  }

  private static void writeRow(List<String> cells, OutputStream out) throws IOException {
    String row = cells.stream().map(CsvFormat::quoted).collect(Collectors.joining(","));
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
