package org.studyatlas.http.search;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.io.IOException;
import java.util.List;
import org.studyatlas.api.Endpoints;
import org.studyatlas.api.ShownDefinitions;
import org.studyatlas.http.KnownParameters;
import org.studyatlas.http.ParameterReader;
import org.studyatlas.http.PulledAnswers;
import org.studyatlas.http.RequestParameters;
import org.studyatlas.query.SearchedTargets;
import org.studyatlas.query.Sort;
import org.studyatlas.search.GenerationService;
import org.studyatlas.search.Lease;
import org.studyatlas.search.OpenGeneration;
import org.studyatlas.search.ResultWalk;

/**
 * {@code GET /export}: all studies that any search finds, as a stream; in the order of NCT ids
 * unless {@code sort} says otherwise.
 */
@Controller("/export")
@Produces(MediaType.ALL)
@ExecuteOn(TaskExecutors.BLOCKING)
final class ExportController {

  /** What the endpoint takes. */
  static final KnownParameters PARAMETERS = KnownParameters.of(Endpoints.EXPORT);

  private final GenerationService generations;
  private final ParameterReader parameters;
  private final SearchReader reader;
  private final PulledAnswers answers;

  ExportController(
      GenerationService generations,
      ParameterReader parameters,
      SearchReader reader,
      PulledAnswers answers) {
    this.generations = generations;
    this.parameters = parameters;
    this.reader = reader;
    this.answers = answers;
  }

  @Get
  HttpResponse<?> export(HttpRequest<?> request) throws IOException {
    RequestParameters given = parameters.read(request, PARAMETERS);
    Lease lease = generations.acquire();
    return answers.answer(
        request,
        lease,
        generation -> check(generation, given),
        generation -> content(lease, given));
  }

  private void check(OpenGeneration generation, RequestParameters given) throws IOException {
    NativeSearch search = reader.read(given, generation);
    ExportFormat.read(
        new NativeParameters(given), SearchedTargets.fields(search.request().query()));
    Refusals.check(generation, search, search.request());
  }

  private PulledAnswers.Content content(Lease lease, RequestParameters given) throws IOException {
    OpenGeneration generation = lease.generation();
    NativeSearch search = reader.read(given, generation);
    NativeParameters shown = new NativeParameters(given);
    ExportFormat format =
        ExportFormat.read(shown, SearchedTargets.fields(search.request().query()));
    boolean sorted = shown.find(ShownDefinitions.SORT).isPresent();
    List<Sort> byId = List.of(new Sort.ById(false));
    ResultWalk walk =
        Refusals.of(
            generation,
            search,
            request ->
                generation.searcher().walk(sorted ? request : request.withSort(byId), lease));
    StreamEnds ends =
        new StreamEnds(
            "studies",
            walk.total(),
            Refusals.of(generation, search, generation.searcher()::countSitesWithoutPoint),
            new Receipt(generation, search, walk.total()));
    return new PulledAnswers.Content(
        format.type(),
        ends.headers(format.suffix()),
        new ExportStream(generation, walk, format, ends));
  }
}
