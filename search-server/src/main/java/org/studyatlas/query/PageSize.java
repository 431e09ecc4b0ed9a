package org.studyatlas.query;

/** The registry's parameter {@code pageSize}. */
public final class PageSize {

  /** Taken for 0 and where nothing is said. */
  public static final int DEFAULT = 10;

  /** Greater sizes silently become this one. */
  public static final int MAX = 1_000;

  private static final String PARAMETER = "pageSize";

  private PageSize() {}

  /**
   * Number of studies on a page, 1 to {@link #MAX}.
   *
   * @throws ParameterException if the text is no whole number from 0 to 2,147,483,647
   */
  public static int parse(String text) throws ParameterException {
    int size;
    try {
      size = Integer.parseInt(text.strip());
    } catch (NumberFormatException e) {
      throw ParameterException.badFormat(PARAMETER);
    }
    if (size < 0) {
      throw ParameterException.badFormat(PARAMETER);
    }
    return size == 0 ? DEFAULT : Math.min(size, MAX);
  }
}
