package org.studyatlas.http.search;

import io.micronaut.context.annotation.Property;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import org.studyatlas.api.OpenApiDocument;
import org.studyatlas.http.KnownParameters;
import org.studyatlas.http.ParameterReader;

/** {@code GET /openapi.json}: what this face takes and answers, as an OpenAPI document. */
@Controller("/openapi.json")
@Produces(MediaType.ALL)
final class ApiDocumentController {

  private final ParameterReader parameters;
  private final byte[] document;

  ApiDocumentController(
      ParameterReader parameters,
      @Property(name = "studyatlas.version", defaultValue = "dev") String version) {
    this.parameters = parameters;
    this.document = new OpenApiDocument(version).toJson();
  }

  @Get
  HttpResponse<byte[]> document(HttpRequest<?> request) {
    parameters.read(request, KnownParameters.of());
    return HttpResponse.ok(document)
        .contentType(MediaType.APPLICATION_JSON_TYPE)
        .contentLength(document.length);
  }
}
