package org.studyatlas.schema;

import java.io.IOException;
import java.util.Collection;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.KeywordField;
import org.apache.lucene.document.LongField;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.FieldExistsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.SortedNumericSelector;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.join.BitSetProducer;
import org.apache.lucene.search.join.QueryBitSetProducer;
import org.apache.lucene.search.join.ToParentBlockJoinSortField;
import org.apache.lucene.util.BitSet;
import org.apache.lucene.util.BitSetIterator;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.FixedBitSet;
import org.studyatlas.study.NctId;

/**
 * The technical fields of a block: one document per site, then the study's own document.
 *
 * <p>Their names start with an underscore, which no piece name does. Every document of a block
 * carries {@link #ID}; deleting and replacing by that term leaves no orphan sites.
 */
public final class BlockFields {

  /** Id of the study, on every document of its block. */
  public static final String ID = "_id";

  /** Which kind a document is of: {@link #STUDY} or {@link #SITE}. */
  public static final String DOC = "_doc";

  /** Value of {@link #DOC} on a study's own document, the last of its block. */
  public static final String STUDY = "study";

  /** Value of {@link #DOC} on a site's document. */
  public static final String SITE = "site";

  /** Number of the NCT id, on the study: the last tie-break of every sort. */
  public static final String NCT_NUMBER = "_nct";

  /** Position of a site in the record's list of sites, from 0 (doc values), on the site. */
  public static final String SITE_ORDINAL = "_site";

  /** {@link RecordPointer} of the study (doc values), on the study. */
  public static final String RECORD = "_record";

  /** Names of the pieces that have a value, where the piece's own field cannot tell. */
  public static final String PRESENT = "_present";

  /**
   * {@code Piece=n} for each list piece with n values: on the study those in the whole study, on a
   * site those that the site has several of.
   */
  public static final String SIZES = "_sizes";

  /** {@link PlaceKey} of a site that has no coordinates (string, doc values), on the site. */
  public static final String PLACE = "_place";

  private static final BitSetProducer STUDIES = new QueryBitSetProducer(studies());
  private static final BitSetProducer SITES = new QueryBitSetProducer(sites());

  // Lucene only reads a field, so that documents may share it.
  private static final Field STUDY_DOC = new StringField(DOC, STUDY, Field.Store.NO);
  private static final Field SITE_DOC = new StringField(DOC, SITE, Field.Store.NO);

  private BlockFields() {}

  /** The field that all documents of a study's block share. */
  public static Field idField(NctId id) {
    return new StringField(ID, id.toString(), Field.Store.NO);
  }

  /** Puts the fields that make it a study's document. */
  public static void addToStudy(Document document, NctId id, Field idField) {
    document.add(idField);
    document.add(STUDY_DOC);
    document.add(new LongField(NCT_NUMBER, id.number(), Field.Store.NO));
  }

  /** Puts the fields that make it the document of a study's site. */
  public static void addToSite(Document document, Field idField, int ordinal) {
    document.add(idField);
    document.add(SITE_DOC);
    document.add(new NumericDocValuesField(SITE_ORDINAL, ordinal));
  }

  /** Notes the city of a site that has no coordinates, by which others may tell where it is. */
  public static void addPlace(Document site) {
    site.add(new KeywordField(PLACE, PlaceKey.ofSite(site).text(), Field.Store.NO));
  }

  /** Sites without coordinates. */
  public static Query unlocatedSites() {
    return new FieldExistsQuery(PLACE);
  }

  /** Sites without coordinates in one of the cities. */
  public static Query inPlaces(Collection<BytesRef> keys) {
    return KeywordField.newSetQuery(PLACE, keys);
  }

  /** Puts the place of the record into the study's document. */
  public static void addRecord(Document study, RecordPointer pointer) {
    study.add(new BinaryDocValuesField(RECORD, pointer.toBytes()));
  }

  /** Order by NCT id. */
  public static SortField sortById(boolean descending) {
    return LongField.newSortField(NCT_NUMBER, descending, SortedNumericSelector.Type.MIN);
  }

  /**
   * Order of studies by a number of their sites: by the least in ascending order, by the greatest
   * in descending.
   *
   * @param field numeric doc values of sites
   * @param missing what counts for a study none of whose sites has a value
   */
  static SortField sortByValueOfSites(String field, boolean descending, long missing) {
    return new ToParentBlockJoinSortField(
        field, SortField.Type.LONG, descending, descending, missing, null, STUDIES, SITES);
  }

  /** The pointer in a value of {@link #RECORD}. */
  public static RecordPointer record(BytesRef value) {
    return RecordPointer.of(value);
  }

  /** The term that all documents of a study's block share. */
  public static Term idTerm(NctId id) {
    return new Term(ID, id.toString());
  }

  /** All studies' own documents. */
  public static Query studies() {
    return new TermQuery(new Term(DOC, STUDY));
  }

  /** All sites' documents. */
  public static Query sites() {
    return new TermQuery(new Term(DOC, SITE));
  }

  /** Which documents are studies, cached per segment: what block joins need. */
  public static BitSetProducer studyBits() {
    return STUDIES;
  }

  /** Which documents of a segment are studies. Not to be changed: it may be the cached one. */
  public static FixedBitSet studyBits(LeafReaderContext segment) throws IOException {
    BitSet studies = STUDIES.getBitSet(segment);
    if (studies instanceof FixedBitSet fixed) {
      return fixed;
    }
    FixedBitSet copy = new FixedBitSet(segment.reader().maxDoc());
    if (studies != null) {
      copy.or(new BitSetIterator(studies, 0));
    }
    return copy;
  }

  /** The study's own document, by its id. */
  public static Query study(NctId id) {
    return new BooleanQuery.Builder()
        .add(new TermQuery(idTerm(id)), BooleanClause.Occur.FILTER)
        .add(studies(), BooleanClause.Occur.FILTER)
        .build();
  }

  /** The term of {@link #SIZES} for a list piece with that many values. */
  public static Term sizeTerm(String piece, int count) {
    return new Term(SIZES, piece + "=" + count);
  }
}
