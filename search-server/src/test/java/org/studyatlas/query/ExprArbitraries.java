package org.studyatlas.query;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.jspecify.annotations.Nullable;
import org.studyatlas.fields.Field;
import org.studyatlas.fields.FieldCatalogue;
import org.studyatlas.fields.FieldKind;
import org.studyatlas.geo.Distance;
import org.studyatlas.geo.GeoPoint;
import org.studyatlas.study.Age;
import org.studyatlas.study.NctId;

/** Random expressions of every kind. */
final class ExprArbitraries {

  private static final FieldCatalogue CATALOGUE = FieldCatalogue.standard();
  private static final int MAX_DEPTH = 4;

  private ExprArbitraries() {}

  static Arbitrary<Expr> exprs() {
    return exprs(MAX_DEPTH);
  }

  private static Arbitrary<Expr> exprs(int depth) {
    if (depth == 0) {
      return conditions();
    }
    Arbitrary<Expr> inner = Arbitraries.lazy(() -> exprs(depth - 1));
    Arbitrary<List<Expr>> operands = inner.list().ofMinSize(1).ofMaxSize(4);
    Arbitrary<Field> ordered =
        Arbitraries.oneOf(
            fields(FieldKind.DATE), fields(FieldKind.INTEGER), fields(FieldKind.TIME));
    return Arbitraries.oneOf(
        conditions(),
        operands.map(Expr::allOf),
        operands.map(Expr::anyOf),
        inner.map(Expr.Not::new),
        Combinators.combine(Arbitraries.of(Scope.class), inner).as(Expr.Search::new),
        Combinators.combine(ordered, inner).as(Expr.Tilt::new));
  }

  private static Arbitrary<Expr> conditions() {
    return Arbitraries.oneOf(
        words(),
        Arbitraries.just(new Expr.All()),
        exact(),
        ids(),
        ranges(),
        Arbitraries.of(CATALOGUE.fields())
            .map(field -> new Expr.Missing(new SearchTarget.OfField(field))),
        Arbitraries.of(CATALOGUE.areas())
            .map(area -> new Expr.Missing(new SearchTarget.OfArea(area))),
        within());
  }

  private static Arbitrary<Expr> words() {
    Arbitrary<SearchTarget> areas =
        Arbitraries.of(CATALOGUE.areas())
            .map(area -> (SearchTarget) new SearchTarget.OfArea(area))
            .filter(target -> !target.onlyIds());
    Arbitrary<SearchTarget> texts = fields(FieldKind.TEXT).map(SearchTarget.OfField::new);
    return Combinators.combine(
            Arbitraries.oneOf(areas, texts),
            texts(),
            Arbitraries.of(true, false),
            Arbitraries.of(Expansion.class),
            Arbitraries.of(Coverage.class))
        .as(
            (target, text, phrase, expansion, coverage) ->
                new Expr.Words(
                    target, text, phrase, expansion.effective(phrase, coverage), coverage));
  }

  /** Words with everything that is special in the language. */
  static Arbitrary<String> texts() {
    Arbitrary<String> odd =
        Arbitraries.strings()
            .withChars("abcXYZ019()[],\"\\:;-_'`~&|\u00e9\u2019\ud83d\ude00")
            .ofMinLength(1)
            .ofMaxLength(8);
    Arbitrary<String> any = Arbitraries.strings().ofMaxLength(6);
    Arbitrary<String> operators = Arbitraries.of(EssieText.OPERATORS);
    return Arbitraries.oneOf(odd, any, operators)
        .list()
        .ofMinSize(1)
        .ofMaxSize(4)
        .map(words -> EssieText.normalize(String.join(" ", words)))
        .filter(text -> !text.isEmpty());
  }

  private static Arbitrary<Expr> exact() {
    Arbitrary<Expr> enums =
        fields(FieldKind.ENUM)
            .flatMap(
                field ->
                    Arbitraries.of(
                            CATALOGUE.getEnum(field.findEnumType().orElseThrow()).constants())
                        .map(constant -> new Expr.EnumIs(field, constant)));
    Arbitrary<Expr> booleans =
        Combinators.combine(fields(FieldKind.BOOLEAN), Arbitraries.of(true, false))
            .as(Expr.BooleanIs::new);
    Arbitrary<Expr> keywords =
        Combinators.combine(fields(FieldKind.KEYWORD), texts()).as(Expr.KeywordIs::new);
    return Arbitraries.oneOf(enums, booleans, keywords);
  }

  private static Arbitrary<Expr> ids() {
    Arbitrary<SearchTarget> targets =
        Arbitraries.of(
            SearchTarget.piece("NCTId"),
            SearchTarget.piece("NCTIdAlias"),
            SearchTarget.area("NCTIdSearch"));
    Arbitrary<NctId> id = Arbitraries.integers().between(1, 99_999_999).map(NctId::new);
    return Combinators.combine(targets, id.list().ofMinSize(1).ofMaxSize(3)).as(Expr.IdIs::new);
  }

  private static Arbitrary<Expr> ranges() {
    Arbitrary<LocalDate> days =
        Arbitraries.longs()
            .between(LocalDate.of(0, 1, 1).toEpochDay(), LocalDate.of(9999, 12, 31).toEpochDay())
            .map(LocalDate::ofEpochDay);
    Arbitrary<LocalDateTime> minutes =
        Combinators.combine(days, Arbitraries.integers().between(0, 1_439))
            .as((day, minute) -> day.atTime(minute / 60, minute % 60));
    long limit = 999_999_999_999_999_999L;
    Arbitrary<Long> numbers = Arbitraries.longs().between(-limit, limit);
    Arbitrary<Age> ages = Arbitraries.longs().between(0, 599_999_940).map(Age::new);
    Arbitrary<Field> lists = Arbitraries.of(CATALOGUE.fields()).filter(Field::multiValued);
    return Arbitraries.oneOf(
        Combinators.combine(fields(FieldKind.DATE), open(days), open(days))
            .as((f, low, high) -> new Expr.DateRange(f, low.orElse(null), high.orElse(null))),
        Combinators.combine(minutes, open(minutes), Arbitraries.of(true, false))
            .as((one, other, first) -> minuteRange(one, other.orElse(null), first)),
        Combinators.combine(fields(FieldKind.INTEGER), open(numbers), open(numbers))
            .as((f, low, high) -> new Expr.NumberRange(f, low.orElse(null), high.orElse(null))),
        Combinators.combine(fields(FieldKind.TIME), open(ages), open(ages))
            .as((f, low, high) -> new Expr.AgeRange(f, low.orElse(null), high.orElse(null))),
        Combinators.combine(lists, open(numbers), open(numbers))
            .as((f, low, high) -> new Expr.SizeRange(f, low.orElse(null), high.orElse(null))));
  }

  private static Expr minuteRange(LocalDateTime one, @Nullable LocalDateTime other, boolean first) {
    Field field = CATALOGUE.getPiece("LargeDocUploadDate");
    return first
        ? new Expr.MinuteRange(field, one, other)
        : new Expr.MinuteRange(field, other, one);
  }

  private static <T> Arbitrary<Optional<T>> open(Arbitrary<T> bounds) {
    return bounds.optional(0.8);
  }

  private static Arbitrary<Expr> within() {
    Arbitrary<GeoPoint> points = Combinators.combine(degrees(90), degrees(180)).as(GeoPoint::new);
    Arbitrary<Distance> radii =
        Arbitraries.doubles().between(1_000, 805_000).ofScale(9).map(Distance::new);
    return Combinators.combine(fields(FieldKind.GEO), points, radii).as(Expr.WithinDistance::new);
  }

  private static Arbitrary<Double> degrees(double limit) {
    return Arbitraries.doubles().between(-limit, limit).ofScale(15).map(degrees -> degrees + 0.0);
  }

  private static Arbitrary<Field> fields(FieldKind kind) {
    return Arbitraries.of(
        CATALOGUE.fields().stream().filter(field -> field.kind() == kind).toList());
  }
}
