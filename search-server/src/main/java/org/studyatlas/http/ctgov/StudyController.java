package org.studyatlas.http.ctgov;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import org.studyatlas.http.ContentCoding;
import org.studyatlas.http.EntityTags;
import org.studyatlas.http.KnownParameters;
import org.studyatlas.http.ParameterReader;
import org.studyatlas.http.Problem;
import org.studyatlas.http.RefusedRequestException;
import org.studyatlas.schema.RecordPointer;
import org.studyatlas.search.GenerationService;
import org.studyatlas.search.OpenGeneration;
import org.studyatlas.study.NctId;

/** {@code GET /api/v2/studies/{nctId}}: one study, as the registry gave it or rendered. */
@Controller("/api/v2/studies")
@Produces(MediaType.ALL)
@ExecuteOn(TaskExecutors.BLOCKING)
final class StudyController {

  private static final KnownParameters PARAMETERS =
      KnownParameters.of("format", "markupFormat", "fields");

  private final GenerationService generations;
  private final ParameterReader parameters;
  private final EntityTags tags;

  StudyController(GenerationService generations, ParameterReader parameters, EntityTags tags) {
    this.generations = generations;
    this.parameters = parameters;
    this.tags = tags;
  }

  @Get("/{nctId}")
  HttpResponse<byte[]> study(HttpRequest<?> request, String nctId) throws IOException {
    StudyFormat format = StudyFormat.of(parameters.read(request, PARAMETERS));
    NctId id = NctId.find(nctId).orElseThrow(() -> badId(nctId));
    return generations.withCurrent(generation -> answer(request, generation, id, format));
  }

  private HttpResponse<byte[]> answer(
      HttpRequest<?> request, OpenGeneration generation, NctId id, StudyFormat format)
      throws IOException {
    Optional<RecordPointer> record = generation.findRecord(id);
    if (record.isPresent()) {
      return tags.answer(request, generation, g -> body(request, g, id, record.get(), format));
    }
    NctId renamed = generation.findByAlias(id).orElseThrow(() -> notFound(id));
    return HttpResponse.redirect(location(request, renamed))
        .status(HttpStatus.MOVED_PERMANENTLY)
        .body(new byte[0]);
  }

  private static MutableHttpResponse<byte[]> body(
      HttpRequest<?> request,
      OpenGeneration generation,
      NctId id,
      RecordPointer record,
      StudyFormat format)
      throws IOException {
    if (format instanceof StudyFormat.Stored && ContentCoding.acceptsGzip(request)) {
      return JsonAnswer.ofGzip(generation.gzip(record));
    }
    byte[] body = format.write(id, generation.json(record));
    return HttpResponse.ok(body).contentType(format.type()).contentLength(body.length);
  }

  private static URI location(HttpRequest<?> request, NctId id) {
    String query = request.getUri().getRawQuery();
    return URI.create("/api/v2/studies/" + id + (query == null ? "" : "?" + query));
  }

  private static RefusedRequestException badId(String text) {
    return new RefusedRequestException(
        Problem.badParameter("bad-id", "nctId", text, "Parameter `nctId` has incorrect format"));
  }

  private static RefusedRequestException notFound(NctId id) {
    return new RefusedRequestException(
        Problem.of(HttpStatus.NOT_FOUND, "NCT number " + id + " not found"));
  }
}
