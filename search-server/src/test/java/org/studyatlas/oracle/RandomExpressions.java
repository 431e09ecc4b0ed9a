package org.studyatlas.oracle;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.studyatlas.fields.Field;
import org.studyatlas.fields.FieldCatalogue;
import org.studyatlas.fields.FieldKind;
import org.studyatlas.fields.SearchArea;
import org.studyatlas.geo.Distance;
import org.studyatlas.geo.GeoPoint;
import org.studyatlas.query.Coverage;
import org.studyatlas.query.Expansion;
import org.studyatlas.query.Expr;
import org.studyatlas.query.Scope;
import org.studyatlas.query.SearchTarget;
import org.studyatlas.study.Age;
import org.studyatlas.study.NctId;
import org.studyatlas.study.PartialDate;

/** Draws expressions from values that studies really have, so that most of them find some. */
final class RandomExpressions {

  private static final FieldCatalogue CATALOGUE = FieldCatalogue.standard();
  private static final List<Field> FIELDS = CATALOGUE.fields();
  private static final List<SearchArea> AREAS = CATALOGUE.areas();
  private static final Field POINT = CATALOGUE.getPiece("LocationGeoPoint");

  private final List<JsonNode> studies;
  private final RandomGenerator random;

  RandomExpressions(List<JsonNode> studies, RandomGenerator random) {
    this.studies = studies;
    this.random = random;
  }

  Expr next() {
    return expr(3);
  }

  private Expr expr(int depth) {
    if (depth == 0 || random.nextInt(4) == 0) {
      return leaf();
    }
    return switch (random.nextInt(6)) {
      case 0, 1 -> Expr.allOf(List.of(expr(depth - 1), expr(depth - 1)));
      case 2, 3 -> Expr.anyOf(List.of(expr(depth - 1), expr(depth - 1)));
      case 4 -> new Expr.Not(expr(depth - 1));
      default ->
          new Expr.Search(random.nextInt(5) == 0 ? Scope.STUDY : Scope.SITE, expr(depth - 1));
    };
  }

  private Expr leaf() {
    for (int attempt = 0; attempt < 200; attempt++) {
      Optional<Expr> leaf = tryLeaf();
      if (leaf.isPresent()) {
        return leaf.get();
      }
    }
    return new Expr.All();
  }

  private Optional<Expr> tryLeaf() {
    JsonNode study = studies.get(random.nextInt(studies.size()));
    Field field = FIELDS.get(random.nextInt(FIELDS.size()));
    if (random.nextInt(12) == 0) {
      return Optional.of(new Expr.Missing(new SearchTarget.OfField(field)));
    }
    if (random.nextInt(10) == 0) {
      return point(study);
    }
    if (field.isStruct() || field.kind() == FieldKind.GEO) {
      return Optional.empty();
    }
    List<String> values = JsonValues.ofStudy(study, field);
    if (field.derivation() != null && field.ofSite()) {
      values =
          JsonValues.sites(study).stream()
              .flatMap(site -> JsonValues.ofSite(site, field).stream())
              .toList();
    }
    if (values.isEmpty()) {
      return Optional.empty();
    }
    if (field.multiValued() && field.derivation() == null && random.nextInt(10) == 0) {
      boolean ofOneSite = field.ofSite() && random.nextBoolean();
      return Optional.of(size(field, ofOneSite ? 1 + random.nextInt(2) : values.size()));
    }
    return of(field, values.get(random.nextInt(values.size())));
  }

  private Expr size(Field field, long size) {
    return switch (random.nextInt(3)) {
      case 0 -> new Expr.SizeRange(field, size, size);
      case 1 -> new Expr.SizeRange(field, null, size);
      default -> new Expr.SizeRange(field, size, null);
    };
  }

  private Optional<Expr> of(Field field, String value) {
    return switch (field.kind()) {
      case TEXT -> words(field, value);
      case ENUM -> Optional.of(new Expr.EnumIs(field, value));
      case BOOLEAN -> Optional.of(new Expr.BooleanIs(field, random.nextBoolean()));
      case KEYWORD -> Optional.of(new Expr.KeywordIs(field, value));
      case NCT ->
          NctId.find(value).map(id -> new Expr.IdIs(new SearchTarget.OfField(field), List.of(id)));
      case DATE ->
          field.hasTimeOfDay() && random.nextBoolean()
              ? PartialDate.findMinute(value).map(minute -> minutes(field, minute))
              : PartialDate.find(value).map(date -> dates(field, date));
      case INTEGER -> Optional.of(numbers(field, Long.parseLong(value)));
      case TIME -> Age.find(value).map(age -> ages(field, age));
      case STRUCT, GEO -> Optional.empty();
    };
  }

  private Expr dates(Field field, PartialDate date) {
    return switch (random.nextInt(3)) {
      case 0 -> new Expr.DateRange(field, date.first(), date.last());
      case 1 -> new Expr.DateRange(field, null, date.last());
      default -> new Expr.DateRange(field, date.first().plusDays(random.nextInt(3) - 1), null);
    };
  }

  private Expr minutes(Field field, LocalDateTime minute) {
    return switch (random.nextInt(3)) {
      case 0 -> new Expr.MinuteRange(field, minute, minute.plusHours(1));
      case 1 -> new Expr.MinuteRange(field, null, minute.plusMinutes(random.nextInt(3) - 1));
      default -> new Expr.MinuteRange(field, minute.plusMinutes(random.nextInt(3) - 1), null);
    };
  }

  private Expr numbers(Field field, long value) {
    return switch (random.nextInt(3)) {
      case 0 -> new Expr.NumberRange(field, value, value);
      case 1 -> new Expr.NumberRange(field, null, value);
      default -> new Expr.NumberRange(field, value + random.nextInt(3) - 1, null);
    };
  }

  private Expr ages(Field field, Age age) {
    return random.nextBoolean()
        ? new Expr.AgeRange(field, null, age)
        : new Expr.AgeRange(field, age, null);
  }

  private Optional<Expr> words(Field field, String value) {
    String[] split = value.strip().split("\\s+");
    int count = 1 + random.nextInt(Math.min(4, split.length));
    int start = random.nextInt(split.length - count + 1);
    boolean whole = split.length <= 6 && random.nextInt(3) == 0;
    List<String> chosen =
        new ArrayList<>(
            List.of(split).subList(whole ? 0 : start, whole ? split.length : start + count));
    boolean phrase = random.nextInt(3) == 0;
    if (!phrase && random.nextInt(3) == 0) {
      Collections.reverse(chosen);
    }
    Coverage coverage = random.nextInt(3) == 0 ? pick(Coverage.values()) : Coverage.CONTAINS;
    Expansion expansion = pick(Expansion.values()).effective(phrase, coverage);
    return tryWords(target(field), String.join(" ", chosen), phrase, expansion, coverage);
  }

  private static Optional<Expr> tryWords(
      SearchTarget target, String text, boolean phrase, Expansion expansion, Coverage coverage) {
    try {
      return Optional.of(new Expr.Words(target, text, phrase, expansion, coverage));
    } catch (IllegalArgumentException e) {
      return Optional.empty(); // odd blanks, or an area of ids only
    }
  }

  private SearchTarget target(Field field) {
    List<SearchArea> holding =
        AREAS.stream()
            .filter(a -> a.parts().stream().anyMatch(p -> p.pieces().contains(field.piece())))
            .toList();
    return holding.isEmpty() || random.nextBoolean()
        ? new SearchTarget.OfField(field)
        : new SearchTarget.OfArea(holding.get(random.nextInt(holding.size())));
  }

  private Optional<Expr> point(JsonNode study) {
    List<JsonNode> sites = JsonValues.sites(study);
    JsonNode point =
        sites.isEmpty() ? null : sites.get(random.nextInt(sites.size())).get("geoPoint");
    if (point == null) {
      return Optional.empty();
    }
    GeoPoint center =
        new GeoPoint(
            clamp(point.get("lat").asDouble() + random.nextDouble(-1, 1), 90),
            clamp(point.get("lon").asDouble() + random.nextDouble(-1, 1), 180));
    double meters = Math.pow(10, random.nextDouble(3.3, 5.9));
    return Optional.of(new Expr.WithinDistance(POINT, center, new Distance(meters)));
  }

  private static double clamp(double value, double limit) {
    return Math.max(-limit, Math.min(limit, value));
  }

  private <T> T pick(T[] values) {
    return values[random.nextInt(values.length)];
  }
}
