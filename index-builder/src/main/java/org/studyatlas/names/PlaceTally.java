package org.studyatlas.names;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is counted of one place. */
final class PlaceTally {

  private final PlaceId id;
  private final Map<Long, Integer> points = new HashMap<>(2);
  private int sites;
  private int studies;
  private int lastStudy = -1;
  private int located;
  private Spelling best = Spelling.NONE;
  private PlaceName.@Nullable Spot spot;

  PlaceTally(PlaceId id) {
    this.id = id;
  }

  PlaceId id() {
    return id;
  }

  /** Counts a site; those of one study come one after the other. */
  void count(SeenSite site) {
    sites++;
    if (site.study() != lastStudy) {
      lastStudy = site.study();
      studies++;
    }
    if (site.hasPoint()) {
      located++;
      if (!id.kind().isArea()) {
        points.merge(site.point(), 1, Integer::sum);
      }
    }
  }

  /** Takes the points of a part of this place: an area does not count its own. */
  void addPointsOf(PlaceTally part) {
    part.points.forEach((point, count) -> points.merge(point, count, Integer::sum));
  }

  /** Takes a way of writing the place, with its final count. */
  void offer(Spelling spelling) {
    if (Spelling.MOST_FREQUENT.compare(spelling, best) < 0) {
      best = spelling;
    }
  }

  Spelling best() {
    return best;
  }

  Map<Long, Integer> points() {
    return points;
  }

  int sites() {
    return sites;
  }

  int unlocated() {
    return sites - located;
  }

  /** Says where the place is; null if nothing tells. */
  void settle(PlaceName.@Nullable Spot where) {
    spot = where;
  }

  PlaceName.@Nullable Spot spot() {
    return spot;
  }

  /** The place as it is written into the index. */
  PlaceName name(String city) {
    return new PlaceName(
        id.kind(), best.name(), city, best.state(), best.country(), sites, studies, located, spot);
  }
}
