package org.studyatlas.search;

import java.io.IOException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Objects;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.AutomatonQuery;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.join.ToChildBlockJoinQuery;
import org.apache.lucene.util.automaton.Automata;
import org.apache.lucene.util.automaton.Automaton;
import org.apache.lucene.util.automaton.Operations;
import org.jspecify.annotations.Nullable;
import org.studyatlas.fields.Field;
import org.studyatlas.geo.Circle;
import org.studyatlas.query.Expr;
import org.studyatlas.query.Scope;
import org.studyatlas.query.SearchTarget;
import org.studyatlas.schema.BlockFields;
import org.studyatlas.schema.ExactIndex;
import org.studyatlas.schema.IndexField;
import org.studyatlas.schema.IndexSchema;
import org.studyatlas.schema.NumberIndex;
import org.studyatlas.schema.PointArea;
import org.studyatlas.schema.PointIndex;
import org.studyatlas.study.Age;
import org.studyatlas.study.NctId;

/**
 * Turns an expression into a Lucene query, over studies' documents or over sites'.
 *
 * <p>A condition on a site's field that stands outside of {@code SEARCH[Location]} holds for a
 * study if it holds at any of its sites; inside, all conditions are put to one and the same site.
 */
final class ExprCompiler {

  private final IndexSchema schema = IndexSchema.standard();
  private final WordsCompiler words;
  private final WordFamilies families;

  private final SitePoints sitePoints;

  private ExprCompiler(
      TermLookups lookups, Synonyms synonyms, boolean scores, SitePoints sitePoints) {
    this.sitePoints = sitePoints;
    this.words = new WordsCompiler(this, lookups, synonyms, scores);
    this.families = new WordFamilies(this, lookups.searcher());
  }

  /**
   * Makes queries whose scores are the relevance.
   *
   * @param sitePoints where sites are
   */
  static ExprCompiler scoring(TermLookups lookups, Synonyms synonyms, SitePoints sitePoints) {
    return new ExprCompiler(lookups, synonyms, true, sitePoints);
  }

  /**
   * Makes queries that find the same documents and are cheaper; their scores mean nothing.
   *
   * @param sitePoints where sites are
   */
  static ExprCompiler matching(TermLookups lookups, Synonyms synonyms, SitePoints sitePoints) {
    return new ExprCompiler(lookups, synonyms, false, sitePoints);
  }

  /** What a request should know of how it was read. */
  List<String> warnings() {
    return families.warnings();
  }

  /** The query for studies' documents. */
  Query studies(Expr expr) throws IOException {
    return compile(expr, Scope.STUDY);
  }

  /** The query for sites' documents: sites at which the expression holds. */
  Query sites(Expr expr) throws IOException {
    return compile(expr, Scope.SITE);
  }

  private Query compile(Expr expr, Scope scope) throws IOException {
    return switch (expr) {
      case Expr.And and -> all(and.operands(), scope);
      case Expr.Or or -> any(or.operands(), scope);
      case Expr.Not not -> all(List.of(not), scope);
      case Expr.Search search -> search(search, scope);
      case Expr.Tilt tilt -> TiltQueries.tilt(tilt.field(), compile(tilt.operand(), scope));
      case Expr.Condition condition -> condition(condition, scope);
    };
  }

  private Query condition(Expr.Condition condition, Scope scope) throws IOException {
    return switch (condition) {
      case Expr.All all -> new ConstantScoreQuery(everything(scope));
      case Expr.Words w -> words.compile(w, scope);
      case Expr.EnumIs is -> join(is.field(), exact(is.field()).is(is.constant()), scope);
      case Expr.BooleanIs is ->
          join(is.field(), exact(is.field()).is(Boolean.toString(is.value())), scope);
      case Expr.KeywordIs is -> join(is.field(), exact(is.field()).is(is.value()), scope);
      case Expr.IdIs is -> ids(is, scope);
      case Expr.DateRange range -> dates(range, scope);
      case Expr.MinuteRange range ->
          numbers(range.field(), minuteOrMin(range.low()), minuteOrMax(range.high()), scope);
      case Expr.NumberRange range ->
          numbers(range.field(), orMin(range.low()), orMax(range.high()), scope);
      case Expr.AgeRange range ->
          numbers(range.field(), minutesOrMin(range.low()), minutesOrMax(range.high()), scope);
      case Expr.SizeRange range -> sizes(range, scope);
      case Expr.Missing missing -> missing(missing.target(), scope);
      case Expr.WithinDistance within -> {
        Circle circle = new Circle(within.center(), within.radius());
        yield within(within.field(), PointArea.of(circle), scope);
      }
      case Expr.WithinBox within -> within(within.field(), PointArea.of(within.box()), scope);
      case Expr.WithinArea within -> within(within.field(), PointArea.of(within.area()), scope);
      case Expr.Prefix prefix -> families.compile(prefix, scope);
      case Expr.Fuzzy fuzzy -> families.compile(fuzzy, scope);
    };
  }

  /** A query on the documents that hold the field, moved to the documents of the scope. */
  Query join(Field field, Query query, Scope scope) {
    if (field.ofSite()) {
      return scope == Scope.SITE ? query : studiesOf(query);
    }
    return scope == Scope.STUDY ? query : toSites(query);
  }

  /** The studies that have one of these sites. */
  static Query studiesOf(Query ofSites) {
    return ofSites instanceof KeptQuery kept ? kept.studies() : StudiesOfSitesQuery.of(ofSites);
  }

  private static Query toSites(Query ofStudies) {
    return new ToChildBlockJoinQuery(ofStudies, BlockFields.studyBits());
  }

  private Query search(Expr.Search search, Scope scope) throws IOException {
    Query inner = compile(search.operand(), search.scope());
    if (search.scope() == scope) {
      return inner;
    }
    return search.scope() == Scope.SITE ? studiesOf(inner) : toSites(inner);
  }

  private Query all(List<Expr> operands, Scope scope) throws IOException {
    BooleanQuery.Builder query = new BooleanQuery.Builder();
    boolean positive = false;
    for (Expr operand : operands) {
      if (operand instanceof Expr.Not(Expr excluded)) {
        query.add(compile(excluded, scope), Occur.MUST_NOT);
      } else {
        query.add(compile(operand, scope), Occur.MUST);
        positive = true;
      }
    }
    if (!positive) {
      query.add(everything(scope), Occur.FILTER);
    }
    return query.build();
  }

  private Query any(List<Expr> operands, Scope scope) throws IOException {
    BooleanQuery.Builder query = new BooleanQuery.Builder();
    for (Expr operand : operands) {
      query.add(compile(operand, scope), Occur.SHOULD);
    }
    return query.setMinimumNumberShouldMatch(1).build();
  }

  private static Query everything(Scope scope) {
    return switch (scope) {
      case STUDY -> BlockFields.studies();
      case SITE -> BlockFields.sites();
    };
  }

  private ExactIndex exact(Field field) {
    return (ExactIndex) schema.get(field.piece());
  }

  private Query within(Field field, PointArea area, Scope scope) throws IOException {
    return join(field, sitePoints.in(area, (PointIndex) schema.get(field.piece())), scope);
  }

  private Query ids(Expr.IdIs is, Scope scope) {
    List<String> ids = is.ids().stream().map(NctId::toString).toList();
    BooleanQuery.Builder query = new BooleanQuery.Builder();
    for (Field field : is.target().fields()) {
      query.add(join(field, exact(field).isOneOf(ids), scope), Occur.SHOULD);
    }
    return new ConstantScoreQuery(query.build());
  }

  private Query dates(Expr.DateRange range, Scope scope) {
    LocalDate low = range.low();
    LocalDate high = range.high();
    NumberIndex index = (NumberIndex) schema.get(range.field().piece());
    return numbers(
        range.field(),
        low == null ? Long.MIN_VALUE : index.firstOf(low),
        high == null ? Long.MAX_VALUE : index.lastOf(high),
        scope);
  }

  private Query numbers(Field field, long low, long high, Scope scope) {
    return join(field, ((NumberIndex) schema.get(field.piece())).range(low, high), scope);
  }

  private static long orMin(@Nullable Long value) {
    return Objects.requireNonNullElse(value, Long.MIN_VALUE);
  }

  private static long orMax(@Nullable Long value) {
    return Objects.requireNonNullElse(value, Long.MAX_VALUE);
  }

  private static long minuteOrMin(@Nullable LocalDateTime minute) {
    return minute == null ? Long.MIN_VALUE : NumberIndex.valueOf(minute);
  }

  private static long minuteOrMax(@Nullable LocalDateTime minute) {
    return minute == null ? Long.MAX_VALUE : NumberIndex.valueOf(minute);
  }

  private static long minutesOrMin(@Nullable Age age) {
    return age == null ? Long.MIN_VALUE : NumberIndex.valueOf(age);
  }

  private static long minutesOrMax(@Nullable Age age) {
    return age == null ? Long.MAX_VALUE : NumberIndex.valueOf(age);
  }

  /**
   * How many values a study has of a list; inside {@code SEARCH[Location]}, how many the site has
   * of what belongs to it.
   */
  private Query sizes(Expr.SizeRange range, Scope scope) {
    Field field = range.field();
    if (!field.ofSite()) {
      return scope == Scope.STUDY ? sizes(range) : toSites(sizes(range));
    }
    if (scope == Scope.SITE && !schema.catalogue().isListOfSite(field)) {
      return orMin(range.low()) <= 1 && orMax(range.high()) >= 1
          ? exists(field, scope)
          : new MatchNoDocsQuery("a site has one " + field.piece() + " or none");
    }
    return new ConstantScoreQuery(onDocumentsOf(scope, sizes(range)));
  }

  /** Sizes are terms, so a range of them is an automaton over the terms. */
  private static Query sizes(Expr.SizeRange range) {
    int low = clamp(orMin(range.low()));
    int high = clamp(orMax(range.high()));
    if (low > high || orMax(range.high()) < 0) {
      return new MatchNoDocsQuery("an empty range of sizes");
    }
    String prefix = BlockFields.sizeTerm(range.field().piece(), 0).text();
    Automaton automaton =
        Operations.concatenate(
            List.of(
                Automata.makeString(prefix.substring(0, prefix.length() - 1)),
                Automata.makeDecimalInterval(low, high, 0)));
    // Lucene would determinize another one while it searches, but in one thread only.
    return new AutomatonQuery(
        new Term(BlockFields.SIZES, prefix),
        Operations.determinize(automaton, Operations.DEFAULT_DETERMINIZE_WORK_LIMIT));
  }

  private static int clamp(long value) {
    return (int) Math.max(0, Math.min(Integer.MAX_VALUE - 1L, value));
  }

  private Query missing(SearchTarget target, Scope scope) {
    BooleanQuery.Builder query = new BooleanQuery.Builder();
    query.add(everything(scope), Occur.FILTER);
    target.fields().forEach(field -> query.add(exists(field, scope), Occur.MUST_NOT));
    boolean ofPoints =
        target.fields().stream()
            .allMatch(
                field -> !field.isStruct() && schema.get(field.piece()) instanceof PointIndex);
    Query missing = ofPoints ? sitePoints.nowhere(query.build()) : query.build();
    return new ConstantScoreQuery(missing);
  }

  /** Documents of the scope that have a value in the field, or anywhere in a struct. */
  private Query exists(Field field, Scope scope) {
    boolean ofSites = field.ofSite() || field.path().equals(Field.SITES_PATH);
    if (field.isStruct()) {
      Query present = new TermQuery(new Term(BlockFields.PRESENT, field.piece()));
      return ofSites || scope == Scope.STUDY ? onDocumentsOf(scope, present) : toSites(present);
    }
    IndexField index = schema.get(field.piece());
    return join(field, index.exists(), scope);
  }

  private static Query onDocumentsOf(Scope scope, Query query) {
    return new BooleanQuery.Builder()
        .add(query, Occur.FILTER)
        .add(everything(scope), Occur.FILTER)
        .build();
  }
}
