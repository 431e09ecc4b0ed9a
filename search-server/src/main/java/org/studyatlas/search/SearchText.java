package org.studyatlas.search;

import java.util.List;
import java.util.stream.Stream;
import org.studyatlas.query.Choice;
import org.studyatlas.query.ExprPrinter;
import org.studyatlas.query.SearchRequest;
import org.studyatlas.query.SiteConditions;

/** What a search finds, and in which order, as a text: equal for the pages of one search only. */
final class SearchText {

  private SearchText() {}

  /**
   * The text; the same in every process. What a page shows besides its hits, and how many, is not
   * in it.
   *
   * @param order of the hits
   */
  static String of(SearchRequest request, String order) {
    StringBuilder text = new StringBuilder(order).append('\n');
    text.append(ExprPrinter.print(request.query())).append('\n');
    text.append(ExprPrinter.print(request.filter())).append('\n');
    for (Choice choice : request.choices()) {
      text.append(choice.parameter()).append(' ');
      text.append(ExprPrinter.print(choice.expr())).append(' ');
      text.append(ExprPrinter.print(choice.missing())).append('\n');
    }
    append(text, request.sites());
    return text.append(request.origin()).append('\n').append(request.decay()).toString();
  }

  private static void append(StringBuilder text, SiteConditions sites) {
    Stream.of(
            sites.statuses(), sites.countries(), sites.states(), sites.cities(), sites.facilities())
        .forEach(values -> append(text, values));
    text.append(sites.within()).append('\n');
    text.append(sites.box()).append('\n');
    text.append(sites.area()).append('\n');
  }

  /** With their lengths, so that it is clear where each ends. */
  private static void append(StringBuilder text, List<String> values) {
    values.forEach(value -> text.append(value.length()).append(' ').append(value).append(' '));
    text.append('\n');
  }
}
