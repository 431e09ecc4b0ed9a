package org.studyatlas.web;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.Status;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.studyatlas.search.GenerationService;
import org.studyatlas.search.Lease;
import org.studyatlas.search.OpenGeneration;

/** {@code GET /}: what is here, how old it is and what to try. */
@Controller("/")
@ExecuteOn(TaskExecutors.BLOCKING)
final class HomePage {

  private static final PageTemplate PAGE = PageTemplate.load("home.html");
  private static final PageTemplate LINK = PageTemplate.load("link.html");
  private static final String NEAR_BOSTON =
      "/search?q=cancer&near=42.36,-71.06&within=50km&siteStatus=RECRUITING";
  private static final String RECRUITING =
      "/api/v2/studies?filter.overallStatus=RECRUITING&fields=NCTId,BriefTitle&countTotal=true";

  private final GenerationService generations;

  HomePage(GenerationService generations) {
    this.generations = generations;
  }

  @Get
  @Produces(MediaType.ALL)
  HttpResponse<byte[]> home() throws IOException {
    return PageAnswer.of(page());
  }

  /** Browsers ask for it unbidden; an answer without a picture keeps it out of the error counts. */
  @Get("/favicon.ico")
  @Produces(MediaType.ALL)
  @Status(HttpStatus.NO_CONTENT)
  void favicon() {}

  private Html page() throws IOException {
    Optional<Lease> lease = generations.findCurrent();
    if (lease.isEmpty()) {
      return PAGE.render(
          Map.of("summary", generations.absence(), "links", links(List.of()), "docs", docs()));
    }
    try (Lease held = lease.get()) {
      OpenGeneration generation = held.generation();
      return PAGE.render(
          Map.of(
              "summary", summary(generation),
              "links", links(examples(generation)),
              "docs", docs()));
    }
  }

  private static String summary(OpenGeneration generation) {
    return String.format(
        Locale.ROOT,
        "%,d studies with %,d sites; data of %s, generation %s.",
        generation.studies(),
        generation.sites(),
        generation.dataTimestamp().toLocalDate(),
        generation.name());
  }

  private static List<Link> examples(OpenGeneration generation) throws IOException {
    List<Link> links = new ArrayList<>();
    links.add(new Link(NEAR_BOSTON, "recruiting sites of cancer studies within 50 km of Boston"));
    links.add(
        new Link(RECRUITING, "the first recruiting studies, as the registry's API gives them"));
    generation
        .findExample()
        .map(id -> new Link("/api/v2/studies/" + id, "one study, as the registry gave it"))
        .ifPresent(links::add);
    return links;
  }

  private static Html links(List<Link> examples) {
    List<Link> links = new ArrayList<>(examples);
    links.add(new Link("/api/v2/version", "version of the registry's API and time of its data"));
    links.add(new Link("/health/readiness", "whether an index is in service"));
    links.add(new Link("/prometheus", "figures for monitoring"));
    return rendered(links);
  }

  private static Html docs() {
    return rendered(Link.docs());
  }

  private static Html rendered(List<Link> links) {
    return Html.join(
        links.stream()
            .map(link -> LINK.render(Map.of("address", link.address(), "text", link.text())))
            .toList());
  }
}
