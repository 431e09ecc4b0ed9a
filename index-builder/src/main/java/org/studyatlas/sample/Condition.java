package org.studyatlas.sample;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A condition that studies are about.
 *
 * @param names as sponsors write it, the most usual first; that one fits into a sentence
 * @param weight how often it is studied, relative
 * @param sex {@code FEMALE}, {@code MALE} or {@code ALL}
 * @param mesh its subject heading, if it has one
 */
record Condition(List<String> names, double weight, String sex, @Nullable MeshTerm mesh) {

  /** Copies the list. */
  Condition {
    names = List.copyOf(names);
  }

  /** Its most usual name. */
  String name() {
    return names.getFirst();
  }

  /** Its subject heading. */
  Optional<MeshTerm> findMesh() {
    return Optional.ofNullable(mesh);
  }

  /** One of its names as a sponsor would enter it. */
  String drawName(Dice dice) {
    String name = dice.chance(0.6) ? name() : names.get(dice.below(names.size()));
    return dice.chance(0.8) ? Titles.capitalize(name) : name;
  }
}
