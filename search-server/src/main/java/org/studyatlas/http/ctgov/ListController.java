package org.studyatlas.http.ctgov;

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
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.studyatlas.http.EntityTags;
import org.studyatlas.http.KnownParameters;
import org.studyatlas.http.ParameterReader;
import org.studyatlas.http.RequestParameters;
import org.studyatlas.query.SearchRequest;
import org.studyatlas.render.FieldSelection;
import org.studyatlas.render.InvalidFieldsException;
import org.studyatlas.render.MarkupFormat;
import org.studyatlas.render.StudyListWriter;
import org.studyatlas.render.StudyProjection;
import org.studyatlas.search.CursorException;
import org.studyatlas.search.GenerationService;
import org.studyatlas.search.OpenGeneration;
import org.studyatlas.search.OversizedQueryException;
import org.studyatlas.search.SearchPage;
import org.studyatlas.search.StudyHit;

/** {@code GET /api/v2/studies}: search, page by page. */
@Controller("/api/v2/studies")
@Produces(MediaType.ALL)
@ExecuteOn(TaskExecutors.BLOCKING)
final class ListController {

  private static final KnownParameters PARAMETERS = ListRequest.parameters();

  private final GenerationService generations;
  private final ParameterReader parameters;
  private final EntityTags tags;

  ListController(GenerationService generations, ParameterReader parameters, EntityTags tags) {
    this.generations = generations;
    this.parameters = parameters;
    this.tags = tags;
  }

  @Get
  HttpResponse<byte[]> studies(HttpRequest<?> request) throws IOException {
    RequestParameters given = parameters.read(request, PARAMETERS);
    SearchRequest search = new ListRequest(given).search();
    StudyProjection projection = projection(given, search);
    return generations.withCurrent(
        generation -> tags.answer(request, generation, g -> answer(g, search, projection)));
  }

  private static MutableHttpResponse<byte[]> answer(
      OpenGeneration generation, SearchRequest search, StudyProjection projection)
      throws IOException {
    SearchPage page = find(generation, search);
    @Nullable Long total = page.total().isPresent() ? page.total().getAsLong() : null;
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    StudyListWriter writer = new StudyListWriter(projection, total, body);
    for (StudyHit hit : page.hits()) {
      writer.add(generation.json(hit.record()));
    }
    writer.finish(page.next().orElse(null));
    return JsonAnswer.of(body.toByteArray());
  }

  private static SearchPage find(OpenGeneration generation, SearchRequest search)
      throws IOException {
    try {
      return generation.searcher().search(search);
    } catch (CursorException e) {
      throw ListRequest.refused(
          "pageToken",
          search.page().cursor(),
          "Parameter `pageToken` cannot be used: " + e.getMessage());
    } catch (OversizedQueryException e) {
      throw ListRequest.refused("query", null, "Error parsing query: " + e.getMessage());
    }
  }

  private static StudyProjection projection(RequestParameters given, SearchRequest search) {
    String format = given.find("format").orElse("json");
    if (!format.equals("json")) {
      throw ListRequest.refused(
          "format", format, "Invalid value in parameter `format`: `" + format + "`");
    }
    String markup = given.find("markupFormat").orElse("markdown");
    MarkupFormat markupFormat =
        MarkupFormat.find(markup)
            .orElseThrow(
                () ->
                    ListRequest.refused(
                        "markupFormat",
                        markup,
                        "Invalid value in parameter `markupFormat`: `" + markup + "`"));
    return StudyProjection.of(selection(given, search), markupFormat);
  }

  private static FieldSelection selection(RequestParameters given, SearchRequest search) {
    Optional<String> fields = given.find("fields").filter(text -> !text.isBlank());
    if (fields.isEmpty()) {
      return FieldSelection.everything();
    }
    try {
      return FieldSelection.parse(fields.get(), ListRequest.searched(search));
    } catch (InvalidFieldsException e) {
      throw ListRequest.refused("fields", fields.get(), String.valueOf(e.getMessage()));
    }
  }
}
