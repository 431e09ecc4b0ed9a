package org.studyatlas.http.ctgov;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.studyatlas.http.KnownParameters;
import org.studyatlas.http.ParameterReader;

/** {@code GET /api/oas/v2}: what this face takes and answers, as an OpenAPI document. */
@Controller("/api/oas/v2")
@Produces(MediaType.ALL)
final class OpenApiController {

  private static final String DOCUMENT = "openapi.yaml";
  private static final MediaType YAML = MediaType.of("application/yaml");

  private final ParameterReader parameters;
  private final byte[] document = document();

  OpenApiController(ParameterReader parameters) {
    this.parameters = parameters;
  }

  @Get
  HttpResponse<byte[]> document(HttpRequest<?> request) {
    parameters.read(request, KnownParameters.of());
    return HttpResponse.ok(document).contentType(YAML).contentLength(document.length);
  }

  private static byte[] document() {
    try (InputStream in = OpenApiController.class.getResourceAsStream(DOCUMENT)) {
      if (in == null) {
        throw new IllegalStateException("the server was built without " + DOCUMENT);
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
