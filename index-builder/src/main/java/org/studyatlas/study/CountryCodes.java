package org.studyatlas.study;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.Optional;

/**
 * ISO 3166-1 alpha-2 codes of countries by the names that the registry writes.
 *
 * <p>The English names of the Java platform, and the registry's own spellings where they differ.
 */
public final class CountryCodes {

  private static final Map<String, String> CODES = codes();

  /** What people write besides a country's names and codes. */
  private static final Map<String, List<String>> COLLOQUIAL =
      Map.of(
          "US", List.of("U.S.", "U.S.A.", "America"),
          "GB", List.of("UK", "U.K.", "Great Britain", "Britain"),
          "AE", List.of("UAE"),
          "NL", List.of("Holland"),
          "CZ", List.of("Czech Republic"),
          "KR", List.of("Korea", "South Korea"));

  private static final Map<String, String> ALIASES = aliases();

  private CountryCodes() {}

  /** The code of a country name, e.g. {@code CI} for {@code Côte d’Ivoire}. */
  public static Optional<String> find(String country) {
    return Optional.ofNullable(CODES.get(key(country)));
  }

  /**
   * The code of a country by what people call it: its name, its two- or three-letter code, or what
   * is usual, e.g. {@code US} for {@code USA}.
   */
  public static Optional<String> findByAlias(String country) {
    Optional<String> byName = find(country);
    return byName.isPresent() ? byName : Optional.ofNullable(ALIASES.get(key(country)));
  }

  /** What people write for the country of a code, besides its names: codes and usual forms. */
  public static List<String> aliasesOf(String code) {
    List<String> aliases = new ArrayList<>(COLLOQUIAL.getOrDefault(code, List.of()));
    aliases.add(code);
    try {
      aliases.add(Locale.of("", code).getISO3Country());
    } catch (MissingResourceException e) {
      // a country that is no more has no three-letter code
    }
    return aliases;
  }

  private static Map<String, String> aliases() {
    Map<String, String> aliases = new HashMap<>();
    for (String code : Locale.getISOCountries()) {
      aliasesOf(code).forEach(alias -> aliases.put(key(alias), code));
    }
    return Map.copyOf(aliases);
  }

  private static String key(String name) {
    return name.strip().replace('\u2019', '\'').toLowerCase(Locale.ROOT);
  }

  private static Map<String, String> codes() {
    Map<String, String> codes = new HashMap<>();
    for (String code : Locale.getISOCountries()) {
      String name = Locale.of("", code).getDisplayCountry(Locale.ENGLISH);
      codes.put(key(name), code);
      codes.put(key(name.replace("&", "and").replace("St. ", "Saint ")), code);
    }
    registrySpellings().forEach((name, code) -> codes.put(key(name), code));
    return Map.copyOf(codes);
  }

  private static Map<String, String> registrySpellings() {
    return Map.ofEntries(
        Map.entry("Bonaire, Saint Eustatius and Saba", "BQ"),
        Map.entry("Brunei Darussalam", "BN"),
        Map.entry("Burma", "MM"),
        Map.entry("Congo", "CG"),
        Map.entry("Congo, The Democratic Republic of the", "CD"),
        Map.entry("Democratic Republic of the Congo", "CD"),
        Map.entry("Republic of the Congo", "CG"),
        Map.entry("Czech Republic", "CZ"),
        Map.entry("Côte D'Ivoire", "CI"),
        Map.entry("Federated States of Micronesia", "FM"),
        Map.entry("Former Yugoslavia", "YU"),
        Map.entry("Holy See (Vatican City State)", "VA"),
        Map.entry("Hong Kong", "HK"),
        Map.entry("Iran, Islamic Republic of", "IR"),
        Map.entry("Korea, Democratic People's Republic of", "KP"),
        Map.entry("Korea, Republic of", "KR"),
        Map.entry("Lao People's Democratic Republic", "LA"),
        Map.entry("Libyan Arab Jamahiriya", "LY"),
        Map.entry("Macau", "MO"),
        Map.entry("Macedonia, The Former Yugoslav Republic of", "MK"),
        Map.entry("Moldova, Republic of", "MD"),
        Map.entry("Myanmar", "MM"),
        Map.entry("Palestinian Territories, Occupied", "PS"),
        Map.entry("Palestinian Territory, occupied", "PS"),
        Map.entry("Palestine", "PS"),
        Map.entry("Reunion", "RE"),
        Map.entry("Russian Federation", "RU"),
        Map.entry("Saint Martin (French part)", "MF"),
        Map.entry("Serbia and Montenegro", "CS"),
        Map.entry("Swaziland", "SZ"),
        Map.entry("Syrian Arab Republic", "SY"),
        Map.entry("Taiwan, Province of China", "TW"),
        Map.entry("Tanzania, United Republic of", "TZ"),
        Map.entry("The Bahamas", "BS"),
        Map.entry("The Gambia", "GM"),
        Map.entry("Turkey", "TR"),
        Map.entry("Turkey (Türkiye)", "TR"),
        Map.entry("Viet Nam", "VN"),
        Map.entry("Virgin Islands (U.S.)", "VI"),
        Map.entry("U.S. Virgin Islands", "VI"));
  }
}
