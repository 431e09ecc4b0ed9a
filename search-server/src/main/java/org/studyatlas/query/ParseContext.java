package org.studyatlas.query;

import java.util.Optional;
import org.studyatlas.fields.FieldCatalogue;
import org.studyatlas.fields.SearchArea;

/**
 * What a parser must know besides the text.
 *
 * @param where what error messages call the text, e.g. {@code Conditions or disease}
 * @param target what terms without {@code AREA[...]} search
 */
public record ParseContext(String where, SearchTarget target) {

  private static final String QUERY = "query.";

  /** The context of an advanced filter: terms search BasicSearch. */
  public static ParseContext ofAdvancedFilter() {
    return new ParseContext("advanced filter", SearchTarget.area("BasicSearch"));
  }

  /**
   * The context of one of the registry's parameters {@code query.*}, e.g. {@code query.cond}. What
   * the registry calls {@code query.lead} and {@code query.patient} in messages is not known; they
   * go by their own names.
   *
   * @throws IllegalArgumentException if there is no such parameter
   */
  public static ParseContext ofQuery(String parameter) {
    return findOfQuery(parameter)
        .orElseThrow(
            () -> new IllegalArgumentException("'" + parameter + "' is no query parameter"));
  }

  private static Optional<ParseContext> findOfQuery(String parameter) {
    if (parameter.equals("query.lead")) {
      return Optional.of(new ParseContext(parameter, SearchTarget.piece("LeadSponsorName")));
    }
    if (!parameter.startsWith(QUERY)) {
      return Optional.empty();
    }
    return FieldCatalogue.standard()
        .findAreaOfParam(parameter.substring(QUERY.length()))
        .map(area -> new ParseContext(where(area, parameter), new SearchTarget.OfArea(area)));
  }

  private static String where(SearchArea area, String parameter) {
    String label = area.label();
    return label == null ? parameter : label;
  }
}
