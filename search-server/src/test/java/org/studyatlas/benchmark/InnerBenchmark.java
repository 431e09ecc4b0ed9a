package org.studyatlas.benchmark;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.apache.lucene.analysis.TokenStream;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.studyatlas.geo.GeoPoint;
import org.studyatlas.mapping.MappedStudy;
import org.studyatlas.mapping.RejectedStudyException;
import org.studyatlas.mapping.StudyMapper;
import org.studyatlas.render.FieldSelection;
import org.studyatlas.render.InvalidFieldsException;
import org.studyatlas.render.MarkupFormat;
import org.studyatlas.render.StudyProjection;
import org.studyatlas.sample.SampleOptions;
import org.studyatlas.sample.SampleRegistry;
import org.studyatlas.schema.RecordText;
import org.studyatlas.schema.WordAnalyzer;

/**
 * The hot inner parts, each over the next of 500 synthetic studies, by one thread.
 *
 * <p>{@code ./studyatlas benchmark --inner} runs them; names of methods as arguments choose some.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class InnerBenchmark {

  private static final int STUDIES = 500;
  private static final long SEED = 11;
  private static final GeoPoint BOSTON = new GeoPoint(42.36, -71.06);

  private final JsonFactory json = new JsonFactory();
  private final StudyMapper mapper = new StudyMapper();
  private final WordAnalyzer analyzer = new WordAnalyzer();
  private List<byte[]> records = List.of();
  private List<String> texts = List.of();
  private @Nullable StudyProjection projection;
  private int next;

  /** Makes the studies. */
  @Setup
  public void makeStudies() throws InvalidFieldsException {
    SampleRegistry registry = new SampleRegistry(SampleOptions.of(STUDIES, SEED));
    records = IntStream.range(0, STUDIES).mapToObj(registry::study).toList();
    texts = records.stream().map(InnerBenchmark::longestText).toList();
    projection =
        StudyProjection.of(
            FieldSelection.parse("NCTId|BriefTitle|OverallStatus|LocationCity|LeadSponsorName"),
            MarkupFormat.MARKDOWN);
  }

  private static String longestText(byte[] study) {
    String longest = "";
    try (JsonParser parser = new JsonFactory().createParser(study)) {
      while (parser.nextToken() != null) {
        if (parser.currentToken().isScalarValue() && parser.getText().length() > longest.length()) {
          longest = parser.getText();
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("a text in memory cannot fail to be read", e);
    }
    return longest;
  }

  private int next() {
    next = (next + 1) % STUDIES;
    return next;
  }

  /** The reader: all JSON tokens of a record, for comparison with {@link #mapping()}. */
  @Benchmark
  public int reader() throws IOException {
    int tokens = 0;
    try (JsonParser parser = json.createParser(records.get(next()))) {
      while (parser.nextToken() != null) {
        tokens++;
      }
    }
    return tokens;
  }

  /** From a record's bytes to the documents of its block. */
  @Benchmark
  public MappedStudy mapping() throws RejectedStudyException {
    return mapper.map(records.get(next()));
  }

  /** The words of a record's longest text. */
  @Benchmark
  public int words() throws IOException {
    int words = 0;
    try (TokenStream tokens = analyzer.tokenStream("", texts.get(next()))) {
      tokens.reset();
      while (tokens.incrementToken()) {
        words++;
      }
      tokens.end();
    }
    return words;
  }

  /** Five fields of a record. */
  @Benchmark
  public void projection() throws IOException {
    if (projection == null) {
      throw new IllegalStateException("set up first");
    }
    projection.write(RecordText.of(records.get(next())), OutputStream.nullOutputStream());
  }

  /** A thousand great-circle distances. */
  @Benchmark
  public double distance() {
    double sum = 0;
    for (int i = 0; i < 1000; i++) {
      sum += BOSTON.metersTo(new GeoPoint(i * 0.09 - 45, i * 0.18 - 90));
    }
    return sum;
  }
}
