package org.studyatlas.names;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.BytesRef;

/** Reads all entries of an index of names, in its order. */
public final class NameEntries {

  private NameEntries() {}

  /** {@link PlaceName}s and {@link CountedName}s. */
  public static List<Record> read(Path names) throws IOException {
    List<Record> entries = new ArrayList<>();
    try (Directory directory = FSDirectory.open(names);
        DirectoryReader reader = DirectoryReader.open(directory)) {
      for (LeafReaderContext leaf : reader.leaves()) {
        BinaryDocValues values = leaf.reader().getBinaryDocValues(NameFields.ENTRY);
        while (values != null && values.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
          entries.add(entry(values.binaryValue()));
        }
      }
    }
    return entries;
  }

  private static Record entry(BytesRef bytes) throws IOException {
    return NameKind.values()[bytes.bytes[bytes.offset]].isPlace()
        ? PlaceName.of(bytes)
        : CountedName.of(bytes);
  }
}
