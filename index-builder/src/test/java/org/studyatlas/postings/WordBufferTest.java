package org.studyatlas.postings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.CheckIndex;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NoMergePolicy;
import org.apache.lucene.index.Term;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.apache.lucene.util.BytesRef;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.studyatlas.fixture.FieldDump;
import org.studyatlas.schema.IndexSchema;
import org.studyatlas.schema.TermsField;
import org.studyatlas.schema.WordAnalyzer;
import org.studyatlas.schema.WordsField;
import org.studyatlas.schema.WordsIndex;

/** A writer whose words are buffered must leave the index that Lucene's own buffer leaves. */
class WordBufferTest {

  private static final String ID = "id";
  private static final String TERMS = "terms";

  /** With lengths and without, of one value and of many. */
  private static final List<String> FIELDS =
      List.of("BriefTitle", "DetailedDescription", "Keyword", "PrimaryOutcomeMeasure");

  private static final List<String> PIECES =
      List.of("Cancer", "of the", "lungs", "mRNA", "HbA1c", "--", "", "naïve", "3.5", "\u80ba");

  /** A document and what follows it. */
  private record Step(Consumer<Document> filler, boolean flush, int deleted) {}

  @ParameterizedTest(name = "windows of {0}")
  @ValueSource(ints = {1, 50, FieldPostings.WINDOW})
  void writesWhatLuceneWrites(int window) throws IOException {
    long seed = new Random().nextLong();
    List<Step> steps = steps(new Random(seed));

    List<String> buffered = index(new WordBuffer(window).newConfig(), steps, false);

    List<String> expected = index(new IndexWriterConfig(new WordAnalyzer()), steps, false);
    assertThat(buffered).as("seed %d", seed).isEqualTo(expected).hasSizeGreaterThan(5_000);
  }

  @Test
  void mergesLikeLucene() throws IOException {
    long seed = new Random().nextLong();
    List<Step> steps = steps(new Random(seed));

    List<String> buffered = index(new WordBuffer().newConfig(), steps, true);

    List<String> expected = index(new IndexWriterConfig(new WordAnalyzer()), steps, true);
    assertThat(buffered).as("seed %d", seed).isEqualTo(expected).hasSizeGreaterThan(5_000);
  }

  @Test
  void forgetsWhatHasBeenWritten() throws IOException {
    WordBuffer words = new WordBuffer();
    try (Directory directory = new ByteBuffersDirectory();
        IndexWriter writer = new IndexWriter(directory, words.newConfig())) {
      long first = fill(words, writer);

      writer.flush();

      assertThat(words.ramBytesUsed()).isLessThan(first / 2);
      assertThat(fill(words, writer)).isEqualTo(first);
    }
  }

  private static long fill(WordBuffer words, IndexWriter writer) throws IOException {
    for (Step step : steps(new Random(1))) {
      writer.addDocument(document(step, 0));
    }
    return words.ramBytesUsed();
  }

  @Test
  void fieldThatADocumentHasTwiceIsRefused() throws IOException {
    try (Directory directory = new ByteBuffersDirectory();
        IndexWriter writer = new IndexWriter(directory, new WordBuffer().newConfig())) {
      Document document = new Document();
      document.add(field("Keyword", List.of("lung")));
      document.add(field("Keyword", List.of("cancer")));
      writer.addDocument(document);

      assertThatThrownBy(writer::flush)
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("Keyword");
    }
  }

  private static List<Step> steps(Random random) {
    return Stream.generate(() -> step(random)).limit(400).toList();
  }

  private static Step step(Random random) {
    List<Field> fields = new ArrayList<>();
    for (String field : FIELDS) {
      if (random.nextInt(3) > 0) {
        int values = field.equals("BriefTitle") ? 1 : 1 + random.nextInt(4);
        fields.add(field(field, Stream.generate(() -> value(random)).limit(values).toList()));
      }
    }
    TermsField terms = new TermsField(TERMS);
    terms.add(new BytesRef("term" + random.nextInt(9)));
    fields.add(terms);
    int deleted = random.nextInt(20) == 0 ? random.nextInt(400) : -1;
    return new Step(document -> fields.forEach(document::add), random.nextInt(90) == 0, deleted);
  }

  private static WordsField field(String piece, List<String> values) {
    WordsField field = ((WordsIndex) IndexSchema.standard().get(piece)).newField();
    values.forEach(field::add);
    return field;
  }

  private static String value(Random random) {
    StringBuilder value = new StringBuilder();
    for (int i = random.nextInt(9); i > 0; i--) {
      value.append(PIECES.get(random.nextInt(PIECES.size()))).append(' ');
      value.append(random.nextInt(4) == 0 ? "Rare" + random.nextInt(2_000) : "").append(' ');
    }
    return random.nextInt(100) == 0 ? value.toString().repeat(200) : value.toString();
  }

  private static Document document(Step step, int id) {
    Document document = new Document();
    document.add(new StringField(ID, "" + id, Field.Store.NO));
    step.filler().accept(document);
    return document;
  }

  /** All that the segments hold of the fields, in their order. */
  private static List<String> index(IndexWriterConfig config, List<Step> steps, boolean merged)
      throws IOException {
    try (Directory directory = new ByteBuffersDirectory()) {
      if (!merged) {
        config.setMergePolicy(NoMergePolicy.INSTANCE);
      }
      try (IndexWriter writer = new IndexWriter(directory, config)) {
        write(writer, steps, merged);
      }
      try (CheckIndex check = new CheckIndex(directory)) {
        assertThat(check.checkIndex().clean).isTrue();
      }
      return dump(directory);
    }
  }

  private static void write(IndexWriter writer, List<Step> steps, boolean merged)
      throws IOException {
    for (int i = 0; i < steps.size(); i++) {
      Step step = steps.get(i);
      writer.addDocument(document(step, i));
      writer.deleteDocuments(new Term(ID, "" + step.deleted()));
      if (step.flush()) {
        writer.flush();
      }
    }
    if (merged) {
      writer.forceMerge(1);
    }
  }

  private static List<String> dump(Directory directory) throws IOException {
    try (DirectoryReader reader = DirectoryReader.open(directory)) {
      List<String> all = new ArrayList<>();
      for (LeafReaderContext context : reader.leaves()) {
        LeafReader leaf = context.reader();
        all.add("%d documents of %d".formatted(leaf.numDocs(), leaf.maxDoc()));
        for (String field : FIELDS) {
          all.addAll(FieldDump.of(leaf, field));
          all.addAll(FieldDump.countsOf(leaf, field));
        }
        all.addAll(FieldDump.of(leaf, TERMS));
      }
      return all;
    }
  }
}
