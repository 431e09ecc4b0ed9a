package org.studyatlas.render;

import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.studyatlas.fields.Derivation;
import org.studyatlas.fields.Field;
import org.studyatlas.fields.FieldCatalogue;

/** Some values of a study as they stand in its record. */
public final class StudyValues {

  private final Part study;

  private StudyValues(Part study) {
    this.study = study;
  }

  /**
   * Reads the values of those fields.
   *
   * @throws IOException if the record is no study
   */
  public static StudyValues read(byte[] study, Collection<Field> fields) throws IOException {
    List<Field> held = fields.stream().flatMap(field -> source(field).stream()).toList();
    return new StudyValues(PartReader.read(study, FieldSelection.of(held).root()));
  }

  /**
   * The values of a leaf among the fields that were read. Those of a field that the record does not
   * hold are the values that it follows from; none if it is a number of something.
   */
  public List<String> of(Field field) {
    return source(field).map(held -> study.textsAt(held.path())).orElse(List.of());
  }

  private static Optional<Field> source(Field field) {
    Derivation derivation = field.derivation();
    return derivation == null
        ? Optional.of(field)
        : switch (derivation) {
          case Derivation.Year(String name) -> sibling(field, name);
          case Derivation.CountryCode(String name) -> sibling(field, name);
          case Derivation.Count count -> Optional.empty();
          case Derivation.Distinct distinct -> Optional.empty();
        };
  }

  private static Optional<Field> sibling(Field field, String name) {
    return FieldCatalogue.standard().findPath(field.parentPath() + "." + name);
  }
}
