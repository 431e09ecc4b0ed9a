package org.studyatlas.names;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.studyatlas.schema.PlaceKey;

/**
 * A postal code in the form in which it is looked up.
 *
 * <p>Upper case without blanks and hyphens; of a nine-digit code of the United States the first
 * five digits; without the letters of a country before the digits ({@code D-10117}).
 *
 * @param code e.g. {@code 02115}, {@code SW1A1AA}
 * @param prefix the leading part, which stands for an area: the part before a blank or hyphen
 *     ({@code SW1A}, {@code 136}), else the first three characters of five or more; empty if there
 *     is none
 */
public record PostalCode(String code, String prefix) {

  private static final int MIN_CHARS = 2;
  private static final int MAX_CHARS = 16;
  private static final int PREFIX_CHARS = 3;
  private static final int MIN_CHARS_TO_SHORTEN = 5;

  private static final Pattern COUNTRY_LETTERS = Pattern.compile("^[A-Z]{1,3}-(?=\\d{4})");
  private static final Pattern NINE_DIGITS = Pattern.compile("^(\\d{5})[- ]?\\d{4}$");
  private static final Pattern NO_CODE = Pattern.compile("[^A-Z0-9]");

  /**
   * Reads a postal code.
   *
   * @param country see {@link PlaceKey#countryKey}; empty if it is not known
   * @return null if the text holds no digit, or is too short or too long for a code
   */
  public static @Nullable PostalCode find(String text, String country) {
    String upper = text.strip().toUpperCase(Locale.ROOT);
    if (upper.length() > 2 * MAX_CHARS || upper.chars().noneMatch(Character::isDigit)) {
      return null;
    }
    upper = COUNTRY_LETTERS.matcher(upper).replaceFirst("");
    boolean american = country.isEmpty() || country.equals("US");
    if (american) {
      upper = NINE_DIGITS.matcher(upper).replaceFirst("$1");
    }
    String code = NO_CODE.matcher(upper).replaceAll("");
    if (code.length() < MIN_CHARS || code.length() > MAX_CHARS) {
      return null;
    }
    return new PostalCode(code, prefix(upper, code));
  }

  private static String prefix(String written, String code) {
    String first = written.split("[ -]", 2)[0];
    String firstPart = NO_CODE.matcher(first).replaceAll("");
    if (firstPart.length() >= 2 && firstPart.length() < code.length()) {
      return firstPart;
    }
    return code.length() >= MIN_CHARS_TO_SHORTEN ? code.substring(0, PREFIX_CHARS) : "";
  }
}
