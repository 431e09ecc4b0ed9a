package org.studyatlas.testing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.Version;
import org.studyatlas.fixture.StudyFixture;
import org.studyatlas.mapping.MappedStudy;
import org.studyatlas.mapping.RejectedStudyException;
import org.studyatlas.mapping.StudyMapper;
import org.studyatlas.names.NameIndexWriter;
import org.studyatlas.schema.BlockFields;
import org.studyatlas.schema.FormatVersion;
import org.studyatlas.schema.Generation;
import org.studyatlas.schema.IndexDirectory;
import org.studyatlas.schema.IndexManifest;
import org.studyatlas.schema.RecordPointer;
import org.studyatlas.schema.RecordStore;
import org.studyatlas.schema.RecordStoreWriter;
import org.studyatlas.schema.WordAnalyzer;
import org.studyatlas.stats.StatsCollector;

/** Writes small generations by the index contract and publishes them. */
public final class PublishedIndex {

  private final IndexDirectory directory;

  /** An index in that folder. */
  public PublishedIndex(Path folder) {
    directory = new IndexDirectory(folder);
  }

  /** The index directory. */
  public IndexDirectory directory() {
    return directory;
  }

  /** Writes a generation of those studies and makes it the current one. */
  public Generation publish(String name, StudyFixture... studies) throws IOException {
    return publishJson(
        name, FormatVersion.CURRENT, Arrays.stream(studies).map(StudyFixture::json).toList());
  }

  /** Publishes a generation whose manifest claims that format. */
  public Generation publishFormat(String name, int format, StudyFixture... studies)
      throws IOException {
    return publishJson(name, format, Arrays.stream(studies).map(StudyFixture::json).toList());
  }

  /**
   * Publishes a generation of one study whose statistics are those of other records: for tests of
   * the statistics that need no search, without the time that indexing takes.
   */
  public Generation publishStatistics(String name, List<byte[]> records) throws IOException {
    Generation generation = publish(name, StudyFixture.study("NCT00000001"));
    StudyMapper mapper = new StudyMapper();
    Generation other = new Generation(directory.path().resolve("other"));
    Files.createDirectories(other.path());
    try (StatsCollector statistics = new StatsCollector(other.path());
        RecordStoreWriter store = new RecordStoreWriter(other.records())) {
      for (byte[] json : records) {
        statistics.add(mapper.map(json), append(store, json));
      }
      store.close();
      writeStatistics(statistics, other);
    } catch (RejectedStudyException e) {
      throw new IllegalArgumentException(e);
    }
    Files.move(other.stats(), generation.stats(), REPLACE_EXISTING);
    return generation;
  }

  /** Writes a generation of those records and makes it the current one. */
  public Generation publishRecords(String name, List<byte[]> records) throws IOException {
    return publishJson(name, FormatVersion.CURRENT, records);
  }

  private Generation publishJson(String name, int format, List<byte[]> studies) throws IOException {
    Generation generation = directory.generation(name);
    Files.createDirectories(generation.lucene());
    long sites = write(generation, studies);
    NameIndexWriter.write(generation);
    long recordsBytes = Files.size(generation.records());
    Files.writeString(
        generation.manifestFile(),
        manifest(name, format, studies, sites, recordsBytes).toJson(),
        UTF_8);
    makeCurrent(name);
    return generation;
  }

  /** Names a generation in {@code CURRENT}, whether it exists or not. */
  public void makeCurrent(String name) throws IOException {
    Files.createDirectories(directory.path());
    Path next = directory.path().resolve("CURRENT.next");
    Files.writeString(next, name + "\n", UTF_8);
    Files.move(next, directory.currentFile(), ATOMIC_MOVE, REPLACE_EXISTING);
  }

  private static long write(Generation generation, List<byte[]> studies) throws IOException {
    StudyMapper mapper = new StudyMapper();
    long sites = 0;
    try (FSDirectory lucene = FSDirectory.open(generation.lucene());
        IndexWriter writer = new IndexWriter(lucene, new IndexWriterConfig(new WordAnalyzer()));
        RecordStoreWriter records = new RecordStoreWriter(generation.records());
        StatsCollector statistics = new StatsCollector(generation.path())) {
      for (byte[] json : studies) {
        MappedStudy study = mapper.map(json);
        List<Document> block = study.block();
        RecordPointer pointer = append(records, json);
        BlockFields.addRecord(study.study(), pointer);
        statistics.add(study, pointer);
        writer.addDocuments(block);
        sites += study.sites();
      }
      records.close();
      writeStatistics(statistics, generation);
    } catch (RejectedStudyException e) {
      throw new IllegalArgumentException(e);
    }
    return sites;
  }

  private static void writeStatistics(StatsCollector statistics, Generation generation)
      throws IOException {
    try (RecordStore records = new RecordStore(generation.records())) {
      statistics.write(records, generation.stats());
    }
  }

  private static RecordPointer append(RecordStoreWriter records, byte[] json) throws IOException {
    Deflater deflater = new Deflater(Deflater.BEST_SPEED, true);
    deflater.setInput(json);
    deflater.finish();
    byte[] deflated = new byte[json.length + 64];
    int length = deflater.deflate(deflated);
    deflater.end();
    return records.append(Arrays.copyOf(deflated, length), json.length, crc32(json));
  }

  private static IndexManifest manifest(
      String name, int format, List<byte[]> studies, long sites, long recordsBytes) {
    int digest = studies.stream().mapToInt(PublishedIndex::crc32).sum();
    return new IndexManifest(
        format,
        "test",
        Version.LATEST.toString(),
        LocalDateTime.parse(name.substring(0, 10) + "T09:00:00"),
        Instant.parse("2026-11-01T00:00:00Z"),
        new IndexManifest.Counts(studies.size(), studies.size(), 0, 0, sites, sites),
        new IndexManifest.Source("test", IndexManifest.UNKNOWN, ""),
        recordsBytes,
        HexFormat.of().toHexDigits(digest).repeat(8));
  }

  private static int crc32(byte[] json) {
    CRC32 crc = new CRC32();
    crc.update(json);
    return (int) crc.getValue();
  }
}
