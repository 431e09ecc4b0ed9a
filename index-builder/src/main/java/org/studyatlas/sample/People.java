package org.studyatlas.sample;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Invented people: names, e-mail addresses at example.org, telephone numbers that ring nowhere. */
final class People {

  private final Weighted<String> givenNames;
  private final Weighted<String> surnames;
  private final Weighted<String> degrees;

  /** Reads the parts of names. */
  People(RegistryFacts facts) {
    Map<String, List<String>> lists =
        SampleTable.read("people.tsv", row -> row).stream()
            .collect(Collectors.toMap(row -> row.text(0), row -> row.list(1)));
    givenNames = zipf(lists.getOrDefault("given", List.of()));
    surnames = zipf(lists.getOrDefault("surname", List.of()));
    degrees = facts.choice("person.degree");
  }

  private static Weighted<String> zipf(List<String> names) {
    return Weighted.zipf(names, 0.6, 3);
  }

  /** The given names. */
  Weighted<String> givenNames() {
    return givenNames;
  }

  /** The surnames. */
  Weighted<String> surnames() {
    return surnames;
  }

  /** A full name, such as {@code Maria T Larsson, MD}. */
  String fullName(Dice dice) {
    StringBuilder name = new StringBuilder(40).append(givenNames.draw(dice)).append(' ');
    if (dice.chance(0.3)) {
      name.append((char) ('A' + dice.below(26))).append(' ');
    }
    return name.append(surnames.draw(dice)).append(degrees.draw(dice)).toString();
  }

  /** The author of a publication, such as {@code Larsson MT}. */
  void author(Dice dice, StringBuilder out) {
    out.append(surnames.draw(dice)).append(' ').append((char) ('A' + dice.below(26)));
    if (dice.chance(0.4)) {
      out.append((char) ('A' + dice.below(26)));
    }
  }

  /** A telephone number with the prefix that is reserved for fiction. */
  String phone(Dice dice) {
    return digits(new StringBuilder("+1 "), dice, 3)
        .append("-555-01")
        .append(dice.below(10))
        .append(dice.below(10))
        .toString();
  }

  private static StringBuilder digits(StringBuilder out, Dice dice, int count) {
    out.append(dice.between(2, 9));
    for (int i = 1; i < count; i++) {
      out.append(dice.below(10));
    }
    return out;
  }

  /** An extension of a telephone number. */
  String phoneExtension(Dice dice) {
    return Integer.toString(dice.between(10, 9999));
  }

  /** An e-mail address. */
  String email(Dice dice) {
    return "contact" + dice.below(1_000_000) + "@example.org";
  }
}
