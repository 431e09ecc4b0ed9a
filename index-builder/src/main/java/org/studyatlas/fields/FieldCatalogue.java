package org.studyatlas.fields;

import static java.util.Objects.requireNonNull;
import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The registry's whole field model: 531 fields (112 structs, 342 leaves, 77 index-only), its
 * enumerations and search areas.
 *
 * <p>Immutable and shared: {@link #standard()}. Look-ups cost one hash access.
 */
public final class FieldCatalogue {

  private static final FieldCatalogue STANDARD = new FieldCatalogue();

  private final Map<String, Field> byPiece;
  private final Map<String, Field> byPath;
  private final Map<String, Field> byAltName;
  private final Map<String, List<Field>> children;
  private final Map<String, EnumType> enums;
  private final Map<String, SearchArea> areas;

  private FieldCatalogue() {
    List<Field> fields = readFields();
    byPiece = index(fields);
    byPath = fields.stream().collect(toMap(Field::path, identity()));
    byAltName = new LinkedHashMap<>();
    children = new LinkedHashMap<>();
    for (Field field : fields) {
      field.altNames().forEach(alt -> byAltName.put(alt, field));
      children.computeIfAbsent(field.parentPath(), p -> new ArrayList<>()).add(field);
    }
    enums = readEnums();
    areas = readAreas();
  }

  /** The catalogue of the registry's API v2. */
  public static FieldCatalogue standard() {
    return STANDARD;
  }

  /** All fields in the order of the data model. */
  public List<Field> fields() {
    return List.copyOf(byPiece.values());
  }

  /** The field of that piece name or alternative piece name, exact case. */
  public Optional<Field> findPiece(String name) {
    Field field = byPiece.get(name);
    return Optional.ofNullable(field != null ? field : byAltName.get(name));
  }

  /**
   * The field of that piece name.
   *
   * @throws IllegalArgumentException if there is none
   */
  public Field getPiece(String piece) {
    return findPiece(piece)
        .orElseThrow(() -> new IllegalArgumentException("unknown piece name '" + piece + "'"));
  }

  /** The field at that dotted path. */
  public Optional<Field> findPath(String path) {
    return Optional.ofNullable(byPath.get(path));
  }

  /** The direct children of a struct, or of the root for an empty path, in model order. */
  public List<Field> children(String path) {
    return List.copyOf(children.getOrDefault(path, List.of()));
  }

  /** Whether a single site can have several values of the field: those of its contacts. */
  public boolean isListOfSite(Field field) {
    boolean list = false;
    for (Field f = field; f != null && f.ofSite(); f = byPath.get(f.parentPath())) {
      list |= f.array();
    }
    return list;
  }

  /** All enumerations, in the registry's order. */
  public List<EnumType> enums() {
    return List.copyOf(enums.values());
  }

  /**
   * The enumeration of that name.
   *
   * @throws IllegalArgumentException if there is none
   */
  public EnumType getEnum(String name) {
    EnumType type = enums.get(name);
    if (type == null) {
      throw new IllegalArgumentException("unknown enumeration '" + name + "'");
    }
    return type;
  }

  /** All search areas, in the registry's order. */
  public List<SearchArea> areas() {
    return List.copyOf(areas.values());
  }

  /** The search area of that name, exact case. */
  public Optional<SearchArea> findArea(String name) {
    return Optional.ofNullable(areas.get(name));
  }

  /** The search area that a query parameter searches, e.g. {@code cond}. */
  public Optional<SearchArea> findAreaOfParam(String param) {
    return areas.values().stream().filter(a -> param.equals(a.param())).findFirst();
  }

  private static Map<String, Field> index(List<Field> fields) {
    Map<String, Field> byPiece = new LinkedHashMap<>();
    for (Field field : fields) {
      if (byPiece.put(field.piece(), field) != null) {
        throw new IllegalStateException("piece " + field.piece() + " is defined twice");
      }
    }
    return byPiece;
  }

  private static List<Field> readFields() {
    List<Field> fields = new ArrayList<>();
    Map<String, Boolean> multi = new LinkedHashMap<>();
    for (Map<String, String> row : FieldTable.read("fields.tsv")) {
      String path = cell(row, "path");
      int dot = path.lastIndexOf('.');
      boolean array = !cell(row, "array").isEmpty();
      boolean multiValued = array || (dot > 0 && multi.getOrDefault(path.substring(0, dot), false));
      multi.put(path, multiValued);
      fields.add(field(fields.size(), row, path, array, multiValued));
    }
    return fields;
  }

  private static Field field(
      int position, Map<String, String> row, String path, boolean array, boolean multiValued) {
    String derive = cell(row, "derive");
    String stats = cell(row, "stats");
    String maxChars = cell(row, "maxChars");
    String altNames = cell(row, "altNames");
    return new Field(
        position,
        cell(row, "piece"),
        path,
        FieldKind.valueOf(cell(row, "kind").toUpperCase(Locale.ROOT)),
        cell(row, "type"),
        array,
        multiValued,
        emptyToNull(cell(row, "enumType")),
        !cell(row, "synonyms").isEmpty(),
        derive.isEmpty() ? null : Derivation.parse(derive),
        stats.isEmpty() ? null : StatsType.valueOf(stats),
        cell(row, "source"),
        maxChars.isEmpty() ? null : Integer.valueOf(maxChars),
        altNames.isEmpty() ? List.of() : List.of(altNames.split(",")),
        cell(row, "title"));
  }

  private static Map<String, EnumType> readEnums() {
    Map<String, List<EnumType.Value>> values = new LinkedHashMap<>();
    for (Map<String, String> row : FieldTable.read("enums.tsv")) {
      Map<String, String> exceptions = new LinkedHashMap<>();
      for (String exception : cell(row, "exceptions").split(";")) {
        int equals = exception.indexOf('=');
        if (equals > 0) {
          exceptions.put(exception.substring(0, equals), exception.substring(equals + 1));
        }
      }
      values
          .computeIfAbsent(cell(row, "type"), t -> new ArrayList<>())
          .add(new EnumType.Value(cell(row, "value"), cell(row, "label"), exceptions));
    }
    Map<String, EnumType> types = new LinkedHashMap<>();
    values.forEach((name, list) -> types.put(name, new EnumType(name, list)));
    return types;
  }

  private static Map<String, SearchArea> readAreas() {
    Map<String, SearchArea> areas = new LinkedHashMap<>();
    for (Map<String, String> row : FieldTable.read("search-areas.tsv")) {
      SearchArea.Part part =
          new SearchArea.Part(
              List.of(cell(row, "pieces").split(",")),
              cell(row, "type"),
              !cell(row, "synonyms").isEmpty(),
              Double.parseDouble(cell(row, "weight")));
      areas.merge(
          cell(row, "area"),
          new SearchArea(
              cell(row, "area"),
              emptyToNull(cell(row, "param")),
              emptyToNull(cell(row, "label")),
              List.of(part)),
          FieldCatalogue::joined);
    }
    return areas;
  }

  private static SearchArea joined(SearchArea a, SearchArea b) {
    List<SearchArea.Part> parts = new ArrayList<>(a.parts());
    parts.addAll(b.parts());
    return new SearchArea(a.name(), a.param(), a.label(), parts);
  }

  private static String cell(Map<String, String> row, String column) {
    return requireNonNull(row.get(column), column);
  }

  private static @Nullable String emptyToNull(String text) {
    return text.isEmpty() ? null : text;
  }
}
