package org.studyatlas.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Random;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.util.FixedBitSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.studyatlas.schema.BlockFields;

class BlockBitsTest {

  private static final long SEED =
      Long.getLong("studyatlas.oracle.seed", System.nanoTime() & 0xffffff);

  private final Random random = new Random(SEED);

  /** With 600 sites a study, Lucene keeps the studies in no plain set of bits. */
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 3, 20, 64, 130, 600})
  void findsTheStudyBehindEachSite(int mostSites) throws IOException {
    FixedBitSet studies = anyStudies(mostSites);
    try (ByteBuffersDirectory directory = new ByteBuffersDirectory()) {
      write(studies, directory);
      try (DirectoryReader reader = DirectoryReader.open(directory)) {
        LeafReaderContext segment = reader.leaves().getFirst();
        for (int percent : List.of(0, 1, 10, 90, 100)) {
          FixedBitSet sites = anySites(studies, percent);
          assertThat(BlockBits.studiesOf(sites, segment))
              .as("%d %% of the sites, -Dstudyatlas.oracle.seed=%d", percent, SEED)
              .isEqualTo(oneByOne(sites, studies));
        }
      }
    }
  }

  private FixedBitSet anyStudies(int mostSites) {
    FixedBitSet studies = new FixedBitSet(50 * mostSites + 500);
    for (int doc = 0; doc < studies.length(); doc += 1 + random.nextInt(mostSites + 1)) {
      studies.set(doc);
    }
    studies.set(studies.length() - 1);
    return studies;
  }

  private static void write(FixedBitSet studies, ByteBuffersDirectory directory)
      throws IOException {
    try (IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig())) {
      for (int doc = 0; doc < studies.length(); doc++) {
        String kind = studies.get(doc) ? BlockFields.STUDY : BlockFields.SITE;
        Document document = new Document();
        document.add(new StringField(BlockFields.DOC, kind, Field.Store.NO));
        writer.addDocument(document);
      }
      writer.forceMerge(1);
    }
  }

  private FixedBitSet anySites(FixedBitSet studies, int percent) {
    FixedBitSet sites = new FixedBitSet(studies.length());
    for (int doc = 0; doc < studies.length(); doc++) {
      if (!studies.get(doc) && random.nextInt(100) < percent) {
        sites.set(doc);
      }
    }
    return sites;
  }

  private static FixedBitSet oneByOne(FixedBitSet sites, FixedBitSet studies) {
    FixedBitSet found = new FixedBitSet(studies.length());
    boolean any = false;
    for (int doc = 0; doc < studies.length(); doc++) {
      any |= sites.get(doc);
      if (studies.get(doc)) {
        if (any) {
          found.set(doc);
        }
        any = false;
      }
    }
    return found;
  }
}
