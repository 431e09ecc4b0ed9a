package org.studyatlas.query;

import java.util.Optional;
import java.util.stream.Stream;
import org.studyatlas.fields.Field;
import org.studyatlas.fields.FieldCatalogue;
import org.studyatlas.fields.SearchArea;

/** Looks up the names in {@code AREA[...]} and {@code TILT[...]}. */
final class TargetNames {

  private static final FieldCatalogue CATALOGUE = FieldCatalogue.standard();

  private TargetNames() {}

  /** The area, or the field by its piece name, alternative piece name or dotted path. */
  static SearchTarget resolve(String name, Spot spot) throws ParseException {
    Optional<SearchArea> area = CATALOGUE.findArea(name);
    if (area.isPresent()) {
      return new SearchTarget.OfArea(area.get());
    }
    return new SearchTarget.OfField(field(name, spot));
  }

  /** As {@link #resolve}, but fields only. */
  static Field field(String name, Spot spot) throws ParseException {
    Optional<Field> field = findField(name);
    if (field.isEmpty()) {
      String hint = suggestion(name).map(s -> "did you mean " + s).orElse(null);
      throw spot.fault("Unknown area name: `" + SyntaxErrors.shortened(name) + "`", hint);
    }
    return field.get();
  }

  static Optional<Field> findField(String name) {
    return CATALOGUE.findPiece(name).or(() -> CATALOGUE.findPath(name));
  }

  private static Optional<String> suggestion(String name) {
    return Stream.concat(
            CATALOGUE.areas().stream().map(SearchArea::name),
            CATALOGUE.fields().stream().map(Field::piece))
        .filter(name::equalsIgnoreCase)
        .findFirst();
  }
}
