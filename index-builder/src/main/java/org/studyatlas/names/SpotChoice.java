package org.studyatlas.names;

import static java.util.Comparator.comparing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.LongPredicate;
import org.studyatlas.geo.GeoPoint;
import org.studyatlas.schema.EncodedPoint;

/**
 * Chooses one of the points that a place's sites have.
 *
 * <p>Usually they have one, or several within a few kilometres, and the most frequent one counts.
 * But the registry finds coordinates by the city's name, and sometimes finds a village of that
 * name: two thirds of the real sites in München, Roma or Milan lie there. Such a village has few
 * sites of other names around it. So a point that at least a fifth of the sites have, and with
 * twice as many sites of other names around it, is preferred.
 */
public final class SpotChoice {

  /** Points of one name up to this far apart are one place, in metres. */
  public static final int SAME_PLACE_METERS = 25_000;

  private static final int MIN_SHARE_DIVISOR = 5;
  private static final int MUCH_MORE = 2;

  private static final Comparator<Group> MOST_FREQUENT =
      comparing((Group group) -> -group.sites).thenComparing(group -> group.center);

  private SpotChoice() {}

  /** Points within {@link #SAME_PLACE_METERS} of the most frequent of them. */
  private static final class Group {
    private final long center;
    private final GeoPoint point;
    private int sites;

    private Group(long center) {
      this.center = center;
      this.point = EncodedPoint.decode(center);
    }
  }

  /**
   * Chooses for a city.
   *
   * @param points how many sites have each point, see {@link EncodedPoint}; not empty
   * @param namesakes points of all sites whose city has that name in that country
   */
  static PlaceName.Spot ofCity(
      Map<Long, Integer> points, Map<Long, Integer> namesakes, Neighbourhoods neighbourhoods) {
    if (points.size() == 1) {
      return only(points);
    }
    List<Group> groups = groups(points);
    int all = groups.stream().mapToInt(group -> group.sites).sum();
    Group chosen = groups.getFirst();
    int around = neighbourhoods.othersAround(chosen.point, namesakes);
    for (Group group : groups.subList(1, groups.size())) {
      int others = neighbourhoods.othersAround(group.point, namesakes);
      boolean frequent = group.sites * MIN_SHARE_DIVISOR >= all;
      if (frequent && others >= MUCH_MORE * Math.max(1, around)) {
        chosen = group;
        around = others;
      }
    }
    return spot(chosen.point, points);
  }

  /**
   * Chooses for postal codes: the most frequent point that the city there stands by.
   *
   * @param credible whether a point is where its city is
   */
  static PlaceName.Spot ofPostalCode(Map<Long, Integer> points, LongPredicate credible) {
    if (points.size() == 1) {
      return only(points);
    }
    List<Group> groups = groups(points);
    Group chosen =
        groups.stream()
            .filter(group -> credible.test(group.center))
            .findFirst()
            .orElse(groups.getFirst());
    return spot(chosen.point, points);
  }

  private static PlaceName.Spot only(Map<Long, Integer> points) {
    Map.Entry<Long, Integer> only = points.entrySet().iterator().next();
    return new PlaceName.Spot(EncodedPoint.decode(only.getKey()), only.getValue(), 0);
  }

  /** The most frequent point, for an area so wide that its points do not have to agree. */
  static PlaceName.Spot mostFrequent(Map<Long, Integer> points) {
    return spot(EncodedPoint.decode(byFrequency(points).getFirst().getKey()), points);
  }

  private static PlaceName.Spot spot(GeoPoint point, Map<Long, Integer> points) {
    int nearby = 0;
    double spread = 0;
    for (Map.Entry<Long, Integer> entry : points.entrySet()) {
      double meters = point.metersTo(EncodedPoint.decode(entry.getKey()));
      nearby += meters <= SAME_PLACE_METERS ? entry.getValue() : 0;
      spread = Math.max(spread, meters);
    }
    return new PlaceName.Spot(point, nearby, (int) Math.ceil(spread));
  }

  private static List<Group> groups(Map<Long, Integer> points) {
    List<Group> groups = new ArrayList<>();
    for (Map.Entry<Long, Integer> point : byFrequency(points)) {
      GeoPoint decoded = EncodedPoint.decode(point.getKey());
      Group group =
          groups.stream()
              .filter(g -> g.point.metersTo(decoded) <= SAME_PLACE_METERS)
              .findFirst()
              .orElse(null);
      if (group == null) {
        group = new Group(point.getKey());
        groups.add(group);
      }
      group.sites += point.getValue();
    }
    groups.sort(MOST_FREQUENT);
    return groups;
  }

  private static List<Map.Entry<Long, Integer>> byFrequency(Map<Long, Integer> points) {
    List<Map.Entry<Long, Integer>> sorted = new ArrayList<>(points.entrySet());
    sorted.sort(
        comparing((Map.Entry<Long, Integer> point) -> -point.getValue())
            .thenComparing(Map.Entry::getKey));
    return sorted;
  }
}
