package org.studyatlas.search;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.jspecify.annotations.Nullable;
import org.studyatlas.geo.GeoPoint;
import org.studyatlas.schema.BlockFields;
import org.studyatlas.schema.IndexSchema;
import org.studyatlas.schema.NumberIndex;

/** Turns the criteria of a request into Lucene's sort fields. */
final class SortFields {

  private SortFields() {}

  static SortField of(
      org.studyatlas.query.Sort criterion,
      @Nullable GeoPoint origin,
      Query matchingSites,
      SitePoints points,
      IndexSearcher searcher)
      throws IOException {
    return switch (criterion) {
      case org.studyatlas.query.Sort.ByRelevance relevance ->
          new SortField(null, SortField.Type.SCORE, !relevance.descending());
      case org.studyatlas.query.Sort.ByField by ->
          ((NumberIndex) IndexSchema.standard().get(by.field().piece())).sort(by.descending());
      case org.studyatlas.query.Sort.ByKnownNumber by -> KnownNumberSort.of(by);
      case org.studyatlas.query.Sort.ById by -> BlockFields.sortById(by.descending());
      case org.studyatlas.query.Sort.ByDistance distance -> {
        if (origin == null) {
          throw new IllegalArgumentException("no origin for " + distance);
        }
        yield NearestSiteSort.of(origin, matchingSites, points, searcher);
      }
    };
  }

  /** What the sort values of a hit are, as Lucene gives and takes them. */
  static List<Class<?>> valueTypes(Sort sort) {
    return Arrays.stream(sort.getSort()).<Class<?>>map(SortFields::valueType).toList();
  }

  private static Class<?> valueType(SortField field) {
    if (field.getType() == SortField.Type.SCORE) {
      return Float.class;
    }
    return field.getComparatorSource() instanceof NearestSiteSort ? Double.class : Long.class;
  }

  /** The order as a text that is equal for equal orders, for cursors. */
  static String text(Sort sort) {
    return Arrays.stream(sort.getSort())
        .map(field -> field.getField() + " " + field.getType() + " " + field.getReverse())
        .collect(Collectors.joining(","));
  }
}
