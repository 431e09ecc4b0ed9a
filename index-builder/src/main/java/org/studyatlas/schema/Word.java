package org.studyatlas.schema;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.TermToBytesRefAttribute;

/**
 * A word of a query: as written, and the term that it is indexed under.
 *
 * @param written as the user wrote it
 * @param term its normal form
 */
public record Word(String written, String term) {

  /** In lower case without accents, but with its ending: what words that begin so share. */
  public String folded() {
    return WordForm.folded(written);
  }

  /** The words of a text, split and normalised as the index does it. */
  public static List<Word> listOf(WordAnalyzer analyzer, String text) {
    List<Word> words = new ArrayList<>();
    try (TokenStream tokens = analyzer.tokenStream("", text)) {
      TermToBytesRefAttribute term = tokens.addAttribute(TermToBytesRefAttribute.class);
      OffsetAttribute offset = tokens.addAttribute(OffsetAttribute.class);
      tokens.reset();
      while (tokens.incrementToken()) {
        String written = text.substring(offset.startOffset(), offset.endOffset());
        words.add(new Word(written, term.getBytesRef().utf8ToString()));
      }
      tokens.end();
    } catch (IOException e) {
      throw new UncheckedIOException("a text in memory cannot fail to be read", e);
    }
    return words;
  }
}
