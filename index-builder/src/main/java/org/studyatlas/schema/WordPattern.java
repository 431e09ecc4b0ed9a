package org.studyatlas.schema;

import java.io.IOException;
import java.util.List;
import org.apache.lucene.index.PostingsEnum;

/**
 * Words that must stand side by side in a value, possibly in exactly their written forms, at its
 * beginning, at its end.
 *
 * @param words at least one
 * @param writtenForms whether case, accents and endings must be the written ones
 * @param atStart whether the first word must be the first of a value
 * @param atEnd whether the last word must be the last of a value
 */
public record WordPattern(List<Word> words, boolean writtenForms, boolean atStart, boolean atEnd) {

  /**
   * Copies the words.
   *
   * @throws IllegalArgumentException if there are none
   */
  public WordPattern {
    words = List.copyOf(words);
    if (words.isEmpty()) {
      throw new IllegalArgumentException("a pattern needs a word");
    }
  }

  /** Number of words. */
  public int size() {
    return words.size();
  }

  /** The term of a word, counted from 0. */
  public String term(int word) {
    return words.get(word).term();
  }

  /**
   * Whether the pattern occurs in a document.
   *
   * @param postings one per word, all on the same document, none of its positions read yet
   */
  public boolean matches(List<PostingsEnum> postings) throws IOException {
    Cursor[] cursors = cursors(postings);
    while (cursors[0].next()) {
      if (matchesFrom(cursors)) {
        return true;
      }
    }
    return false;
  }

  /** How the words stand in a document. */
  public enum Standing {
    /** Not side by side. */
    APART,
    /** Side by side in a longer value. */
    TOGETHER,
    /** Side by side, and nothing else is in the value. */
    WHOLE
  }

  /**
   * How the words stand in a document at best, if {@code atStart} and {@code atEnd} are not
   * demanded. Reads no more positions than {@link #matches} does.
   *
   * @param postings one per word, all on the same document, none of its positions read yet
   */
  public Standing standing(List<PostingsEnum> postings) throws IOException {
    Cursor[] cursors = cursors(postings);
    Standing best = Standing.APART;
    while (cursors[0].next()) {
      if (matchesFrom(cursors)) {
        if (isWhole(cursors)) {
          return Standing.WHOLE;
        }
        best = Standing.TOGETHER;
      }
    }
    return best;
  }

  private static boolean isWhole(Cursor[] cursors) throws IOException {
    PostingsEnum first = cursors[0].postings;
    PostingsEnum last = cursors[cursors.length - 1].postings;
    return WordForm.hasFlag(first.getPayload(), WordForm.FIRST)
        && WordForm.hasFlag(last.getPayload(), WordForm.LAST);
  }

  private Cursor[] cursors(List<PostingsEnum> postings) throws IOException {
    Cursor[] cursors = new Cursor[size()];
    for (int i = 0; i < cursors.length; i++) {
      cursors[i] = new Cursor(postings.get(i));
    }
    return cursors;
  }

  private boolean matchesFrom(Cursor[] cursors) throws IOException {
    int start = cursors[0].position;
    for (int i = 0; i < cursors.length; i++) {
      if (!cursors[i].moveTo(start + i) || !fits(i, cursors[i].postings)) {
        return false;
      }
    }
    return true;
  }

  private boolean fits(int word, PostingsEnum postings) throws IOException {
    if (atStart && word == 0 && !WordForm.hasFlag(postings.getPayload(), WordForm.FIRST)) {
      return false;
    }
    if (atEnd && word == size() - 1 && !WordForm.hasFlag(postings.getPayload(), WordForm.LAST)) {
      return false;
    }
    return !writtenForms
        || WordForm.sameForm(postings.getPayload(), WordForm.payload(words.get(word).written()));
  }

  /** Walks over the positions of one word in one document. */
  private static final class Cursor {
    private final PostingsEnum postings;
    private int left;
    private int position = -1;

    private Cursor(PostingsEnum postings) throws IOException {
      this.postings = postings;
      left = postings.freq();
    }

    private boolean next() throws IOException {
      if (left == 0) {
        return false;
      }
      left--;
      position = postings.nextPosition();
      return true;
    }

    /** Moves to that position if the word stands there; never moves back. */
    private boolean moveTo(int target) throws IOException {
      while (position < target) {
        if (!next()) {
          return false;
        }
      }
      return position == target;
    }
  }
}
