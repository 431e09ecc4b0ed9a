package org.studyatlas.search;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.SortedNumericDocValues;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.store.MMapDirectory;
import org.apache.lucene.util.IOUtils;
import org.jspecify.annotations.Nullable;
import org.studyatlas.places.Gazetteer;
import org.studyatlas.schema.BlockFields;
import org.studyatlas.schema.ExactIndex;
import org.studyatlas.schema.Generation;
import org.studyatlas.schema.IndexManifest;
import org.studyatlas.schema.IndexSchema;
import org.studyatlas.schema.RecordPointer;
import org.studyatlas.schema.RecordStore;
import org.studyatlas.schema.RecordText;
import org.studyatlas.stats.StatsFile;
import org.studyatlas.study.NctId;

/**
 * A generation of the index, open for searching: its search, the studies' JSON and the manifest.
 * Safe for use by many threads.
 *
 * <p>Costs about 30 ms to open; the index itself is mapped. What searches keep of it in memory
 * (points, facets, sites of usual conditions) grows to some 80 MB of heap for the whole registry.
 * Its files stay open until the last {@link Lease} on it is closed.
 */
public final class OpenGeneration {

  private static final ExactIndex ALIAS = (ExactIndex) IndexSchema.standard().get("NCTIdAlias");

  private final Generation generation;
  private final IndexManifest manifest;
  private final List<Closeable> files;
  private final IndexSearcher searcher;
  private final StudySearcher studies;
  private final RecordStore records;
  private final Gazetteer gazetteer;
  private final @Nullable StatsFile stats;
  private final AtomicInteger holders = new AtomicInteger(1);

  private OpenGeneration(
      Generation generation,
      IndexManifest manifest,
      List<Closeable> files,
      IndexSearcher searcher,
      StudySearcher studies,
      RecordStore records,
      Gazetteer gazetteer,
      @Nullable StatsFile stats) {
    this.generation = generation;
    this.manifest = manifest;
    this.files = List.copyOf(files);
    this.searcher = searcher;
    this.studies = studies;
    this.records = records;
    this.gazetteer = gazetteer;
    this.stats = stats;
  }

  /**
   * Opens a generation; the caller is its first holder.
   *
   * @param searchLimit time that one search may take
   * @throws IOException if it is of another format, incomplete or damaged; nothing stays open then
   */
  static OpenGeneration open(Generation generation, Duration searchLimit) throws IOException {
    IndexManifest manifest = generation.manifest();
    List<Closeable> files = new ArrayList<>();
    try {
      MMapDirectory directory = new MMapDirectory(generation.lucene());
      files.addFirst(directory);
      DirectoryReader reader = DirectoryReader.open(directory);
      files.addFirst(reader);
      requireWhole(generation.records(), manifest);
      RecordStore records = new RecordStore(generation.records());
      files.addFirst(records);
      IndexSearcher searcher = new IndexSearcher(reader);
      requireCount(searcher, manifest);
      Gazetteer gazetteer = Gazetteer.open(new MMapDirectory(generation.names()));
      files.addFirst(gazetteer);
      StudySearcher studies =
          new StudySearcher(searcher, gazetteer, cursorName(generation, manifest), searchLimit);
      StatsFile stats = openStats(generation, files);
      return new OpenGeneration(
          generation, manifest, files, searcher, studies, records, gazetteer, stats);
    } catch (Throwable e) {
      IOUtils.closeWhileHandlingException(files);
      throw e;
    }
  }

  /** Statistics came later than the first builders, and nothing else needs them. */
  private static @Nullable StatsFile openStats(Generation generation, List<Closeable> files)
      throws IOException {
    if (Files.notExists(generation.stats())) {
      return null;
    }
    StatsFile stats = StatsFile.open(generation.stats());
    files.addFirst(stats);
    return stats;
  }

  /** Lucene checks its own files; a copy of the records that is not complete yet looks like one. */
  private static void requireWhole(Path records, IndexManifest manifest) throws IOException {
    long expected = manifest.recordsBytes();
    long found = Files.size(records);
    if (expected != IndexManifest.UNKNOWN && expected != found) {
      throw new IOException(
          "its %s has %d bytes, its manifest says %d: is it being copied?"
              .formatted(records.getFileName(), found, expected));
    }
  }

  private static void requireCount(IndexSearcher searcher, IndexManifest manifest)
      throws IOException {
    if (searcher.getIndexReader().hasDeletions()) {
      throw new IOException("its index holds deleted documents, which a build merges away");
    }
    int found = searcher.count(BlockFields.studies());
    if (found != manifest.counts().indexed()) {
      throw new IOException(
          "its manifest counts %d studies, its index holds %d"
              .formatted(manifest.counts().indexed(), found));
    }
  }

  /** The generation's name, e.g. {@code 2026-08-14-1}. */
  public String name() {
    return generation.name();
  }

  /** What the generation holds and where it came from. */
  public IndexManifest manifest() {
    return manifest;
  }

  /** Number of studies. */
  public long studies() {
    return manifest.counts().indexed();
  }

  /** Number of study sites. */
  public long sites() {
    return manifest.counts().sites();
  }

  /** Time of the registry's data, UTC. */
  public LocalDateTime dataTimestamp() {
    return manifest.dataTimestamp();
  }

  /** Digest of the content: equal for generations that hold the same records. */
  public String digest() {
    return manifest.digest();
  }

  /** The search of this generation. */
  public StudySearcher searcher() {
    return studies;
  }

  /** The statistics of all values, or empty if the generation was built without them. */
  public Optional<StatsFile> findStats() {
    return Optional.ofNullable(stats);
  }

  /** The names that this generation's sites and studies use. */
  public Gazetteer gazetteer() {
    return gazetteer;
  }

  /**
   * A search of this generation for sites, for one request: its time runs from now, and what takes
   * longer ends with {@link SlowSearchException}.
   */
  public SiteSearcher siteSearcher() {
    SearchClock clock = studies.startClock();
    return new SiteSearcher(
        clock.searcher(), studies.with(clock), cursorName(generation, manifest));
  }

  /** What binds a cursor to a generation. */
  private static String cursorName(Generation generation, IndexManifest manifest) {
    return generation.name() + " " + manifest.digest();
  }

  /** All studies, in the order of the index. */
  public RecordWalk walk() {
    return new RecordWalk(searcher.getIndexReader().leaves());
  }

  /** Where the record of a study lies, or empty if there is no such study. */
  public Optional<RecordPointer> findRecord(NctId id) throws IOException {
    Optional<ScoreDoc> hit = first(BlockFields.study(id));
    return hit.isEmpty() ? Optional.empty() : Optional.of(record(hit.get().doc));
  }

  /** What tells why a study matches a search or does not, or empty if there is no such study. */
  public Optional<StudyExplainer> findExplainer(NctId id) throws IOException {
    Optional<ScoreDoc> hit = first(BlockFields.study(id));
    return hit.isEmpty() ? Optional.empty() : Optional.of(studies.explainer(hit.get().doc));
  }

  /** The study that carries this id as an alias, an id that it had before. */
  public Optional<NctId> findByAlias(NctId alias) throws IOException {
    Query query =
        new BooleanQuery.Builder()
            .add(ALIAS.is(alias.toString()), BooleanClause.Occur.FILTER)
            .add(BlockFields.studies(), BooleanClause.Occur.FILTER)
            .build();
    Optional<ScoreDoc> hit = first(query);
    return hit.isEmpty() ? Optional.empty() : Optional.of(id(hit.get().doc));
  }

  /** Some study to show as an example, or empty if there is none at all. */
  public Optional<NctId> findExample() throws IOException {
    Optional<ScoreDoc> hit = first(BlockFields.studies());
    return hit.isEmpty() ? Optional.empty() : Optional.of(id(hit.get().doc));
  }

  /**
   * Where the record of a study document lies.
   *
   * @param doc number of a study's own document
   */
  public RecordPointer record(int doc) throws IOException {
    LeafReaderContext leaf = leaf(doc);
    BinaryDocValues values = DocValues.getBinary(leaf.reader(), BlockFields.RECORD);
    if (!values.advanceExact(doc - leaf.docBase)) {
      throw new IOException("document " + doc + " of generation " + name() + " has no record");
    }
    return BlockFields.record(values.binaryValue());
  }

  /** A study's JSON, byte for byte as the source held it. */
  public byte[] json(RecordPointer pointer) throws IOException {
    return records.json(pointer);
  }

  /** A study's JSON, to be inflated as far as it is read. */
  public RecordText text(RecordPointer pointer) throws IOException {
    return records.text(pointer);
  }

  /** A study's JSON as one gzip member; cheaper than {@link #json}, since nothing is inflated. */
  public byte[] gzip(RecordPointer pointer) throws IOException {
    return records.gzip(pointer);
  }

  /** A study's JSON as stored: raw deflate data, which no one has to inflate to pass it on. */
  public byte[] deflated(RecordPointer pointer) throws IOException {
    return records.deflated(pointer);
  }

  /** Adds a holder, unless the last one has already gone. */
  boolean tryHold() {
    int count = holders.get();
    while (count > 0) {
      if (holders.compareAndSet(count, count + 1)) {
        return true;
      }
      count = holders.get();
    }
    return false;
  }

  /** Removes a holder; whoever removes the last one must {@link #closeFiles}. */
  boolean releaseLast() {
    return holders.decrementAndGet() == 0;
  }

  void closeFiles() throws IOException {
    IOUtils.close(files);
  }

  private NctId id(int doc) throws IOException {
    LeafReaderContext leaf = leaf(doc);
    SortedNumericDocValues values =
        DocValues.getSortedNumeric(leaf.reader(), BlockFields.NCT_NUMBER);
    if (!values.advanceExact(doc - leaf.docBase)) {
      throw new IOException("document " + doc + " of generation " + name() + " has no NCT id");
    }
    return new NctId((int) values.nextValue());
  }

  private LeafReaderContext leaf(int doc) {
    List<LeafReaderContext> leaves = searcher.getIndexReader().leaves();
    return leaves.get(ReaderUtil.subIndex(doc, leaves));
  }

  private Optional<ScoreDoc> first(Query query) throws IOException {
    TopDocs hits = searcher.search(query, 1);
    return hits.scoreDocs.length == 0 ? Optional.empty() : Optional.of(hits.scoreDocs[0]);
  }
}
