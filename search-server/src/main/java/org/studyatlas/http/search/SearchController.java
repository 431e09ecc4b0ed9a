package org.studyatlas.http.search;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.io.IOException;
import java.util.List;
import org.studyatlas.api.Endpoints;
import org.studyatlas.api.ShownDefinitions;
import org.studyatlas.http.EntityTags;
import org.studyatlas.http.KnownParameters;
import org.studyatlas.http.ParameterReader;
import org.studyatlas.http.RequestParameters;
import org.studyatlas.query.SearchRequest;
import org.studyatlas.search.FilterEffect;
import org.studyatlas.search.GenerationService;
import org.studyatlas.search.Lease;
import org.studyatlas.search.OpenGeneration;
import org.studyatlas.search.SearchPage;

/**
 * {@code /search}: studies by words, place and conditions at one and the same site, with the
 * matching sites of each hit. {@code POST} takes the same parameters as a JSON object.
 */
@Controller("/search")
@Produces(MediaType.ALL)
@ExecuteOn(TaskExecutors.BLOCKING)
final class SearchController {

  /** What the endpoint takes. */
  static final KnownParameters PARAMETERS = KnownParameters.of(Endpoints.SEARCH);

  private final GenerationService generations;
  private final ParameterReader parameters;
  private final SearchReader reader;
  private final EntityTags tags;

  SearchController(
      GenerationService generations,
      ParameterReader parameters,
      SearchReader reader,
      EntityTags tags) {
    this.generations = generations;
    this.parameters = parameters;
    this.reader = reader;
    this.tags = tags;
  }

  @Get
  HttpResponse<byte[]> get(HttpRequest<?> request) throws IOException {
    return search(request, parameters.read(request, PARAMETERS));
  }

  @Post
  @Consumes(MediaType.ALL)
  HttpResponse<byte[]> post(HttpRequest<?> request, @Body byte[] body) throws IOException {
    return search(request, parameters.read(request, body, PARAMETERS));
  }

  private HttpResponse<byte[]> search(HttpRequest<?> request, RequestParameters given)
      throws IOException {
    try (Lease lease =
        generations.acquireFor(
            new NativeParameters(given).find(ShownDefinitions.CURSOR).orElse(null))) {
      return tags.answer(
          request,
          lease.generation(),
          generation -> check(generation, given),
          generation -> answer(generation, given));
    }
  }

  private void check(OpenGeneration generation, RequestParameters given) throws IOException {
    NativeSearch search = reader.read(given, generation);
    Refusals.check(
        generation, search, PageParameters.read(given, search.request()).of(search.request()));
  }

  private MutableHttpResponse<byte[]> answer(OpenGeneration generation, RequestParameters given)
      throws IOException {
    NativeSearch search = reader.read(given, generation);
    PageParameters shown = PageParameters.read(given, search.request());
    SearchRequest request = shown.of(search.request());
    SearchPage page =
        Refusals.of(generation, search, request, r -> generation.searcher().search(r));
    boolean told = shown.explain() || page.total().orElse(0) == 0;
    List<FilterEffect> effects =
        told
            ? Refusals.of(
                generation, search, r -> generation.searcher().effects(search.clauses(), r.sites()))
            : List.of();
    byte[] body = new SearchAnswer(generation, search, shown).toJson(page, effects);
    return HttpResponse.ok(body).contentType(MediaType.APPLICATION_JSON_TYPE);
  }
}
