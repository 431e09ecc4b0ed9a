package org.studyatlas.mapping;

import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import org.studyatlas.schema.IndexField;

/**
 * The values that a study's document already has in its lists.
 *
 * <p>A value that occurs again makes the study match nothing new, so it is not indexed again: the
 * group descriptions of a study's results repeat for every outcome, and a quarter of all words of
 * real records are such repetitions. Counts and statistics take them all.
 */
final class SeenValues {

  private final Map<IndexField, Set<Object>> byField = new IdentityHashMap<>();

  /** Notes a value of a list; false if the list has had it. */
  boolean add(IndexField list, Object value) {
    return byField.computeIfAbsent(list, key -> new HashSet<>()).add(value);
  }
}
