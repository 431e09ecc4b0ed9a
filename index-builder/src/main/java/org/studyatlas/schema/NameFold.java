package org.studyatlas.schema;

import java.util.List;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;

/**
 * The form under which a name is looked up: lower case, no accents, no punctuation, words separated
 * by one blank.
 *
 * <p>The German spellings of umlauts meet their plain vowels ({@code München}, {@code Muenchen} and
 * {@code Munchen} are one), since {@code ae}, {@code oe} and {@code ue} become {@code a}, {@code o}
 * and {@code u} wherever they stand. Nobody sees the folded form, and it is also that of a prefix.
 */
public final class NameFold {

  private static final String APOSTROPHES = "'\u2019\u2018\u00b4`\u02bc";

  private NameFold() {}

  /** The folded name; empty if it has neither letter nor digit. */
  public static String fold(String name) {
    char[] ascii = new char[4 * name.length()];
    int length = ASCIIFoldingFilter.foldToASCII(name.toCharArray(), 0, ascii, 0, name.length());
    StringBuilder folded = new StringBuilder(length);
    for (int i = 0; i < length; ) {
      int codePoint = Character.codePointAt(ascii, i, length);
      i += Character.charCount(codePoint);
      append(folded, Character.toLowerCase(codePoint));
    }
    return folded.toString().stripTrailing();
  }

  /** The words of the folded name. */
  public static List<String> words(String name) {
    String folded = fold(name);
    return folded.isEmpty() ? List.of() : List.of(folded.split(" "));
  }

  private static void append(StringBuilder folded, int codePoint) {
    char last = folded.isEmpty() ? ' ' : folded.charAt(folded.length() - 1);
    if (Character.isLetterOrDigit(codePoint)) {
      boolean secondOfUmlaut = codePoint == 'e' && (last == 'a' || last == 'o' || last == 'u');
      if (!secondOfUmlaut) {
        folded.appendCodePoint(codePoint);
      }
      return;
    }
    boolean silent =
        APOSTROPHES.indexOf(codePoint) >= 0
            || Character.getType(codePoint) == Character.NON_SPACING_MARK;
    if (!silent && last != ' ') {
      folded.append(' ');
    }
  }
}
