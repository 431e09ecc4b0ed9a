package org.studyatlas.query;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.studyatlas.geo.Box;
import org.studyatlas.geo.Circle;
import org.studyatlas.geo.Polygon;

/**
 * What must be true of one and the same site of a study; the sites that fulfil it are the hit's
 * matching sites. Each list is a choice: one of its values, or anything if it is empty.
 *
 * @param statuses constants of the sites' own status, e.g. {@code RECRUITING}
 * @param countries names in any known spelling, or ISO 3166 codes
 * @param states whole names
 * @param cities whole names
 * @param facilities words of the facility's name
 * @param within circle that the site must lie in, or null for anywhere
 * @param box rectangle that it must lie in, or null for anywhere
 * @param area polygons one of which it must lie in, or none for anywhere
 */
public record SiteConditions(
    List<String> statuses,
    List<String> countries,
    List<String> states,
    List<String> cities,
    List<String> facilities,
    @Nullable Circle within,
    @Nullable Box box,
    List<Polygon> area) {

  /** True of every site, and of studies without sites. */
  public static final SiteConditions NONE =
      new SiteConditions(
          List.of(), List.of(), List.of(), List.of(), List.of(), null, null, List.of());

  /** Copies the lists. */
  public SiteConditions {
    statuses = List.copyOf(statuses);
    countries = List.copyOf(countries);
    states = List.copyOf(states);
    cities = List.copyOf(cities);
    facilities = List.copyOf(facilities);
    area = List.copyOf(area);
  }

  /** Without box or area. */
  public SiteConditions(
      List<String> statuses,
      List<String> countries,
      List<String> states,
      List<String> cities,
      List<String> facilities,
      @Nullable Circle within) {
    this(statuses, countries, states, cities, facilities, within, null, List.of());
  }

  /** Whether it demands something of where the site lies. */
  public boolean asksWhere() {
    return within != null || box != null || !area.isEmpty();
  }

  /** The same wherever the site lies. */
  public SiteConditions anywhere() {
    return new SiteConditions(statuses, countries, states, cities, facilities, null);
  }

  /** The part of it that demands something of where the site lies. */
  public SiteConditions onlyWhere() {
    return new SiteConditions(
        List.of(), List.of(), List.of(), List.of(), List.of(), within, box, area);
  }

  /** Whether it demands nothing. */
  public boolean isNone() {
    return equals(NONE);
  }
}
