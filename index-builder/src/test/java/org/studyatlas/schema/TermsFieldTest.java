package org.studyatlas.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.util.BytesRef;
import org.junit.jupiter.api.Test;

class TermsFieldTest {

  @Test
  void eachTermIsFoundAsItIs() throws IOException {
    try (ByteBuffersDirectory directory = new ByteBuffersDirectory()) {
      try (IndexWriter writer =
          new IndexWriter(directory, new IndexWriterConfig(new WordAnalyzer()))) {
        for (List<String> terms :
            List.of(List.of("A b", "c=2"), List.<String>of(), List.of("c=2", "c=2", "A"))) {
          writer.addDocument(document(terms));
        }
      }
      try (DirectoryReader reader = DirectoryReader.open(directory)) {
        assertThat(reader.numDocs()).isEqualTo(3);
        assertThat(reader.docFreq(new Term("_f", "A b"))).isEqualTo(1);
        assertThat(reader.docFreq(new Term("_f", "c=2"))).isEqualTo(2);
        assertThat(reader.docFreq(new Term("_f", "A"))).isEqualTo(1);
        assertThat(reader.getSumDocFreq("_f")).isEqualTo(4);
      }
    }
  }

  private static Document document(List<String> terms) {
    TermsField field = new TermsField("_f");
    terms.forEach(term -> field.add(new BytesRef(term)));
    Document document = new Document();
    document.add(field);
    return document;
  }
}
