package org.studyatlas.query;

import java.util.List;
import org.studyatlas.fields.Field;
import org.studyatlas.fields.FieldCatalogue;
import org.studyatlas.fields.FieldKind;
import org.studyatlas.fields.SearchArea;

/** What a term is looked up in: a weighted search area or a single field. */
public sealed interface SearchTarget {

  /** Name in {@code AREA[...]}: the area's name or the field's piece name. */
  String name();

  /** The fields that it searches: the area's pieces in their order, or the field itself. */
  List<Field> fields();

  /**
   * A search area.
   *
   * @param area of the catalogue
   */
  record OfArea(SearchArea area) implements SearchTarget {
    @Override
    public String name() {
      return area.name();
    }

    @Override
    public List<Field> fields() {
      FieldCatalogue catalogue = FieldCatalogue.standard();
      return area.parts().stream()
          .flatMap(part -> part.pieces().stream())
          .map(catalogue::getPiece)
          .toList();
    }

    @Override
    public String toString() {
      return name();
    }
  }

  /**
   * A field.
   *
   * @param field of the catalogue
   */
  record OfField(Field field) implements SearchTarget {
    @Override
    public String name() {
      return field.piece();
    }

    @Override
    public List<Field> fields() {
      return List.of(field);
    }

    @Override
    public String toString() {
      return name();
    }
  }

  /**
   * The search area of that name.
   *
   * @throws IllegalArgumentException if there is none
   */
  static SearchTarget area(String name) {
    return FieldCatalogue.standard()
        .findArea(name)
        .map(OfArea::new)
        .orElseThrow(() -> new IllegalArgumentException("unknown search area '" + name + "'"));
  }

  /**
   * The field of that piece name.
   *
   * @throws IllegalArgumentException if there is none
   */
  static SearchTarget piece(String name) {
    return new OfField(FieldCatalogue.standard().getPiece(name));
  }

  /** Whether it holds NCT ids and nothing else, so that a term on it must be one. */
  default boolean onlyIds() {
    return switch (this) {
      case OfField(Field field) -> field.kind() == FieldKind.NCT;
      case OfArea(SearchArea area) ->
          area.parts().stream().allMatch(part -> part.type().startsWith("nct"));
    };
  }
}
