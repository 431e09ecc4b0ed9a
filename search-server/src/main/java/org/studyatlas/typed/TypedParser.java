package org.studyatlas.typed;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.lucene.queryparser.simple.SimpleQueryParser;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.jspecify.annotations.Nullable;
import org.studyatlas.query.Coverage;
import org.studyatlas.query.Expansion;
import org.studyatlas.query.Expr;
import org.studyatlas.query.SearchTarget;
import org.studyatlas.schema.Word;
import org.studyatlas.schema.WordAnalyzer;

/**
 * Lucene's parser for what people type, with leaves that hold expressions. For one text.
 *
 * <p>Words that all must occur become one term, since one field must hold them and their nearness
 * counts.
 */
final class TypedParser extends SimpleQueryParser {

  /** Most beginnings and spellings of one text: each reads a part of the dictionary. */
  private static final int MAX_FAMILIES = 10;

  private static final int LEAST_BEGINNING = 2;
  private static final int LEAST_MISSPELLED = 3;
  private static final int LEAST_TWICE_MISSPELLED = 6;

  private final WordAnalyzer words;
  private final SearchTarget target;
  private final List<String> warnings;
  private int wordsRead;
  private int families;

  TypedParser(SearchTarget target, List<String> warnings) {
    this(new WordAnalyzer(), target, warnings);
  }

  private TypedParser(WordAnalyzer words, SearchTarget target, List<String> warnings) {
    super(words, "q");
    this.words = words;
    this.target = target;
    this.warnings = warnings;
    setDefaultOperator(Occur.MUST);
  }

  /** The expression, or empty if there is nothing in the text to search for. */
  Optional<Expr> read(String text) {
    Query query = parse(text);
    return query instanceof MatchNoDocsQuery ? Optional.empty() : Optional.of(expr(query));
  }

  @Override
  protected @Nullable Query newDefaultQuery(String text) {
    return text.equals("*") ? new Leaf(new Expr.All()) : leaf(text, () -> plain(text));
  }

  @Override
  protected @Nullable Query newPhraseQuery(String text, int slop) {
    if (slop > 0) {
      warnings.add("a distance behind quotes is not read; the words were looked up in any order");
      return leaf(text, () -> plain(text));
    }
    return leaf(text, () -> words(text, true));
  }

  @Override
  protected @Nullable Query newPrefixQuery(String text) {
    List<Word> found = Word.listOf(words, text);
    boolean tooShort =
        found.isEmpty() || found.size() == 1 && found.getLast().folded().length() < LEAST_BEGINNING;
    if (tooShort) {
      warnings.add("'" + text + "*' is too short to be the beginning of a word");
    }
    return tooShort || noMoreFamilies()
        ? leaf(text, () -> plain(text))
        : leaf(text, () -> new Expr.Prefix(target, normalized(text)));
  }

  @Override
  protected @Nullable Query newFuzzyQuery(String text, int fuzziness) {
    List<Word> found = Word.listOf(words, text);
    int length = found.isEmpty() ? 0 : found.getLast().term().length();
    int edits = Math.min(fuzziness, length < LEAST_TWICE_MISSPELLED ? 1 : 2);
    boolean exact = length < LEAST_MISSPELLED || edits < 1;
    return exact || noMoreFamilies()
        ? leaf(text, () -> plain(text))
        : leaf(text, () -> new Expr.Fuzzy(target, normalized(text), edits));
  }

  private boolean noMoreFamilies() {
    families++;
    if (families > MAX_FAMILIES) {
      warnings.add("only the first %d words with * or ~ were read as such".formatted(MAX_FAMILIES));
    }
    return families > MAX_FAMILIES;
  }

  private Expr.Words plain(String text) {
    return words(text, false);
  }

  private Expr.Words words(String text, boolean phrase) {
    return new Expr.Words(
        target,
        normalized(text),
        phrase,
        Expansion.RELAXATION.effective(phrase, Coverage.CONTAINS),
        Coverage.CONTAINS);
  }

  private static String normalized(String text) {
    return Expr.Words.of(SearchTarget.area("BasicSearch"), text, Expansion.TERM, Coverage.CONTAINS)
        .text();
  }

  /** A leaf of the parser's tree, or null for a text without any word and for one too many. */
  private @Nullable Query leaf(String text, Supplier<Expr> expr) {
    int count = Word.listOf(words, text).size();
    if (count == 0) {
      return null;
    }
    if (wordsRead + count > TypedQuery.MAX_WORDS) {
      warnings.add("only the first " + TypedQuery.MAX_WORDS + " words of 'q' were read");
      return null;
    }
    wordsRead += count;
    return new Leaf(expr.get());
  }

  private static Expr expr(Query query) {
    return switch (query) {
      case Leaf leaf -> leaf.expr;
      case BooleanQuery all -> combined(all.clauses());
      default -> new Expr.All();
    };
  }

  private static Expr combined(List<BooleanClause> clauses) {
    List<Expr> all = new ArrayList<>();
    List<Expr> any = new ArrayList<>();
    for (BooleanClause clause : clauses) {
      Query query = clause.query();
      switch (clause.occur()) {
        case MUST_NOT -> all.add(new Expr.Not(expr(query)));
        case SHOULD -> {
          if (!(query instanceof MatchAllDocsQuery)) { // the parser's own, beside a negation
            any.add(expr(query));
          }
        }
        case MUST, FILTER -> all.add(expr(query));
      }
    }
    if (any.stream().noneMatch(Expr.All.class::isInstance) && !any.isEmpty()) {
      all.add(Expr.anyOf(any));
    }
    all.removeIf(Expr.All.class::isInstance);
    return Expr.allOf(joined(all));
  }

  /** Plain words become one term, which stands before all else. */
  private static List<Expr> joined(List<Expr> operands) {
    List<Expr> flat = new ArrayList<>();
    for (Expr operand : operands) {
      flat.addAll(operand instanceof Expr.And(List<Expr> inner) ? inner : List.of(operand));
    }
    List<Expr.Words> plain =
        flat.stream().map(TypedParser::findPlain).filter(Objects::nonNull).toList();
    if (plain.size() < 2) {
      return flat;
    }
    String text = plain.stream().map(Expr.Words::text).collect(Collectors.joining(" "));
    Expr.Words first = plain.getFirst();
    Expr term = new Expr.Words(first.target(), text, false, first.expansion(), first.coverage());
    List<Expr> joined = new ArrayList<>(List.of(term));
    flat.stream().filter(operand -> findPlain(operand) == null).forEach(joined::add);
    return joined;
  }

  private static Expr.@Nullable Words findPlain(Expr expr) {
    return expr instanceof Expr.Words words && !words.phrase() ? words : null;
  }

  /** An expression in the disguise of a query, which the parser builds trees of. */
  private static final class Leaf extends Query {
    private final Expr expr;

    Leaf(Expr expr) {
      this.expr = expr;
    }

    @Override
    public void visit(QueryVisitor visitor) {
      visitor.visitLeaf(this);
    }

    @Override
    public String toString(String field) {
      return expr.toString();
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Leaf that && expr.equals(that.expr);
    }

    @Override
    public int hashCode() {
      return expr.hashCode();
    }
  }
}
