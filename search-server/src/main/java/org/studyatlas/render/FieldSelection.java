package org.studyatlas.render;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.studyatlas.fields.Field;
import org.studyatlas.fields.FieldCatalogue;
import org.studyatlas.fields.SearchArea;

/**
 * Which fields of a study are wanted: the value of the parameter {@code fields}.
 *
 * <p>An item is a piece name ({@code NCTId}), an alternative piece name ({@code NCT-ID}), a dotted
 * path, a search area, which stands for its pieces, or {@code @query}, which stands for the fields
 * that the request searched. A struct stands for everything below it. Names are matched by exact
 * case; the order of the items does not matter, and neither does naming a field twice.
 *
 * <p>An index-only field can be named, as in the registry's model, but no record holds one: it
 * selects nothing.
 */
public final class FieldSelection {

  private static final FieldCatalogue CATALOGUE = FieldCatalogue.standard();
  private static final FieldSelection EVERYTHING = new FieldSelection(SelectionNode.whole(""));

  private final SelectionNode root;

  private FieldSelection(SelectionNode root) {
    this.root = root;
  }

  /** The whole study. */
  public static FieldSelection everything() {
    return EVERYTHING;
  }

  /** Those fields and everything below them; none of them selects nothing. */
  public static FieldSelection of(Collection<Field> fields) {
    return new FieldSelection(
        SelectionNode.ofPaths(fields.stream().map(Field::path).distinct().toList()));
  }

  /** The fields of those piece names, which must exist, and everything below them. */
  static FieldSelection ofPieces(Stream<String> pieces) {
    return of(pieces.map(CATALOGUE::getPiece).toList());
  }

  /**
   * Reads the parameter where nothing is searched, so that {@code @query} is refused.
   *
   * @param fields items separated by commas or pipes
   * @throws InvalidFieldsException if an item is not the name of a field or a search area
   */
  public static FieldSelection parse(String fields) throws InvalidFieldsException {
    return of(fieldsOf(FieldsParameter.items(fields, false), List.of()));
  }

  /**
   * Reads the parameter of a search.
   *
   * @param fields items separated by commas or pipes
   * @param searched the fields that {@code @query} stands for
   * @throws InvalidFieldsException if an item is not the name of a field or a search area
   */
  public static FieldSelection parse(String fields, Collection<Field> searched)
      throws InvalidFieldsException {
    return of(fieldsOf(FieldsParameter.items(fields, true), searched));
  }

  private static List<Field> fieldsOf(List<String> items, Collection<Field> searched)
      throws InvalidFieldsException {
    List<Field> fields = new ArrayList<>();
    for (String item : items) {
      Optional<Field> field = CATALOGUE.findPiece(item).or(() -> CATALOGUE.findPath(item));
      Optional<SearchArea> area = CATALOGUE.findArea(item);
      if (item.equals(FieldsParameter.SEARCHED)) {
        fields.addAll(searched);
      } else if (field.isPresent()) {
        fields.add(field.get());
      } else if (area.isPresent()) {
        fields.addAll(fieldsOf(area.get()));
      } else {
        throw InvalidFieldsException.unknownField(item);
      }
    }
    return fields;
  }

  private static List<Field> fieldsOf(SearchArea area) {
    return area.parts().stream()
        .flatMap(part -> part.pieces().stream())
        .map(CATALOGUE::getPiece)
        .toList();
  }

  SelectionNode root() {
    return root;
  }
}
