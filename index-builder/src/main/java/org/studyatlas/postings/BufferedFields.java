package org.studyatlas.postings;

import java.io.IOException;
import java.util.Objects;
import org.apache.lucene.index.Fields;
import org.apache.lucene.index.FilterLeafReader;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;

/** What Lucene has buffered, with the words of a {@link WordBuffer} put back. */
final class BufferedFields extends FilterLeafReader.FilterFields {

  private final FieldPostings postings;
  private final BufferedPostings documents;

  BufferedFields(Fields fields, WordBuffer buffer) {
    super(fields);
    postings = buffer.sorted();
    documents = new BufferedPostings(buffer, postings);
  }

  @Override
  public Terms terms(String field) throws IOException {
    Terms terms = Objects.requireNonNull(super.terms(field));
    if (!terms.hasPayloads()) {
      return terms; // a word has its form in the payload; nothing else has one
    }
    postings.begin();
    addRuns(field, terms);
    return new FilterLeafReader.FilterTerms(terms) {
      @Override
      public TermsEnum iterator() {
        return new BufferedTermsEnum(postings, documents);
      }
    };
  }

  private void addRuns(String field, Terms terms) throws IOException {
    TermsEnum token = terms.iterator();
    Objects.requireNonNull(token.next());
    PostingsEnum runs = token.postings(null, PostingsEnum.PAYLOADS);
    for (int doc = runs.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = runs.nextDoc()) {
      if (runs.freq() != 1) {
        throw new IllegalStateException("a document has " + field + " more than once");
      }
      runs.nextPosition();
      postings.add(doc, RunToken.run(Objects.requireNonNull(runs.getPayload())));
    }
    if (token.next() != null) {
      throw new IllegalStateException("a part of " + field + " was not buffered");
    }
  }
}
