package org.studyatlas.places;

import static java.util.Comparator.comparingInt;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiDocValues;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.studyatlas.names.NameFields;
import org.studyatlas.names.NameKind;
import org.studyatlas.names.PlaceName;

/**
 * The cities that have several entries, one for each state that their sites write, and the sites of
 * all of these. Any other entry is a place of its own.
 *
 * <p>Read once for an index, out of the entries that share a name. Takes some 8 bytes of heap per
 * entry of such a city.
 */
final class MergedCities {

  private final int[] documents;
  private final int[] cities;
  private final int[] sites;
  private final int[] elsewhere;

  /** An entry of one of the cities. */
  private record Member(int document, int city) {}

  /** An entry, and where it is in the index. */
  private record Entry(int document, PlaceName name) {}

  private MergedCities(List<Member> members, List<Place> totals) {
    members.sort(comparingInt(Member::document));
    documents = members.stream().mapToInt(Member::document).toArray();
    cities = members.stream().mapToInt(Member::city).toArray();
    sites = totals.stream().mapToInt(Place::sites).toArray();
    elsewhere = totals.stream().mapToInt(Place::sitesElsewhere).toArray();
  }

  static MergedCities read(IndexReader reader) throws IOException {
    List<Member> members = new ArrayList<>();
    List<Place> totals = new ArrayList<>();
    Terms names = MultiTerms.getTerms(reader, NameFields.NAME);
    if (names != null) {
      TermsEnum each = names.iterator();
      while (each.next() != null) {
        if (each.docFreq() > 1) {
          merge(namesakes(reader, each.postings(null, PostingsEnum.NONE)), members, totals);
        }
      }
    }
    return new MergedCities(members, totals);
  }

  private static List<Entry> namesakes(IndexReader reader, PostingsEnum postings)
      throws IOException {
    BinaryDocValues entries = MultiDocValues.getBinaryValues(reader, NameFields.ENTRY);
    List<Entry> namesakes = new ArrayList<>();
    while (entries != null && postings.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
      PlaceName name = NameSearch.entry(entries, postings.docID(), NameFields::place);
      if (name.kind() == NameKind.CITY) {
        namesakes.add(new Entry(postings.docID(), name));
      }
    }
    return namesakes;
  }

  private static void merge(List<Entry> namesakes, List<Member> members, List<Place> totals) {
    List<Place> places = Place.group(namesakes.stream().map(Entry::name).toList());
    if (places.size() == namesakes.size()) {
      return;
    }
    for (Place place : places) {
      List<Entry> own =
          namesakes.stream().filter(entry -> place.isFirstOf(places, entry.name())).toList();
      if (own.size() > 1) {
        own.forEach(entry -> members.add(new Member(entry.document(), totals.size())));
        totals.add(place);
      }
    }
  }

  /** Number of the city that an entry belongs to, or -1. */
  int find(int document) {
    int at = Arrays.binarySearch(documents, document);
    return at < 0 ? -1 : cities[at];
  }

  /** Whether no entry from there on belongs to one of the cities. */
  boolean areBefore(int document) {
    return documents.length == 0 || document > documents[documents.length - 1];
  }

  /** A city with the sites of all its entries, under the name of one of them. */
  Place place(int city, PlaceName name) {
    return new Place(name, sites[city], elsewhere[city]);
  }
}
