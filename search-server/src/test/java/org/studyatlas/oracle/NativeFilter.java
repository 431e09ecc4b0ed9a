package org.studyatlas.oracle;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.function.Predicate;

/**
 * A filter of the native face, as the text that asks for it and as what it means over JSON.
 *
 * @param parameter its name
 * @param text its value
 * @param ofSite whether it is a condition on one site, so that the predicates are given sites
 * @param holds what it means
 * @param missing whether a study or site has no value for it
 */
record NativeFilter(
    String parameter,
    String text,
    boolean ofSite,
    Predicate<JsonNode> holds,
    Predicate<JsonNode> missing) {

  /** Each study or site is looked at once, however often the filter is combined with others. */
  NativeFilter {
    holds = remembering(holds);
    missing = remembering(missing);
  }

  private static Predicate<JsonNode> remembering(Predicate<JsonNode> predicate) {
    Map<JsonNode, Boolean> known = new IdentityHashMap<>();
    return node -> known.computeIfAbsent(node, predicate::test);
  }
}
