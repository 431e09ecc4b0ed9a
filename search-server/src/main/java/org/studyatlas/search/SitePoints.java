package org.studyatlas.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedNumericDocValues;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.jspecify.annotations.Nullable;
import org.studyatlas.geo.GeoPoint;
import org.studyatlas.places.Gazetteer;
import org.studyatlas.query.SearchRequest;
import org.studyatlas.schema.BlockFields;
import org.studyatlas.schema.EncodedPoint;
import org.studyatlas.schema.PointArea;
import org.studyatlas.schema.PointIndex;

/**
 * Where sites are: by their own coordinates alone, as the registry means it, or else where the
 * other sites of their city are. Safe for use by many threads.
 */
final class SitePoints {

  private static final String POINT = "LocationGeoPoint";
  private static final long NOWHERE = Long.MIN_VALUE;
  private static final long[] NONE = {};

  private final @Nullable Gazetteer gazetteer;
  private final SitePoints own;
  private final AtomicReferenceArray<long @Nullable []> pointsOfPlaces;
  private final KeptQuery nowhere;

  /** Of all segments, or empty until they are loaded. */
  private volatile List<PointPostings> postings = List.of();

  private SitePoints(@Nullable Gazetteer gazetteer, int segments) {
    this.gazetteer = gazetteer;
    this.own = gazetteer == null ? this : new SitePoints(null, 0);
    this.pointsOfPlaces = new AtomicReferenceArray<>(segments);
    this.nowhere = new KeptMatchesQuery(nowhere(BlockFields.unlocatedSites()));
  }

  /** By their own coordinates, or else where the gazetteer knows that their city is. */
  static SitePoints resolving(Gazetteer gazetteer, IndexReader reader) {
    return new SitePoints(gazetteer, reader.leaves().size());
  }

  /**
   * Reads the points of all sites into memory: less than a second, and 4 bytes of heap a site.
   * Areas are searched there from then on, before by Lucene's queries on points.
   */
  void load(IndexReader reader) throws IOException {
    List<PointPostings> all = new ArrayList<>();
    for (LeafReaderContext segment : reader.leaves()) {
      all.add(PointPostings.read(segment));
    }
    postings = List.copyOf(all);
    own.postings = postings;
  }

  /** Those of a request: the registry's own relevance by distance keeps to its coordinates. */
  SitePoints of(SearchRequest request) {
    return request.decay() == null ? this : own;
  }

  /** The same sites by their own coordinates alone. */
  SitePoints own() {
    return own;
  }

  /**
   * Sites in an area.
   *
   * @param index of their own coordinates
   */
  Query in(PointArea area, PointIndex index) {
    List<PointPostings> loaded = postings;
    Query own = loaded.isEmpty() ? area.of(index) : new KeptAreaQuery(area, loaded);
    return gazetteer == null ? own : either(own, gazetteer.unlocatedIn(area));
  }

  private static Query either(Query one, Query other) {
    return other instanceof MatchNoDocsQuery
        ? one
        : new BooleanQuery.Builder().add(one, Occur.SHOULD).add(other, Occur.SHOULD).build();
  }

  /**
   * Sites that nothing tells the place of.
   *
   * @param own query on sites without coordinates of their own
   */
  Query nowhere(Query own) {
    return gazetteer == null || gazetteer.resolved().isEmpty()
        ? own
        : new BooleanQuery.Builder()
            .add(own, Occur.FILTER)
            .add(BlockFields.inPlaces(gazetteer.resolved().keySet()), Occur.MUST_NOT)
            .build();
  }

  /** All sites of the generation that nothing tells the place of; found once. */
  KeptQuery nowhere() {
    return nowhere;
  }

  /** The sites' own coordinates, as Lucene encodes them in one number. */
  static SortedNumericDocValues own(LeafReaderContext context) throws IOException {
    return DocValues.getSortedNumeric(context.reader(), POINT);
  }

  /** Opens a segment for one thread. */
  Segment open(LeafReaderContext context) throws IOException {
    return new Segment(context, pointsOfPlaces(context));
  }

  /** The points of the places in a segment, by their numbers there; looked up at first use. */
  private long[] pointsOfPlaces(LeafReaderContext context) throws IOException {
    if (gazetteer == null) {
      return NONE;
    }
    long[] points = pointsOfPlaces.get(context.ord);
    if (points == null) {
      points = lookUp(gazetteer, DocValues.getSortedSet(context.reader(), BlockFields.PLACE));
      pointsOfPlaces.set(context.ord, points);
    }
    return points;
  }

  private static long[] lookUp(Gazetteer gazetteer, SortedSetDocValues places) throws IOException {
    long[] points = new long[(int) places.getValueCount()];
    for (int place = 0; place < points.length; place++) {
      points[place] =
          gazetteer.findPoint(places.lookupOrd(place)).map(EncodedPoint::encode).orElse(NOWHERE);
    }
    return points;
  }

  /** The sites of one segment, to be asked in the order of their documents. */
  static final class Segment {
    private final SortedNumericDocValues own;
    private final SortedSetDocValues places;
    private final long[] pointsOfPlaces;

    private Segment(LeafReaderContext context, long[] pointsOfPlaces) throws IOException {
      this.own = own(context);
      this.places = DocValues.getSortedSet(context.reader(), BlockFields.PLACE);
      this.pointsOfPlaces = pointsOfPlaces;
    }

    /** Distance of a site in metres; infinite if nothing tells where it is. */
    double metersFrom(GeoPoint center, int site) throws IOException {
      if (!own.advanceExact(site)) {
        long point = pointOfPlace(site);
        return point == NOWHERE
            ? Double.POSITIVE_INFINITY
            : center.metersTo(EncodedPoint.decode(point));
      }
      double nearest = Double.POSITIVE_INFINITY;
      for (int i = own.docValueCount(); i > 0; i--) {
        nearest = Math.min(nearest, center.metersTo(EncodedPoint.decode(own.nextValue())));
      }
      return nearest;
    }

    /** Whether a site has no coordinates, but its city tells where it is. */
    boolean isResolved(int site) throws IOException {
      return pointOfPlace(site) != NOWHERE;
    }

    private long pointOfPlace(int site) throws IOException {
      return pointsOfPlaces.length > 0 && places.advanceExact(site)
          ? pointsOfPlaces[(int) places.nextOrd()]
          : NOWHERE;
    }
  }
}
