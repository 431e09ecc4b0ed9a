package org.studyatlas.oracle;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.LongPredicate;
import java.util.function.Predicate;
import org.apache.lucene.geo.GeoEncodingUtils;
import org.jspecify.annotations.Nullable;
import org.studyatlas.fields.EnumType;
import org.studyatlas.fields.Field;
import org.studyatlas.fields.FieldCatalogue;
import org.studyatlas.fields.FieldKind;
import org.studyatlas.geo.Box;
import org.studyatlas.geo.GeoPoint;
import org.studyatlas.geo.Polygon;
import org.studyatlas.query.Expr;
import org.studyatlas.query.Scope;
import org.studyatlas.query.SearchTarget;
import org.studyatlas.study.Age;
import org.studyatlas.study.NctId;
import org.studyatlas.study.PartialDate;

/** Evaluates any expression over studies' JSON, by the book and without an index. */
final class ReferenceSearch {

  private final ReferenceWords words = new ReferenceWords();
  private final FieldCatalogue catalogue = FieldCatalogue.standard();

  /** Whether a study matches. */
  boolean matches(JsonNode study, Expr expr) {
    return matches(study, null, expr);
  }

  /** Whether the expression holds for the study, or at the site if one is given. */
  boolean matches(JsonNode study, @Nullable JsonNode site, Expr expr) {
    return switch (expr) {
      case Expr.And(List<Expr> operands) ->
          operands.stream().allMatch(e -> matches(study, site, e));
      case Expr.Or(List<Expr> operands) -> operands.stream().anyMatch(e -> matches(study, site, e));
      case Expr.Not(Expr operand) -> !matches(study, site, operand);
      case Expr.All all -> true;
      case Expr.Search(Scope scope, Expr operand) -> search(study, site, scope, operand);
      case Expr.Tilt(Field field, Expr operand) -> matches(study, site, operand);
      case Expr.Words w -> w.target().fields().stream().anyMatch(f -> words(study, site, f, w));
      case Expr.EnumIs(Field field, String constant) -> anyIs(study, site, field, constant);
      case Expr.BooleanIs(Field field, boolean value) ->
          anyIs(study, site, field, Boolean.toString(value));
      case Expr.KeywordIs(Field field, String value) -> anyIs(study, site, field, value);
      case Expr.IdIs(SearchTarget target, List<NctId> ids) ->
          target.fields().stream()
              .flatMap(f -> lists(study, site, f).stream())
              .flatMap(List::stream)
              .anyMatch(v -> NctId.find(v).filter(ids::contains).isPresent());
      case Expr.DateRange range -> anyNumber(study, site, range.field(), between(range));
      case Expr.MinuteRange(Field field, LocalDateTime low, LocalDateTime high) ->
          anyNumber(study, site, field, between(minute(low), minute(high)));
      case Expr.NumberRange(Field field, Long low, Long high) ->
          anyNumber(study, site, field, between(low, high));
      case Expr.AgeRange(Field field, Age low, Age high) ->
          anyNumber(
              study,
              site,
              field,
              between(low == null ? null : low.minutes(), high == null ? null : high.minutes()));
      case Expr.SizeRange(Field field, Long low, Long high) -> {
        long size = size(study, field.ofSite() ? site : null, field);
        yield size > 0 && between(low, high).test(size);
      }
      case Expr.Missing(SearchTarget target) ->
          target.fields().stream().noneMatch(f -> present(study, site, f));
      case Expr.WithinDistance within ->
          sitesOrOne(study, site).stream().anyMatch(s -> isWithin(s, within));
      case Expr.WithinBox(Field field, Box box) ->
          sitesOrOne(study, site).stream()
              .anyMatch(s -> point(s).filter(box::contains).isPresent());
      case Expr.WithinArea(Field field, List<Polygon> area) ->
          sitesOrOne(study, site).stream()
              .anyMatch(s -> point(s).filter(p -> ReferenceArea.contains(area, p)).isPresent());
      case Expr.Prefix(SearchTarget target, String text) ->
          anyField(study, site, target, values -> words.matchBeginning(values, text));
      case Expr.Fuzzy(SearchTarget target, String word, int edits) ->
          anyField(study, site, target, values -> words.matchSpelling(values, word, edits));
    };
  }

  private static boolean anyField(
      JsonNode study,
      @Nullable JsonNode site,
      SearchTarget target,
      Predicate<List<String>> matches) {
    return target.fields().stream()
        .filter(field -> field.kind() == FieldKind.TEXT)
        .anyMatch(field -> lists(study, site, field).stream().anyMatch(matches));
  }

  private boolean search(JsonNode study, @Nullable JsonNode site, Scope scope, Expr operand) {
    return switch (scope) {
      case STUDY -> matches(study, null, operand);
      case SITE -> sitesOrOne(study, site).stream().anyMatch(s -> matches(study, s, operand));
    };
  }

  private static List<JsonNode> sitesOrOne(JsonNode study, @Nullable JsonNode site) {
    return site == null ? JsonValues.sites(study) : List.of(site);
  }

  /** The value lists that a term is put to: one of the study, or one per site. */
  private static List<List<String>> lists(JsonNode study, @Nullable JsonNode site, Field field) {
    if (!field.ofSite()) {
      return List.of(JsonValues.ofStudy(study, field));
    }
    return sitesOrOne(study, site).stream().map(s -> JsonValues.ofSite(s, field)).toList();
  }

  private boolean words(JsonNode study, @Nullable JsonNode site, Field field, Expr.Words term) {
    return lists(study, site, field).stream()
        .anyMatch(
            values ->
                switch (field.kind()) {
                  case TEXT -> words.match(values, term);
                  case ENUM -> {
                    EnumType type = catalogue.getEnum(field.findEnumType().orElseThrow());
                    yield type.find(term.text()).filter(values::contains).isPresent();
                  }
                  case NCT ->
                      NctId.find(term.text())
                          .filter(id -> values.stream().anyMatch(v -> isId(v, id)))
                          .isPresent();
                  case BOOLEAN, DATE, INTEGER, TIME, GEO, KEYWORD, STRUCT -> false;
                });
  }

  private static boolean isId(String value, NctId id) {
    return NctId.find(value).filter(id::equals).isPresent();
  }

  private static boolean anyIs(JsonNode study, @Nullable JsonNode site, Field field, String value) {
    return lists(study, site, field).stream().anyMatch(values -> values.contains(value));
  }

  private static boolean anyNumber(
      JsonNode study, @Nullable JsonNode site, Field field, LongPredicate test) {
    return lists(study, site, field).stream()
        .flatMap(List::stream)
        .map(value -> number(field, value))
        .anyMatch(number -> number.isPresent() && test.test(number.getAsLong()));
  }

  private static OptionalLong number(Field field, String value) {
    return switch (field.kind()) {
      case DATE ->
          field.hasTimeOfDay()
              ? OptionalLong.of(Objects.requireNonNull(minute(LocalDateTime.parse(value))))
              : PartialDate.find(value).stream().mapToLong(d -> d.first().toEpochDay()).findFirst();
      case TIME -> Age.find(value).stream().mapToLong(Age::minutes).findFirst();
      case INTEGER -> OptionalLong.of(Long.parseLong(value));
      case STRUCT, TEXT, NCT, ENUM, BOOLEAN, GEO, KEYWORD -> OptionalLong.empty();
    };
  }

  private static LongPredicate between(@Nullable Long low, @Nullable Long high) {
    long from = Objects.requireNonNullElse(low, Long.MIN_VALUE);
    long to = Objects.requireNonNullElse(high, Long.MAX_VALUE);
    return value -> value >= from && value <= to;
  }

  /** Days, or all minutes of the days where dates have a time of day. */
  private static LongPredicate between(Expr.DateRange range) {
    LocalDate low = range.low();
    LocalDate high = range.high();
    return range.field().hasTimeOfDay()
        ? between(
            minute(low == null ? null : low.atStartOfDay()),
            minute(high == null ? null : high.atTime(23, 59)))
        : between(
            low == null ? null : (Long) low.toEpochDay(),
            high == null ? null : (Long) high.toEpochDay());
  }

  private static @Nullable Long minute(@Nullable LocalDateTime time) {
    return time == null
        ? null
        : (Long) ChronoUnit.MINUTES.between(LocalDate.EPOCH.atStartOfDay(), time);
  }

  /** How many values a study, or a site if there is one, has of a list. */
  private static long size(JsonNode study, @Nullable JsonNode site, Field field) {
    if (!field.isStruct()) {
      return site == null
          ? JsonValues.ofStudy(study, field).size()
          : JsonValues.ofSite(site, field).size();
    }
    return site == null
        ? JsonValues.at(List.of(study), field.path()).size()
        : JsonValues.at(List.of(site), field.path().substring(Field.SITES_PATH.length() + 1))
            .size();
  }

  private static boolean present(JsonNode study, @Nullable JsonNode site, Field field) {
    boolean sites = field.path().equals(Field.SITES_PATH);
    if (field.isStruct() || field.kind() == FieldKind.GEO) {
      boolean below = field.ofSite() || sites;
      List<JsonNode> roots = below && site != null ? List.of(site) : List.of(study);
      String path =
          !below || site == null
              ? field.path()
              : sites ? "" : field.path().substring(Field.SITES_PATH.length() + 1);
      return JsonValues.at(roots, path).stream().anyMatch(JsonValues::hasValue);
    }
    return lists(study, site, field).stream()
        .flatMap(List::stream)
        .anyMatch(v -> !isOrdered(field.kind()) || number(field, v).isPresent());
  }

  private static boolean isOrdered(FieldKind kind) {
    return kind == FieldKind.DATE || kind == FieldKind.TIME || kind == FieldKind.INTEGER;
  }

  /** Within the circle, with the coordinates rounded as the index rounds them. */
  private static boolean isWithin(JsonNode site, Expr.WithinDistance within) {
    return point(site)
        .filter(point -> within.center().metersTo(point) <= within.radius().meters())
        .isPresent();
  }

  /** A site's point, rounded as the index rounds it. */
  static Optional<GeoPoint> point(JsonNode site) {
    JsonNode point = site.get("geoPoint");
    return point == null
        ? Optional.empty()
        : Optional.of(rounded(point.get("lat").asDouble(), point.get("lon").asDouble()));
  }

  static GeoPoint rounded(double lat, double lon) {
    return new GeoPoint(
        GeoEncodingUtils.decodeLatitude(GeoEncodingUtils.encodeLatitude(lat)),
        GeoEncodingUtils.decodeLongitude(GeoEncodingUtils.encodeLongitude(lon)));
  }
}
