package org.studyatlas.highlight;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.TermToBytesRefAttribute;
import org.studyatlas.schema.Word;
import org.studyatlas.schema.WordAnalyzer;

/**
 * The words of a text, and where they stand.
 *
 * @param words in their order
 * @param places of the words
 * @param complete whether these are all of them
 */
record TextWords(List<Word> words, List<Snippet.Mark> places, boolean complete) {

  /** The words of the first characters of a text. */
  static TextWords of(WordAnalyzer analyzer, String text, int most) {
    String read = text.substring(0, Math.min(most, text.length()));
    List<Word> words = new ArrayList<>();
    List<Snippet.Mark> places = new ArrayList<>();
    try (TokenStream tokens = analyzer.tokenStream("", read)) {
      TermToBytesRefAttribute term = tokens.addAttribute(TermToBytesRefAttribute.class);
      OffsetAttribute offset = tokens.addAttribute(OffsetAttribute.class);
      tokens.reset();
      while (tokens.incrementToken()) {
        Snippet.Mark place = new Snippet.Mark(offset.startOffset(), offset.endOffset());
        String written = read.substring(place.from(), place.to());
        words.add(new Word(written, term.getBytesRef().utf8ToString()));
        places.add(place);
      }
      tokens.end();
    } catch (IOException e) {
      throw new UncheckedIOException("a text in memory cannot fail to be read", e);
    }
    return new TextWords(words, places, read.length() == text.length());
  }

  int size() {
    return words.size();
  }

  /** From the first character of a word to the last one of the last of so many. */
  Snippet.Mark place(int first, int count) {
    return new Snippet.Mark(places.get(first).from(), places.get(first + count - 1).to());
  }
}
