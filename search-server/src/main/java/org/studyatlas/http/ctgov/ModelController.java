package org.studyatlas.http.ctgov;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import org.studyatlas.http.EntityTags;
import org.studyatlas.http.KnownParameters;
import org.studyatlas.http.ParameterReader;
import org.studyatlas.http.RequestParameters;
import org.studyatlas.render.ModelMetadata;
import org.studyatlas.search.GenerationService;

/** What the studies are made of: fields, search areas and enumerations. */
@Controller("/api/v2/studies")
@Produces(MediaType.ALL)
@ExecuteOn(TaskExecutors.BLOCKING)
final class ModelController {

  private static final String INDEXED_ONLY = "includeIndexedOnly";
  private static final String HISTORIC_ONLY = "includeHistoricOnly";

  private final GenerationService generations;
  private final ParameterReader parameters;
  private final EntityTags tags;

  ModelController(GenerationService generations, ParameterReader parameters, EntityTags tags) {
    this.generations = generations;
    this.parameters = parameters;
    this.tags = tags;
  }

  /** Writes a body. */
  @FunctionalInterface
  private interface Body {
    void writeTo(OutputStream out) throws IOException;
  }

  /** Fields that only earlier data have are not known here, so asking for them adds none. */
  @Get("/metadata")
  HttpResponse<byte[]> metadata(HttpRequest<?> request) throws IOException {
    RequestParameters given =
        parameters.read(request, KnownParameters.of(INDEXED_ONLY, HISTORIC_ONLY));
    boolean indexedOnly = BodyParameters.flag(given, INDEXED_ONLY);
    BodyParameters.flag(given, HISTORIC_ONLY);
    return answer(request, out -> ModelMetadata.writeFields(indexedOnly, out));
  }

  @Get("/search-areas")
  HttpResponse<byte[]> searchAreas(HttpRequest<?> request) throws IOException {
    parameters.read(request, KnownParameters.of());
    return answer(request, ModelMetadata::writeSearchAreas);
  }

  @Get("/enums")
  HttpResponse<byte[]> enums(HttpRequest<?> request) throws IOException {
    parameters.read(request, KnownParameters.of());
    return answer(request, ModelMetadata::writeEnums);
  }

  private HttpResponse<byte[]> answer(HttpRequest<?> request, Body body) throws IOException {
    return generations.withCurrent(
        generation ->
            tags.answer(
                request,
                generation,
                g -> {
                  ByteArrayOutputStream out = new ByteArrayOutputStream();
                  body.writeTo(out);
                  return JsonAnswer.of(out.toByteArray());
                }));
  }
}
