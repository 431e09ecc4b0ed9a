package org.studyatlas.query;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.studyatlas.geo.Circle;

/**
 * What must be true of one and the same site of a study; the sites that fulfil it are the hit's
 * matching sites. Each list is a choice: one of its values, or anything if it is empty.
 *
 * @param statuses constants of the sites' own status, e.g. {@code RECRUITING}
 * @param countries in the registry's spelling
 * @param states whole names
 * @param cities whole names
 * @param facilities words of the facility's name
 * @param within where the site must lie, or null for anywhere
 */
public record SiteConditions(
    List<String> statuses,
    List<String> countries,
    List<String> states,
    List<String> cities,
    List<String> facilities,
    @Nullable Circle within) {

  /** True of every site, and of studies without sites. */
  public static final SiteConditions NONE =
      new SiteConditions(List.of(), List.of(), List.of(), List.of(), List.of(), null);

  /** Copies the lists. */
  public SiteConditions {
    statuses = List.copyOf(statuses);
    countries = List.copyOf(countries);
    states = List.copyOf(states);
    cities = List.copyOf(cities);
    facilities = List.copyOf(facilities);
  }

  /** Whether it demands nothing. */
  public boolean isNone() {
    return equals(NONE);
  }
}
