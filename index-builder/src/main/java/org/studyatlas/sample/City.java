package org.studyatlas.sample;

import java.util.List;

/**
 * A city with study sites.
 *
 * @param name as the registry spells it
 * @param state state, province or empty
 * @param country as the registry spells it, e.g. with the trailing blank of Bonaire
 * @param lat latitude in degrees, in decimal notation
 * @param lon longitude in degrees, in decimal notation
 * @param zip pattern of its postal codes, {@code #} a digit and {@code @} a letter, or empty
 * @param weight share of the sites, relative
 * @param facilities names of its facilities
 */
record City(
    String name,
    String state,
    String country,
    String lat,
    String lon,
    String zip,
    double weight,
    Weighted<String> facilities) {

  private static final String LETTERS = "ABCDEFGHJKLMNPRSTUVWXYZ";

  /** Draws a postal code of the city, empty where it has none. */
  String drawZip(Dice dice) {
    StringBuilder code = new StringBuilder(zip.length());
    for (int i = 0; i < zip.length(); i++) {
      char c = zip.charAt(i);
      switch (c) {
        case '#' -> code.append((char) ('0' + dice.below(10)));
        case '@' -> code.append(LETTERS.charAt(dice.below(LETTERS.length())));
        default -> code.append(c);
      }
    }
    return code.toString();
  }

  /** Whether it lies in that country. */
  boolean in(String countryName) {
    return country.equals(countryName);
  }

  /** The facilities of a city with those names, the first the most frequent. */
  static Weighted<String> facilities(List<String> names) {
    return Weighted.zipf(names, 0.7, 1);
  }
}
