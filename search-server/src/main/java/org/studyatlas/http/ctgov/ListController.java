package org.studyatlas.http.ctgov;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.studyatlas.http.ParameterReader;
import org.studyatlas.http.PulledAnswers;
import org.studyatlas.http.RefusedRequestException;
import org.studyatlas.http.RequestParameters;
import org.studyatlas.query.SearchRequest;
import org.studyatlas.query.SearchedTargets;
import org.studyatlas.search.CursorException;
import org.studyatlas.search.GenerationService;
import org.studyatlas.search.Lease;
import org.studyatlas.search.OpenGeneration;
import org.studyatlas.search.OversizedQueryException;
import org.studyatlas.search.SearchPage;

/** {@code GET /api/v2/studies}: search, page by page. */
@Controller("/api/v2/studies")
@Produces(MediaType.ALL)
@ExecuteOn(TaskExecutors.BLOCKING)
final class ListController {

  private static final String TOTAL_HEADER = "x-total-count";
  private static final String TOKEN_HEADER = "x-next-page-token";
  private static final String IGNORED_HEADER = "x-studyatlas-ignored";

  private final GenerationService generations;
  private final ParameterReader parameters;
  private final PulledAnswers answers;

  ListController(GenerationService generations, ParameterReader parameters, PulledAnswers answers) {
    this.generations = generations;
    this.parameters = parameters;
    this.answers = answers;
  }

  @Get
  HttpResponse<?> studies(HttpRequest<?> request) throws IOException {
    RequestParameters given =
        parameters.read(request, ListRequest.PARAMETERS, ListRequest.LENIENT_PARAMETERS);
    ListRequest list = new ListRequest(given);
    SearchRequest search = list.search();
    ListFormat format = ListFormat.of(given, SearchedTargets.fields(search.query()));
    Lease lease = generations.acquireFor(search.page().cursor());
    return answers.answer(
        request, lease, g -> check(g, search), g -> content(g, search, format, list));
  }

  private static PulledAnswers.Content content(
      OpenGeneration generation, SearchRequest search, ListFormat format, ListRequest list)
      throws IOException {
    SearchPage page = find(generation, search);
    Map<String, String> headers = new LinkedHashMap<>();
    if (format instanceof ListFormat.Csv) {
      page.total().ifPresent(total -> headers.put(TOTAL_HEADER, String.valueOf(total)));
      page.next().ifPresent(token -> headers.put(TOKEN_HEADER, token));
    }
    list.ignored().ifPresent(names -> headers.put(IGNORED_HEADER, names));
    boolean first = search.page().cursor() == null;
    return new PulledAnswers.Content(
        format.type(), headers, ListParts.of(generation, page, format, first));
  }

  private static void check(OpenGeneration generation, SearchRequest search) throws IOException {
    try {
      generation.searcher().check(search);
    } catch (CursorException e) {
      throw refused(e);
    } catch (OversizedQueryException e) {
      throw refused(e);
    }
  }

  private static SearchPage find(OpenGeneration generation, SearchRequest search)
      throws IOException {
    try {
      return generation.searcher().search(search);
    } catch (CursorException e) {
      throw refused(e);
    } catch (OversizedQueryException e) {
      throw refused(e);
    }
  }

  private static RefusedRequestException refused(CursorException e) {
    return BodyParameters.refused(
        "pageToken",
        "Parameter `pageToken` cannot be used: "
            + e.getMessage()
            + "; begin again with the first page");
  }

  private static RefusedRequestException refused(OversizedQueryException e) {
    return BodyParameters.refused("query", "Error parsing query: " + e.getMessage());
  }
}
