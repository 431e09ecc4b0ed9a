package org.studyatlas.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.studyatlas.fixture.StudyFixture;
import org.studyatlas.mapping.MappedStudy;
import org.studyatlas.mapping.RejectedStudyException;
import org.studyatlas.mapping.StudyMapper;
import org.studyatlas.names.NameIndexWriter;
import org.studyatlas.places.Gazetteer;
import org.studyatlas.query.EssieParser;
import org.studyatlas.query.Expr;
import org.studyatlas.query.ParseContext;
import org.studyatlas.query.ParseException;
import org.studyatlas.query.SearchRequest;
import org.studyatlas.schema.BlockFields;
import org.studyatlas.schema.RecordPointer;
import org.studyatlas.schema.WordAnalyzer;

/** A small real index of given studies, with a searcher. */
public final class TestIndex implements AutoCloseable {

  private final Directory directory = new ByteBuffersDirectory();
  private final DirectoryReader reader;
  private final Gazetteer gazetteer;
  private final StudySearcher searcher;

  private TestIndex(List<byte[]> studies, int commitEvery) throws IOException {
    StudyMapper mapper = new StudyMapper();
    IndexWriterConfig config = new IndexWriterConfig(new WordAnalyzer());
    try (IndexWriter writer = new IndexWriter(directory, config)) {
      int n = 0;
      for (byte[] json : studies) {
        MappedStudy mapped = mapper.map(json);
        BlockFields.addRecord(mapped.study(), new RecordPointer(0, 0, 0, 0));
        writer.addDocuments(mapped.block());
        if (++n % commitEvery == 0) {
          writer.commit();
        }
      }
    } catch (RejectedStudyException e) {
      throw new IllegalStateException(e);
    }
    reader = DirectoryReader.open(directory);
    Directory names = new ByteBuffersDirectory();
    NameIndexWriter.write(reader, names);
    gazetteer = Gazetteer.open(names);
    searcher =
        new StudySearcher(new IndexSearcher(reader), gazetteer, "test", Duration.ofMinutes(1));
    searcher.loadPoints();
  }

  public static TestIndex of(StudyFixture... studies) {
    return of(List.of(studies).stream().map(StudyFixture::json).toList(), 3);
  }

  public static TestIndex of(List<byte[]> studies, int commitEvery) {
    try {
      return new TestIndex(studies, commitEvery);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** How many of them are searched beside each other. */
  public int segments() {
    return reader.leaves().size();
  }

  public Gazetteer gazetteer() {
    return gazetteer;
  }

  public StudySearcher searcher() {
    return searcher;
  }

  /** The ids that an expression in a context finds, in the order of the search. */
  public List<String> find(String parameter, String essie) {
    return find(SearchRequest.ALL.withQuery(parse(parameter, essie)));
  }

  /** The ids that a request finds on its page. */
  public List<String> find(SearchRequest request) {
    return search(request).hits().stream().map(hit -> hit.id().toString()).toList();
  }

  public SearchPage search(SearchRequest request) {
    try {
      return searcher.search(request);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (CursorException | OversizedQueryException e) {
      throw new IllegalStateException(e);
    }
  }

  public static Expr parse(String parameter, String essie) {
    try {
      return EssieParser.parse(essie, ParseContext.ofQuery(parameter));
    } catch (ParseException e) {
      throw new IllegalArgumentException(essie, e);
    }
  }

  @Override
  public void close() throws IOException {
    gazetteer.close();
    reader.close();
    directory.close();
  }
}
