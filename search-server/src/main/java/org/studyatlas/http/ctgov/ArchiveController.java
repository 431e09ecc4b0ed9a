package org.studyatlas.http.ctgov;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.io.IOException;
import java.util.Map;
import org.studyatlas.http.EntityTags;
import org.studyatlas.http.KnownParameters;
import org.studyatlas.http.ParameterReader;
import org.studyatlas.http.PulledAnswers;
import org.studyatlas.search.GenerationService;

/** {@code GET /api/v2/studies/download}: all studies as the registry's zip. */
@Controller("/api/v2/studies/download")
@Produces(MediaType.ALL)
@ExecuteOn(TaskExecutors.BLOCKING)
final class ArchiveController {

  private static final KnownParameters PARAMETERS = KnownParameters.of("format");
  private static final String FORMAT = "json.zip";
  private static final Map<String, String> HEADERS =
      Map.of(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"ctg-studies.json.zip\"");

  private final GenerationService generations;
  private final ParameterReader parameters;
  private final PulledAnswers answers;

  ArchiveController(
      GenerationService generations, ParameterReader parameters, PulledAnswers answers) {
    this.generations = generations;
    this.parameters = parameters;
    this.answers = answers;
  }

  @Get
  HttpResponse<?> archive(HttpRequest<?> request) throws IOException {
    String format = parameters.read(request, PARAMETERS).find("format").orElse(FORMAT);
    if (!format.equals(FORMAT)) {
      throw BodyParameters.badValue("format", format);
    }
    return answers.answer(
        request,
        generations.acquire(),
        EntityTags.Check.NONE,
        generation ->
            new PulledAnswers.Content(BodyParameters.ZIP, HEADERS, new ArchiveParts(generation)));
  }
}
