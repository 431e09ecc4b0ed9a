package org.studyatlas.http.ctgov;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.io.IOException;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.studyatlas.http.EntityTags;
import org.studyatlas.http.KnownParameters;
import org.studyatlas.http.ParameterReader;
import org.studyatlas.search.GenerationService;
import org.studyatlas.search.OpenGeneration;

/** {@code GET /api/v2/version}: version of the API and date of the data. */
@Controller("/api/v2/version")
@Produces(MediaType.ALL)
@ExecuteOn(TaskExecutors.BLOCKING)
final class VersionController {

  /** Version of the registry's API that this face follows; its OpenAPI file of 2026-01. */
  private static final String API_VERSION = "2.0.5";

  private static final KnownParameters PARAMETERS = KnownParameters.of();
  private static final DateTimeFormatter SECONDS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss", Locale.ROOT);

  private final GenerationService generations;
  private final ParameterReader parameters;
  private final EntityTags tags;

  VersionController(GenerationService generations, ParameterReader parameters, EntityTags tags) {
    this.generations = generations;
    this.parameters = parameters;
    this.tags = tags;
  }

  @Get
  HttpResponse<byte[]> version(HttpRequest<?> request) throws IOException {
    parameters.read(request, PARAMETERS);
    return generations.withCurrent(
        generation -> tags.answer(request, generation, g -> JsonAnswer.of(json(g))));
  }

  private static byte[] json(OpenGeneration generation) {
    return "{\"apiVersion\":\"%s\",\"dataTimestamp\":\"%s\"}"
        .formatted(API_VERSION, SECONDS.format(generation.dataTimestamp()))
        .getBytes(UTF_8);
  }
}
