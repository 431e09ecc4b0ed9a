package org.studyatlas.places;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.studyatlas.geo.GeoPoint;
import org.studyatlas.names.NameKind;
import org.studyatlas.names.PlaceName;
import org.studyatlas.names.SpotChoice;
import org.studyatlas.schema.NameFold;
import org.studyatlas.schema.PlaceKey;

/**
 * A place as people think of it: a city is one whatever its sites write as its state, as long as
 * they lie in the same country and no more than 25 km apart.
 *
 * @param name the entry with the most sites
 * @param sites of all its entries
 * @param sitesElsewhere sites that name it, but whose coordinates are more than 25 km from its
 *     point; the registry finds some coordinates wrongly
 */
public record Place(PlaceName name, int sites, int sitesElsewhere) {

  /** Where it is, or empty if nothing tells. */
  public Optional<GeoPoint> point() {
    return Optional.ofNullable(name.spot()).map(PlaceName.Spot::point);
  }

  /** Name, state and country, e.g. {@code Boston, Massachusetts, United States}. */
  public String label() {
    String country = name.kind() == NameKind.COUNTRY ? "" : name.country();
    String state = name.kind() == NameKind.STATE ? "" : name.state();
    String city = name.city().isEmpty() ? "" : name.city();
    return Stream.of(name.name(), city, state, country)
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining(", "));
  }

  /** Puts entries together, in the order in which each place is met first. */
  static List<Place> group(List<PlaceName> entries) {
    List<Place> places = new ArrayList<>();
    for (PlaceName entry : entries) {
      int at = indexOf(places, entry);
      if (at < 0) {
        places.add(new Place(entry, entry.sites(), elsewhere(entry)));
      } else {
        Place known = places.get(at);
        places.set(
            at,
            new Place(
                known.name, known.sites + entry.sites(), known.sitesElsewhere + elsewhere(entry)));
      }
    }
    return places;
  }

  /** Whether an entry counts for this place: the first of the places that can be its own. */
  boolean isFirstOf(List<Place> places, PlaceName entry) {
    int at = indexOf(places, entry);
    return at >= 0 && places.get(at).equals(this);
  }

  private static int elsewhere(PlaceName entry) {
    PlaceName.Spot spot = entry.spot();
    return spot == null || entry.kind().isArea() ? 0 : Math.max(0, entry.located() - spot.nearby());
  }

  private static int indexOf(List<Place> places, PlaceName entry) {
    for (int i = 0; i < places.size(); i++) {
      if (isSame(places.get(i).name, entry)) {
        return i;
      }
    }
    return -1;
  }

  /** The nearness first, and folding only what differs: thousands of pairs are compared. */
  private static boolean isSame(PlaceName a, PlaceName b) {
    return a.kind() == NameKind.CITY
        && b.kind() == NameKind.CITY
        && near(a.spot(), b.spot())
        && isSame(a.name(), b.name(), NameFold::fold)
        && isSame(a.country(), b.country(), PlaceKey::countryKey);
  }

  private static boolean isSame(String a, String b, UnaryOperator<String> key) {
    return a.equals(b) || key.apply(a).equals(key.apply(b));
  }

  /** Nothing tells that a place without a point is another one. */
  private static boolean near(PlaceName.@Nullable Spot a, PlaceName.@Nullable Spot b) {
    return a == null || b == null || a.point().metersTo(b.point()) <= SpotChoice.SAME_PLACE_METERS;
  }
}
