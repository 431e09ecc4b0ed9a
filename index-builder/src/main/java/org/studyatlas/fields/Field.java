package org.studyatlas.fields;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * One field of the registry's data model: a struct or a leaf.
 *
 * @param position its place in the data model's order, from 0: its index in {@link
 *     FieldCatalogue#fields()}
 * @param piece the registry's piece name, unique, e.g. {@code BriefTitle}
 * @param path dotted path of JSON names from the root, e.g. {@code
 *     protocolSection.identificationModule.briefTitle}; arrays leave no mark in it
 * @param kind what it holds
 * @param type the registry's name of the type, e.g. {@code PartialDate} or {@code text[]}
 * @param array whether this node itself is a JSON array
 * @param multiValued whether a study can hold several values: this node or an ancestor is an array
 * @param enumType name of the enumeration, for kind ENUM
 * @param synonyms whether the registry expands queries on it by synonyms
 * @param derivation how the value is computed, for the index-only fields, which no record holds
 * @param statsType shape of its statistics; null for structs and geo points
 * @param source the registry's source type, e.g. {@code TEXT}, {@code MARKUP} or a function
 * @param maxChars the registry's limit of length in characters, or null
 * @param altNames alternative piece names, e.g. {@code BRIEF-TITLE}
 * @param title the registry's title of the field, possibly empty
 */
public record Field(
    int position,
    String piece,
    String path,
    FieldKind kind,
    String type,
    boolean array,
    boolean multiValued,
    @Nullable String enumType,
    boolean synonyms,
    @Nullable Derivation derivation,
    @Nullable StatsType statsType,
    String source,
    @Nullable Integer maxChars,
    List<String> altNames,
    String title) {

  /** Path of the only nested structure of the model: a study's sites. */
  public static final String SITES_PATH = "protocolSection.contactsLocationsModule.locations";

  /** Copies the list. */
  public Field {
    altNames = List.copyOf(altNames);
  }

  /** The JSON name: the last part of the path. */
  public String name() {
    return path.substring(path.lastIndexOf('.') + 1);
  }

  /** Path of the containing struct, empty for a root. */
  public String parentPath() {
    int dot = path.lastIndexOf('.');
    return dot < 0 ? "" : path.substring(0, dot);
  }

  /** Whether it is a struct. */
  public boolean isStruct() {
    return kind == FieldKind.STRUCT;
  }

  /** Whether it only exists in the index and never in a record. */
  public boolean indexedOnly() {
    return derivation != null;
  }

  /** Whether it belongs to a single site ("nested" in the registry's words). */
  public boolean ofSite() {
    return path.startsWith(SITES_PATH + ".");
  }

  /** Whether results can be sorted by it: dates and numbers, as in the registry. */
  public boolean sortable() {
    return kind == FieldKind.DATE || kind == FieldKind.INTEGER;
  }

  /** Whether its dates have a time of day, to the minute. */
  public boolean hasTimeOfDay() {
    return type.equals("DateTimeMinutes");
  }

  /**
   * Whether the number of its values in each study is kept, as {@code AREA[piece:size]} and the
   * statistics of lists need it: fields of the record that can have several values.
   */
  public boolean sized() {
    return multiValued && !indexedOnly() && kind != FieldKind.GEO;
  }

  /** Name of its enumeration. */
  public Optional<String> findEnumType() {
    return Optional.ofNullable(enumType);
  }

  /** The registry's limit of length. */
  public OptionalInt findMaxChars() {
    return maxChars == null ? OptionalInt.empty() : OptionalInt.of(maxChars);
  }
}
