package org.studyatlas.sample;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An organisation.
 *
 * @param name its name
 * @param agencyClass constant of {@code AgencyClass}
 * @param home the city it is at, if that is one of the sites' cities
 */
record Sponsor(String name, String agencyClass, @Nullable City home) {

  /** Whether it is a company. */
  boolean industry() {
    return agencyClass.equals("INDUSTRY");
  }

  /** The city it is at; companies have none. */
  Optional<City> findHome() {
    return industry() ? Optional.empty() : Optional.ofNullable(home);
  }
}
