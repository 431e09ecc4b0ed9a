package org.studyatlas.render;

import java.io.IOException;
import java.io.OutputStream;
import java.util.EnumSet;
import java.util.Set;

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
    CsvRow.write(columns.stream().map(CsvColumn::title).toList(), out);
  }

  /**
   * Writes the row of a study.
   *
   * @param study its JSON in UTF-8
   * @throws IOException if the stream fails or the record is no study
   */
  public void writeRow(byte[] study, OutputStream out) throws IOException {
    Part part = PartReader.read(study, root);
    CsvRow.write(columns.stream().map(column -> column.valueOf(part)).toList(), out);
  }
}
