package org.studyatlas.names;

import java.io.IOException;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.NoMergePolicy;
import org.apache.lucene.store.Directory;
import org.studyatlas.schema.Generation;
import org.studyatlas.schema.IndexFiles;

/**
 * Computes the index of names from a finished main index.
 *
 * <p>Reads doc values only, no record. Equal records give equal documents in equal order, whatever
 * the number of threads that built the main index. Needs some 300 bytes of heap per distinct place
 * and 60 bytes per distinct word to suggest.
 */
public final class NameIndexWriter {

  /** Segments are not merged, so that their order is that of the documents; most need only one. */
  private static final double RAM_BUFFER_MB = 64;

  private NameIndexWriter() {}

  /** Writes the index of names of a generation whose main index is complete. */
  public static void write(Generation generation) throws IOException {
    try (Directory main = IndexFiles.open(generation.lucene());
        DirectoryReader reader = DirectoryReader.open(main);
        Directory names = IndexFiles.open(generation.names())) {
      write(reader, names);
    }
  }

  /** Writes the index of names of an open main index into an empty directory. */
  public static void write(IndexReader main, Directory names) throws IOException {
    IndexWriterConfig config = new IndexWriterConfig();
    config.setOpenMode(IndexWriterConfig.OpenMode.CREATE);
    config.setMergePolicy(NoMergePolicy.INSTANCE);
    config.setRAMBufferSizeMB(RAM_BUFFER_MB);
    config.setUseCompoundFile(false);
    try (IndexWriter writer = new IndexWriter(names, config)) {
      SiteNames sites = SiteNames.of(main);
      PlaceDocuments.write(sites, writer);
      writer.setLiveCommitData(sites.counts().toCommitData().entrySet());
      writeWords(main, writer);
      writer.commit();
    }
  }

  private static void writeWords(IndexReader main, IndexWriter writer) throws IOException {
    WordDocuments.write(NameKind.CONDITION, "Condition", main, writer);
    WordDocuments.write(NameKind.INTERVENTION, "InterventionName", main, writer);
    WordDocuments.write(NameKind.SPONSOR, "LeadSponsorName", main, writer);
    WordDocuments.write(NameKind.FACILITY, "LocationFacility", main, writer);
  }
}
