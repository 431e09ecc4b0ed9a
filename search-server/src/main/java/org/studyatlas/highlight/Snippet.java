package org.studyatlas.highlight;

import java.util.List;

/**
 * A piece of a text with words that were searched.
 *
 * @param text the piece, an ellipsis where the text goes on
 * @param marks the words, in their order
 */
public record Snippet(String text, List<Mark> marks) {

  /**
   * Where a word stands.
   *
   * @param from index of its first character (UTF-16)
   * @param to index behind its last
   */
  public record Mark(int from, int to) {}

  /** Copies the list. */
  public Snippet {
    marks = List.copyOf(marks);
  }
}
