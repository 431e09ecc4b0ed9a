package org.studyatlas.http.search;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.io.IOException;
import java.util.Objects;
import org.studyatlas.api.Endpoints;
import org.studyatlas.api.ShownDefinitions;
import org.studyatlas.geo.Box;
import org.studyatlas.http.BodyTypes;
import org.studyatlas.http.EntityTags;
import org.studyatlas.http.KnownParameters;
import org.studyatlas.http.ParameterReader;
import org.studyatlas.http.RequestParameters;
import org.studyatlas.schema.PointGrid;
import org.studyatlas.search.GenerationService;
import org.studyatlas.search.OpenGeneration;
import org.studyatlas.search.SiteGrid;

/**
 * {@code GET /heatmap}: how many matching sites of any search are in each cell of a grid over the
 * search's {@code bbox}, or over the globe.
 */
@Controller("/heatmap")
@Produces(MediaType.ALL)
@ExecuteOn(TaskExecutors.BLOCKING)
final class HeatmapController {

  /** What the endpoint takes. */
  static final KnownParameters PARAMETERS = KnownParameters.of(Endpoints.HEATMAP);

  private static final Box GLOBE = new Box(-90, -180, 90, 180);
  private static final int MOST_CELLS = 65_536;
  private static final int CELLS_BY_DEFAULT = 2_048;

  private final GenerationService generations;
  private final ParameterReader parameters;
  private final SearchReader reader;
  private final EntityTags tags;

  HeatmapController(
      GenerationService generations,
      ParameterReader parameters,
      SearchReader reader,
      EntityTags tags) {
    this.generations = generations;
    this.parameters = parameters;
    this.reader = reader;
    this.tags = tags;
  }

  @Get
  HttpResponse<byte[]> heatmap(HttpRequest<?> request) throws IOException {
    RequestParameters given = parameters.read(request, PARAMETERS);
    return generations.withCurrent(
        generation ->
            tags.answer(request, generation, g -> check(g, given), g -> answer(g, given)));
  }

  private void check(OpenGeneration generation, RequestParameters given) throws IOException {
    NativeSearch search = reader.read(given, generation);
    NativeParameters shown = new NativeParameters(given);
    level(shown, box(search));
    shown.word(ShownDefinitions.HEATMAP_FORMAT);
    Refusals.check(generation, search, search.request());
  }

  private static Box box(NativeSearch search) {
    return Objects.requireNonNullElse(search.request().sites().box(), GLOBE);
  }

  private MutableHttpResponse<byte[]> answer(OpenGeneration generation, RequestParameters given)
      throws IOException {
    NativeSearch search = reader.read(given, generation);
    NativeParameters shown = new NativeParameters(given);
    Box box = box(search);
    int level = level(shown, box);
    boolean geoJson = shown.word(ShownDefinitions.HEATMAP_FORMAT).equals("geojson");
    SiteGrid grid =
        Refusals.of(
            generation, search, r -> generation.siteSearcher().grid(r, box, level, MOST_CELLS));
    HeatmapAnswer answer =
        new HeatmapAnswer(
            level,
            grid,
            Refusals.of(generation, search, generation.searcher()::countSitesWithoutPoint),
            new Receipt(generation, search, grid.totals().studies()));
    return HttpResponse.ok(geoJson ? answer.toGeoJson() : answer.toJson())
        .contentType(geoJson ? BodyTypes.GEOJSON : MediaType.APPLICATION_JSON_TYPE);
  }

  private static int level(NativeParameters shown, Box box) throws IOException {
    int level = shown.number(ShownDefinitions.LEVEL, 0);
    if (level == 0) { // none is given
      return PointGrid.finestLevel(box, CELLS_BY_DEFAULT);
    }
    int finest = PointGrid.finestLevel(box, MOST_CELLS);
    if (level > finest) {
      throw NativeParameters.refused(
          "too-many-cells",
          "level",
          Integer.toString(level),
          "level %d has more than %d cells in this box; use at most level %d or a smaller box"
              .formatted(level, MOST_CELLS, finest));
    }
    return level;
  }
}
