package org.studyatlas.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.FuzzyQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.MultiPhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.StringHelper;
import org.apache.lucene.util.automaton.CompiledAutomaton;
import org.studyatlas.fields.Field;
import org.studyatlas.fields.SearchArea;
import org.studyatlas.query.Expr;
import org.studyatlas.query.Scope;
import org.studyatlas.query.SearchTarget;
import org.studyatlas.schema.IndexSchema;
import org.studyatlas.schema.Word;
import org.studyatlas.schema.WordAnalyzer;
import org.studyatlas.schema.WordsIndex;

/**
 * Turns the beginning of a word, or a word that may be misspelled, into the words of the index that
 * it stands for.
 *
 * <p>The dictionary is read up to a limit and the commonest words are taken, so that {@code a*}
 * costs no more than a common word; what was left out is told in {@link #warnings}. A field scores
 * its weight, whichever of the words it has.
 */
final class WordFamilies {

  /** Most words that one beginning or spelling stands for. */
  static final int MAX_WORDS = 500;

  /** Most entries of the dictionary that are looked at for one of them, over all fields. */
  private static final int MAX_LOOKUPS = 100_000;

  /** Entries between two looks at the clock. */
  private static final int UNWATCHED = 256;

  /** Letters at the beginning that a misspelled word must share. */
  static final int SHARED_LETTERS = 1;

  private final ExprCompiler expressions;
  private final IndexSearcher searcher;
  private final WordAnalyzer analyzer = new WordAnalyzer();
  private final IndexSchema schema = IndexSchema.standard();
  private final List<String> warnings = new ArrayList<>();

  WordFamilies(ExprCompiler expressions, IndexSearcher searcher) {
    this.expressions = expressions;
    this.searcher = searcher;
  }

  /** What was left out, a sentence each. */
  List<String> warnings() {
    return List.copyOf(warnings);
  }

  Query compile(Expr.Prefix prefix, Scope scope) throws IOException {
    List<Word> words = Word.listOf(analyzer, prefix.text());
    if (words.isEmpty()) {
      return new MatchNoDocsQuery("no word in '" + prefix.text() + "'");
    }
    String beginning = words.getLast().folded();
    Dictionary dictionary = new Dictionary(prefix.text() + "*", textFields(prefix.target()).size());
    for (WordsIndex index : textFields(prefix.target())) {
      dictionary.addBeginning(index.name(), beginning);
      dictionary.addWhole(index.name(), words.getLast().term());
    }
    return perField(prefix.target(), words.subList(0, words.size() - 1), dictionary, scope);
  }

  Query compile(Expr.Fuzzy fuzzy, Scope scope) throws IOException {
    List<Word> words = Word.listOf(analyzer, fuzzy.word());
    if (words.isEmpty()) {
      return new MatchNoDocsQuery("no word in '" + fuzzy.word() + "'");
    }
    Dictionary dictionary = new Dictionary(fuzzy.word() + "~", textFields(fuzzy.target()).size());
    String term = words.getLast().term();
    CompiledAutomaton spellings =
        FuzzyQuery.getFuzzyAutomaton(term, fuzzy.edits(), SHARED_LETTERS, true);
    for (WordsIndex index : textFields(fuzzy.target())) {
      dictionary.addSpellings(index.name(), spellings);
    }
    return perField(fuzzy.target(), words.subList(0, words.size() - 1), dictionary, scope);
  }

  private List<WordsIndex> textFields(SearchTarget target) {
    return target.fields().stream()
        .map(field -> schema.get(field.piece()))
        .filter(WordsIndex.class::isInstance)
        .map(WordsIndex.class::cast)
        .toList();
  }

  private Query perField(SearchTarget target, List<Word> before, Dictionary dictionary, Scope scope)
      throws IOException {
    List<BytesRef> chosen = dictionary.choose();
    List<Query> fields = new ArrayList<>();
    for (WordsIndex index : textFields(target)) {
      if (dictionary.has(index.name())) {
        Query query = expressions.join(index.field(), inField(index, before, chosen), scope);
        fields.add(new BoostQuery(query, weight(target, index.field())));
      }
    }
    return fields.isEmpty()
        ? new MatchNoDocsQuery("no such word in " + target.name())
        : new DisjunctionMaxQuery(fields, 0);
  }

  private static Query inField(WordsIndex index, List<Word> before, List<BytesRef> chosen) {
    if (before.isEmpty()) {
      return new ConstantScoreQuery(new TermInSetQuery(index.name(), chosen));
    }
    MultiPhraseQuery.Builder phrase = new MultiPhraseQuery.Builder();
    before.forEach(word -> phrase.add(index.term(word)));
    phrase.add(chosen.stream().map(term -> new Term(index.name(), term)).toArray(Term[]::new));
    return new ConstantScoreQuery(phrase.build());
  }

  private static float weight(SearchTarget target, Field field) {
    return switch (target) {
      case SearchTarget.OfField of -> 1;
      case SearchTarget.OfArea(SearchArea area) ->
          (float)
              area.parts().stream()
                  .filter(part -> part.pieces().contains(field.piece()))
                  .mapToDouble(SearchArea.Part::weight)
                  .max()
                  .orElse(1);
    };
  }

  /** The words found, with the number of documents of all fields that have them. */
  private final class Dictionary {
    private final String asTyped;
    private final Map<BytesRef, Long> frequencies = new HashMap<>();
    private final Map<String, Boolean> fields = new HashMap<>();
    private final int lookupsOfField;
    private boolean cut;

    /** Every field has its share of the lookups, so that none is passed over. */
    Dictionary(String asTyped, int fieldCount) {
      this.asTyped = asTyped;
      this.lookupsOfField = MAX_LOOKUPS / Math.max(1, fieldCount);
    }

    void addBeginning(String field, String beginning) throws IOException {
      Terms terms = MultiTerms.getTerms(searcher.getIndexReader(), field);
      if (terms == null) {
        return;
      }
      BytesRef start = new BytesRef(beginning);
      TermsEnum each = terms.iterator();
      TermsEnum.SeekStatus status = each.seekCeil(start);
      boolean more = status != TermsEnum.SeekStatus.END;
      for (int n = 0; more && StringHelper.startsWith(each.term(), start); n++) {
        if (n == lookupsOfField) {
          cut = true;
          return;
        }
        requireTime(n);
        add(field, each);
        more = each.next() != null;
      }
    }

    void addWhole(String field, String term) throws IOException {
      Terms terms = MultiTerms.getTerms(searcher.getIndexReader(), field);
      if (terms != null) {
        TermsEnum each = terms.iterator();
        BytesRef whole = new BytesRef(term);
        if (!frequencies.containsKey(whole) && each.seekExact(whole)) {
          add(field, each);
        }
      }
    }

    void addSpellings(String field, CompiledAutomaton spellings) throws IOException {
      Terms terms = MultiTerms.getTerms(searcher.getIndexReader(), field);
      if (terms != null) {
        TermsEnum each = spellings.getTermsEnum(terms);
        for (int n = 0; each.next() != null; n++) {
          if (n == lookupsOfField) {
            cut = true;
            return;
          }
          requireTime(n);
          add(field, each);
        }
      }
    }

    private void requireTime(int seen) {
      if (seen % UNWATCHED == 0) {
        SearchClock.requireTime(searcher);
      }
    }

    private void add(String field, TermsEnum each) throws IOException {
      fields.put(field, true);
      frequencies.merge(BytesRef.deepCopyOf(each.term()), (long) each.docFreq(), Long::sum);
    }

    /** Whether a field may have one of the words; any field, where not all entries were seen. */
    boolean has(String field) {
      return cut || fields.containsKey(field);
    }

    /** The commonest words, ties in alphabetical order. */
    List<BytesRef> choose() {
      boolean all = !cut && frequencies.size() <= MAX_WORDS;
      if (!all) {
        String sentence =
            "'%s' stands for more than %d words; the %d commonest were searched"
                .formatted(asTyped, MAX_WORDS, MAX_WORDS);
        if (!warnings.contains(sentence)) {
          warnings.add(sentence);
        }
      }
      return frequencies.entrySet().stream()
          .sorted(
              Map.Entry.<BytesRef, Long>comparingByValue(Comparator.reverseOrder())
                  .thenComparing(Map.Entry.comparingByKey()))
          .limit(MAX_WORDS)
          .map(Map.Entry::getKey)
          .toList();
    }
  }
}
