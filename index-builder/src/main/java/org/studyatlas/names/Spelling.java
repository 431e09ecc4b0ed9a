package org.studyatlas.names;

import static java.util.Comparator.comparing;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** One way in which sites write a place, and how many write it so. Counts while sites are read. */
final class Spelling {

  /** Of a name that is empty or useless. */
  static final Spelling NONE = new Spelling("", "", "", List.of());

  /** Most frequent first; of equally frequent ones those not in capitals and the longer state. */
  static final Comparator<Spelling> MOST_FREQUENT =
      comparing((Spelling s) -> -s.sites)
          .thenComparing(s -> s.name.equals(s.name.toUpperCase(Locale.ROOT)))
          .thenComparing(s -> -s.state.length())
          .thenComparing(s -> s.name)
          .thenComparing(s -> s.state)
          .thenComparing(s -> s.country);

  private final String name;
  private final String state;
  private final String country;
  private final List<PlaceTally> places;
  private int sites;

  /**
   * A way of writing.
   *
   * @param places that a site counts for which writes it so
   */
  Spelling(String name, String state, String country, List<PlaceTally> places) {
    this.name = name;
    this.state = state;
    this.country = country;
    this.places = List.copyOf(places);
  }

  void count(SeenSite site) {
    sites++;
    for (PlaceTally place : places) {
      place.count(site);
    }
  }

  /** Tells its places of itself, when all sites are counted. */
  void offer() {
    places.forEach(place -> place.offer(this));
  }

  boolean isUseful() {
    return !places.isEmpty();
  }

  String name() {
    return name;
  }

  String state() {
    return state;
  }

  String country() {
    return country;
  }
}
