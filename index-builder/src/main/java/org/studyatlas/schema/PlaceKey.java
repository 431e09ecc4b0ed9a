package org.studyatlas.schema;

import org.apache.lucene.document.Document;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;
import org.studyatlas.study.CountryCodes;
import org.studyatlas.study.StateCodes;

/**
 * What tells a city from another one: its own, its state's and its country's name, whatever the
 * spelling.
 *
 * @param city folded, see {@link NameFold}
 * @param state folded; the whole name where the registry has an abbreviation; empty if there is
 *     none
 * @param country ISO code, or the folded name of a country without one; empty if there is none
 */
public record PlaceKey(String city, String state, String country) {

  /** Longest key that is kept; the longest real one has some 130 characters. */
  private static final int MAX_CHARS = 1_000;

  private static final PlaceKey NONE = new PlaceKey("", "", "");
  private static final String CITY = IndexSchema.valueField("LocationCity");
  private static final String STATE = IndexSchema.valueField("LocationState");
  private static final String COUNTRY = IndexSchema.valueField("LocationCountry");

  /** The key of names as the registry writes them; null for a name that is not given. */
  public static PlaceKey of(
      @Nullable String city, @Nullable String state, @Nullable String country) {
    String code = country == null ? "" : countryKey(country);
    String stateKey = state == null ? "" : NameFold.fold(StateCodes.wholeName(code, state));
    return new PlaceKey(city == null ? "" : NameFold.fold(city), stateKey, code);
  }

  /** What tells a country: its ISO code, or its folded name if it has none. */
  public static String countryKey(String country) {
    return CountryCodes.find(country).orElseGet(() -> NameFold.fold(country));
  }

  /** The same of a country as a person types it, e.g. {@code UK}. */
  public static String typedCountryKey(String country) {
    return CountryCodes.findTyped(country).orElseGet(() -> NameFold.fold(country));
  }

  /** The key of a site's document; all empty if it names no city, or names too long a one. */
  static PlaceKey ofSite(Document site) {
    PlaceKey key = of(value(site, CITY), value(site, STATE), value(site, COUNTRY));
    boolean usable = !key.city.isEmpty() && key.text().length() <= MAX_CHARS;
    return usable ? key : NONE;
  }

  private static @Nullable String value(Document site, String field) {
    BytesRef value = site.getBinaryValue(field);
    return value == null ? null : value.utf8ToString();
  }

  /** As one text, e.g. {@code boston|massachusetts|US}. */
  public String text() {
    return city + "|" + state + "|" + country;
  }
}
