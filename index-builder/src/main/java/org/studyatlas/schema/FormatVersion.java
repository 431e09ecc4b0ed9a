package org.studyatlas.schema;

/**
 * Version of the index format: everything in {@code docs/index-format.md}.
 *
 * <p>A reader opens exactly the format that it was built with. Every change that an older reader or
 * an older index would not survive raises {@link #CURRENT} and is noted in the change log as
 * <em>rebuild needed</em>.
 */
public final class FormatVersion {

  /** The format that this build writes and reads. */
  public static final int CURRENT = 4;

  private FormatVersion() {}

  /**
   * Checks that an index can be read.
   *
   * @param found the format version in the index's manifest
   * @param where the index, for the message
   * @throws IncompatibleIndexException with one sentence that says what to do
   */
  public static void require(int found, String where) throws IncompatibleIndexException {
    if (found != CURRENT) {
      String remedy =
          found < CURRENT
              ? "rebuild it with this version's 'studyatlas build'"
              : "upgrade StudyAtlas, or rebuild the index with this version";
      throw new IncompatibleIndexException(
          "%s has index format %d, this program reads %d: %s"
              .formatted(where, found, CURRENT, remedy));
    }
  }
}
