package org.studyatlas.postings;

import java.io.IOException;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.PayloadAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.analysis.tokenattributes.TermToBytesRefAttribute;
import org.apache.lucene.codecs.PostingsFormat;
import org.apache.lucene.codecs.lucene104.Lucene104Codec;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.BytesRefHash;
import org.jspecify.annotations.Nullable;
import org.studyatlas.schema.WordAnalyzer;
import org.studyatlas.schema.WordSink;

/**
 * Takes the words of fields of documents until they are written as a segment.
 *
 * <p>The words of a field of a document are a <em>run</em>: an integer for each position, which
 * holds the number of the word in the dictionary and its payload, if that is of one byte. Lucene is
 * given one token in their place, whose payload is the number of the run; {@link
 * BufferedPostingsFormat} puts the words back.
 *
 * <p>Used by the one thread that adds documents to its writer and flushes it.
 */
public final class WordBuffer implements WordSink {

  /** Bits of a token that hold its payload. */
  static final int PAYLOAD_BITS = 9;

  /** Payload of a token that has none. */
  static final int NO_PAYLOAD = 0;

  /** Payload of a token whose payload is longer than a byte. */
  static final int LONG_PAYLOAD = 257;

  /** What stands at a position that no word has. */
  static final int NO_WORD = -1;

  /** Half of the numbers that a token can hold: the other half is for the document in hand. */
  private static final int MOST_WORDS = 1 << Integer.SIZE - PAYLOAD_BITS - 1;

  /** Half of the runs that an entry of {@link FieldPostings} can tell apart. */
  private static final int MOST_RUNS = 1 << 23;

  private final BytesRefHash words = new BytesRefHash();
  private final BytesRefHash payloads = new BytesRefHash();
  private final IntSequence tokens = new IntSequence();
  private final IntSequence runStarts = new IntSequence();
  private final IntSequence longTokens = new IntSequence();
  private final IntSequence longPayloads = new IntSequence();

  private final int window;

  /** Starts empty. */
  public WordBuffer() {
    this(FieldPostings.WINDOW);
  }

  /** Starts empty; its fields are sorted in windows of so many entries. */
  WordBuffer(int window) {
    this.window = window;
  }

  /** Settings of the writer whose words it takes; the format is Lucene's own. */
  public IndexWriterConfig newConfig() {
    Lucene104Codec standard = new Lucene104Codec();
    PostingsFormat format =
        new BufferedPostingsFormat(standard.getPostingsFormatForField(""), this);
    IndexWriterConfig config = new IndexWriterConfig(new WordAnalyzer(this));
    config.setSimilarity(new BufferedNorms());
    config.setCodec(
        new Lucene104Codec() {
          @Override
          public PostingsFormat getPostingsFormatForField(String field) {
            return format;
          }
        });
    return config;
  }

  @Override
  public TokenStream take(TokenStream stream, @Nullable TokenStream reuse) throws IOException {
    int run = runStarts.size();
    runStarts.add(tokens.size());
    int count = append(stream);
    RunToken token = reuse instanceof RunToken used ? used : new RunToken();
    token.set(run, count);
    return token;
  }

  private int append(TokenStream stream) throws IOException {
    TermToBytesRefAttribute term = stream.getAttribute(TermToBytesRefAttribute.class);
    PayloadAttribute payload = stream.getAttribute(PayloadAttribute.class);
    PositionIncrementAttribute position = stream.getAttribute(PositionIncrementAttribute.class);
    int count = 0;
    try (stream) {
      stream.reset();
      while (stream.incrementToken()) {
        for (int step = position.getPositionIncrement(); step > 1; step--) {
          tokens.add(NO_WORD);
        }
        tokens.add(number(term.getBytesRef()) << PAYLOAD_BITS | code(payload.getPayload()));
        count++;
      }
      stream.end();
    }
    return count;
  }

  private int number(BytesRef word) {
    int added = words.add(word);
    if (added >= 2 * MOST_WORDS) {
      throw new IllegalStateException("a study has more than " + MOST_WORDS + " different words");
    }
    return added < 0 ? -added - 1 : added;
  }

  private int code(@Nullable BytesRef payload) {
    if (payload == null) {
      return NO_PAYLOAD;
    }
    if (payload.length == 1) {
      return (payload.bytes[payload.offset] & 0xFF) + 1;
    }
    int added = payloads.add(payload);
    longTokens.add(tokens.size());
    longPayloads.add(added < 0 ? -added - 1 : added);
    return LONG_PAYLOAD;
  }

  /** Memory in use, in bytes. */
  public long ramBytesUsed() {
    return words.ramBytesUsed()
        + payloads.ramBytesUsed()
        + tokens.ramBytesUsed()
        + runStarts.ramBytesUsed()
        + longTokens.ramBytesUsed()
        + longPayloads.ramBytesUsed();
  }

  /** Whether it should be written, though there may be memory left: its numbers run out. */
  public boolean isFull() {
    return words.size() >= MOST_WORDS
        || runStarts.size() >= MOST_RUNS
        || tokens.size() >= IntSequence.MAX_SIZE / 2;
  }

  /** All of it in the order of an index; what was added must be cleared before more is added. */
  FieldPostings sorted() {
    return new FieldPostings(this, new SortedWords(words), window);
  }

  IntSequence tokens() {
    return tokens;
  }

  int runStart(int run) {
    return runStarts.get(run);
  }

  /** The token behind the last one of a run. */
  int runEnd(int run) {
    return run + 1 < runStarts.size() ? runStarts.get(run + 1) : tokens.size();
  }

  /** The payload of a token that has one of more than a byte. */
  BytesRef longPayload(int token, BytesRef into) {
    int low = 0;
    int high = longTokens.size() - 1;
    while (low < high) {
      int middle = low + high >>> 1;
      if (longTokens.get(middle) < token) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return payloads.get(longPayloads.get(low), into);
  }

  /** Forgets all, once it has been written. */
  void clear() {
    words.clear();
    words.reinit();
    payloads.clear();
    payloads.reinit();
    tokens.clear();
    runStarts.clear();
    longTokens.clear();
    longPayloads.clear();
  }
}
