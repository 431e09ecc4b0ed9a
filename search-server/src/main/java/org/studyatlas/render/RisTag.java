package org.studyatlas.render;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.studyatlas.fields.FieldCatalogue;
import org.studyatlas.study.PartialDate;

/**
 * The tags of a study's RIS record in their order, each with the pieces it is made of. A tag has a
 * line for each of its values, so possibly none.
 */
enum RisTag {
  /** The type: an online database, of those of the format the nearest to a registry. */
  TY(study -> List.of("DBASE")),
  ID("NCTId"),
  AN("NCTId"),
  TI("BriefTitle"),
  ST("Acronym"),
  AU("LeadSponsorName"),
  A2("CollaboratorName"),
  PY(
      study -> dates(study, "StudyFirstPostDate").map(date -> date.substring(0, 4)).toList(),
      "StudyFirstPostDate"),
  DA(
      study -> dates(study, "StudyFirstPostDate").map(date -> date.replace('-', '/')).toList(),
      "StudyFirstPostDate"),
  AB(study -> texts(study, "BriefSummary").map(LegacyMarkup::of).toList(), "BriefSummary"),
  KW("Condition", "Keyword", "InterventionName"),
  N1("OfficialTitle", "OverallStatus"),
  DB(study -> List.of("ClinicalTrials.gov")),
  DP(study -> List.of("National Library of Medicine (US)")),
  UR(study -> List.of(CsvValues.url(study)), "NCTId"),
  /** The end of the record. */
  ER(study -> List.of(""));

  private final Function<Part, List<String>> values;
  private final List<String> pieces;

  /** A tag that lists all values of its pieces, piece after piece. */
  RisTag(String... pieces) {
    this(study -> Stream.of(pieces).flatMap(piece -> texts(study, piece)).toList(), pieces);
  }

  RisTag(Function<Part, List<String>> values, String... pieces) {
    this.values = values;
    this.pieces = List.of(pieces);
  }

  private static Stream<String> texts(Part study, String piece) {
    return study.textsAt(FieldCatalogue.standard().getPiece(piece).path()).stream();
  }

  private static Stream<String> dates(Part study, String piece) {
    return texts(study, piece)
        .flatMap(t -> PartialDate.find(t).stream())
        .map(PartialDate::toString);
  }

  /** The tag of that name, exact case. */
  static Optional<RisTag> find(String name) {
    return Arrays.stream(values()).filter(tag -> tag.name().equals(name)).findFirst();
  }

  /** Names of the pieces that the values are made of. */
  List<String> pieces() {
    return pieces;
  }

  /**
   * The values of a study, each once and on a single line, since a second line would be read as
   * another tag.
   */
  List<String> valuesOf(Part study) {
    return values.apply(study).stream()
        .map(value -> value.strip().replaceAll("\\s+", " "))
        .filter(value -> !value.isEmpty() || this == ER)
        .distinct()
        .toList();
  }
}
