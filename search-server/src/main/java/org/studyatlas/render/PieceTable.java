package org.studyatlas.render;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import org.studyatlas.fields.Field;
import org.studyatlas.fields.FieldCatalogue;

/**
 * Writes studies as rows of CSV whose columns are fields of the registry's model, in the order in
 * which they were named. Several values of a field are separated by {@code |}.
 */
public final class PieceTable {

  private final List<Field> columns;
  private final SelectionNode root;

  private PieceTable(List<Field> columns) {
    this.columns = List.copyOf(columns);
    this.root = FieldSelection.of(columns).root();
  }

  /**
   * The table with those columns.
   *
   * @param fields piece names or paths of leaves, separated by commas or pipes, exact case
   * @throws InvalidFieldsException if one is no such name
   */
  public static PieceTable parse(String fields) throws InvalidFieldsException {
    FieldCatalogue catalogue = FieldCatalogue.standard();
    List<Field> columns = new ArrayList<>();
    for (String name : FieldsParameter.items(fields, true)) {
      columns.add(
          catalogue
              .findPiece(name)
              .or(() -> catalogue.findPath(name))
              .filter(field -> !field.isStruct())
              .orElseThrow(() -> InvalidFieldsException.unknownColumn(name)));
    }
    return new PieceTable(columns);
  }

  /** Writes the row of titles: the piece names. */
  public void writeHeader(OutputStream out) throws IOException {
    CsvRow.write(columns.stream().map(Field::piece).toList(), out);
  }

  /**
   * Writes the row of a study.
   *
   * @param study its JSON in UTF-8
   * @throws IOException if the stream fails or the record is no study
   */
  public void writeRow(byte[] study, OutputStream out) throws IOException {
    Part part = PartReader.read(study, root);
    CsvRow.write(columns.stream().map(column -> value(part, column)).toList(), out);
  }

  private static String value(Part study, Field column) {
    return String.join("|", study.textsAt(column.path()));
  }
}
