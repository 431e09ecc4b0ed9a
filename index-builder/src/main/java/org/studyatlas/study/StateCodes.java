package org.studyatlas.study;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Official abbreviations of states, where people write them: United States (USPS), Canada (Canada
 * Post), Australia.
 */
public final class StateCodes {

  private static final String UNITED_STATES =
      """
      AL Alabama,AK Alaska,AZ Arizona,AR Arkansas,CA California,CO Colorado,CT Connecticut,\
      DE Delaware,DC District of Columbia,FL Florida,GA Georgia,HI Hawaii,ID Idaho,IL Illinois,\
      IN Indiana,IA Iowa,KS Kansas,KY Kentucky,LA Louisiana,ME Maine,MD Maryland,MA Massachusetts,\
      MI Michigan,MN Minnesota,MS Mississippi,MO Missouri,MT Montana,NE Nebraska,NV Nevada,\
      NH New Hampshire,NJ New Jersey,NM New Mexico,NY New York,NC North Carolina,ND North Dakota,\
      OH Ohio,OK Oklahoma,OR Oregon,PA Pennsylvania,RI Rhode Island,SC South Carolina,\
      SD South Dakota,TN Tennessee,TX Texas,UT Utah,VT Vermont,VA Virginia,WA Washington,\
      WV West Virginia,WI Wisconsin,WY Wyoming,PR Puerto Rico,GU Guam,VI Virgin Islands,\
      AS American Samoa,MP Northern Mariana Islands""";

  private static final String CANADA =
      """
      AB Alberta,BC British Columbia,MB Manitoba,NB New Brunswick,NL Newfoundland and Labrador,\
      NS Nova Scotia,NT Northwest Territories,NU Nunavut,ON Ontario,PE Prince Edward Island,\
      QC Quebec,SK Saskatchewan,YT Yukon""";

  private static final String AUSTRALIA =
      """
      ACT Australian Capital Territory,NSW New South Wales,NT Northern Territory,QLD Queensland,\
      SA South Australia,TAS Tasmania,VIC Victoria,WA Western Australia""";

  private static final Map<String, Map<String, String>> NAMES =
      Map.of("US", names(UNITED_STATES), "CA", names(CANADA), "AU", names(AUSTRALIA));

  private StateCodes() {}

  /**
   * The whole name of a state.
   *
   * @param country ISO code of its country
   * @param state name or abbreviation in any case
   * @return the name that the abbreviation stands for; the given text if it is none
   */
  public static String wholeName(String country, String state) {
    String code = state.strip().replace(".", "").toUpperCase(Locale.ROOT);
    return NAMES.getOrDefault(country, Map.of()).getOrDefault(code, state);
  }

  /** The abbreviation of a state's whole name, e.g. {@code MA}. */
  public static Optional<String> findCode(String country, String name) {
    return NAMES.getOrDefault(country, Map.of()).entrySet().stream()
        .filter(state -> state.getValue().equalsIgnoreCase(name.strip()))
        .map(Map.Entry::getKey)
        .findFirst();
  }

  private static Map<String, String> names(String table) {
    Map<String, String> names = new HashMap<>();
    for (String row : List.of(table.split(","))) {
      int blank = row.indexOf(' ');
      names.put(row.substring(0, blank), row.substring(blank + 1));
    }
    return Map.copyOf(names);
  }
}
