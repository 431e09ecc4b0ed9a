package org.studyatlas.http.ctgov;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.studyatlas.http.EntityTags;
import org.studyatlas.http.KnownParameters;
import org.studyatlas.http.ParameterReader;
import org.studyatlas.http.Problem;
import org.studyatlas.http.PulledAnswers;
import org.studyatlas.http.RefusedRequestException;
import org.studyatlas.http.RequestParameters;
import org.studyatlas.search.GenerationService;
import org.studyatlas.search.Lease;
import org.studyatlas.search.OpenGeneration;
import org.studyatlas.stats.StatsAnswer;
import org.studyatlas.stats.StatsFile;
import org.studyatlas.stats.UnknownStatsFieldException;

/**
 * {@code GET /api/v2/stats/...}: the registry's statistics of all studies, as the build counted
 * them. They cannot be narrowed to a search.
 */
@Controller("/api/v2/stats")
@Produces(MediaType.ALL)
@ExecuteOn(TaskExecutors.BLOCKING)
final class StatsController {

  /** What {@code /stats/field/values} takes. */
  static final KnownParameters VALUES_PARAMETERS =
      KnownParameters.of(StatsParameters.TYPES, StatsParameters.FIELDS);

  /** What {@code /stats/field/sizes} takes. */
  static final KnownParameters SIZES_PARAMETERS = KnownParameters.of(StatsParameters.FIELDS);

  private final GenerationService generations;
  private final ParameterReader parameters;
  private final PulledAnswers answers;

  StatsController(
      GenerationService generations, ParameterReader parameters, PulledAnswers answers) {
    this.generations = generations;
    this.parameters = parameters;
    this.answers = answers;
  }

  /** Finds the answer in the statistics of the generation in service. */
  @FunctionalInterface
  private interface Lookup {
    StatsAnswer in(StatsFile stats) throws UnknownStatsFieldException;
  }

  @Get("/size")
  HttpResponse<?> studySizes(HttpRequest<?> request) throws IOException {
    parameters.read(request, KnownParameters.of());
    return answer(request, StatsFile::studySizes);
  }

  @Get(uris = {"/field/values", "/fieldValues"})
  HttpResponse<?> fieldValues(HttpRequest<?> request) throws IOException {
    RequestParameters given = parameters.read(request, VALUES_PARAMETERS);
    var types = StatsParameters.types(given);
    List<String> fields = StatsParameters.fields(given);
    return answer(request, stats -> stats.fieldValues(fields, types));
  }

  /** The old form for one field; its answer is no list. */
  @Get("/fieldValues/{field}")
  HttpResponse<?> valuesOfOne(HttpRequest<?> request, String field) throws IOException {
    parameters.read(request, KnownParameters.of());
    return answer(request, stats -> stats.valuesOf(field));
  }

  @Get(uris = {"/field/sizes", "/listSizes"})
  HttpResponse<?> listSizes(HttpRequest<?> request) throws IOException {
    List<String> fields = StatsParameters.fields(parameters.read(request, SIZES_PARAMETERS));
    return answer(request, stats -> stats.listSizes(fields));
  }

  /** An unknown field is told to a client, too, that knows the tag of the generation. */
  private HttpResponse<?> answer(HttpRequest<?> request, Lookup lookup) throws IOException {
    Lease lease = generations.acquire();
    StatsAnswer found;
    try {
      found = lookup.in(stats(lease.generation()));
    } catch (UnknownStatsFieldException e) {
      lease.close();
      throw notFound("Unknown piece name of field path: " + e.name());
    } catch (RuntimeException e) {
      lease.close();
      throw e;
    }
    Map<String, String> length = Map.of(HttpHeaders.CONTENT_LENGTH, String.valueOf(found.length()));
    return answers.answer(
        request,
        lease,
        EntityTags.Check.NONE,
        generation ->
            new PulledAnswers.Content(
                MediaType.APPLICATION_JSON_TYPE, length, new StatsParts(found)));
  }

  private static StatsFile stats(OpenGeneration generation) {
    return generation
        .findStats()
        .orElseThrow(
            () -> notFound("this index was built without statistics; build it again to have them"));
  }

  private static RefusedRequestException notFound(String words) {
    return new RefusedRequestException(Problem.of(HttpStatus.NOT_FOUND, words));
  }
}
