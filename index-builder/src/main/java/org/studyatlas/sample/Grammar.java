package org.studyatlas.sample;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The language of the synthetic registry: a context-free grammar ({@code grammar.tsv}) over word
 * lists ({@code words.tsv}). It only holds the rules; {@link Prose} expands them for a study.
 */
final class Grammar {

  /** A part of an expansion. */
  sealed interface Part {

    /** Fixed text. */
    record Literal(String text) implements Part {}

    /** Another symbol. */
    record Call(Rule rule) implements Part {}

    /** A word of a list. */
    record Word(WordList list) implements Part {}

    /** A number, with one decimal place if {@code tenths}: the bounds then count tenths. */
    record Range(int low, int high, boolean tenths) implements Part {}

    /** Something of the study or of the open vocabulary. */
    record Fill(Slot slot) implements Part {}
  }

  /** What {@code {name}} can stand for besides symbols and words. */
  enum Slot {
    CONDITION,
    TREATMENT,
    CONTROL,
    CITY,
    SURNAME,
    RARE,
    ACRONYM,
    CODE,
    GENE,
    /** The indefinite article, "an" before a vowel. */
    A
  }

  /** A symbol and what it can be expanded to. */
  static final class Rule {

    private final String symbol;
    private @Nullable Weighted<List<Part>> expansions;

    private Rule(String symbol) {
      this.symbol = symbol;
    }

    /** Draws an expansion. */
    List<Part> draw(Dice dice) {
      if (expansions == null) {
        throw new IllegalStateException("grammar.tsv: symbol '" + symbol + "' has no expansion");
      }
      return expansions.draw(dice);
    }
  }

  private record Expansion(double weight, List<Part> parts) {}

  /** The lists whose words are sometimes rare ones. */
  private static final Set<String> OPEN_ENDED = Set.of("noun", "nouns", "adj");

  private final double exponent;
  private final double shift;
  private final Map<String, Rule> rules = new LinkedHashMap<>();
  private final Map<String, WordList> words = new LinkedHashMap<>();

  /** Reads the grammar and its words; diseases and drugs are word lists of their own. */
  Grammar(RegistryFacts facts, List<String> diseases, List<String> drugs) {
    exponent = facts.number("words.exponent");
    shift = facts.number("words.shift");
    SampleTable.read("words.tsv", this::addWords);
    add("disease", diseases, WordList.Form.PLAIN);
    add("drug", drugs, WordList.Form.PLAIN);
    Map<Rule, List<Expansion>> expansions = new LinkedHashMap<>();
    SampleTable.read(
        "grammar.tsv",
        row ->
            expansions
                .computeIfAbsent(ruleOf(row.text(0)), r -> new ArrayList<>())
                .add(new Expansion(row.number(1), parts(row.text(2)))));
    expansions.forEach((rule, list) -> rule.expansions = choice(list));
    rules.values().forEach(this::check);
  }

  private static Weighted<List<Part>> choice(List<Expansion> list) {
    Map<List<Part>, Double> weights = new LinkedHashMap<>();
    list.forEach(expansion -> weights.merge(expansion.parts(), expansion.weight(), Double::sum));
    return Weighted.of(List.copyOf(weights.keySet()), parts -> weights.getOrDefault(parts, 0.0));
  }

  /** The rule of that symbol. */
  Rule rule(String symbol) {
    Rule rule = rules.get(symbol);
    if (rule == null) {
      throw new IllegalStateException("grammar.tsv: no symbol '" + symbol + "'");
    }
    return rule;
  }

  /** Number of word lists. */
  int wordLists() {
    return words.size();
  }

  private Rule ruleOf(String symbol) {
    return rules.computeIfAbsent(symbol, Rule::new);
  }

  private void check(Rule rule) {
    if (rule.expansions == null) {
      throw new IllegalStateException("grammar.tsv: '" + rule.symbol + "' is not defined");
    }
  }

  private String addWords(SampleTable.Row row) {
    String name = row.text(0);
    String text = row.text(1);
    List<String> list = List.of(text.split(text.indexOf('|') >= 0 ? "\\|" : " "));
    add(name, list, WordList.Form.PLAIN);
    if (name.equals("noun")) {
      add("nouns", list, WordList.Form.PLURAL);
    }
    if (name.equals("verb")) {
      add("verbed", list, WordList.Form.PAST);
      add("verbing", list, WordList.Form.GERUND);
    }
    return name;
  }

  private void add(String name, List<String> list, WordList.Form form) {
    boolean openEnded = OPEN_ENDED.contains(name);
    words.put(name, WordList.of(words.size(), list, form, openEnded, exponent, shift));
  }

  private List<Part> parts(String text) {
    List<Part> parts = new ArrayList<>();
    int at = 0;
    while (at < text.length()) {
      int open = text.indexOf('{', at);
      int close = text.indexOf('}', Math.max(open, 0));
      if (open != at) {
        parts.add(new Part.Literal(text.substring(at, open < 0 ? text.length() : open)));
      }
      if (open < 0) {
        break;
      }
      parts.add(part(text.substring(open + 1, close)));
      at = close + 1;
    }
    return List.copyOf(parts);
  }

  private Part part(String name) {
    int dots = name.indexOf("..");
    if (dots > 0) {
      return range(name.substring(0, dots), name.substring(dots + 2));
    }
    WordList list = words.get(name);
    if (list != null) {
      return new Part.Word(list);
    }
    for (Slot slot : Slot.values()) {
      if (slot.name().toLowerCase(Locale.ROOT).equals(name)) {
        return new Part.Fill(slot);
      }
    }
    return new Part.Call(ruleOf(name));
  }

  private static Part range(String low, String high) {
    boolean tenths = low.indexOf('.') >= 0;
    return new Part.Range(whole(low), whole(high), tenths);
  }

  private static int whole(String number) {
    return Integer.parseInt(number.replace(".", ""));
  }
}
