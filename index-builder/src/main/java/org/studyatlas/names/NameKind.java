package org.studyatlas.names;

import java.util.Arrays;
import java.util.Optional;

/** What a name is the name of. */
public enum NameKind {
  /** A country. */
  COUNTRY("country"),
  /** A state or province of a country. */
  STATE("state"),
  /** A city, told apart by state and country. */
  CITY("city"),
  /** A postal code of a country. */
  ZIP("zip"),
  /** The leading part of postal codes: ZIP3, outward code; see {@link PostalCode}. */
  ZIP_PREFIX("zip-prefix"),
  /** A condition as the study names it. */
  CONDITION("condition"),
  /** The name of an intervention. */
  INTERVENTION("intervention"),
  /** A lead sponsor. */
  SPONSOR("sponsor"),
  /** A facility where a study has a site. */
  FACILITY("facility");

  private final String text;

  NameKind(String text) {
    this.text = text;
  }

  /** Its name in the index, in requests and answers. */
  public String text() {
    return text;
  }

  /** Whether it has a place on the globe; the others are words to suggest. */
  public boolean isPlace() {
    return compareTo(ZIP_PREFIX) <= 0;
  }

  /** Whether it holds other places, so that its sites need not agree about one point. */
  public boolean isArea() {
    return this == COUNTRY || this == STATE || this == ZIP_PREFIX;
  }

  /** The kind of that name. */
  public static Optional<NameKind> find(String text) {
    return Arrays.stream(values()).filter(kind -> kind.text.equals(text)).findFirst();
  }
}
