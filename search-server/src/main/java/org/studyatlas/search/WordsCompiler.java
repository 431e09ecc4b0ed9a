package org.studyatlas.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.index.TermStates;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.studyatlas.fields.EnumType;
import org.studyatlas.fields.Field;
import org.studyatlas.fields.FieldCatalogue;
import org.studyatlas.fields.SearchArea;
import org.studyatlas.query.Coverage;
import org.studyatlas.query.Expansion;
import org.studyatlas.query.Expr;
import org.studyatlas.query.Scope;
import org.studyatlas.query.SearchTarget;
import org.studyatlas.schema.ExactIndex;
import org.studyatlas.schema.IndexSchema;
import org.studyatlas.schema.NumberIndex;
import org.studyatlas.schema.PointIndex;
import org.studyatlas.schema.Word;
import org.studyatlas.schema.WordAnalyzer;
import org.studyatlas.schema.WordPattern;
import org.studyatlas.schema.WordsIndex;
import org.studyatlas.study.NctId;

/**
 * Turns the words of an expression into a Lucene query.
 *
 * <p>A term is looked up in each field of its target, and one field must hold all of it. The best
 * field's score counts, times the field's published weight, plus a share of the others'. Within the
 * best field the words next to each other score above scattered ones, and a term that is the whole
 * of a value above one inside a longer value. The last three are looked at only where they can
 * matter; see {@link RefinedQuery}.
 */
final class WordsCompiler {

  /** Share of a term's words that {@code EXPANSION[Lossy]} demands. */
  private static final double LOSSY_SHARE = 0.5;

  /** A synonym counts this much of the term itself. */
  private static final float SYNONYM_WEIGHT = 0.8f;

  /** Most words of one term: each may be read with its positions in each field. */
  private static final int MAX_WORDS = 100;

  /** Longest term whose words are looked at side by side for a better score. */
  private static final int MAX_REFINED_WORDS = 16;

  /** What a query is for. */
  private enum Effort {
    /** It only finds. */
    FIND,
    /** Its scores are those of the best field, without a look at positions. */
    SCORE,
    /** Its scores are the relevance. */
    REFINE
  }

  private final ExprCompiler expressions;
  private final TermLookups lookups;
  private final boolean scores;
  private final Synonyms synonyms;
  private final WordAnalyzer analyzer = new WordAnalyzer();
  private final IndexSchema schema = IndexSchema.standard();
  private final FieldCatalogue catalogue = FieldCatalogue.standard();

  /**
   * Prepares it.
   *
   * @param scores whether the queries must score as told; the others only find
   */
  WordsCompiler(ExprCompiler expressions, TermLookups lookups, Synonyms synonyms, boolean scores) {
    this.expressions = expressions;
    this.lookups = lookups;
    this.synonyms = synonyms;
    this.scores = scores;
  }

  Query compile(Expr.Words words, Scope scope) throws IOException {
    if (!scores) {
      return compile(words, scope, Effort.FIND);
    }
    Query rough = compile(words, scope, Effort.SCORE);
    return rough instanceof MatchNoDocsQuery
        ? rough
        : new RefinedQuery(rough, compile(words, scope, Effort.REFINE));
  }

  private Query compile(Expr.Words words, Scope scope, Effort effort) throws IOException {
    return switch (words.target()) {
      case SearchTarget.OfField(Field field) -> inField(field, words, scope, effort);
      case SearchTarget.OfArea(SearchArea area) -> inArea(area, words, scope, effort);
    };
  }

  private Query inArea(SearchArea area, Expr.Words words, Scope scope, Effort effort)
      throws IOException {
    List<Query> fields = new ArrayList<>();
    for (SearchArea.Part part : area.parts()) {
      for (String piece : part.pieces()) {
        Query query = inField(catalogue.getPiece(piece), words, scope, effort);
        if (!(query instanceof MatchNoDocsQuery)) {
          fields.add(weighted(query, (float) part.weight(), effort));
        }
      }
    }
    return fields.isEmpty()
        ? new MatchNoDocsQuery("no field of " + area.name() + " can hold the term")
        : best(fields, effort);
  }

  private static Query weighted(Query query, float weight, Effort effort) {
    return effort == Effort.FIND ? query : new BoostQuery(query, weight);
  }

  /** The best one's score counts; a plain choice, which is found quicker, if there is none. */
  private static Query best(List<Query> queries, Effort effort) {
    return switch (effort) {
      case REFINE -> new BestFieldQuery(queries);
      case SCORE -> new DisjunctionMaxQuery(queries, 0);
      case FIND -> {
        BooleanQuery.Builder choice = new BooleanQuery.Builder();
        queries.forEach(query -> choice.add(query, Occur.SHOULD));
        yield choice.build();
      }
    };
  }

  private Query inField(Field field, Expr.Words words, Scope scope, Effort effort)
      throws IOException {
    Query query =
        switch (schema.get(field.piece())) {
          case WordsIndex index -> withSynonyms(index, words, effort);
          case ExactIndex index -> exact(index, words.text());
          case NumberIndex index -> new MatchNoDocsQuery(index.name() + " holds no words");
          case PointIndex index -> new MatchNoDocsQuery(index.name() + " holds no words");
        };
    return query instanceof MatchNoDocsQuery ? query : expressions.join(field, query, scope);
  }

  /** In a field of constants or ids the whole term must name one. */
  private Query exact(ExactIndex index, String text) {
    Field field = index.field();
    Optional<String> value =
        field
            .findEnumType()
            .map(catalogue::getEnum)
            .map((EnumType type) -> type.find(text))
            .orElseGet(() -> NctId.find(text).map(NctId::toString));
    return value
        .map(index::is)
        .orElseGet(() -> new MatchNoDocsQuery("'" + text + "' is no value of " + index.name()));
  }

  private Query withSynonyms(WordsIndex index, Expr.Words words, Effort effort) throws IOException {
    Query own = query(index, words.text(), words.expansion(), words.coverage(), effort);
    boolean expanded =
        words.expansion().compareTo(Expansion.CONCEPT) >= 0
            && words.coverage() == Coverage.CONTAINS;
    List<String> others = expanded ? synonyms.of(words.text()) : List.of();
    if (others.isEmpty()) {
      return own;
    }
    List<Query> all = new ArrayList<>(List.of(own));
    for (String other : others) {
      Query query = query(index, other, Expansion.TERM, Coverage.CONTAINS, effort);
      all.add(weighted(query, SYNONYM_WEIGHT, effort));
    }
    return effort == Effort.FIND ? best(all, effort) : new DisjunctionMaxQuery(all, 0);
  }

  private Query query(
      WordsIndex index, String text, Expansion expansion, Coverage coverage, Effort effort)
      throws IOException {
    List<Word> words = Word.listOf(analyzer, text);
    if (words.size() > MAX_WORDS) {
      throw new IndexSearcher.TooManyClauses("a term has " + words.size() + " words");
    }
    List<TermQuery> terms = terms(index, words);
    boolean complete = terms.size() == words.size();
    if (terms.isEmpty() || (!complete && expansion != Expansion.LOSSY)) {
      return new MatchNoDocsQuery(index.name() + " lacks a word of '" + text + "'");
    }
    boolean atEdge = coverage != Coverage.CONTAINS;
    return switch (expansion) {
      case NONE -> pattern(index, words, coverage, true);
      case TERM, CONCEPT ->
          atEdge
              ? pattern(index, words, coverage, false)
              : refined(index, words, phrase(index, words), effort);
      case RELAXATION -> refined(index, words, together(terms, effort), effort);
      case LOSSY -> lossy(index, words, terms, effort);
    };
  }

  /**
   * One query per word that the field has. Most fields of an area lack most words; leaving those
   * out here keeps a long term over 57 fields small, and the statistics are looked up only once.
   */
  private List<TermQuery> terms(WordsIndex index, List<Word> words) throws IOException {
    List<TermQuery> terms = new ArrayList<>(words.size());
    for (Word word : words) {
      TermStates states = lookups.lookUp(index.term(word));
      if (states.docFreq() > 0) {
        terms.add(new TermQuery(index.term(word), states));
      }
    }
    return terms;
  }

  private static Query pattern(
      WordsIndex index, List<Word> words, Coverage coverage, boolean writtenForms) {
    boolean atStart = coverage == Coverage.FULL_MATCH || coverage == Coverage.STARTS_WITH;
    boolean atEnd = coverage == Coverage.FULL_MATCH || coverage == Coverage.ENDS_WITH;
    WordPattern pattern = new WordPattern(words, writtenForms, atStart, atEnd);
    return new BooleanQuery.Builder()
        .add(phrase(index, words), Occur.MUST)
        .add(new PositionsQuery(index.name(), pattern), Occur.FILTER)
        .build();
  }

  private static Query phrase(WordsIndex index, List<Word> words) {
    if (words.size() == 1) {
      return new TermQuery(index.term(words.getFirst()));
    }
    PhraseQuery.Builder phrase = new PhraseQuery.Builder();
    words.forEach(word -> phrase.add(index.term(word)));
    return phrase.build();
  }

  private static Query together(List<TermQuery> terms, Effort effort) {
    if (terms.size() == 1) {
      return terms.getFirst();
    }
    if (effort == Effort.FIND) {
      return new AllWordsQuery(terms);
    }
    BooleanQuery.Builder query = new BooleanQuery.Builder();
    terms.forEach(term -> query.add(term, Occur.MUST));
    return query.build();
  }

  private static Query lossy(
      WordsIndex index, List<Word> words, List<TermQuery> terms, Effort effort) {
    int demanded = (int) Math.max(1, Math.ceil(words.size() * LOSSY_SHARE));
    if (terms.size() < demanded) {
      return new MatchNoDocsQuery(index.name() + " lacks too many words");
    }
    BooleanQuery.Builder query = new BooleanQuery.Builder();
    terms.forEach(term -> query.add(term, Occur.SHOULD));
    return refined(index, words, query.setMinimumNumberShouldMatch(demanded).build(), effort);
  }

  private static Query refined(WordsIndex index, List<Word> words, Query matching, Effort effort) {
    if (effort != Effort.REFINE || words.size() > MAX_REFINED_WORDS) {
      return matching;
    }
    boolean apart = words.size() > 1 && !(matching instanceof PhraseQuery);
    return new StandingQuery(
        matching, index.name(), new WordPattern(words, false, false, false), apart);
  }
}
