package org.studyatlas.names;

import java.io.IOException;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.KeywordField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.Term;
import org.apache.lucene.util.BytesRef;
import org.studyatlas.geo.GeoPoint;
import org.studyatlas.schema.IndexSchema;
import org.studyatlas.schema.NameFold;
import org.studyatlas.schema.PlaceKey;
import org.studyatlas.schema.PointIndex;

/**
 * The fields of a document in the index of names. All words are folded, see {@link NameFold}.
 *
 * <p>All are terms without frequencies and positions, but for {@link #ENTRY}.
 */
public final class NameFields {

  /** {@link NameKind#text}. */
  public static final String KIND = "kind";

  /** Of a place: the whole folded name, and what else it is called. */
  public static final String NAME = "name";

  /** The words of the name. */
  public static final String WORDS = "words";

  /** Words that may stand beside the name of a place: its state and country, their codes. */
  public static final String CONTEXT = "context";

  /** The country of a place, see {@link PlaceKey#countryKey}. */
  public static final String COUNTRY = "country";

  /**
   * {@link PlaceKey#text} of a city that has sites without coordinates and a point that is beyond
   * doubt; doc values too. Such documents have {@link #POINT} as well.
   */
  public static final String PLACE = "place";

  /** Where the sites without coordinates of {@link #PLACE} are. */
  public static final PointIndex POINT =
      (PointIndex) IndexSchema.standard().get("LocationGeoPoint");

  /** Binary doc values: a {@link PlaceName} or {@link CountedName}. */
  public static final String ENTRY = "entry";

  private NameFields() {}

  /** The document of a name to suggest. */
  static Document document(CountedName name, String folded) {
    Document document = document(name.kind(), new LinkedHashSet<>(List.of(folded.split(" "))));
    document.add(new BinaryDocValuesField(ENTRY, name.toBytes()));
    return document;
  }

  /**
   * The document of a place.
   *
   * @param names its folded name and what else it is called
   * @param context words that may stand beside it
   * @param country key of its country
   */
  static Document document(
      PlaceName place, Collection<String> names, Set<String> context, String country) {
    Set<String> words = new LinkedHashSet<>();
    names.forEach(name -> words.addAll(List.of(name.split(" "))));
    Document document = document(place.kind(), words);
    names.forEach(name -> addTerm(document, NAME, name));
    context.forEach(word -> addTerm(document, CONTEXT, word));
    if (!country.isEmpty()) {
      addTerm(document, COUNTRY, country);
    }
    document.add(new BinaryDocValuesField(ENTRY, place.toBytes()));
    return document;
  }

  /** Makes a city's document tell where its sites without coordinates are. */
  static void addResolved(Document city, PlaceKey key, GeoPoint point) {
    city.add(new KeywordField(PLACE, key.text(), Field.Store.NO));
    POINT.add(city, point);
  }

  private static Document document(NameKind kind, Set<String> words) {
    Document document = new Document();
    addTerm(document, KIND, kind.text());
    words.forEach(word -> addTerm(document, WORDS, word));
    return document;
  }

  private static void addTerm(Document document, String field, String text) {
    document.add(new StringField(field, new BytesRef(text), Field.Store.NO));
  }

  /** The term of a kind. */
  public static Term kind(NameKind kind) {
    return new Term(KIND, kind.text());
  }

  /**
   * The place in a document.
   *
   * @param entry value of {@link #ENTRY} of a document that is a place
   */
  public static PlaceName place(BytesRef entry) throws IOException {
    return PlaceName.of(entry);
  }

  /**
   * The name in a document.
   *
   * @param entry value of {@link #ENTRY} of a document that is no place
   */
  public static CountedName counted(BytesRef entry) throws IOException {
    return CountedName.of(entry);
  }
}
