package org.studyatlas.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedNumericDocValues;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.Bits;
import org.studyatlas.schema.BlockFields;
import org.studyatlas.schema.Generation;
import org.studyatlas.schema.IndexDirectory;
import org.studyatlas.schema.RecordStore;
import org.studyatlas.study.NctId;
import org.studyatlas.verify.Depth;
import org.studyatlas.verify.IndexVerifier;

/** Runs builds and looks at what they left behind. */
final class Builds {

  private Builds() {}

  static BuildOptions options(Path source, Path indexDir) {
    return options(source, indexDir, 2);
  }

  static BuildOptions options(Path source, Path indexDir, int threads) {
    return new BuildOptions(
        List.of(source.toString()),
        indexDir,
        threads,
        false,
        RejectedLimit.STANDARD,
        BuildOptions.STANDARD_KEEP,
        null,
        BuildOptions.MIN_RAM_BUFFER_MB);
  }

  static BuildOptions limit(BuildOptions options, RejectedLimit limit, boolean strict) {
    return new BuildOptions(
        options.sources(),
        options.indexDir(),
        options.threads(),
        strict,
        limit,
        options.keep(),
        options.dataTimestamp(),
        options.ramBufferMb());
  }

  static BuildResult run(BuildOptions options) throws IOException {
    return IndexBuild.run(options, InputStream.nullInputStream(), BuildListener.NONE);
  }

  static BuildResult.Published publish(BuildOptions options) throws IOException {
    return (BuildResult.Published) run(options);
  }

  /** What is in service, having checked that it is sound and nothing half-built lies about. */
  static Generation requireSound(Path indexDir) throws IOException {
    Generation current = new IndexDirectory(indexDir).findCurrent().orElseThrow();
    assertThat(IndexVerifier.verify(current, Depth.DEEP).differences()).isEmpty();
    return current;
  }

  static List<String> namesIn(Path folder) throws IOException {
    try (Stream<Path> paths = Files.list(folder)) {
      return paths.map(p -> p.getFileName().toString()).sorted().toList();
    }
  }

  /** The stored JSON of every study of a generation. */
  static SortedMap<NctId, String> records(Generation generation) throws IOException {
    SortedMap<NctId, String> records = new TreeMap<>();
    try (Directory directory = FSDirectory.open(generation.lucene());
        DirectoryReader reader = DirectoryReader.open(directory);
        RecordStore store = new RecordStore(generation.records())) {
      for (LeafReaderContext leaf : reader.leaves()) {
        SortedNumericDocValues ids =
            leaf.reader().getSortedNumericDocValues(BlockFields.NCT_NUMBER);
        BinaryDocValues pointers = leaf.reader().getBinaryDocValues(BlockFields.RECORD);
        Bits live = leaf.reader().getLiveDocs();
        for (int doc = ids.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = ids.nextDoc()) {
          pointers.advanceExact(doc);
          if (live == null || live.get(doc)) {
            byte[] json = store.json(BlockFields.record(pointers.binaryValue()));
            records.put(new NctId((int) ids.nextValue()), new String(json, StandardCharsets.UTF_8));
          }
        }
      }
    }
    return records;
  }
}
