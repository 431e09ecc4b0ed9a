package org.studyatlas.schema;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.SortedSetDocValuesField;
import org.apache.lucene.util.BytesRef;
import org.studyatlas.fields.Field;
import org.studyatlas.fields.FieldCatalogue;

/**
 * The index contract: which Lucene field each leaf of the catalogue becomes.
 *
 * <p>Derived from the catalogue alone; shared and immutable: {@link #standard()}.
 */
public final class IndexSchema {

  /**
   * Text leaves whose whole values are kept as doc values too, for facets, place filters and the
   * index of names.
   */
  private static final Set<String> VALUE_PIECES =
      Set.of(
          "Condition",
          "InterventionName",
          "LeadSponsorName",
          "ConditionMeshTerm",
          "ConditionAncestorTerm",
          "InterventionMeshTerm",
          "InterventionAncestorTerm",
          "LocationFacility",
          "LocationCity",
          "LocationState",
          "LocationZip",
          "LocationCountry");

  /**
   * Lists of names whose length tells how much a study is about each of them. The other lists
   * (outcomes, arms, descriptions) are as long as the study is complicated, which says nothing
   * about relevance; their norms would cost a fifth of the build.
   */
  private static final Set<String> LISTS_WITH_NORMS =
      Set.of("Condition", "InterventionName", "Keyword");

  private static final IndexSchema STANDARD = new IndexSchema(FieldCatalogue.standard());
  private static final String VALUE_SUFFIX = "_value";

  private final FieldCatalogue catalogue;
  private final Map<String, IndexField> byPiece;

  private IndexSchema(FieldCatalogue catalogue) {
    this.catalogue = catalogue;
    Set<String> scored =
        catalogue.areas().stream()
            .flatMap(area -> area.parts().stream())
            .flatMap(part -> part.pieces().stream())
            .collect(Collectors.toSet());
    byPiece = new LinkedHashMap<>();
    for (Field field : catalogue.fields()) {
      if (!field.isStruct()) {
        byPiece.put(
            field.piece(),
            indexField(field, scored.contains(field.piece()) && hasUsefulLength(field)));
      }
    }
  }

  /** The schema of the registry's catalogue. */
  public static IndexSchema standard() {
    return STANDARD;
  }

  /** The catalogue that it follows. */
  public FieldCatalogue catalogue() {
    return catalogue;
  }

  /** All leaves, in the order of the data model. */
  public Iterable<IndexField> fields() {
    return byPiece.values();
  }

  /**
   * The Lucene side of a leaf.
   *
   * @throws IllegalArgumentException if the piece is unknown or a struct
   */
  public IndexField get(String piece) {
    IndexField field = byPiece.get(piece);
    if (field == null) {
      throw new IllegalArgumentException("piece '" + piece + "' is no leaf of the field model");
    }
    return field;
  }

  /**
   * Name of the doc values that hold a text leaf's whole values; see {@link WordsIndex#hasValues}.
   */
  public static String valueField(String piece) {
    return piece + VALUE_SUFFIX;
  }

  /** Adds a whole value as doc values. */
  public static void addValue(Document document, String field, String value) {
    document.add(new SortedSetDocValuesField(field, new BytesRef(value)));
  }

  private static boolean hasUsefulLength(Field field) {
    return !field.multiValued() || LISTS_WITH_NORMS.contains(field.piece());
  }

  private static IndexField indexField(Field field, boolean norms) {
    return switch (field.kind()) {
      case TEXT -> new WordsIndex(field, norms, VALUE_PIECES.contains(field.piece()));
      case NCT, ENUM, BOOLEAN, KEYWORD -> new ExactIndex(field);
      case DATE, INTEGER, TIME -> new NumberIndex(field);
      case GEO -> new PointIndex(field);
      case STRUCT -> throw new IllegalArgumentException(field.piece() + " is a struct");
    };
  }
}
