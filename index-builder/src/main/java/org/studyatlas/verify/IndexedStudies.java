package org.studyatlas.verify;

import java.io.Closeable;
import java.io.IOException;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.NoLockFactory;
import org.studyatlas.schema.BlockFields;
import org.studyatlas.schema.Generation;
import org.studyatlas.study.NctId;

/** Tells which studies a generation holds. Safe for use by several threads. */
public final class IndexedStudies implements Closeable {

  private final Directory directory;
  private final DirectoryReader reader;
  private final IndexSearcher searcher;

  private IndexedStudies(Directory directory, DirectoryReader reader) {
    this.directory = directory;
    this.reader = reader;
    searcher = new IndexSearcher(reader);
  }

  /** Opens a generation for reading; its files are not changed. */
  public static IndexedStudies open(Generation generation) throws IOException {
    Directory directory = FSDirectory.open(generation.lucene(), NoLockFactory.INSTANCE);
    return new IndexedStudies(directory, DirectoryReader.open(directory));
  }

  /** Whether the study is in the index. */
  public boolean contains(NctId id) throws IOException {
    return searcher.count(BlockFields.study(id)) > 0;
  }

  @Override
  public void close() throws IOException {
    try (directory) {
      reader.close();
    }
  }
}
