package org.studyatlas.search;

import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.studyatlas.fields.Field;
import org.studyatlas.query.Expansion;
import org.studyatlas.query.Expr;
import org.studyatlas.query.Scope;

/**
 * Whether an expression holds for one study, and each of its parts.
 *
 * @param expr what was asked
 * @param scope where it must hold: {@link Scope#SITE} for what is put to one and the same site
 * @param matched whether it holds; in the scope of sites, whether it does at any of them
 * @param sites positions of the sites at which it holds, in the record's order; empty in the scope
 *     of the study
 * @param parts what it is made of, in its order
 * @param fields for words: the fields that hold them, the weightiest first
 * @param nearestMeters for a distance: that of the nearest site that fulfils all other conditions
 *     put to the same site, or of the nearest one at all if none does; empty if no such site has
 *     coordinates, and for everything else
 * @param amongOthers whether that site fulfils all the other conditions
 */
public record Explanation(
    Expr expr,
    Scope scope,
    boolean matched,
    List<Integer> sites,
    List<Explanation> parts,
    List<FieldMatch> fields,
    OptionalDouble nearestMeters,
    boolean amongOthers) {

  /**
   * A field that holds the words.
   *
   * @param field of the catalogue
   * @param weight of the field in the search area; 1 if a single field was asked
   * @param expansion the narrowest that finds the words there; null for values that are compared as
   *     a whole, and for beginnings and other spellings of words
   */
  public record FieldMatch(Field field, double weight, @Nullable Expansion expansion) {}

  /** Copies the lists. */
  public Explanation {
    sites = List.copyOf(sites);
    parts = List.copyOf(parts);
    fields = List.copyOf(fields);
  }
}
