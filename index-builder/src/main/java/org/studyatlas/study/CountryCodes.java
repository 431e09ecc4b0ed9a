package org.studyatlas.study;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * ISO 3166-1 alpha-2 codes of countries by the names that the registry writes.
 *
 * <p>The English names of the Java platform, and the registry's own spellings where they differ.
 */
public final class CountryCodes {

  private static final Map<String, String> CODES = codes();
  private static final Map<String, String> TYPED = typed();
  private static final Map<String, List<String>> FORMS =
      TYPED.entrySet().stream()
          .collect(
              Collectors.groupingBy(
                  Map.Entry::getValue,
                  Collectors.mapping(
                      Map.Entry::getKey,
                      Collectors.collectingAndThen(
                          Collectors.toList(), forms -> forms.stream().sorted().toList()))));

  private CountryCodes() {}

  /** The code of a country name, e.g. {@code CI} for {@code Côte d’Ivoire}. */
  public static Optional<String> find(String country) {
    return Optional.ofNullable(CODES.get(key(country)));
  }

  /**
   * The code of a country as a person types it: a name, an ISO code of two or three letters, or a
   * common abbreviation such as {@code UK}.
   */
  public static Optional<String> findTyped(String text) {
    return Optional.ofNullable(TYPED.get(key(text))).or(() -> find(text));
  }

  /** What a person may type for the country of that code, besides its names, sorted. */
  public static List<String> typedFormsOf(String code) {
    return FORMS.getOrDefault(code, List.of());
  }

  private static Map<String, String> typed() {
    Map<String, String> typed = new HashMap<>();
    for (String code : Locale.getISOCountries()) {
      typed.put(key(code), code);
      typed.put(key(Locale.of("", code).getISO3Country()), code);
    }
    typed.putAll(
        Map.ofEntries(
            Map.entry("uk", "GB"),
            Map.entry("u.k.", "GB"),
            Map.entry("great britain", "GB"),
            Map.entry("u.s.", "US"),
            Map.entry("u.s.a.", "US"),
            Map.entry("united states of america", "US"),
            Map.entry("america", "US"),
            Map.entry("uae", "AE"),
            Map.entry("holland", "NL"),
            Map.entry("the netherlands", "NL"),
            Map.entry("korea", "KR"),
            Map.entry("turkiye", "TR")));
    return Map.copyOf(typed);
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
