package org.studyatlas.api;

import java.util.List;

/** The parameters that are conditions on a site; all of them hold at one and the same site. */
public final class SiteDefinitions {

  /** Where distances are measured from. */
  public static final Parameter.Text NEAR =
      new Parameter.Text(
          "near",
          "42.36,-71.06",
          "Distances are measured from here: latitude,longitude in degrees, or a city, state or"
              + " country (Boston, MA) or a postal code (02115). /search tells which place was"
              + " taken.");

  /** Radius. */
  public static final Parameter.Text WITHIN =
      new Parameter.Text(
          "within", "50km", "Radius around near, a number with its unit: 50km, 30mi. Needs near.");

  /** Any polygons. */
  public static final Parameter.Shape AREA =
      new Parameter.Shape(
          "area",
          "POLYGON((-72 42,-70 42,-70 43,-72 43,-72 42))",
          "A POLYGON or MULTIPOLYGON, longitude first, at most 10,000 corners. An edge goes the short"
              + " way round the globe.");

  /** A box. */
  public static final Parameter.Text BOX =
      new Parameter.Text(
          "bbox",
          "-72,42,-70,43",
          "west,south,east,north in degrees; west above east crosses the date line.");

  /** The site's own status. */
  public static final Parameter.Constants STATUS =
      new Parameter.Constants(
          "siteStatus",
          "LocationStatus",
          "RECRUITING",
          "The site's own status; a list is a choice.");

  /** Countries. */
  public static final Parameter.Names COUNTRY =
      new Parameter.Names(
          "country",
          "United States",
          "Names in any known spelling, ISO codes, USA, UK; several are a choice.");

  /** States. */
  public static final Parameter.Names STATE =
      new Parameter.Names(
          "state", "Massachusetts", "Whole names, case and accents ignored; several are a choice.");

  /** Cities. */
  public static final Parameter.Names CITY =
      new Parameter.Names(
          "city", "Boston", "Whole names, case and accents ignored; several are a choice.");

  /** Facilities. */
  public static final Parameter.Names FACILITY =
      new Parameter.Names(
          "facility", "hospital", "Words of the facility's name; several are a choice.");

  /** All of them, in the order of the documentation. */
  static final List<Parameter> ALL =
      List.of(NEAR, WITHIN, AREA, BOX, STATUS, COUNTRY, STATE, CITY, FACILITY);

  private SiteDefinitions() {}
}
