package org.studyatlas.http.search;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.studyatlas.api.Endpoints;
import org.studyatlas.http.EntityTags;
import org.studyatlas.http.KnownParameters;
import org.studyatlas.http.ParameterReader;
import org.studyatlas.names.NameKind;
import org.studyatlas.places.Suggestion;
import org.studyatlas.search.GenerationService;
import org.studyatlas.search.Lease;
import org.studyatlas.search.OpenGeneration;

/**
 * {@code GET /suggest}: completes conditions, interventions, sponsors and facilities, each with the
 * number of studies that have it.
 */
@Controller("/suggest")
@Produces(MediaType.ALL)
@ExecuteOn(TaskExecutors.BLOCKING)
final class SuggestController {

  private static final JsonFactory JSON = new JsonFactory();

  /** What the endpoint takes. */
  static final KnownParameters PARAMETERS = KnownParameters.of(Endpoints.SUGGEST);

  private final GenerationService generations;
  private final ParameterReader parameters;
  private final EntityTags tags;

  SuggestController(GenerationService generations, ParameterReader parameters, EntityTags tags) {
    this.generations = generations;
    this.parameters = parameters;
    this.tags = tags;
  }

  @Get
  HttpResponse<byte[]> get(HttpRequest<?> request) throws IOException {
    NameParameters given = new NameParameters(parameters.read(request, PARAMETERS));
    NameParameters.OfWords asked = given.words();
    try (Lease lease = generations.acquire()) {
      return tags.answer(request, lease.generation(), generation -> answer(generation, asked));
    }
  }

  private static MutableHttpResponse<byte[]> answer(
      OpenGeneration generation, NameParameters.OfWords asked) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream(1024);
    try (JsonGenerator json = JSON.createGenerator(out)) {
      json.writeStartObject();
      json.writeObjectFieldStart("suggestions");
      for (NameKind kind : asked.kinds()) {
        json.writeArrayFieldStart(kind.text());
        for (Suggestion suggestion :
            generation.gazetteer().suggest(asked.text(), kind, asked.limit())) {
          write(json, suggestion);
        }
        json.writeEndArray();
      }
      json.writeEndObject();
      ReceiptJson.begin(json, generation);
      ReceiptJson.writeSearch(json, asked.normal());
      json.writeEndObject();
      json.writeEndObject();
    }
    return HttpResponse.ok(out.toByteArray()).contentType(MediaType.APPLICATION_JSON_TYPE);
  }

  private static void write(JsonGenerator json, Suggestion suggestion) throws IOException {
    json.writeStartObject();
    json.writeStringField("name", suggestion.name().name());
    json.writeNumberField("studies", suggestion.name().studies());
    if (suggestion.corrected()) {
      json.writeBooleanField("corrected", true);
    }
    json.writeEndObject();
  }
}
