package org.studyatlas.http.search;

import static java.util.stream.Collectors.toUnmodifiableMap;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.studyatlas.api.FilterDefinitions;
import org.studyatlas.api.Parameter;
import org.studyatlas.api.ShownDefinitions;
import org.studyatlas.api.SiteDefinitions;
import org.studyatlas.fields.FieldCatalogue;
import org.studyatlas.query.Participants;
import org.studyatlas.query.Sort;

/** Reads the order of the hits: a list of {@code name}, {@code name:asc}, {@code name:desc}. */
final class SortOrder {

  private static final Parameter.Orders PARAMETER = ShownDefinitions.SORT;
  private static final FieldCatalogue CATALOGUE = FieldCatalogue.standard();
  private static final Map<String, String> DATES =
      FilterDefinitions.DATES.entrySet().stream()
          .collect(toUnmodifiableMap(date -> date.getKey().name(), Map.Entry::getValue));

  private SortOrder() {}

  /**
   * The criteria, in their order; none if nothing is said.
   *
   * @param measured whether there is a point that distances are measured from
   */
  static List<Sort> read(NativeParameters given, boolean measured) {
    List<Sort> sort = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (String item : given.list(PARAMETER)) {
      requireNew(names, item);
      Sort criterion = criterion(given, item);
      if (criterion instanceof Sort.ByDistance && !measured) {
        throw NativeParameters.refused(
            "missing-parameter",
            SiteDefinitions.NEAR.name(),
            null,
            "sort=distance needs a centre: add near=latitude,longitude");
      }
      sort.add(criterion);
    }
    if (!sort.isEmpty()) {
      given.normal(PARAMETER, String.join(",", given.list(PARAMETER)));
    }
    return sort;
  }

  /** A second criterion of a name orders nothing, and would make cursors too long. */
  private static void requireNew(Set<String> names, String item) {
    int colon = item.indexOf(':');
    String name = colon < 0 ? item : item.substring(0, colon);
    if (!names.add(name)) {
      throw NativeParameters.refused(
          "repeated-criterion", PARAMETER.name(), item, "'" + name + "' is given twice");
    }
  }

  private static Sort criterion(NativeParameters given, String item) {
    int colon = item.indexOf(':');
    String name = colon < 0 ? item : item.substring(0, colon);
    String direction = colon < 0 ? "" : item.substring(colon + 1);
    if (!List.of("", "asc", "desc").contains(direction)) {
      throw given.unknown(PARAMETER, direction, List.of("asc", "desc"));
    }
    String piece = DATES.get(name);
    if (piece != null) {
      return new Sort.ByField(CATALOGUE.getPiece(piece), !direction.equals("asc"));
    }
    return switch (name) {
      case "relevance" -> new Sort.ByRelevance(!direction.equals("asc"));
      case "nctId" -> new Sort.ById(direction.equals("desc"));
      case "enrollment" ->
          new Sort.ByKnownNumber(
              CATALOGUE.getPiece("EnrollmentCount"),
              Participants.UNKNOWN_NUMBER,
              !direction.equals("asc"));
      case "distance" -> {
        if (direction.equals("desc")) {
          throw given.unknown(PARAMETER, item, List.of("distance", "distance:asc"));
        }
        yield new Sort.ByDistance();
      }
      default -> throw given.unknown(PARAMETER, name, PARAMETER.orders());
    };
  }
}
