package org.studyatlas.verify;

import java.io.IOException;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.NoLockFactory;
import org.studyatlas.names.NameCounts;
import org.studyatlas.names.NameFields;
import org.studyatlas.names.NameKind;
import org.studyatlas.schema.Generation;
import org.studyatlas.schema.IndexManifest;

/** Checks the index of names: is it undamaged, and do its counts add up to the sites? */
final class NamesCheck {

  private final Depth depth;
  private final Findings findings;

  NamesCheck(Depth depth, Findings findings) {
    this.depth = depth;
    this.findings = findings;
  }

  void check(Generation generation, IndexManifest.Counts expected) {
    try (Directory directory = FSDirectory.open(generation.names(), NoLockFactory.INSTANCE)) {
      LuceneCheck.check("index of names", directory, depth, findings);
      if (findings.none()) {
        checkCounts(directory, expected);
      }
    } catch (IOException e) {
      findings.add("index of names", "readable", String.valueOf(e.getMessage()));
    }
  }

  private void checkCounts(Directory directory, IndexManifest.Counts expected) throws IOException {
    try (DirectoryReader reader = DirectoryReader.open(directory)) {
      NameCounts counts = NameCounts.of(reader);
      findings.expectEqual("sites read for names", expected.sites(), counts.sites());
      findings.expectEqual(
          "sites of all cities", counts.sitesWithCity(), sites(reader, NameKind.CITY));
      findings.expectEqual(
          "sites of all countries", counts.sitesWithCountry(), sites(reader, NameKind.COUNTRY));
    }
  }

  private static long sites(DirectoryReader reader, NameKind kind) throws IOException {
    long sites = 0;
    for (LeafReaderContext leaf : reader.leaves()) {
      PostingsEnum places = leaf.reader().postings(NameFields.kind(kind), PostingsEnum.NONE);
      BinaryDocValues entries = leaf.reader().getBinaryDocValues(NameFields.ENTRY);
      if (places == null || entries == null) {
        continue;
      }
      while (places.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
        if (!entries.advanceExact(places.docID())) {
          throw new IOException("a name has no entry");
        }
        sites += NameFields.place(entries.binaryValue()).sites();
      }
    }
    return sites;
  }
}
