package org.studyatlas.http.search;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.io.IOException;
import java.util.List;
import org.studyatlas.http.EntityTags;
import org.studyatlas.http.ParameterReader;
import org.studyatlas.query.SearchRequest;
import org.studyatlas.search.CursorException;
import org.studyatlas.search.GenerationService;
import org.studyatlas.search.Lease;
import org.studyatlas.search.OpenGeneration;
import org.studyatlas.search.OversizedQueryException;
import org.studyatlas.search.SearchPage;

/**
 * {@code GET /search}: studies by words, place and conditions at one and the same site, with the
 * matching sites of each hit.
 */
@Controller("/search")
@Produces(MediaType.ALL)
@ExecuteOn(TaskExecutors.BLOCKING)
final class SearchController {

  private final GenerationService generations;
  private final ParameterReader parameters;
  private final EntityTags tags;

  SearchController(GenerationService generations, ParameterReader parameters, EntityTags tags) {
    this.generations = generations;
    this.parameters = parameters;
    this.tags = tags;
  }

  @Get
  HttpResponse<byte[]> search(HttpRequest<?> request) throws IOException {
    NativeRequest given = new NativeRequest(parameters.read(request, NativeRequest.PARAMETERS));
    SearchRequest search = given.search();
    int maxSites = given.maxSites();
    try (Lease lease = generations.acquireFor(search.page().cursor())) {
      return tags.answer(request, lease.generation(), g -> answer(g, search, maxSites));
    }
  }

  private static MutableHttpResponse<byte[]> answer(
      OpenGeneration generation, SearchRequest search, int maxSites) throws IOException {
    SearchPage page = find(generation, search);
    byte[] body = new SearchAnswer(generation, search, maxSites).toJson(page);
    return HttpResponse.ok(body).contentType(MediaType.APPLICATION_JSON_TYPE);
  }

  private static SearchPage find(OpenGeneration generation, SearchRequest search)
      throws IOException {
    try {
      return generation.searcher().search(search);
    } catch (CursorException e) {
      throw NativeParameters.refused(
          "invalid-cursor",
          "cursor",
          String.valueOf(search.page().cursor()),
          "the cursor cannot be used: " + e.getMessage() + "; begin again without it",
          List.of());
    } catch (OversizedQueryException e) {
      throw NativeParameters.refused(
          "oversized-query", "q", "", String.valueOf(e.getMessage()), List.of());
    }
  }
}
