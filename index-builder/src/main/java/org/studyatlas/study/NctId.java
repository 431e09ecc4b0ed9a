package org.studyatlas.study;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The number of a study in the registry, such as {@code NCT03881111}.
 *
 * <p>Read as the registry reads it: in any case, with missing or superfluous leading zeros (pattern
 * {@code ^[Nn][Cc][Tt]0*[1-9]\d{0,7}$} of its OpenAPI file).
 *
 * @param number 1 to 99,999,999
 */
public record NctId(int number) implements Comparable<NctId> {

  private static final Pattern FORM = Pattern.compile("[Nn][Cc][Tt]0*([1-9]\\d{0,7})");

  /**
   * Checks the range.
   *
   * @throws IllegalArgumentException if the number is out of its range
   */
  public NctId {
    if (number < 1 || number > 99_999_999) {
      throw new IllegalArgumentException("NCT number must be 1 to 99999999, got " + number);
    }
  }

  /** The id that the text names, or empty if it does not have the form of one. */
  public static Optional<NctId> find(String text) {
    Matcher matcher = FORM.matcher(text);
    return matcher.matches()
        ? Optional.of(new NctId(Integer.parseInt(matcher.group(1))))
        : Optional.empty();
  }

  /**
   * The id that the text names.
   *
   * @throws IllegalArgumentException if the text does not have the form of an NCT id
   */
  public static NctId parse(String text) {
    return find(text)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "expected an NCT id such as NCT03881111, got '" + text + "'"));
  }

  /** The folder of the official bulk download that holds this study: its last two digits. */
  public String folder() {
    return toString().substring(9);
  }

  @Override
  public int compareTo(NctId other) {
    return Integer.compare(number, other.number);
  }

  /** The canonical form: {@code NCT} and eight digits. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(11).append("NCT");
    String digits = Integer.toString(number);
    return text.repeat('0', 8 - digits.length()).append(digits).toString();
  }
}
