package org.studyatlas.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.lucene.analysis.core.KeywordAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.junit.jupiter.api.Test;
import org.studyatlas.fixture.FieldDump;

/** One field for all values must leave the index that one field a value leaves. */
class WordsFieldTest {

  private static final WordsIndex KEYWORDS = (WordsIndex) IndexSchema.standard().get("Keyword");

  private static final List<String> PIECES =
      List.of("Cancer", "of the", "lungs", "3.5", "--", " ", "\ud83d\ude00", "\u00dcbung", "naïve");

  @Test
  void valuesLieInTheIndexAsIfGivenOneByOne() throws IOException {
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    List<List<String>> documents = Stream.generate(() -> values(random)).limit(200).toList();
    List<String> together = index(documents, WordsFieldTest::inOneField);
    assertThat(together).as("seed %d", seed).isEqualTo(index(documents, WordsFieldTest::oneByOne));
    assertThat(together).hasSizeGreaterThan(1_000);
  }

  @Test
  void betweenValuesOnePositionIsFree() throws IOException {
    List<String> found =
        index(List.of(List.of("lung cancer", "--", "stage 2")), WordsFieldTest::inOneField);
    assertThat(found)
        .containsExactly(
            "2 doc 0 position 5 payload [2]",
            "cancer doc 0 position 1 payload [2]",
            "lung doc 0 position 0 payload [1]",
            "stage doc 0 position 4 payload [1]",
            "norms of 0: 4");
  }

  @Test
  void anotherAnalyzerIsRefused() {
    WordsField field = KEYWORDS.newField();
    assertThatThrownBy(() -> field.tokenStream(new KeywordAnalyzer(), null))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("Keyword");
  }

  private static List<String> values(Random random) {
    return Stream.generate(() -> value(random)).limit(1 + random.nextInt(5)).toList();
  }

  private static String value(Random random) {
    StringBuilder value = new StringBuilder();
    for (int i = random.nextInt(8); i >= 0; i--) {
      value.append(PIECES.get(random.nextInt(PIECES.size()))).append(' ');
    }
    return random.nextInt(50) == 0 ? value.toString().repeat(300) : value.toString();
  }

  private static void inOneField(Document document, List<String> values) {
    WordsField field = KEYWORDS.newField();
    values.forEach(field::add);
    document.add(field);
  }

  private static void oneByOne(Document document, List<String> values) {
    FieldType type = new FieldType();
    type.setTokenized(true);
    type.setIndexOptions(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS);
    values.forEach(value -> document.add(new Field("Keyword", value, type)));
  }

  private interface Adder {
    void add(Document document, List<String> values);
  }

  /** Everything that the index holds of the field. */
  private static List<String> index(List<List<String>> documents, Adder adder) throws IOException {
    try (ByteBuffersDirectory directory = new ByteBuffersDirectory()) {
      try (IndexWriter writer =
          new IndexWriter(directory, new IndexWriterConfig(new WordAnalyzer()))) {
        for (List<String> values : documents) {
          Document document = new Document();
          adder.add(document, values);
          writer.addDocument(document);
        }
      }
      try (DirectoryReader reader = DirectoryReader.open(directory)) {
        return FieldDump.of(reader.leaves().getFirst().reader(), "Keyword");
      }
    }
  }
}
