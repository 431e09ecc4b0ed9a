package org.studyatlas.verify;

/**
 * Something in a generation that is not as it should be.
 *
 * @param what was checked, e.g. {@code sites in the index}
 * @param expected what the manifest or the format says
 * @param found what is there
 */
public record Difference(String what, String expected, String found) {

  /** One line for people. */
  @Override
  public String toString() {
    return "%s: expected %s, found %s".formatted(what, expected, found);
  }
}
