package org.studyatlas.http.search;

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
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.studyatlas.api.Endpoints;
import org.studyatlas.http.EntityTags;
import org.studyatlas.http.KnownParameters;
import org.studyatlas.http.ParameterReader;
import org.studyatlas.http.Problem;
import org.studyatlas.http.RefusedRequestException;
import org.studyatlas.http.RequestParameters;
import org.studyatlas.query.Choice;
import org.studyatlas.query.SiteConditions;
import org.studyatlas.schema.RecordPointer;
import org.studyatlas.search.Explanation;
import org.studyatlas.search.GenerationService;
import org.studyatlas.search.OpenGeneration;
import org.studyatlas.search.OversizedQueryException;
import org.studyatlas.search.StudyExplainer;
import org.studyatlas.study.NctId;

/** {@code GET /studies/{nctId}/why}: why a study is found by any search, or is not. */
@Controller("/studies")
@Produces(MediaType.ALL)
@ExecuteOn(TaskExecutors.BLOCKING)
final class WhyController {

  /** What the endpoint takes; an order explains nothing. */
  static final KnownParameters PARAMETERS = KnownParameters.of(Endpoints.WHY);

  private final GenerationService generations;
  private final ParameterReader parameters;
  private final SearchReader reader;
  private final EntityTags tags;

  WhyController(
      GenerationService generations,
      ParameterReader parameters,
      SearchReader reader,
      EntityTags tags) {
    this.generations = generations;
    this.parameters = parameters;
    this.reader = reader;
    this.tags = tags;
  }

  @Get("/{nctId}/why")
  HttpResponse<byte[]> why(HttpRequest<?> request, String nctId) throws IOException {
    RequestParameters given = parameters.read(request, PARAMETERS);
    NctId id = NctId.find(nctId).orElseThrow(() -> badId(nctId));
    return generations.withCurrent(
        generation ->
            tags.answer(request, generation, g -> check(g, id, given), g -> answer(g, id, given)));
  }

  private void check(OpenGeneration generation, NctId id, RequestParameters given)
      throws IOException {
    NativeSearch search = reader.read(given, generation);
    if (generation.findRecord(id).isEmpty()) {
      throw notFound(id);
    }
    Refusals.check(generation, search, search.request());
  }

  private MutableHttpResponse<byte[]> answer(
      OpenGeneration generation, NctId id, RequestParameters given) throws IOException {
    NativeSearch search = reader.read(given, generation);
    Optional<RecordPointer> record = generation.findRecord(id);
    StudyExplainer explainer = generation.findExplainer(id).orElseThrow(() -> notFound(id));
    Map<String, Explanation> clauses =
        Refusals.of(generation, search, r -> clauses(search, explainer));
    WhyAnswer answer = new WhyAnswer(id, explainer.sites(), clauses);
    byte[] body = answer.toJson(generation, search, generation.json(record.orElseThrow()));
    return HttpResponse.ok(body).contentType(MediaType.APPLICATION_JSON_TYPE);
  }

  private static Map<String, Explanation> clauses(NativeSearch search, StudyExplainer explainer)
      throws IOException, OversizedQueryException {
    Map<String, Explanation> clauses = new LinkedHashMap<>();
    for (Choice clause : search.clauses()) {
      clauses.put(clause.parameter(), explainer.explain(clause.expr()));
    }
    SiteConditions sites = search.request().sites();
    if (!sites.isNone()) {
      clauses.put("site", explainer.explain(sites).parts().getFirst());
    }
    return clauses;
  }

  private static RefusedRequestException badId(String text) {
    return NativeParameters.refused(
        "invalid-id",
        Endpoints.NCT_ID.name(),
        text,
        "'" + text + "' is no NCT id such as NCT00000102");
  }

  private static RefusedRequestException notFound(NctId id) {
    return new RefusedRequestException(
        Problem.of(HttpStatus.NOT_FOUND, "there is no study " + id + " in this index"));
  }
}
