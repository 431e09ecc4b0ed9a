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
import java.util.List;
import org.studyatlas.api.Endpoints;
import org.studyatlas.http.EntityTags;
import org.studyatlas.http.KnownParameters;
import org.studyatlas.http.ParameterReader;
import org.studyatlas.places.Completion;
import org.studyatlas.search.GenerationService;
import org.studyatlas.search.Lease;
import org.studyatlas.search.OpenGeneration;

/** {@code GET /places}: completes the names of places, out of the sites of the index. */
@Controller("/places")
@Produces(MediaType.ALL)
@ExecuteOn(TaskExecutors.BLOCKING)
final class PlacesController {

  private static final JsonFactory JSON = new JsonFactory();

  /** What the endpoint takes. */
  static final KnownParameters PARAMETERS = KnownParameters.of(Endpoints.PLACES);

  private final GenerationService generations;
  private final ParameterReader parameters;
  private final EntityTags tags;

  PlacesController(GenerationService generations, ParameterReader parameters, EntityTags tags) {
    this.generations = generations;
    this.parameters = parameters;
    this.tags = tags;
  }

  @Get
  HttpResponse<byte[]> get(HttpRequest<?> request) throws IOException {
    NameParameters given = new NameParameters(parameters.read(request, PARAMETERS));
    NameParameters.OfPlaces asked = given.places();
    try (Lease lease = generations.acquire()) {
      return tags.answer(request, lease.generation(), generation -> answer(generation, asked));
    }
  }

  private static MutableHttpResponse<byte[]> answer(
      OpenGeneration generation, NameParameters.OfPlaces asked) throws IOException {
    List<Completion> completions =
        generation
            .gazetteer()
            .complete(asked.text(), asked.kinds(), asked.country(), asked.limit());
    ByteArrayOutputStream out = new ByteArrayOutputStream(1024);
    try (JsonGenerator json = JSON.createGenerator(out)) {
      json.writeStartObject();
      json.writeArrayFieldStart("places");
      for (Completion completion : completions) {
        write(json, completion);
      }
      json.writeEndArray();
      ReceiptJson.begin(json, generation);
      ReceiptJson.writeSearch(json, asked.normal());
      json.writeEndObject();
      json.writeEndObject();
    }
    return HttpResponse.ok(out.toByteArray()).contentType(MediaType.APPLICATION_JSON_TYPE);
  }

  private static void write(JsonGenerator json, Completion completion) throws IOException {
    json.writeStartObject();
    PlaceJson.writeMembers(json, completion.place());
    if (completion.namesakes() > 1) {
      json.writeNumberField("namesakes", completion.namesakes());
    }
    if (completion.corrected()) {
      json.writeBooleanField("corrected", true);
    }
    json.writeEndObject();
  }
}
