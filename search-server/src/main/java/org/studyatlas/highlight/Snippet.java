package org.studyatlas.highlight;

import java.util.List;

/**
 * A piece of a text with words that were searched.
 *
 * @param text the piece, an ellipsis where the text goes on
 * @param marks the words, in their order; those of a phrase together
 */
public record Snippet(String text, List<Mark> marks) {

  /**
   * Where a word, or a phrase, stands.
   *
   * @param from index of its first character (UTF-16)
   * @param to index behind its last one
   */
  public record Mark(int from, int to) {}

  /** Copies the list. */
  public Snippet {
    marks = List.copyOf(marks);
  }
}
