package org.studyatlas.http.search;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
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
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.studyatlas.api.Endpoints;
import org.studyatlas.api.Parameter;
import org.studyatlas.api.ShownDefinitions;
import org.studyatlas.http.BodyTypes;
import org.studyatlas.http.KnownParameters;
import org.studyatlas.http.ParameterReader;
import org.studyatlas.http.PulledAnswers;
import org.studyatlas.http.PulledBody;
import org.studyatlas.http.RequestParameters;
import org.studyatlas.query.SearchRequest;
import org.studyatlas.render.SiteRow;
import org.studyatlas.search.GenerationService;
import org.studyatlas.search.Lease;
import org.studyatlas.search.OpenGeneration;
import org.studyatlas.search.SitePage;
import org.studyatlas.search.SiteWalk;

/**
 * {@code GET /sites}: a row for each matching site of any search, nearest first; by pages as JSON,
 * or all of them as a stream of lines or a table.
 */
@Controller("/sites")
@Produces(MediaType.ALL)
@ExecuteOn(TaskExecutors.BLOCKING)
final class SitesController {

  /** What the endpoint takes; the order is its own. */
  static final KnownParameters PARAMETERS = KnownParameters.of(Endpoints.SITES);

  private static final JsonFactory JSON = new JsonFactory();
  private static final List<Parameter> PAGING =
      List.of(ShownDefinitions.SITES_PAGE_SIZE, ShownDefinitions.CURSOR);

  private final GenerationService generations;
  private final ParameterReader parameters;
  private final SearchReader reader;
  private final PulledAnswers answers;

  SitesController(
      GenerationService generations,
      ParameterReader parameters,
      SearchReader reader,
      PulledAnswers answers) {
    this.generations = generations;
    this.parameters = parameters;
    this.reader = reader;
    this.answers = answers;
  }

  @Get
  HttpResponse<?> sites(HttpRequest<?> request) throws IOException {
    RequestParameters given = parameters.read(request, PARAMETERS);
    Lease lease =
        generations.acquireFor(
            new NativeParameters(given).find(ShownDefinitions.CURSOR).orElse(null));
    return answers.answer(
        request,
        lease,
        generation -> check(generation, given),
        generation -> content(lease, given));
  }

  private void check(OpenGeneration generation, RequestParameters given) throws IOException {
    NativeSearch search = reader.read(given, generation);
    NativeParameters shown = new NativeParameters(given);
    if (shown.word(ShownDefinitions.SITES_FORMAT).equals("json")) {
      checkPage(generation, search, shown);
    } else {
      requireNoPaging(shown);
    }
    Refusals.check(generation, search, search.request());
  }

  private static void checkPage(
      OpenGeneration generation, NativeSearch search, NativeParameters shown) throws IOException {
    SearchRequest.Page part = part(shown);
    Refusals.of(
        generation,
        search,
        request -> {
          generation.siteSearcher().check(request.withPage(part));
          return part;
        });
  }

  private PulledAnswers.Content content(Lease lease, RequestParameters given) throws IOException {
    OpenGeneration generation = lease.generation();
    NativeSearch search = reader.read(given, generation);
    NativeParameters shown = new NativeParameters(given);
    return switch (shown.word(ShownDefinitions.SITES_FORMAT)) {
      case "csv" -> stream(lease, search, shown, SiteStream.Format.CSV);
      case "ndjson" -> stream(lease, search, shown, SiteStream.Format.NDJSON);
      default -> page(generation, search, shown);
    };
  }

  private static PulledAnswers.Content stream(
      Lease lease, NativeSearch search, NativeParameters shown, SiteStream.Format format)
      throws IOException {
    requireNoPaging(shown);
    OpenGeneration generation = lease.generation();
    SiteWalk walk =
        Refusals.of(generation, search, request -> generation.siteSearcher().walk(request, lease));
    Receipt receipt = new Receipt(generation, search, walk.totals().studies());
    StreamEnds ends =
        new StreamEnds("sites", walk.totals().sites(), withoutPoint(generation, search), receipt);
    PulledBody.Parts rows = new SiteStream(generation, walk, format, ends);
    return switch (format) {
      case CSV -> new PulledAnswers.Content(BodyTypes.CSV, ends.headers("csv"), rows);
      case NDJSON -> new PulledAnswers.Content(BodyTypes.NDJSON, ends.headers("ndjson"), rows);
    };
  }

  private static void requireNoPaging(NativeParameters shown) {
    for (Parameter paging : PAGING) {
      if (shown.find(paging).isPresent()) {
        throw NativeParameters.refused(
            "conflicting-parameters",
            paging.name(),
            shown.find(paging).get(),
            "'" + paging.name() + "' goes with format=json; the other formats send all sites");
      }
    }
  }

  private static PulledAnswers.Content page(
      OpenGeneration generation, NativeSearch search, NativeParameters shown) throws IOException {
    SearchRequest.Page part = part(shown);
    SitePage page =
        Refusals.of(generation, search, r -> generation.siteSearcher().page(r.withPage(part)));
    byte[] body = body(generation, search, page);
    return new PulledAnswers.Content(
        MediaType.APPLICATION_JSON_TYPE,
        Map.of(),
        out -> {
          out.write(body);
          return false;
        });
  }

  private static SearchRequest.Page part(NativeParameters shown) {
    return new SearchRequest.Page(
        shown.number(ShownDefinitions.SITES_PAGE_SIZE),
        shown.find(ShownDefinitions.CURSOR).orElse(null),
        true);
  }

  private static OptionalLong withoutPoint(OpenGeneration generation, NativeSearch search)
      throws IOException {
    return Refusals.of(generation, search, generation.searcher()::countSitesWithoutPoint);
  }

  private static byte[] body(OpenGeneration generation, NativeSearch search, SitePage page)
      throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream(4096);
    try (JsonGenerator json = JSON.createGenerator(out)) {
      json.writeStartObject();
      json.writeNumberField("totalSites", page.totals().sites());
      json.writeNumberField("totalStudies", page.totals().studies());
      JsonMembers.writeNumber(json, "sitesWithoutPoint", withoutPoint(generation, search));
      json.writeArrayFieldStart("sites");
      for (SiteRow row : SiteRowReader.read(generation, page.sites())) {
        SiteRowJson.write(json, row);
      }
      json.writeEndArray();
      if (page.next().isPresent()) {
        json.writeStringField("nextCursor", page.next().get());
      }
      JsonMembers.writeTexts(json, "warnings", search.warnings());
      new Receipt(generation, search, page.totals().studies()).write(json);
      json.writeEndObject();
    }
    return out.toByteArray();
  }
}
