package org.studyatlas.fields;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A search area of the registry: a weighted list of pieces that words are looked up in.
 *
 * @param name e.g. {@code ConditionSearch}
 * @param param the query parameter's last part, e.g. {@code cond} for {@code query.cond}, or null
 * @param label the registry's label, e.g. {@code Conditions or disease}, or null
 * @param parts the pieces with their weights, in the registry's order
 */
public record SearchArea(
    String name, @Nullable String param, @Nullable String label, List<Part> parts) {

  /**
   * Pieces that share a type and a weight.
   *
   * @param pieces piece names, at least one
   * @param type the registry's type name
   * @param synonyms whether the registry expands queries on them by synonyms
   * @param weight above 0, at most 1
   */
  public record Part(List<String> pieces, String type, boolean synonyms, double weight) {
    /** Copies the list. */
    public Part {
      pieces = List.copyOf(pieces);
    }
  }

  /** Copies the list. */
  public SearchArea {
    parts = List.copyOf(parts);
  }
}
