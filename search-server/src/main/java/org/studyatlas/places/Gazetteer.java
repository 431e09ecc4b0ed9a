package org.studyatlas.places;

import java.io.Closeable;
import java.io.IOException;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.store.Directory;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.IOUtils;
import org.studyatlas.geo.GeoPoint;
import org.studyatlas.names.NameKind;
import org.studyatlas.schema.PointArea;

/**
 * The names that the sites and studies of one generation use. Safe for use by many threads.
 *
 * <p>Opening costs a few milliseconds; the index of names is mapped. The first completion of a
 * place reads the entries of all cities, some 2 µs each. A question costs up to a few milliseconds.
 */
public final class Gazetteer implements Closeable {

  private final Directory directory;
  private final DirectoryReader reader;
  private final PlaceCompleter completer;
  private final PlaceResolver resolver;
  private final NameSuggester suggester;
  private final UnlocatedSites unlocated;

  private Gazetteer(Directory directory, DirectoryReader reader) throws IOException {
    this.directory = directory;
    this.reader = reader;
    IndexSearcher searcher = new IndexSearcher(reader);
    completer = new PlaceCompleter(searcher);
    resolver = new PlaceResolver(searcher, completer);
    suggester = new NameSuggester(searcher);
    unlocated = UnlocatedSites.read(searcher);
  }

  /**
   * Opens an index of names, which is closed with the gazetteer.
   *
   * @throws IOException if there is none or it is damaged; the directory is closed then
   */
  public static Gazetteer open(Directory names) throws IOException {
    DirectoryReader reader = null;
    try {
      reader = DirectoryReader.open(names);
      return new Gazetteer(names, reader);
    } catch (Throwable e) {
      IOUtils.closeWhileHandlingException(reader, names);
      throw e;
    }
  }

  /**
   * Places whose names begin with, or have, what was typed; places of exactly that name first, then
   * those with the most sites. With fewer than three of them, those with one letter wrong too.
   *
   * @param text words of name, state and country in any order; the last one may be unfinished
   * @param kinds of places; none for all
   * @param country as {@link org.studyatlas.schema.PlaceKey#countryKey}; empty for any
   * @param limit how many, at least 1
   */
  public List<Completion> complete(
      String text, Collection<NameKind> kinds, String country, int limit) throws IOException {
    Set<NameKind> wanted = EnumSet.range(NameKind.COUNTRY, NameKind.ZIP_PREFIX);
    if (!kinds.isEmpty()) {
      wanted.retainAll(kinds);
    }
    return completer.complete(new PlaceCompleter.Request(text, wanted, country, limit));
  }

  /** What a place name or postal code means. */
  public Resolution resolve(String text) throws IOException {
    return resolver.resolve(text);
  }

  /**
   * Names of a kind that have what was typed, those with the most studies first.
   *
   * @param kind of names; no place
   * @param limit how many, at least 1
   */
  public List<Suggestion> suggest(String text, NameKind kind, int limit) throws IOException {
    return suggester.suggest(text, kind, limit);
  }

  /** Sites without coordinates whose city is known to lie in an area. */
  public Query unlocatedIn(PointArea area) {
    return unlocated.in(area);
  }

  /** Where the sites without coordinates of a city are, by the city's key. */
  public Optional<GeoPoint> findPoint(BytesRef placeKey) {
    return Optional.ofNullable(unlocated.points().get(placeKey));
  }

  /** Keys and points of all cities that have sites without coordinates and are beyond doubt. */
  public Map<BytesRef, GeoPoint> resolved() {
    return unlocated.points();
  }

  @Override
  public void close() throws IOException {
    IOUtils.close(reader, directory);
  }
}
