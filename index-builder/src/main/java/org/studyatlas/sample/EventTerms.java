package org.studyatlas.sample;

import java.util.List;
import java.util.stream.IntStream;

/** Terms of adverse events with their organ systems, from {@code events.tsv}. */
final class EventTerms {

  /**
   * A term.
   *
   * @param name such as {@code Nausea}
   * @param organSystem such as {@code Gastrointestinal disorders}
   */
  record Term(String name, String organSystem) {}

  private final Weighted<Term> common;
  private final List<Term> all;

  /** Reads the terms. */
  EventTerms() {
    List<Weighted<Term>> systems =
        SampleTable.read("events.tsv", row -> row).stream()
            .map(row -> row.list(1).stream().map(name -> new Term(name, row.text(0))).toList())
            .map(terms -> Weighted.zipf(terms, 0.8, 2))
            .toList();
    all = systems.stream().flatMap(system -> system.values().stream()).toList();
    common = Weighted.of(all, term -> weight(systems, term));
  }

  private static double weight(List<Weighted<Term>> systems, Term term) {
    return IntStream.range(0, systems.size())
        .filter(i -> systems.get(i).values().contains(term))
        .mapToDouble(i -> 1.0 / ((i + 3.0) * (systems.get(i).values().indexOf(term) + 3.0)))
        .sum();
  }

  /** Draws a term, frequent ones more often. */
  Term draw(Dice dice) {
    return common.draw(dice);
  }

  /** Draws any term. */
  Term drawEvenly(Dice dice) {
    return all.get(dice.below(all.size()));
  }
}
