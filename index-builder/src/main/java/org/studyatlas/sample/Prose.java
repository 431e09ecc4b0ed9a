package org.studyatlas.sample;

import java.util.List;

/**
 * Writes the text of one study: expands the grammar with the study's topic, and repeats the study's
 * own words, as real texts do.
 *
 * <p>Not safe for use by several threads; each study has its own.
 */
final class Prose {

  /** How many of its latest words of a kind a study remembers. */
  private static final int MEMORY = 16;

  /** How often a sentence is drawn again that the text already has. */
  private static final int ATTEMPTS = 5;

  private final Language language;
  private final Dice dice;
  private final Topic topic;
  private final StringBuilder out = new StringBuilder(4096);
  private final String[] memory;
  private final int[] remembered;

  /** Text of that topic. */
  Prose(Language language, Dice dice, Topic topic) {
    this.language = language;
    this.dice = dice;
    this.topic = topic;
    this.memory = new String[MEMORY * language.grammar().wordLists()];
    this.remembered = new int[language.grammar().wordLists()];
  }

  /** An expansion as it is. */
  String phrase(Grammar.Rule rule) {
    out.setLength(0);
    expand(rule);
    return out.toString();
  }

  /** An expansion with a capital letter at its start. */
  String sentence(Grammar.Rule rule) {
    out.setLength(0);
    appendSentence(rule);
    return out.toString();
  }

  /** An expansion as a title: every word of weight with a capital letter. */
  String title(Grammar.Rule rule) {
    return Titles.capitalize(sentence(rule));
  }

  /** Sentences up to about the given number of characters, at least one. */
  String text(Grammar.Rule rule, int chars) {
    out.setLength(0);
    appendSentence(rule);
    while (out.length() + language.sentenceChars() / 2 < chars) {
      out.append(' ');
      appendNewSentence(rule);
    }
    return out.toString();
  }

  /** Sentences in paragraphs with an empty line between them. */
  String paragraphs(Grammar.Rule rule, int chars) {
    out.setLength(0);
    appendSentence(rule);
    while (out.length() + language.sentenceChars() / 2 < chars) {
      out.append(dice.chance(language.paragraphShare()) ? "\n\n" : " ");
      appendNewSentence(rule);
    }
    return out.toString();
  }

  /**
   * Two lists under headings, such as inclusion and exclusion criteria, of about the given number
   * of characters together.
   */
  String criteria(List<String> headings, List<Grammar.Rule> rules, int chars) {
    out.setLength(0);
    boolean numbered = dice.chance(language.numberedShare());
    for (int list = 0; list < headings.size(); list++) {
      out.append(list == 0 ? "" : "\n\n").append(headings.get(list)).append("\n\n");
      int end = chars * (list + 1) / headings.size();
      int item = 0;
      do {
        item++;
        bullet(numbered, item);
        appendNewSentence(rules.get(list));
      } while (out.length() + language.sentenceChars() / 4 < end);
    }
    return out.toString();
  }

  private void bullet(boolean numbered, int item) {
    out.append(item == 1 ? "" : "\n");
    if (numbered) {
      out.append(item).append(". ");
    } else {
      out.append("* ");
    }
  }

  /** Appends a sentence that the text does not have yet; gives in where the grammar has no more. */
  private void appendNewSentence(Grammar.Rule rule) {
    int start = out.length();
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      out.setLength(start);
      appendSentence(rule);
      if (out.indexOf(out.substring(start)) == start) {
        return;
      }
    }
  }

  private void appendSentence(Grammar.Rule rule) {
    int start = out.length();
    expand(rule);
    out.setCharAt(start, Character.toUpperCase(out.charAt(start)));
  }

  private void expand(Grammar.Rule rule) {
    int article = -1;
    for (Grammar.Part part : rule.draw(dice)) {
      int start = out.length();
      append(part);
      if (article >= 0) {
        completeArticle(article);
        article = -1;
      }
      if (part instanceof Grammar.Part.Fill(Grammar.Slot slot) && slot == Grammar.Slot.A) {
        article = start;
      }
    }
  }

  private void completeArticle(int article) {
    if ("aeiouAEIOU".indexOf(out.charAt(article + 2)) >= 0) {
      out.insert(article + 1, 'n');
    }
  }

  private void append(Grammar.Part part) {
    switch (part) {
      case Grammar.Part.Literal(String text) -> out.append(text);
      case Grammar.Part.Call(Grammar.Rule rule) -> expand(rule);
      case Grammar.Part.Word(WordList list) -> word(list);
      case Grammar.Part.Range range -> number(range);
      case Grammar.Part.Fill(Grammar.Slot slot) -> fill(slot);
    }
  }

  private void number(Grammar.Part.Range range) {
    int number = dice.between(range.low(), range.high());
    if (range.tenths()) {
      out.append(number / 10).append('.').append(number % 10);
    } else {
      out.append(number);
    }
  }

  private void fill(Grammar.Slot slot) {
    switch (slot) {
      case CONDITION -> out.append(topic.condition());
      case TREATMENT -> out.append(topic.treatment());
      case CONTROL -> out.append(topic.control());
      case CITY -> out.append(topic.city());
      case SURNAME -> out.append(language.surnames().draw(dice));
      case RARE -> language.rareWords().word(dice, out);
      case ACRONYM -> language.rareWords().acronym(dice, out);
      case CODE -> language.rareWords().code(dice, out);
      case GENE -> language.rareWords().gene(dice, out);
      case A -> out.append("a ");
    }
  }

  private void word(WordList list) {
    int slot = list.number();
    int known = Math.min(remembered[slot], MEMORY);
    if (known > 0 && dice.chance(language.repeatShare())) {
      out.append(memory[slot * MEMORY + dice.below(known)]);
      return;
    }
    int start = out.length();
    if (list.openEnded() && dice.chance(language.rareShare())) {
      language.rareWords().word(dice, out);
      memory[slot * MEMORY + remembered[slot]++ % MEMORY] = out.substring(start);
    } else {
      String word = list.words().draw(dice);
      out.append(word);
      memory[slot * MEMORY + remembered[slot]++ % MEMORY] = word;
    }
  }
}
