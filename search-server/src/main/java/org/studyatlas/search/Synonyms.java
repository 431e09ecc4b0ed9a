package org.studyatlas.search;

import java.util.List;

/**
 * Other terms for a whole term, which {@code EXPANSION[Concept]} and wider ones search too.
 *
 * <p>The one place where synonyms enter. The registry's own come from UMLS, which cannot be
 * shipped; {@link #NONE} is in use until another source is.
 */
@FunctionalInterface
interface Synonyms {

  /** No synonyms. */
  Synonyms NONE = term -> List.of();

  /** Other terms for the term, without itself. */
  List<String> of(String term);
}
