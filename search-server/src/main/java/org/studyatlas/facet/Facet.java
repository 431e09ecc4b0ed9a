package org.studyatlas.facet;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.studyatlas.fields.Field;
import org.studyatlas.fields.FieldCatalogue;
import org.studyatlas.schema.IndexSchema;

/** What studies can be counted by. */
public enum Facet {
  /** Overall status. */
  STATUS("status", "OverallStatus"),
  /** Phases; a study of phases 1 and 2 counts in both. */
  PHASE("phase", "Phase"),
  /** Study type. */
  STUDY_TYPE("studyType", "StudyType"),
  /** Class of the lead sponsor. */
  SPONSOR_CLASS("sponsorClass", "LeadSponsorClass"),
  /** Countries of the study's sites; a study counts once in each. */
  COUNTRY("country", "LocationCountry");

  private final String parameter;
  private final String piece;

  Facet(String parameter, String piece) {
    this.parameter = parameter;
    this.piece = piece;
  }

  /** Its name in requests and answers. */
  public String parameter() {
    return parameter;
  }

  /** The field of the catalogue that it counts. */
  public Field field() {
    return FieldCatalogue.standard().getPiece(piece);
  }

  /** The doc values on the study that hold its values. */
  String docValues() {
    return this == COUNTRY ? IndexSchema.STUDY_COUNTRIES : piece;
  }

  /**
   * The facet that counts a field.
   *
   * @throws IllegalArgumentException if none does
   */
  public static Facet ofField(Field field) {
    return Arrays.stream(values())
        .filter(facet -> facet.piece.equals(field.piece()))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("field " + field.piece() + " is no facet"));
  }

  /** The facet of that name. */
  public static Optional<Facet> find(String parameter) {
    return Arrays.stream(values()).filter(f -> f.parameter.equals(parameter)).findFirst();
  }

  /** The names of all facets. */
  public static List<String> parameters() {
    return Arrays.stream(values()).map(Facet::parameter).toList();
  }
}
