package org.studyatlas.sample;

import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * A subject heading.
 *
 * @param id such as {@code D009369}
 * @param term the heading
 * @param ancestors all broader headings, each once
 * @param lineage the heading itself and the broader ones, by name
 * @param branches the branches of the browse tree that it and they belong to
 */
record MeshTerm(
    String id, String term, List<MeshTerm> ancestors, Set<String> lineage, List<Branch> branches) {

  /**
   * A branch of the browse tree.
   *
   * @param abbrev such as {@code BC04}
   * @param name such as {@code Neoplasms}
   */
  record Branch(String abbrev, String name) {}

  /** Copies the collections. */
  MeshTerm {
    lineage = Set.copyOf(lineage);
    ancestors = List.copyOf(ancestors);
    branches = List.copyOf(branches);
  }

  /** Id in the browse tree: the letter M and the heading's own number. */
  String leafId() {
    return "M" + Integer.parseInt(id.substring(1));
  }

  /** Whether it is one of those headings or narrower than one. */
  boolean isWithinAny(Collection<String> headings) {
    return headings.stream().anyMatch(lineage::contains);
  }
}
